import { beforeEach, expect, test } from 'vitest'
import { diskUse } from '../../../renderer/library/diskUse.ts'
import { catchUp } from '../../../renderer/library/ingest.ts'
import {
  mondayOf,
  readings,
  yearOfReading,
  yearsOf,
  type Reading,
} from '../../../renderer/library/readingStatistics.ts'
import type { FakeVault } from '../../fakes.ts'
import { withVault } from './withVault.ts'

let vault: FakeVault
beforeEach(async () => {
  vault = await withVault()
})

test('what is finished counts with all its words, what is begun with those that were reached, the rest not at all', async () => {
  const ids = [100, 1_000, 10_000].map((words, n) => {
    const url = `https://a.example/${n}`
    return vault.save({ url, canonicalUrl: url, words, siteName: 'A' }).id
  })
  vault.write([
    { act: 'progressed', article: ids[0]!, progress: 1, paragraph: 9 },
    { act: 'progressed', article: ids[1]!, progress: 0.25, paragraph: 3 },
    { act: 'tagged', article: ids[0]!, tag: 'sea' },
  ])
  await catchUp()
  const all = await readings(0.98)
  expect(
    all.map(({ words, isFinished, site }) => ({ words, isFinished, site })).sort((a, b) => a.words - b.words),
  ).toEqual([
    { words: 100, isFinished: true, site: 'A' },
    { words: 250, isFinished: false, site: 'A' },
  ])
  const year = yearOfReading(all, yearsOf(all)[0]!)
  expect(year).toMatchObject({ finished: 1, words: 350, tags: [{ name: 'sea', articles: 1, words: 100 }] })
})

test('a year has all its weeks from Monday to Monday, and each reading lies in one of them', () => {
  const reading = (day: string): Reading => ({ day, words: 10, isFinished: true, site: 'A', tags: [] })
  const year = yearOfReading([reading('2026-01-01'), reading('2026-12-31'), reading('2025-12-31')], 2026)
  expect(year.weeks[0]).toEqual({ monday: '2025-12-29', words: 10 })
  expect(year.weeks.at(-1)).toEqual({ monday: '2026-12-28', words: 10 })
  expect(year.weeks).toHaveLength(53)
  expect(year.days.size).toBe(2)
  expect(mondayOf('2026-11-22')).toBe('2026-11-16')
})

test('the disk use of a site is that of its articles, the largest first', async () => {
  for (const [n, host] of ['a', 'b', 'b'].entries())
    vault.save({
      url: `https://${host}.example/${n}`,
      canonicalUrl: `https://${host}.example/${n}`,
      html: '<p>Tide.</p>',
    })
  await catchUp()
  const found = await diskUse()
  expect(found.map(({ site, articles }) => [site, articles])).toEqual([
    ['b.example', 2],
    ['a.example', 1],
  ])
})
