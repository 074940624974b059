import { expect, test } from 'vitest'
import { RecentTexts } from '../../../renderer/search/recentTexts.ts'

test('reads a text that is asked for again only once, in whatever order', async () => {
  const { texts, read } = over({ a: 'old lamp', b: 'rope', c: 'sea' })
  expect(await texts.read(['a', 'b'])).toEqual(['old lamp', 'rope'])
  expect(await texts.read(['c', 'b', 'a', 'gone'])).toEqual(['sea', 'rope', 'old lamp', ''])
  expect(read).toEqual([
    ['a', 'b'],
    ['c', 'gone'],
  ])
})

test('reads a text again once it has changed, also when it changed while it was read', async () => {
  const { texts, rows, read } = over({ a: 'old lamp', b: 'rope' })
  await texts.read(['a', 'b'])
  rows['a'] = 'new lamp'
  texts.forget(['a'])
  const reading = texts.read(['a'])
  rows['a'] = 'newest lamp'
  texts.forget(['a'])
  await reading
  expect(await texts.read(['a', 'b'])).toEqual(['newest lamp', 'rope'])
  expect(read.flat().filter((id) => id === 'b')).toHaveLength(1)
})

test('holds the last texts, and no more of them than a few hundred thousand characters', async () => {
  const rows = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`t${n}`, 'x'.repeat(30_000)]))
  const { texts, read } = over({ ...rows, book: 'x'.repeat(600_000) })
  for (const id of Object.keys(rows)) await texts.read([id])
  await texts.read(['book'])
  read.length = 0
  await texts.read(['t29', 't28', 't0', 'book'])
  expect(read).toEqual([['t0', 'book']])
})

function over(rows: Record<string, string>) {
  const read: (readonly string[])[] = []
  const texts = new RecentTexts((ids) => {
    read.push(ids)
    return Promise.resolve(ids.map((id) => rows[id] ?? ''))
  })
  return { texts, rows, read }
}
