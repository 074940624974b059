// Menus of the system: what they list where one points, that choosing does it, and that the palette holds all of it.
import { expect, test } from 'playwright/test'
import { commandWords } from '../../renderer/app/words.ts'
import { html } from '../site/answer.ts'
import { startSite, type Site } from '../site.ts'
import { launchApp, type App } from './app.ts'
import { drawnIn, inText, roomOf, type Room } from './room.ts'

test.describe.configure({ mode: 'serial' })

const mill = '/news/tide-mill'
const sentence = 'The letters lay in a drawer for thirty years before anybody asked for them again. '
const linking = (link: string) =>
  `<!doctype html><html lang="en"><head><title>A page with a link</title></head><body><main><article><h1>A page with a link</h1>
${`<p>${sentence.repeat(4)}</p>`.repeat(4)}<p>${sentence}<a href="${link}">A letter of hers</a> is kept elsewhere. ${sentence}</p></article></main></body></html>`

let site: Site
let app: App
let room: Room
let title: string

test.beforeAll(async () => {
  site = await startSite({ routes: { '/linking': (visit) => html(linking(visit.url('/many/21', 'b.localhost'))) } })
  app = await launchApp({ allowPrivate: site.hosts(), args: [site.url('a', mill), site.url('a', '/linking')] })
  room = roomOf(app.window)
  title = site.truth(mill).title
  for (const one of [title, 'A page with a link']) await expect(room.row(one)).toBeVisible({ timeout: 60_000 })
  await expect(room.captures).toHaveCount(0)
  // What the system would show is noted, and what is to be chosen is chosen.
  await app.electron.evaluate(({ Menu }) => {
    const noted = Object.assign(globalThis, { shownMenu: [] as string[], toChoose: '' })
    Menu.prototype.popup = function (options) {
      noted.shownMenu = this.items.map((item) => (item.type === 'separator' ? '-' : item.label))
      const chosen = this.items.find((item) => item.label === noted.toChoose)
      noted.toChoose = ''
      chosen?.click()
      options?.callback?.()
    }
  })
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

type Noted = typeof globalThis & { shownMenu: string[]; toChoose: string }

/** What the menu lists that opens when this is done. `chosen`: what is pressed in it. */
async function menuOf(point: () => Promise<unknown>, chosen = ''): Promise<readonly string[]> {
  await app.electron.evaluate((_electron, label) => {
    Object.assign(globalThis as Noted, { shownMenu: [], toChoose: label })
  }, chosen)
  await point()
  const listed = () => app.electron.evaluate(() => (globalThis as Noted).shownMenu)
  await expect.poll(async () => (await listed()).length).toBeGreaterThan(0)
  return listed()
}

test('the menu of a row lists what can be done to the article, and does it', async () => {
  const listed = await menuOf(() => room.row(title).click({ button: 'right' }), 'Favourite')
  expect(listed).toEqual([
    ...['Open', '-'],
    ...['Archive', 'Read later', 'Move to Inbox', 'Favourite', 'Tags', 'Mark unread', '-'],
    ...['Open original in the browser', 'Copy link', 'Save again from the web', '-', 'Move to Trash'],
  ])
  await expect(room.row(title)).toContainText('Favourite')
})

test('the menu of a row that a search finds in the Trash restores it or deletes it for good', async () => {
  await menuOf(() => room.row('A page with a link').click({ button: 'right' }), 'Move to Trash')
  await expect(room.row('A page with a link')).toHaveCount(0)
  await room.search('is:trashed ')
  const listed = await menuOf(() => room.row('A page with a link').click({ button: 'right' }), 'Restore from Trash')
  expect(listed.slice(-3)).toEqual(['-', 'Restore from Trash', 'Delete for good'])
  await expect(room.row('A page with a link')).toHaveCount(0)
  await room.search('')
  await expect(room.row('A page with a link')).toBeVisible()
})

test('the menu of the text lists the article’s acts; on a picture, also the picture, which arrow keys leaf through', async () => {
  await room.open(title)
  const text = inText(app.window)
  const ofText = ['Find in this article', 'Copy as Markdown', 'Copy link', 'Open original in the browser']
  const fix = 'Something missing or too much?'
  expect(await menuOf(() => text.locator('.page-text p').nth(1).click({ button: 'right' }))).toEqual([...ofText, fix])
  const image = text.locator('.page-text img').first()
  expect(await menuOf(() => image.click({ button: 'right' }), 'Show picture')).toEqual([
    ...['Show picture', 'Copy picture', '-'],
    ...ofText,
    fix,
  ])
  const shown = app.window.getByRole('dialog')
  await expect(shown.getByRole('status')).toHaveText('1 of 2')
  await room.press('ArrowRight')
  await expect(shown.getByRole('status')).toHaveText('2 of 2')
  await room.press('ArrowLeft')
  await expect(shown.getByRole('status')).toHaveText('1 of 2')
  await room.press('Escape')
  await expect(shown).toHaveCount(0)
})

test('the menu of a passage keeps it in one of four colours', async () => {
  const passage = inText(app.window).locator('.page-text p').nth(1)
  await passage.click({ clickCount: 3 })
  await expect(app.window.getByRole('toolbar', { name: 'What is chosen' })).toBeVisible()
  const listed = await menuOf(() => passage.click({ button: 'right' }), 'Highlight in rose')
  expect(listed.slice(0, 9)).toEqual([
    ...['Copy', 'Search for this', '-'],
    ...['Highlight in yellow', 'Highlight in green', 'Highlight in blue', 'Highlight in rose', 'Note', '-'],
  ])
  await expect.poll(async () => (await drawnIn(app.window)).rose.length).toBeGreaterThan(20)
  expect(await menuOf(() => passage.click({ button: 'right' }))).toContain('Remove the highlight')
  await room.press('Escape')
})

test('the menu of a link opens, saves or copies it; a link to what is kept leads there', async () => {
  await room.open('A page with a link')
  const link = inText(app.window).getByRole('link', { name: 'A letter of hers' })
  const kept = site.truth('/many/21').title
  expect((await menuOf(() => link.click({ button: 'right' }), 'Save this link')).slice(0, 4)).toEqual([
    ...['Open link in the browser', 'Save this link', 'Copy link', '-'],
  ])
  await expect(room.row(kept)).toBeVisible({ timeout: 60_000 })
  await expect(room.captures).toHaveCount(0)
  await link.click()
  await room.shown(kept)
})

test('the menus of a tag and of a kept search do what they list', async () => {
  await room.open(title)
  await room.tag('mills')
  const sidebar = app.window.getByRole('navigation', { name: 'Library' })
  const tag = sidebar.getByRole('button', { name: /^mills/ })
  expect(await menuOf(() => tag.click({ button: 'right' }), 'Show')).toEqual([
    ...['Show', 'Rename…', 'Delete the tag', '-', 'All tags…'],
  ])
  await expect(room.rows).toHaveCount(1)
  await room.search('council')
  await expect(room.rows).toHaveCount(1)
  await room.press('Control+s')
  await app.window.getByRole('dialog').getByRole('textbox').fill('Of councils')
  await room.press('Enter')
  const search = sidebar.getByRole('button', { name: /^Of councils/ })
  const listed = await menuOf(() => search.click({ button: 'right' }), 'Remove')
  expect(listed).toEqual(['Show', 'Rename…', '-', 'Move up', 'Move down', '-', 'Remove'])
  await expect(search).toHaveCount(0)
  await expect(app.window.getByText('Removed the search.')).toBeVisible()
  await app.window.getByRole('button', { name: 'Undo' }).click()
  await expect(search).toBeVisible()
})

test('a field has the menu of a field', async () => {
  const field = app.window.getByRole('textbox', { name: 'Search' })
  expect(await menuOf(() => field.click({ button: 'right' }))).toEqual([
    ...['Undo', 'Redo', '-', 'Cut', 'Copy', 'Paste', 'Select All'],
  ])
})

test('every entry of the menu bar is a command, and whatever the menus hold the palette holds', async () => {
  const chosen = await app.electron.evaluate(({ Menu, BrowserWindow }) => {
    const ids: string[] = []
    const { webContents } = BrowserWindow.getAllWindows().find((one) => one.isVisible())!
    const send = webContents.send
    webContents.send = (name: string, id: unknown) => void (name === 'command.run' && ids.push(String(id)))
    const press = (menu: Electron.Menu) => {
      for (const item of menu.items) {
        if (item.submenu) press(item.submenu)
        else if (item.type !== 'separator' && !item.role) item.click()
      }
    }
    press(Menu.getApplicationMenu()!)
    webContents.send = send
    return ids
  })
  expect(chosen.length).toBeGreaterThan(60)
  expect(chosen.filter((id) => !(id in commandWords))).toEqual([])

  await room.search('')
  await room.view('Inbox')
  await room.open(title)
  await room.press('v')
  await expect(app.window.getByRole('toolbar', { name: 'What is chosen' })).toBeVisible()
  await room.press('Control+k')
  const palette = app.window.getByRole('dialog')
  for (const name of [
    ...['Comfortable or compact list', 'Order: by title', 'Rules of sites', 'Zoom in', 'Full screen'],
    ...['Highlight in blue', 'Search for what is chosen', 'Show the pictures large', 'Save again from the web'],
    ...['Next article', 'Export all highlights: As Markdown…'],
  ]) {
    await palette.getByRole('combobox').fill(name)
    await expect(palette.getByRole('option', { name, exact: false }).first()).toBeVisible()
  }
  await room.press('Escape')
})

/** Of the menu bar: whether an entry can be chosen, and whether it is marked. */
const entryOf = (command: string) =>
  app.electron.evaluate(({ Menu }, id) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id)
    return item ? { isOff: !item.enabled, isOn: item.checked } : undefined
  }, command)

test('the menu bar dims what has nothing to act on: without an article, without a search, behind a dialog', async () => {
  await room.view('Later')
  await room.press('Escape')
  const isOff = (command: string) => expect.poll(async () => (await entryOf(command))?.isOff, { message: command })
  for (const command of ['saving.cancel', 'search.save', 'article.restore']) await isOff(command).toBe(true)
  await room.view('Inbox')
  await room.open(title)
  for (const command of ['article.print', 'highlight.keep', 'article.trash', 'view.later'])
    await isOff(command).toBe(false)
  // One has pictures, a highlight since the test of a passage's menu, and no PDF; the other has a snapshot alone.
  for (const command of ['reader.snapshot', 'highlight.next', 'pictures']) await isOff(command).toBe(false)
  await isOff('reader.pdf').toBe(true)
  await room.open('A page with a link')
  for (const command of ['reader.pdf', 'highlight.next', 'pictures']) await isOff(command).toBe(true)
  await room.search('letters')
  await isOff('search.save').toBe(false)
  await room.search('')
  await room.press('Control+,')
  for (const command of ['article.print', 'article.trash', 'view.later']) await isOff(command).toBe(true)
  for (const command of ['add', 'undo', 'theme.dusk', 'shortcuts']) await isOff(command).toBe(false)
  await room.press('Escape')
  await isOff('view.later').toBe(false)
})

test('the menu bar marks the theme, and what is shown', async () => {
  const isOn = (command: string) => expect.poll(async () => (await entryOf(command))?.isOn, { message: command })
  const choose = (command: string) =>
    app.electron.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command)
  await room.view('Inbox')
  await app.window.getByRole('grid').focus()
  await choose('theme.dusk')
  await isOn('theme.dusk').toBe(true)
  await isOn('theme.paper').toBe(false)
  await isOn('sidebar.toggle').toBe(true)
  await choose('sidebar.toggle')
  await isOn('sidebar.toggle').toBe(false)
  await room.press('[')
  await isOn('sidebar.toggle').toBe(true)
  await choose('theme.system')
  await isOn('theme.dusk').toBe(false)
})
