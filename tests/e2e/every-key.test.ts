// Every key that is listed by `?`: it does what is said of it, on the real app. Letters can be turned off; then only they are.
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { launchApp, type App } from './app.ts'
import { drawnIn, inText, resize, roomOf, type Room } from './room.ts'

test.describe.configure({ mode: 'serial' })

const paths = ['/news/tide-mill', '/many/41', '/many/42']

let site: Site
let app: App
let room: Room
let title: string

test.beforeAll(async () => {
  site = await startSite()
  app = await launchApp({ allowPrivate: site.hosts(), args: paths.map((path, n) => site.url('abc'[n]!, path)) })
  room = roomOf(app.window)
  title = site.truth(paths[0]!).title
  await expect(room.captures).toHaveCount(0, { timeout: 60_000 })
  await expect(room.rows).toHaveCount(paths.length + 1)
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

const dialog = () => app.window.getByRole('dialog')
const list = () => app.window.getByRole('grid')
/** The row under the cursor. */
const cursor = () => list().getAttribute('aria-activedescendant')
const chosen = () => app.window.locator('[role="row"][aria-selected="true"]')
const heading = (name: string) => app.window.getByRole('region', { name, exact: true })
const clipboard = () => app.electron.evaluate(({ clipboard: own }) => own.readText())
const said = () => app.window.locator('.toaster')
const theme = () => app.window.evaluate(() => document.documentElement.dataset['theme'])

async function inInbox(): Promise<void> {
  await room.view('Inbox')
  await expect(heading('Inbox')).toBeVisible()
  await list().focus()
  await room.press('Home')
}

test('j, k and the arrows move, x and Shift choose, Ctrl A chooses all, Escape lets go', async () => {
  await inInbox()
  const first = await cursor()
  await room.press('j')
  await expect.poll(cursor).not.toBe(first)
  await room.press('k')
  await expect.poll(cursor).toBe(first)
  await room.press('ArrowDown')
  await expect.poll(cursor).not.toBe(first)
  await room.press('ArrowUp')
  await expect.poll(cursor).toBe(first)
  await room.press('End')
  await expect.poll(cursor).not.toBe(first)
  await room.press('Home')
  await expect.poll(cursor).toBe(first)
  await room.press('x')
  await expect(chosen()).toHaveCount(1)
  await room.press('Shift+J')
  await expect(chosen()).toHaveCount(2)
  await room.press('Shift+ArrowDown')
  await expect(chosen()).toHaveCount(3)
  await room.press('Control+a')
  await expect(chosen()).toHaveCount(4)
  await room.press('Escape')
  await expect(chosen()).toHaveCount(0)
})

test('g and then a letter goes to each view', async () => {
  for (const [letter, name] of [
    ...[['l', 'Later'] as const, ['f', 'Favourites'] as const, ['a', 'Archive'] as const],
    ...[['h', 'Highlights'] as const, ['e', 'All'] as const, ['t', 'Trash'] as const, ['i', 'Inbox'] as const],
  ]) {
    await room.press('g')
    await room.press(letter)
    await expect(heading(name), `g ${letter}`).toBeVisible()
  }
})

test('e, l, s, u and d do their act on the row at hand, say so, and z takes each back', async () => {
  for (const [key, words] of [
    ...[['e', 'Moved to Archive.'] as const, ['l', 'Moved to Later.'] as const],
    ...[['s', 'Added to Favourites.'] as const, ['u', 'Marked as unread.'] as const, ['d', 'Moved to Trash.'] as const],
  ]) {
    await inInbox()
    const first = await cursor()
    await room.press(key)
    await expect(said(), key).toContainText(words)
    await expect(said().getByRole('button', { name: 'Undo' }), key).toBeVisible()
    await room.press('z')
    await expect(said(), key).toContainText('Taken back')
    await inInbox()
    await expect.poll(cursor, key).toBe(first)
  }
})

test('Enter opens the first row where none is at hand yet; Delete throws away, and in the Trash asks whether for good', async () => {
  await room.view('Archive')
  await expect(heading('Archive')).toBeVisible()
  await inInbox()
  await room.press('e')
  await room.view('Archive')
  await expect(room.rows).toHaveCount(1)
  expect(await cursor()).toBeNull()
  const only = (await room.rows.getByRole('heading').textContent())!
  await room.press('Enter')
  await room.shown(only)
  await room.press('Escape')
  await expect(list()).toBeFocused()
  await room.press('Delete')
  await expect(said()).toContainText('Moved to Trash.')
  await room.view('Trash')
  await expect(room.rows).toHaveCount(1)
  await room.press('Home')
  await room.press('Delete')
  await expect(dialog()).toHaveAccessibleName('Delete 1 article for good?')
  await room.press('Escape')
  await expect(room.rows).toHaveCount(1)
  for (const isBack of ['Trash', 'Archive']) {
    await room.press('z')
    await expect(said(), isBack).toContainText('Taken back')
    await said().getByRole('button', { name: 'Dismiss' }).click()
  }
  await inInbox()
  await expect(room.rows).toHaveCount(paths.length + 1)
})

test('c copies the link, Shift C the Markdown, o opens the original', async () => {
  await inInbox()
  await room.open(title)
  await app.electron.evaluate(({ shell }) => {
    const noted = Object.assign(globalThis, { openedOutside: '' })
    shell.openExternal = (url) => {
      noted.openedOutside = url
      return Promise.resolve()
    }
  })
  await room.press('c')
  await expect.poll(clipboard).toBe(site.url('a', paths[0]!))
  await room.press('Shift+C')
  await expect.poll(clipboard).toContain(`# ${title}`)
  await room.press('o')
  await expect
    .poll(() => app.electron.evaluate(() => (globalThis as unknown as { openedOutside: string }).openedOutside))
    .toBe(site.url('a', paths[0]!))
})

test('Enter opens, Space and Shift Space page, h keeps a sentence, m notes it, Escape goes back to the list', async () => {
  await inInbox()
  await room.row(title).click()
  await room.shown(title)
  await list().focus()
  await room.press('Enter')
  const topOf = async () => (await room.shown(title)).scrollTop
  const before = await topOf()
  await room.press('Space')
  await expect.poll(topOf).toBeGreaterThan(before + 200)
  await room.press('Shift+Space')
  await expect.poll(topOf).toBeLessThan(before + 20)
  await room.press('v')
  await expect(app.window.getByRole('toolbar', { name: 'What is chosen' })).toBeVisible()
  await room.press('h')
  await expect.poll(async () => (await drawnIn(app.window)).yellow.length).toBeGreaterThan(10)
  await room.press('m')
  await app.window.getByRole('textbox', { name: 'Note on this passage' }).fill('So it was.')
  await room.press('Escape')
  await expect(inText(app.window).getByRole('button', { name: /^Note: So it was\./ })).toBeVisible()
  await room.press('Escape')
  await room.press('Escape')
  await expect(list()).toBeFocused()
})

test('[ and \\ hide panes, i opens the panel, a comma the appearance, 1 to 4 change the theme', async () => {
  const sidebar = app.window.getByRole('navigation', { name: 'Library' })
  await room.press('[')
  await expect(sidebar).toHaveCount(0)
  await room.press('[')
  await expect(sidebar).toBeVisible()
  await room.press('\\')
  await expect(sidebar).toHaveCount(0)
  await expect(list()).not.toBeVisible()
  await room.press('\\')
  await expect(list()).toBeVisible()
  await room.press('i')
  await expect(app.window.getByRole('complementary', { name: 'About this article' })).toBeVisible()
  await room.press('i')
  await room.press(',')
  await expect(dialog()).toBeVisible()
  await room.press('Escape')
  for (const [key, name] of [
    ['2', 'sepia'],
    ['3', 'dusk'],
    ['4', 'ink'],
    ['1', 'paper'],
  ] as const) {
    await room.press(key)
    await expect.poll(theme).toBe(name)
  }
})

test('the keys are never nowhere: with a pane that is hidden they go to the text or the list, with a search that is ended to its field or the list', async () => {
  const text = app.window.locator('iframe.reader-frame')
  await inInbox()
  await room.open(title)
  await list().focus()
  await room.press('\\')
  await expect(text).toBeFocused()
  await room.press('\\')
  await app.window.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: 'Inbox' }).focus()
  await room.press('[')
  await expect(list()).toBeFocused()
  await room.press('[')
  await room.press('i')
  await expect(app.window.getByRole('complementary', { name: 'About this article' })).toBeVisible()
  await list().focus()
  await room.press('i')
  await expect(app.window.getByRole('complementary', { name: 'About this article' })).toHaveCount(0)
  await expect(list()).toBeFocused()
  const clear = app.window.getByRole('button', { name: 'Clear the search' })
  await room.search('mill')
  await clear.press('Escape')
  await expect(clear).toHaveCount(0)
  await expect(list()).toBeFocused()
  await room.search('mill')
  await clear.press('Enter')
  await expect(clear).toHaveCount(0)
  await expect(app.window.getByRole('textbox', { name: 'Search' })).toBeFocused()
  await resize(app, 960, 720)
  await expect(text).toBeFocused()
  await resize(app, 1280, 832)
  await list().focus()
})

test('m writes the note on the article, also where the panel shows something else; its other tabs keep the keys', async () => {
  const panel = app.window.getByRole('complementary', { name: 'About this article' })
  await inInbox()
  await room.open(title)
  await room.press('i')
  await panel.getByRole('tab', { name: 'Contents' }).press('Enter')
  await expect(panel.getByRole('tab', { name: 'Contents' })).toBeFocused()
  await room.press('m')
  await expect(panel.getByRole('textbox')).toBeFocused()
  await room.press('Escape')
  await expect(app.window.locator('iframe.reader-frame')).toBeFocused()
  await panel.getByRole('tab', { name: 'Contents' }).focus()
  await expect(panel.getByRole('textbox')).toHaveCount(0)
  await expect(panel.getByRole('tab', { name: 'Contents' })).toBeFocused()
  await room.press('i')
  await expect(panel).toHaveCount(0)
})

test('Ctrl N, K, comma, F and the question mark open what they say; the sheet lists every key', async () => {
  for (const [keys, name] of [
    ...[['Control+n', 'Save a link'] as const, ['Control+k', 'Commands and places'] as const],
    ...[['Control+,', 'Settings'] as const, ['?', 'Keyboard shortcuts'] as const],
  ]) {
    await room.press(keys)
    await expect(dialog(), keys).toHaveAccessibleName(new RegExp(name.slice(0, 6)))
    await room.press('Escape')
    await expect(dialog()).toHaveCount(0)
  }
  await room.press('Control+f')
  await expect(app.window.getByRole('textbox', { name: 'Find in this article' })).toBeFocused()
  await room.press('Escape')
  await room.press('?')
  const keys = await dialog().locator('kbd').allTextContents()
  for (const key of [
    ...[
      'j',
      '↓',
      'k',
      '↑',
      'Enter',
      'Esc',
      'Space',
      'Shift Space',
      'e',
      'l',
      's',
      't',
      'h',
      'm',
      'v',
      'd',
      'u',
      'o',
      'x',
    ],
    ...['Shift J', 'Shift K', 'Ctrl A', 'z', 'g then i', 'g then l', 'g then f', 'g then a', 'g then h'],
    ...['1', '2', '3', '4', 'c', 'Shift C', 'Ctrl N', 'Ctrl K', 'Ctrl F', '/', '?', '[', '\\', ',', 'i', 'r', 'n'],
  ])
    expect(keys, key).toContain(key)
  await room.press('Escape')
})

test('with single keys turned off, letters do nothing; arrows, Enter and Ctrl do what they did', async () => {
  await inInbox()
  await room.press('Control+,')
  await dialog()
    .getByRole('switch', { name: /Shortcuts of a single key/ })
    .click()
  await room.press('Escape')
  await expect(dialog()).toHaveCount(0)
  await list().focus()
  const first = await cursor()
  for (const letter of ['j', 'e', 'd', 's', '2', '[', '?']) await room.press(letter)
  await expect.poll(cursor).toBe(first)
  await expect(dialog()).toHaveCount(0)
  expect(await theme()).toBe('paper')
  await room.press('ArrowDown')
  await expect.poll(cursor).not.toBe(first)
  await room.press('Control+k')
  await expect(dialog()).toBeVisible()
  await room.press('Escape')
  await room.press('Control+,')
  await dialog()
    .getByRole('switch', { name: /Shortcuts of a single key/ })
    .click()
  await room.press('Escape')
})
