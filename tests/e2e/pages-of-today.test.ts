// Pages that scripts make late, in part, in boxes or by movements, and files that are no pages: saved with the command line, whole.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { todayHabits, todayPath, todaySentence, todayTitle } from '../site/today.ts'
import { startSite, type Site } from '../site.ts'
import { launchApp, newPlaces, runCli, type CommandEnd, type Places } from './app.ts'
import { articlesOf, folded, type Line } from './jsonLines.ts'
import { roomOf } from './room.ts'
import { blobFile, keptHtml, keptPage, versionRecords } from './vaultFiles.ts'

let site: Site
let places: Places
let end: CommandEnd
let saved: Line[]

const others = [
  '/today/never',
  '/today/bytes',
  '/today/sources',
  '/today/chart',
  '/today/sticky',
  '/today/followed',
  '/today/dressed',
]
const hosts = ['a', 'b', 'c', 'd', 'e', 'f']

test.describe.configure({ mode: 'default' })

test.beforeAll(async () => {
  test.setTimeout(300_000)
  site = await startSite()
  places = await newPlaces()
  const paths = [...todayHabits.map(todayPath), ...others]
  const urls = paths.map((path, n) => site.url(hosts[n % hosts.length]!, path))
  end = await runCli(['save', ...urls, '--json'], { ...places, allowPrivate: site.hosts(...hosts) })
  saved = articlesOf(end)
})
test.afterAll(() => site.close())

const idOf = (path: string): string => {
  const line = saved.find(({ url }) => new URL(url).pathname === path)
  expect(line, `${path} was not saved\n${end.stderr}`).toBeDefined()
  return line!.id
}
const recordOf = (path: string) => versionRecords(places.vault).find(({ id }) => id === idOf(path))!

for (const habit of todayHabits)
  test(`a page is kept to its last sentence (${habit})`, () => {
    const path = todayPath(habit)
    const text = folded(keptHtml(places.vault, idOf(path)).replace(/<[^>]+>/g, ' '))
    expect(text).toContain(todaySentence(habit))
    expect(recordOf(path).verdict).toBe('complete')
  })

test('the answers stand below their questions in the snapshot too, and no list of links with them', () => {
  const page = keptPage(places.vault, idOf('/today/answers'))
  expect(page).not.toMatch(/id="answer\d"[^>]* hidden/)
  expect(page).toMatch(/id="places"[^>]* hidden/)
})

test('a page that never came to more than a turning wheel is no article', () => {
  expect(recordOf('/today/never').verdict).toBe('not-article')
})

test('what is no text is refused, whatever its server calls it', () => {
  expect(saved.filter(({ url }) => url.endsWith('/today/bytes'))).toEqual([])
  expect(end.stderr).toContain('The page data is damaged.')
})

test('an image is kept from its own address where its better source is broken', () => {
  expect(recordOf('/today/sources').images).toEqual({ kept: 1, found: 1 })
})

test('a chart that a script has drawn is a picture of the article, with its colours and words', () => {
  const record = recordOf('/today/chart')
  expect(record.images).toEqual({ kept: 1, found: 1 })
  const html = keptHtml(places.vault, record.id)
  const name = /<img[^>]* src="offprint-asset:([0-9a-f]{64}\.svg)"/.exec(html)![1]!
  expect(html).toMatch(/<img[^>]* alt="Ferries a year"/)
  const drawn = readFileSync(join(places.vault, blobFile(name)), 'utf8')
  expect(drawn).toContain('fill="rgb(0, 128, 128)"')
  expect(drawn).toContain('transform="matrix(1, 0, 0, 1, 10, 0)"')
  for (const words of ['2011', 'Ferries that sailed']) expect(drawn).toContain(`>${words}</text>`)
  expect(drawn).not.toMatch(/onload|class=|foreignObject/)
})

test('an article keeps its address, and no other one that the site lets follow below its end', () => {
  const html = keptHtml(places.vault, idOf('/today/followed'))
  expect(html).toContain(todaySentence('followed'))
  expect(html).not.toContain(todaySentence('other road'))
})

test('a picture that stays while its text goes past is a picture of the article', () => {
  expect(recordOf('/today/sticky').images).toEqual({ kept: 1, found: 1 })
})

test('Markdown has its heading for a title; data have the name of their file, and a line for each value', () => {
  expect(recordOf('/today/markdown').title).toBe(todayTitle('markdown'))
  expect(recordOf('/today/json').title).toBe('json')
  expect(keptHtml(places.vault, idOf('/today/json'))).toMatch(/<pre><code[^>]*>\{\n {2}"ferries": \[\n/)
})

test('the snapshot has the fonts of the page, and nothing that lay over it or stayed while one scrolled', async () => {
  await site.stop()
  const app = await launchApp(places)
  try {
    await roomOf(app.window).open(todayTitle('dressed'))
    await app.window.getByRole('tab', { name: 'Snapshot' }).click()
    const snapshot = app.window.frameLocator('iframe[src^="/snapshot/"]')
    const fonts = () =>
      snapshot.locator('h1').evaluate(async ({ ownerDocument: { fonts: loaded } }) => {
        await loaded.ready
        return [...loaded].map(({ family, status }) => `${family}: ${status}`)
      })
    await expect.poll(fonts).toEqual(['Ropes: loaded'])
    await expect(snapshot.getByText('The harbour', { exact: true })).toHaveCSS('position', 'relative')
    await expect(snapshot.getByText('Our letter, every Friday')).toBeHidden()
    await expect(snapshot.getByText('Have you seen our shop?')).toBeHidden()
  } finally {
    await app.close()
    await site.start()
  }
})
