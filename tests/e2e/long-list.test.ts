// A long list of links: fetched without windows where that brings the whole article, rendered where it does not, and judged either way.
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { newPlaces, runCli, type Places } from './app.ts'
import { articlesOf, folded, shownOf } from './jsonLines.ts'
import { oddPages } from './oddPages.ts'
import { versionRecords } from './vaultFiles.ts'

test.describe.configure({ mode: 'serial' })

let site: Site
let places: Places
const hosts = Array.from({ length: 52 }, (_, n) => `h${n}`)
const scriptMade = '/app/night-train'

test.beforeAll(async () => {
  site = await startSite({ routes: oddPages })
  places = await newPlaces()
})
test.afterAll(() => site.close())

test('a long list is saved, each page by the road that brings all of it', async () => {
  test.setTimeout(180_000)
  const urls = [
    ...hosts.map((host, n) => site.url(host, `/many/${n}`)),
    site.url('a', scriptMade),
    site.url('base', '/odd/base'),
  ]
  const saved = await runCli(['save', ...urls, '--json'], { ...places, allowPrivate: site.hosts(...hosts, 'base') })
  expect(saved.code, saved.stderr).toBe(0)
  expect(articlesOf(saved)).toHaveLength(urls.length)

  const records = versionRecords(places.vault).filter(({ how }) => how.way !== 'written')
  const wayOf = (path: string) => records.find(({ url }) => new URL(url).pathname === path)?.how.way
  expect(hosts.map((_, n) => wayOf(`/many/${n}`))).toEqual(hosts.map(() => 'fetched'))
  expect(wayOf(scriptMade)).toBe('rendered')
  for (const { url, verdict, images, files } of records) {
    expect.soft(verdict, url).toBe('complete')
    expect.soft(images?.kept, url).toBe(images?.found)
    expect.soft(files['page.html.gz'], url).toBeDefined()
  }
  const based = records.find(({ url }) => url.endsWith('/odd/base'))!
  expect(based.how.way).toBe('fetched')
  expect(shownOf(await runCli(['show', based.id, '--html', '--json'], places)).html).toContain(
    `href="${site.url('base', '/elsewhere/further')}"`,
  )
  const first = records.find(({ url }) => url.endsWith('/many/0'))!
  expect(first.images).toEqual({ kept: 1, found: 1 })
  const shown = shownOf(await runCli(['show', first.id, '--html', '--json'], places))
  for (const sentence of site.truth('/many/0').sentences)
    expect(folded((shown.html ?? '').replace(/<[^>]+>/g, ' '))).toContain(sentence)
})

test('walls are recognised and said, and the address is kept', async () => {
  const urls = ['/captcha', '/members/estuary'].map((path) => site.url('b', path))
  const saved = await runCli(['save', ...urls, '--json'], { ...places, allowPrivate: site.hosts() })
  const byPath = new Map(articlesOf(saved).map((one) => [new URL(one.url).pathname, one]))
  expect(byPath.get('/captcha')?.verdict).toBe('wall')
  expect(byPath.get('/members/estuary')?.verdict).toBe('wall')
  expect(saved.stderr).toContain('The site asked for proof that no robot is reading')
  expect(saved.stderr).toMatch(/This looks like a sign-in wall; \d+ (words|of about \d+ words) are visible\./)
})
