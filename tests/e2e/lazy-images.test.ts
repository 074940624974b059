// Every way of keeping a picture back that the local site knows, through the whole path: saved from the command line, looked for in the vault.
import { createHash } from 'node:crypto'
import { expect, test } from 'playwright/test'
import { lazyPaths, lazyWays, pictureOf, waysOf } from '../site/lazyWays.ts'
import { png } from '../site/png.ts'
import { startSite, type Site } from '../site.ts'
import { newPlaces, runCli } from './app.ts'
import { articlesOf, type Line } from './jsonLines.ts'
import { keptHtml } from './vaultFiles.ts'

let site: Site

test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.close())

const hosts = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

test('of at least 25 ways to load pictures late, 98 % leave the best picture in the article', async () => {
  test.setTimeout(240_000)
  expect(lazyWays.length).toBeGreaterThanOrEqual(25)
  const places = { ...(await newPlaces()), allowPrivate: site.hosts(...hosts) }
  const urls = lazyPaths.map((path, n) => site.url(hosts[n % hosts.length]!, path))
  const entries: Line[] = []
  // A few at a time: many at once are first looked at without their scripts.
  for (let at = 0; at < urls.length; at += 4) {
    const saved = await runCli(['save', ...urls.slice(at, at + 4), '--json'], places)
    expect(saved.code, saved.stderr).toBe(0)
    entries.push(...articlesOf(saved))
  }
  const lost: string[] = []
  for (const path of lazyPaths) {
    const entry = entries.find(({ url }) => new URL(url).pathname === path)
    expect(entry, path).toBeDefined()
    const html = keptHtml(places.vault, entry!.id)
    for (const way of waysOf(path)) {
      const width = way.widthPx ?? 960
      const bytes = png(pictureOf(way), width, Math.ceil((width * 5) / 8))
      const name = createHash('sha256').update(bytes).digest('hex')
      const image = html.match(new RegExp(`<img[^>]*${name}[^>]*>`))?.[0]
      if (image === undefined) lost.push(way.name)
      else if (!/ width="\d+" height="\d+"/.test(image)) lost.push(`${way.name}: without its size`)
    }
    expect.soft(html.match(/<img/g)?.length, path).toBe(waysOf(path).length)
  }
  expect(lost, `${lost.length} of ${lazyWays.length}`).toEqual([])
})
