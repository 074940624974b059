// Articles of many pages are kept whole, in order; what merely comes next on a site is another article.
import { expect, test } from 'playwright/test'
import { serialSentence } from '../site/serial.ts'
import { startSite, type Site } from '../site.ts'
import { newPlaces, runCli } from './app.ts'
import { articlesOf } from './jsonLines.ts'
import { keptHtml, versionRecords } from './vaultFiles.ts'

let site: Site

test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.close())

test('the parts of an article are joined in order, by the link for machines and by the numbers of a pager', async () => {
  const places = { ...(await newPlaces()), allowPrivate: site.hosts() }
  const saved = await runCli(
    ['save', site.url('a', '/serial/lodger'), site.url('b', '/serial/keeper'), '--json'],
    places,
  )
  expect(saved.code, saved.stderr).toBe(0)
  const entries = articlesOf(saved)
  expect(entries).toHaveLength(2)
  for (const series of ['lodger', 'keeper']) {
    const entry = entries.find(({ title }) => title === `The ${series}, told in full`)
    expect(entry, series).toBeDefined()
    const html = keptHtml(places.vault, entry!.id)
    const found = [1, 2, 3].map((part) => html.indexOf(serialSentence(series, part)))
    expect(
      found.every((at, n) => at > (found[n - 1] ?? -1)),
      `${series}: ${found.join()}`,
    ).toBe(true)
    expect(html.match(/<img/g)).toHaveLength(3)
    expect(entry!.words).toBeGreaterThan(300)
  }
  expect(site.requests.filter(({ path }) => path === '/many/5')).toEqual([])
})

test('an article of more than thirty pages is kept to its thirtieth, one with a page missing as far as that, and either is said', async () => {
  test.setTimeout(180_000)
  const places = { ...(await newPlaces()), allowPrivate: site.hosts() }
  const saved = await runCli(['save', site.url('a', '/serial/saga'), site.url('b', '/serial/torn'), '--json'], places)
  expect(saved.code, saved.stderr).toBe(0)
  const recordOf = (series: string) =>
    versionRecords(places.vault).find(({ title }) => title === `The ${series}, told in full`)!
  expect(recordOf('saga')).toMatchObject({
    verdict: 'partial',
    reasons: ['The article has more pages than the 30 that were kept.'],
  })
  const html = keptHtml(places.vault, recordOf('saga').id)
  expect(html).toContain(serialSentence('saga', 30))
  expect(html).not.toContain(serialSentence('saga', 31))
  expect(recordOf('torn')).toMatchObject({ verdict: 'partial', reasons: ['Page 3 of the article could not be had.'] })
  expect(keptHtml(places.vault, recordOf('torn').id)).toContain(serialSentence('torn', 2))
})
