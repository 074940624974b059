// The profile holds the library, the index and the settings, and none of it is needed: deleting it all loses nothing a reader did.
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { newPlaces, runCli, type Places } from './app.ts'
import { articlesOf, hitsOf, shownOf } from './jsonLines.ts'

let site: Site
let places: Places
const run = (...args: readonly string[]) => runCli(args, { ...places, allowPrivate: site.hosts() })

test.beforeAll(async () => {
  site = await startSite()
  places = await newPlaces()
})
test.afterAll(() => site.close())

test('G2: deleting the whole profile loses nothing', async () => {
  test.setTimeout(120_000)
  const ended = await run(
    'save',
    site.url('a', '/news/tide-mill'),
    site.url('a', '/ja/rain-bookshop'),
    site.url('a', '/many/7'),
    '--json',
  )
  expect(ended.code, ended.stderr).toBe(0)
  const [one, , three] = articlesOf(ended)
  await run('tag', one!.id, '+kept', '+kept/well')
  await run('trash', three!.id)
  const before = articlesOf(await run('list', '--json'))
  const texts = await Promise.resolve(shownOf(await run('show', one!.id, '--html', '--json')))

  for (const name of readdirSync(places.profile)) rmSync(join(places.profile, name), { recursive: true })

  expect(articlesOf(await run('list', '--json'))).toEqual(before)
  expect(shownOf(await run('show', one!.id, '--html', '--json'))).toEqual(texts)
  expect(hitsOf(await run('search', 'tag:kept/well', '--json')).map(({ id }) => id)).toEqual([one!.id])
  expect(shownOf(await run('show', three!.id, '--text', '--json')).text).toContain('entry number 7')
  const verified = await run('verify')
  expect(verified.code, verified.stdout).toBe(0)
})
