// The main story, in the window: save three pages as the web serves them, unplug the site, start again, and everything is there to read.
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { launchApp, newPlaces, type App, type Places } from './app.ts'
import { folded } from './jsonLines.ts'
import { roomOf, type Room } from './room.ts'

const paths = ['/news/tide-mill', '/magazine/silence', '/app/night-train'] as const

let site: Site
let places: Places
let app: App
let room: Room

test.describe.configure({ mode: 'serial' })

async function start(args: readonly string[] = []): Promise<void> {
  app = await launchApp({ ...places, allowPrivate: site.hosts(), args })
  room = roomOf(app.window)
}

test.beforeAll(async () => {
  site = await startSite()
  places = await newPlaces()
  await start(paths.map((path) => site.url('a', path)))
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

const titleOf = (path: (typeof paths)[number]) => site.truth(path).title

test('three pages are saved, each with its title, site, author and reading time', async () => {
  for (const path of paths) await expect(room.row(titleOf(path))).toBeVisible({ timeout: 30_000 })
  await expect(room.captures).toHaveCount(0)
  const { siteName, byline } = site.truth('/news/tide-mill')
  await expect(room.row(titleOf('/news/tide-mill'))).toContainText(siteName!)
  await expect(room.row(titleOf('/news/tide-mill'))).toContainText(byline!)
  await expect(room.row(titleOf('/magazine/silence'))).toContainText(/\d+ min/)
})

test('with the site gone and the app started again, all three read whole, with their images', async () => {
  await app.close()
  await site.stop()
  const asked = site.requests.length
  await start()
  for (const path of paths) {
    const { sentences, notSentences, images, captions } = site.truth(path)
    const article = await room.open(titleOf(path))
    for (const sentence of [...sentences, ...captions]) expect.soft(article.text, path).toContain(folded(sentence))
    for (const sentence of notSentences) expect.soft(article.text, path).not.toContain(folded(sentence))
    expect(article.images, path).toHaveLength(images)
    for (const { src, naturalWidth } of article.images) {
      expect(src).toMatch(/^offprint-asset:[0-9a-f]{64}\.[a-z]+$/)
      expect(naturalWidth).toBeGreaterThanOrEqual(480)
    }
  }
  expect(site.requests.length).toBe(asked)
})

test('an article is tagged with a key', async () => {
  await room.open(titleOf('/magazine/silence'))
  await room.tag('sound/archives')
  await expect(room.row(titleOf('/magazine/silence'))).toContainText('sound/archives')
  await expect(app.window.getByRole('navigation', { name: 'Library' })).toContainText('archives')
})

test('search finds by words, a phrase, OR, a prefix and a tag, as one types', async () => {
  for (const [query, found] of [
    ['sluice councillors', ['/news/tide-mill']],
    ['"lined with felt"', ['/magazine/silence']],
    ['chandlery OR electrified', ['/news/tide-mill', '/app/night-train']],
    ['electrif*', ['/app/night-train']],
    ['tag:sound/archives', ['/magazine/silence']],
    ['tag:sound microphones', ['/magazine/silence']],
  ] as const) {
    await room.search(query)
    await expect(room.rows, query).toHaveCount(found.length)
    for (const path of found) await expect(room.row(titleOf(path)), query).toBeVisible()
  }
})

test('the found words are marked in the snippet and in the article, which opens at the first of them', async () => {
  await room.search('electrified')
  const row = room.row(titleOf('/app/night-train'))
  await expect(row.locator('mark').first()).toHaveText('electrified')
  await room.search('substation')
  await expect(row.locator('mark').first()).toHaveText('substation')
  const article = await room.open(titleOf('/app/night-train'))
  await expect.poll(async () => (await room.shown(article.title)).marks).toBe(1)
  expect((await room.shown(article.title)).scrollTop).toBeGreaterThan(200)
})

test('n and N walk the marks', async () => {
  await room.search('train')
  await room.open(titleOf('/app/night-train'))
  await expect.poll(async () => (await room.shown(titleOf('/app/night-train'))).marks).toBeGreaterThan(3)
  await room.press('n')
  const first = app.window.getByText(/^\d+ of \d+$/)
  await expect(first).toBeVisible()
  const before = await first.textContent()
  await room.press('n')
  await expect(first).not.toHaveText(before!)
  await room.press('Shift+N')
  await expect(first).toHaveText(before!)
})

test('trash takes the article away and undo brings it back', async () => {
  await room.search('')
  await room.view('Inbox')
  await room.open(titleOf('/news/tide-mill'))
  await room.press('d')
  await expect(room.row(titleOf('/news/tide-mill'))).toHaveCount(0)
  await room.view('Trash')
  await expect(room.row(titleOf('/news/tide-mill'))).toBeVisible()
  await room.press('z')
  await expect(room.row(titleOf('/news/tide-mill'))).toHaveCount(0)
  await room.view('Inbox')
  await expect(room.row(titleOf('/news/tide-mill'))).toBeVisible()
})

test('closed and opened again, all is as it was: tags, what was read and how far', async () => {
  await room.open(titleOf('/magazine/silence'))
  await room.scrollTo(0.6)
  const left = await room.shown(titleOf('/magazine/silence'))
  expect(left.scrollTop).toBeGreaterThan(1_000)
  await expect(room.row(left.title).locator('.row-progress')).toBeVisible()
  await app.close()
  await start()
  await expect(room.row(left.title)).toContainText('sound/archives')
  await room.open(left.title)
  await expect.poll(async () => (await room.shown(left.title)).topWords).toBe(left.topWords)
})

test('how far one has read is kept also when the window closes in the middle of reading', async () => {
  await room.scrollTo(0.3)
  const left = await room.shown(titleOf('/magazine/silence'))
  await app.close()
  await start()
  await room.open(left.title)
  await expect.poll(async () => (await room.shown(left.title)).topWords).toBe(left.topWords)
})
