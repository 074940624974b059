// What an article has folded away is opened before it is kept, and nothing else is.
import { expect, test } from 'playwright/test'
import { foldedSentence, foldWays, neverOpened } from '../site/folds.ts'
import { startSite, type Site } from '../site.ts'
import { newPlaces, runCli } from './app.ts'
import { articlesOf } from './jsonLines.ts'
import { keptHtml } from './vaultFiles.ts'

let site: Site

test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.close())

test('the folds of an article are opened, and no comment, menu, link or form with them', async () => {
  const places = { ...(await newPlaces()), allowPrivate: site.hosts() }
  const urls = foldWays.map((way, n) => site.url('abc'[n % 3] ?? 'a', `/folds/way/${way}`))
  const saved = await runCli(['save', ...urls, '--json'], places)
  expect(saved.code, saved.stderr).toBe(0)
  const entries = articlesOf(saved)
  for (const way of foldWays) {
    const entry = entries.find(({ url }) => url.endsWith(`/${way}`))
    expect(entry, way).toBeDefined()
    expect.soft(keptHtml(places.vault, entry!.id), way).toContain(foldedSentence(way))
    expect.soft(entry!.verdict, way).toBe('complete')
  }
  expect(site.requests.map(({ path }) => path).filter((path) => neverOpened.includes(path))).toEqual([])
})
