// Many links at once: text and files dropped on the window, long lists pasted, lists with mistakes in them.
import { expect, test, type Locator } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { html } from '../site/answer.ts'
import { launchApp, type App } from './app.ts'
import { roomOf, type Room } from './room.ts'

test.describe.configure({ mode: 'serial' })

let site: Site
let app: App
let room: Room

/** Pages that are not there until this is set. */
let isLateUp = false
const late = (path: string) =>
  html(
    `<title>Late ${path}</title><article><h1>Late ${path}</h1>${'<p>The ferry came in at last.</p>'.repeat(40)}</article>`,
  )

test.beforeAll(async () => {
  site = await startSite({ routes: { '/late/*': ({ path }) => (isLateUp ? late(path) : { status: 404 }) } })
  app = await launchApp({ allowPrivate: site.hosts() })
  room = roomOf(app.window)
  await expect(room.rows).toHaveCount(1)
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

const dialog = () => app.window.getByRole('dialog')
const said = () => app.window.locator('.toaster')
const many = (n: number) => site.url('ab'[n % 2]!, `/many/${n}`)

async function drop(what: {
  readonly text?: string
  readonly files?: readonly (readonly [name: string, body: string, type?: string])[]
}) {
  await app.window.evaluate(({ text, files }) => {
    const data = new DataTransfer()
    if (text !== undefined) data.setData('text/plain', text)
    for (const [name, body, type] of files ?? []) data.items.add(new File([body], name, type ? { type } : {}))
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }))
  }, what)
}

async function saved(...numbers: readonly number[]): Promise<void> {
  for (const n of numbers) await expect(room.row(site.truth(`/many/${n}`).title)).toBeVisible({ timeout: 60_000 })
  await expect(room.captures).toHaveCount(0)
}

test('text with links in it, dropped on the window, saves each link once', async () => {
  await drop({ text: `Read (${many(31)}) first, then ${many(32)}.\nAgain: ${many(31)}` })
  await saved(31, 32)
  await expect(room.rows).toHaveCount(3)
})

test('a file of links and a file of bookmarks, dropped together, save what is in both', async () => {
  await drop({
    files: [
      ['links.txt', `# to read\n${many(33)}\n`],
      [
        'bookmarks.html',
        `<DL><p><DT><A HREF="${many(34)}" ADD_DATE="1">One</A><DT><a href="javascript:void 0">No</a></DL>`,
      ],
    ],
  })
  await saved(33, 34)
})

test('text without a link, dropped or pasted, says so and adds nothing', async () => {
  await drop({ text: 'Nothing to see here.' })
  await expect(said()).toContainText('There is no web address in that.')
  await said().getByRole('button', { name: 'Dismiss' }).click()
  await app.electron.evaluate(({ clipboard }) => clipboard.writeText('Nothing here either.'))
  await room.rows.first().click()
  await room.press('Control+v')
  await expect(said()).toContainText('There is no web address in that.')
  await expect(room.captures).toHaveCount(0)
})

test('a passage whose words lead somewhere, pasted, shows the addresses behind them in the field, and they are saved', async () => {
  const passage = { text: 'Two piers', html: `<p><a href="${many(39)}">Two</a> <a href="${many(40)}">piers</a></p>` }
  // What the clipboards of the systems hold of a page is not told alike by all versions of Electron.
  const paste = (where: Locator) =>
    where.evaluate((target, { text, html: markup }) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      clipboardData.setData('text/html', markup)
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, passage)
  await paste(app.window.getByRole('grid'))
  const field = dialog().getByRole('textbox')
  await expect(field).toHaveValue(`${many(39)}\n${many(40)}`)
  await field.press('Escape')
  await expect(room.captures).toHaveCount(0)

  await room.press('Control+n')
  await paste(field)
  await expect(field).toHaveValue(`${many(39)}\n${many(40)}`)
  await field.press('Control+Enter')
  await saved(39, 40)
})

test('a picture dropped on the window saves nothing of the addresses in its bytes, and it is said', async () => {
  const bytes = `xmlns:x="${many(37)}" ${many(38)}`
  await drop({ files: [['photo.jpg', bytes, 'image/jpeg']] })
  await expect(said()).toContainText('A file of that kind holds no list of links.')
  await expect(room.captures).toHaveCount(0)
  expect(site.requests.filter(({ path }) => /many\/3[78]/.test(path))).toEqual([])
})

test('of a list in the field the lines that are no address come back with the reason, the others are saved', async () => {
  await room.press('Control+n')
  const field = dialog().getByRole('textbox')
  await field.fill(`${many(35)}\n\nfile:///etc/passwd\n${many(36)}\nht!tp://x`)
  await expect(dialog().getByRole('button', { name: 'Save 4 links' })).toBeVisible()
  await field.press('Enter')
  await expect(dialog().getByRole('alert')).toContainText('Only http and https pages can be saved.')
  await expect(dialog().getByRole('alert')).toContainText('That is not a valid web address.')
  await expect(field).toHaveValue('file:///etc/passwd\nht!tp://x')
  await room.press('Escape')
  await saved(35, 36)
})

test('a long list pasted anywhere is counted and asked about first; agreed to, all of it is saved while one reads on', async () => {
  const numbers = Array.from({ length: 26 }, (_, n) => 101 + n)
  const before = await room.rows.count()
  await app.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), numbers.map(many).join('\n'))
  await room.rows.first().click()
  await room.press('Control+v')
  await expect(dialog()).toHaveAccessibleName('Save 26 links?')
  await dialog().getByRole('button', { name: 'Cancel' }).click()
  await expect(room.captures).toHaveCount(0)
  await room.press('Control+v')
  await dialog().getByRole('button', { name: 'Save 26 links' }).click()
  await expect(app.window.locator('.activity')).toContainText(/Saving \d+ of 26/)
  await expect(room.captures).toHaveCount(0, { timeout: 110_000 })
  await expect
    .poll(async () => Number(await app.window.getByRole('grid').getAttribute('aria-rowcount')))
    .toBe(before + 26)
})

const strip = () => app.window.locator('.activity')

test('when a long list is through, the strip below the list says what became of it, and what was here already is no message for each', async () => {
  await expect(strip()).toContainText('26 saved')
  await expect(strip()).not.toContainText('failed')
  await strip().getByRole('button', { name: 'Put away' }).click()
  await expect(strip()).toHaveCount(0)
  await expect(app.window.getByRole('grid')).toBeFocused()
  const links = [...[31, 32, 33, 201, 202, 203, 204, 205].map(many), ...[1, 2].map((n) => site.url('c', `/late/${n}`))]
  await room.press('Control+n')
  await dialog().getByRole('textbox').fill(links.join('\n'))
  await room.press('Enter')
  await expect(strip()).toContainText('5 saved, 3 already here, 2 failed', { timeout: 110_000 })
  await expect(said()).not.toContainText('Already saved')
})

test('a link that fails later is told of over what became of the list, which is told again once that is seen', async () => {
  await app.window.getByRole('grid').evaluate((box) => box.scrollTo({ top: 2_000, behavior: 'instant' }))
  await app.window.evaluate((url) => window.offprint.request('capture.add', [url]), site.url('b', '/status/404'))
  await expect(strip()).toContainText('1 link could not be saved', { timeout: 60_000 })
  await strip().getByRole('button', { name: 'Show', exact: true }).press('Enter')
  await expect(room.captures.first()).toBeInViewport({ ratio: 1 })
  await expect(strip()).toContainText('5 saved, 3 already here, 2 failed')
  await room.captures.first().getByRole('button', { name: 'Remove' }).press('Enter')
  await expect(room.captures).toHaveCount(2)
})

test('from there, by keys alone, one sees which links failed and why, and tries them again', async () => {
  await room.press('Control+k')
  await app.window.getByRole('combobox').fill('became of the list')
  await app.window.getByRole('option', { name: 'Show what became of the list of links' }).waitFor()
  await room.press('Enter')
  await expect(dialog()).toHaveAccessibleName('8 of 10 links are kept')
  await expect(dialog().getByRole('listitem')).toHaveCount(2)
  await expect(dialog().getByRole('listitem').first()).toContainText('404')
  isLateUp = true
  await dialog().getByRole('button', { name: 'Retry all 2' }).press('Enter')
  await expect(dialog()).toHaveAccessibleName('All 10 links are kept', { timeout: 60_000 })
  await expect(dialog().getByRole('listitem')).toHaveCount(0)
  await room.press('Escape')
  await expect(dialog()).toHaveCount(0)
  await expect(strip()).toHaveCount(0)
  await expect(app.window.getByRole('grid')).toBeFocused()
})

test('a long list that is called off has not failed and leaves the keys to the list; all that was not saved is removed at once, and Undo brings it back', async () => {
  const links = Array.from({ length: 30 }, (_, n) => site.url('ab'[n % 2]!, `/late/called-off-${n}?hold=called-off`))
  await app.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), links.join('\n'))
  await room.press('Control+v')
  await dialog().getByRole('button', { name: 'Save 30 links' }).press('Enter')
  await expect(strip()).toContainText('of 30')
  await strip().getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(strip()).toContainText('30 cancelled')
  await expect(strip()).not.toContainText('failed')
  await expect(app.window.getByRole('grid')).toBeFocused()
  await strip().getByRole('button', { name: 'Show' }).press('Enter')
  await expect(dialog()).toContainText('cancelled')
  await expect(dialog()).not.toContainText('failed')
  await dialog().getByRole('button', { name: 'Remove all 30' }).press('Enter')
  await expect(dialog()).toHaveCount(0)
  await expect(room.captures).toHaveCount(0)
  await expect(said()).toContainText('Removed 30 links.')
  await expect(app.window.getByRole('grid')).toBeFocused()
  await said().getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(strip()).toContainText('of 30')
  site.release('called-off')
  await expect(strip()).toContainText('30 saved', { timeout: 110_000 })
})
