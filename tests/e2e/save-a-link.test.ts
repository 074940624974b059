// Ways to save a link, and what one sees of it: the row at once, the title as soon as it is known, a failure with its reason and a way on.
import { expect, test } from 'playwright/test'
import { html } from '../site/answer.ts'
import { startSite, type Site } from '../site.ts'
import { launchApp, type App } from './app.ts'
import { roomOf, type Room } from './room.ts'
import { dialogsOf, recordDialogs } from './systemDialogs.ts'
import { versionRecords } from './vaultFiles.ts'

let site: Site
let app: App
let room: Room

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  site = await startSite({ routes: { '/plain/wordy': () => html(wordy) } })
  app = await launchApp({ allowPrivate: site.hosts() })
  room = roomOf(app.window)
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

/** An article without a picture, on paper that nobody could mistake. */
const wordy = `<!doctype html><html lang="en"><title>Words alone</title><body style="background: rgb(250, 200, 40); font-size: 20px"><article><h1>Words alone</h1>${'<p>The printer had no blocks to print pictures with, and made up for it by choosing his words as if each had to be carried up a hill.</p>'.repeat(8)}</article></html>`

/** A dialog with one field for links. */
async function add(text: string): Promise<void> {
  await room.press('Control+n')
  const dialog = app.window.getByRole('dialog')
  await dialog.getByRole('textbox').fill(text)
  await dialog.getByRole('textbox').press('Enter')
  await expect(dialog).toHaveCount(0)
}

test('the first start offers ways to begin, and one article to begin with', async () => {
  await expect(room.rows).toHaveCount(1)
  await expect(app.window.getByRole('button', { name: 'Paste a list of links' })).toBeVisible()
  const title = await room.rows.getByRole('heading').textContent()
  const welcome = await room.open(title!)
  expect(welcome.text.split(' ').length).toBeGreaterThan(150)
})

test('the row of a new link is there before the page has answered, and fills in', async () => {
  await add(site.url('a', '/blog/shoebox?hold=blog'))
  await expect(room.captures).toHaveCount(1)
  await expect(room.captures).toContainText('a.localhost')
  expect(site.truth('/blog/shoebox').title).toBeDefined()
  site.release('blog')
  await expect(room.row(site.truth('/blog/shoebox').title)).toBeVisible({ timeout: 30_000 })
  await expect(room.captures).toHaveCount(0)
})

test('several links, one a line, are saved together', async () => {
  await add(['/many/11', '/many/12'].map((path) => site.url('b', path)).join('\n'))
  for (const path of ['/many/11', '/many/12'])
    await expect(room.row(site.truth(path).title)).toBeVisible({ timeout: 30_000 })
})

test('a link pasted anywhere in the window is saved', async () => {
  await app.electron.evaluate(({ clipboard }, url) => clipboard.writeText(url), site.url('a', '/many/13'))
  await room.rows.first().click()
  await room.press('Control+v')
  await expect(room.row(site.truth('/many/13').title)).toBeVisible({ timeout: 30_000 })
})

test('a link dropped on the window is saved', async () => {
  await app.window.evaluate(
    (url) => {
      const data = new DataTransfer()
      data.setData('text/uri-list', url)
      data.setData('text/plain', url)
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }))
    },
    site.url('a', '/many/14'),
  )
  await expect(room.row(site.truth('/many/14').title)).toBeVisible({ timeout: 30_000 })
})

test('an article without a picture is known in the list by the top of its page as it looked; a wall is not', async () => {
  await add(site.url('c', '/plain/wordy'))
  await expect(room.row('Words alone')).toBeVisible({ timeout: 30_000 })
  const record = versionRecords(app.vault).find(({ title }) => title === 'Words alone')!
  expect(record.thumbnailOf).toBe('page')
  const picture = room.row('Words alone').locator('img')
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(200)
  expect(await picture.getAttribute('src')).toContain(record.thumbnail)
  const wall = site.truth('/members/estuary').title
  await add(site.url('c', '/members/estuary'))
  await expect(room.row(wall)).toBeVisible({ timeout: 30_000 })
  await expect(room.row(wall).locator('img')).toHaveCount(0)
})

test('a page that cannot be had keeps its row, the reason, and a way to try again', async () => {
  await site.stop()
  await add(site.url('a', '/many/15'))
  await expect(room.captures).toContainText('a.localhost closed the connection.', { timeout: 30_000 })
  await expect(room.captures.getByRole('button', { name: 'Open in browser' })).toBeVisible()
  await site.start()
  await room.captures.getByRole('button', { name: 'Retry' }).click()
  await expect(room.row(site.truth('/many/15').title)).toBeVisible({ timeout: 30_000 })
  await expect(room.captures).toHaveCount(0)
})

test('a failed link can be let go', async () => {
  await add(site.url('a', '/status/404'))
  await expect(room.captures).toContainText('The site answered 404 Not Found.', { timeout: 30_000 })
  await room.captures.getByRole('button', { name: 'Remove' }).click()
  await expect(room.captures).toHaveCount(0)
})

test('what is no address is said in the dialog, and nothing is added', async () => {
  const before = await room.rows.count()
  await room.press('Control+n')
  const dialog = app.window.getByRole('dialog')
  await dialog.getByRole('textbox').fill('file:///etc/passwd')
  await dialog.getByRole('textbox').press('Enter')
  await expect(dialog).toContainText('Only http and https pages can be saved.')
  await room.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(room.captures).toHaveCount(0)
  await expect(room.rows).toHaveCount(before)
})

test('an address of this machine that was not allowed is not opened', async () => {
  await add(`http://127.0.0.1:${site.canary.port}/`)
  await expect(room.captures).toContainText('This address is on your own computer or network. It was not opened.')
  await expect(room.captures.getByRole('button', { name: 'Allow this host' })).toBeVisible()
  await room.captures.getByRole('button', { name: 'Remove' }).click()
  expect(site.canary.connections()).toBe(0)
})

test('U7: a host of the own network is opened once it was allowed, after a question, and no more when the settings have forgotten it', async () => {
  const home = new URL(site.url('home', '/')).host
  const refused = 'This address is on your own computer or network. It was not opened.'
  const allow = room.captures.getByRole('button', { name: 'Allow this host' })
  await add(site.url('home', '/many/14'))
  await recordDialogs(app, 1) // Cancel
  await allow.click()
  await expect.poll(() => dialogsOf(app)).toEqual([`question: Allow Offprint to open ${home}?`])
  await expect(room.captures).toContainText(refused)
  await recordDialogs(app, 0)
  await allow.click()
  await expect(room.row(site.truth('/many/14').title)).toBeVisible({ timeout: 60_000 })

  await room.press('Control+,')
  await app.window
    .getByRole('dialog')
    .getByRole('button', { name: `Remove ${home}` })
    .click()
  await expect(app.window.getByRole('dialog').getByText(home, { exact: true })).toHaveCount(0)
  await room.press('Escape')
  const before = site.requests.length
  await add(site.url('home', '/many/15'))
  await expect(room.captures).toContainText(refused)
  expect(site.requests.length).toBe(before)
  await room.captures.getByRole('button', { name: 'Remove' }).click()
})

test('saving the same page again says so and makes no second row', async () => {
  await add(site.url('a', '/many/13?utm_campaign=again#top'))
  await expect(app.window.getByRole('status').filter({ hasText: 'Already saved on' })).toBeVisible({ timeout: 30_000 })
  await expect(room.row(site.truth('/many/13').title)).toHaveCount(1)
})
