// Something missing or too much: shown on the snapshot, kept as a rule of the site, applied without a connection to what is kept, taken back.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { html } from '../site/answer.ts'
import { startSite, type Site } from '../site.ts'
import { launchApp, newFolder, newPlaces, type App, type Places } from './app.ts'
import { roomOf, type Room } from './room.ts'

test.describe.configure({ mode: 'serial' })

const sentences = [
  'The tide came in twice that day, and nobody in the harbour could say afterwards why it had.',
  'An old man who had kept the light for thirty years walked down to the quay to look at it.',
  'He counted the boats, as he always did, and wrote the number into a book with a green cover.',
  'By evening the water stood where it had stood in the morning, and the book was closed again.',
]
const plug = 'Our pocket guide to the harbour lies in every shop along the quay, at a fair price.'
const table = 'High water at six and at seven, measured by hand at the old stairs.'
const note = (n: number) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Note ${n}</title><meta property="og:type" content="article"></head><body><nav><a href="/">Front page</a></nav>
<main><article><h1>Note ${n}</h1>${sentences.map((text) => `<p>${text} ${sentences.join(' ')} This is note ${n}.</p>`).join('\n')}
<p class="plug">${plug}</p><div class="newsletter-box"><p>${table}</p></div></article></main><footer><a href="/note/8">Note 8</a> <a href="/note/9">Note 9</a></footer></body></html>`

let site: Site
let places: Places
let app: App
let room: Room

test.beforeAll(async () => {
  site = await startSite({ routes: { '/note/*': (visit) => html(note(Number(visit.path.slice(6)))) } })
  places = await newPlaces()
  app = await launchApp({
    ...places,
    allowPrivate: site.hosts(),
    args: [site.url('a', '/note/1'), site.url('a', '/note/2')],
  })
  room = roomOf(app.window)
  for (const title of ['Note 1', 'Note 2']) await expect(room.row(title)).toBeVisible({ timeout: 60_000 })
  await expect(room.captures).toHaveCount(0)
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

const textOf = async (title: string) => (await room.shown(title)).text
const highlights = () =>
  app.window.evaluate(() => {
    const frame = [...document.querySelectorAll('iframe')].find(
      (one) => one.contentDocument?.location.pathname === '/reader/',
    )
    const drawn = (frame?.contentWindow as Window & typeof globalThis).CSS.highlights.get('offprint-yellow')
    return [...(drawn ?? [])].map(String).join(' ')
  })

test('what is too much is left out by a click, what is missing taken in by keyboard, and kept as a rule', async () => {
  const before = await room.open('Note 1')
  expect(before.text).toContain(plug)
  expect(before.text).not.toContain(table)
  await room.press('v')
  await expect(app.window.getByRole('toolbar', { name: 'What is chosen' })).toBeVisible()
  await room.press('1')
  await expect.poll(highlights).toContain('The tide came in twice')
  await room.press('Escape')

  await room.press('Control+Shift+e')
  const dialog = app.window.getByRole('dialog', { name: 'Something missing or too much?' })
  const snapshot = dialog.frameLocator('iframe[title="The page as it looked"]')
  await snapshot.locator('p.plug[data-offprint-fix="in"]').click()
  await expect(dialog.getByRole('button', { name: 'Take back: Leave out p.plug' })).toBeVisible()
  await expect(snapshot.locator('p.plug[data-offprint-fix="out"]')).toBeVisible()
  // Not through the links of the page, of which there may be hundreds.
  await room.press('Tab')
  await expect(dialog.getByRole('button', { name: 'More' })).toBeFocused()
  await room.press('Shift+Tab')
  await room.press('ArrowDown')
  await expect(dialog.getByRole('status')).toContainText(`Left out: ${table.slice(0, 30)}`)
  await room.press('Enter')
  await expect(dialog.getByRole('button', { name: /^Take back: Take in div\.newsletter-box/ })).toBeVisible()

  // Left by Escape nothing is kept, and nothing of it lost.
  await room.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(app.window.locator('.toaster')).toContainText('Not kept.')
  await app.window.locator('.toaster').getByRole('button', { name: 'Undo' }).click()
  await expect(dialog.getByRole('button', { name: 'Take back: Leave out p.plug' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Take back: Take in div\.newsletter-box/ })).toBeVisible()

  const preview = dialog.frameLocator('iframe[title="The article so made"]')
  await expect(preview.locator('main')).toContainText(table)
  await expect(preview.locator('main')).not.toContainText(plug)
  await dialog.getByRole('button', { name: 'Keep for this site' }).click()
  await expect(app.window.getByRole('button', { name: 'Apply to 2 articles' })).toBeFocused()
  const [device] = readdirSync(join(places.vault, 'rules'))
  const rule = readFileSync(join(places.vault, 'rules', device!, 'a.localhost.txt'), 'utf8')
  expect(rule).toContain('remove p.plug\n')
})

test('it is applied to what is kept of the site, without a connection, and highlights stay', async () => {
  await site.stop()
  await app.window.getByRole('button', { name: 'Apply to 2 articles' }).click()
  await expect(app.window.getByText('Read 2 articles again.')).toBeVisible()
  await expect.poll(() => textOf('Note 1')).toContain(table)
  expect(await textOf('Note 1')).not.toContain(plug)
  await expect.poll(highlights).toContain('The tide came in twice')
  await room.open('Note 2')
  await expect.poll(() => textOf('Note 2')).toContain(table)
  expect(await textOf('Note 2')).not.toContain(plug)
})

test('a version that was read again says so and when: it is of the same capture as the one before', async () => {
  await room.press('Control+k')
  await app.window.getByRole('combobox').fill('Versions')
  await app.window.getByRole('option', { name: 'Versions' }).first().waitFor()
  await room.press('Enter')
  const dialog = app.window.getByRole('dialog', { name: /^Versions of/ })
  const entries = dialog.getByRole('list', { name: 'Versions' }).getByRole('listitem')
  await expect(entries).toHaveCount(2)
  await expect(entries.nth(0)).toContainText('read again from its snapshot')
  await expect(entries.nth(1)).not.toContainText('read again')
  await entries.getByRole('button', { name: 'Compare' }).click()
  await expect(dialog.getByRole('status')).toContainText('(read again)')
  await expect(dialog.getByRole('region', { name: 'Compare' })).toBeFocused()
  // Back to the list of versions, and out.
  await room.press('Escape')
  await expect(dialog.getByRole('button', { name: 'Compare' })).toBeFocused()
  await room.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('pointing that was cancelled begins anew', async () => {
  await room.open('Note 2')
  await room.press('Control+Shift+e')
  const dialog = app.window.getByRole('dialog', { name: 'Something missing or too much?' })
  const lines = dialog.getByRole('button', { name: /^Take back/ })
  await expect(lines).toHaveCount(2)
  await dialog.frameLocator('iframe[title="The page as it looked"]').locator('article p').first().click()
  await expect(lines).toHaveCount(3)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await room.press('Control+Shift+e')
  await expect(lines).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
})

test('a new article of the site follows it from the start', async () => {
  await site.start()
  const url = site.url('a', '/note/3')
  await app.window.evaluate(
    (address) =>
      (
        window as unknown as { offprint: { request(name: string, ...args: unknown[]): Promise<unknown> } }
      ).offprint.request('capture.add', [address]),
    url,
  )
  await expect(room.row('Note 3')).toBeVisible({ timeout: 60_000 })
  const { text } = await room.open('Note 3')
  expect(text).toContain(table)
  expect(text).not.toContain(plug)
})

test('undo shows the versions before again', async () => {
  await room.open('Note 2')
  await room.press('z')
  await expect.poll(() => textOf('Note 2')).toContain(plug)
  expect(await textOf('Note 2')).not.toContain(table)
})

const rules = () => app.window.getByRole('dialog', { name: 'Rules of sites' })
const fileOf = (name: string) => join(places.vault, 'rules', readdirSync(join(places.vault, 'rules'))[0]!, name)

/** From the settings, whatever is open. */
async function showRules() {
  await app.window.keyboard.press('Escape')
  await room.press('Control+,')
  await app.window.getByRole('button', { name: 'Show the rules' }).click()
}

test('before the article has been read nothing can be taken in that is in it already', async () => {
  await room.open('Note 1')
  await app.electron.evaluate(({ ipcMain }) => {
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, (...args: unknown[]) => unknown>
    const own = handlers.get('rule.preview')!
    const { promise, release } = (() => {
      let release = () => {}
      return { promise: new Promise<void>((done) => (release = done)), release: () => release() }
    })()
    Object.assign(globalThis, { releasePreview: release })
    handlers.set('rule.preview', async (...args) => {
      await promise
      handlers.set('rule.preview', own)
      return own(...args)
    })
  })
  await room.press('Control+Shift+e')
  const dialog = app.window.getByRole('dialog', { name: 'Something missing or too much?' })
  const snapshot = dialog.frameLocator('iframe[title="The page as it looked"]')
  await snapshot.getByText('The tide came in twice').first().click()
  await expect(dialog.getByRole('status')).toHaveText('The article is being read…')
  await expect(dialog.getByRole('button', { name: 'Leave out', exact: true })).toBeDisabled()
  await app.electron.evaluate(() => (globalThis as unknown as { releasePreview: () => void }).releasePreview())
  await expect(dialog.getByRole('status')).toContainText('In the article: The tide came in twice')
  await room.press('Enter')
  await expect(snapshot.locator('p[data-offprint-fix="out"]').first()).toContainText('The tide came in twice')
  await room.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('the settings list the rules of sites; one is read and changed there as text', async () => {
  await showRules()
  await rules().getByText('a.localhost', { exact: true }).click()
  const text = rules().getByRole('textbox', { name: 'Rule of a.localhost' })
  await expect(text).toHaveValue(/remove p\.plug\n/)
  await text.fill('remove p.plug\nremove p.advert\nwhatever this is\n')
  await expect(rules().getByRole('status')).toContainText('Line 3 says nothing')
  await rules().getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(app.window.getByText('Kept the rule for a.localhost.')).toBeVisible()
  expect(readFileSync(fileOf('a.localhost.txt'), 'utf8')).toContain('remove p.advert\n')
})

test('a rule is handed on as a file, deleted, brought back, and taken in from a file', async () => {
  const path = join(await newFolder('rules'), 'a.localhost.txt')
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
  await rules().getByRole('button', { name: 'Export…' }).click()
  await expect(app.window.getByText('Saved as a.localhost.txt.')).toBeVisible()
  expect(readFileSync(path, 'utf8')).toContain('remove p.advert\n')

  await rules().getByRole('button', { name: 'Delete' }).click()
  await expect(app.window.getByText('Deleted the rule for a.localhost.')).toBeVisible()
  await expect(rules()).toContainText('No rule yet.')
  await app.window.locator('.toaster').getByRole('button', { name: 'Undo' }).click()
  await expect(rules().getByText('a.localhost', { exact: true })).toBeVisible()

  writeFileSync(path, readFileSync(path, 'utf8').replace('p.advert', 'p.taken-in'))
  await rules().getByRole('button', { name: 'Import…' }).click()
  await expect(app.window.getByText('Imported the rule for a.localhost.')).toBeVisible()
  expect(readFileSync(fileOf('a.localhost.txt'), 'utf8')).toContain('remove p.taken-in\n')

  writeFileSync(path, new Uint8Array([0xff, 0xfe, 0x00]))
  await rules().getByRole('button', { name: 'Import…' }).click()
  await expect(app.window.getByText('Could not read a.localhost.txt: it holds no plain text.')).toBeVisible()
  expect(readFileSync(fileOf('a.localhost.txt'), 'utf8')).toContain('remove p.taken-in\n')
})
