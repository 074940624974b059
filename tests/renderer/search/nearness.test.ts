import { expect, test } from 'vitest'
import type { Article } from '../../../preload/article.ts'
import { explain } from '../../../renderer/search/explain.ts'
import { parseQuery } from '../../../renderer/search/parseQuery.ts'
import { SearchIndex } from '../../../renderer/search/searchIndex.ts'
import { memoryStore } from '../../../renderer/search/segments/store.ts'
import { tokenise } from '../../../renderer/search/tokenise.ts'
import { newSeed, randomFrom } from '../../random.ts'
import { made } from './made.ts'

const now = Date.UTC(2026, 10, 22)
const old = '2020-01-01T00:00:00.000Z'
const filler = 'Nothing of note happens in this long sentence about quite other matters. '

test('ranks words close together over the same words far apart, and side by side in order over both', async () => {
  const found = await titlesOf('old harbour', [
    { title: 'Far', text: `An old man. ${filler.repeat(4)} The harbour.` },
    { title: 'Close', text: `The harbour was old. ${filler.repeat(4)} Nothing more.` },
    { title: 'Side by side', text: `The old harbour. ${filler.repeat(4)} Nothing more.` },
  ])
  expect(found).toEqual(['Side by side', 'Close', 'Far'])
})

test('takes other forms of a word as near as the word itself', async () => {
  const found = await titlesOf('old harbour', [
    { title: 'Far', text: `An old man. ${filler.repeat(4)} Two harbours.` },
    { title: 'Side by side', text: `Two old harbours. ${filler.repeat(4)} Nothing more.` },
  ])
  expect(found).toEqual(['Side by side', 'Far'])
})

test('takes the end of one field and the beginning of the next for no neighbours', async () => {
  const index = await SearchIndex.open(memoryStore())
  const inTwo = made({ title: 'The old', url: '', text: `Harbour. ${filler}` })
  const inOne = made({ title: 'The old harbour', url: '', text: filler })
  await index.put([inTwo, inOne, ...Array.from({ length: 12 }, () => made({ title: 'Other', url: '', text: filler }))])
  const nearnessOf = ({ article }: typeof inTwo) =>
    explain(parsed('old harbour'), article.id, index.library(now))?.nearness
  expect(nearnessOf(inOne)).toBe(1.25)
  expect(nearnessOf(inTwo)).toBe(1)
})

test('takes a phrase as one thing that others may be near to', async () => {
  const found = await titlesOf('"old harbour" lantern', [
    { title: 'Far', text: `The old harbour. ${filler.repeat(4)} A lantern.` },
    { title: 'Close', text: `A lantern in the old harbour. ${filler.repeat(4)} Nothing more.` },
  ])
  expect(found).toEqual(['Close', 'Far'])
})

test('ranks 東京 beside 図書館 over both far apart', async () => {
  const found = await titlesOf('東京 図書館', [
    { title: '遠', lang: 'ja', text: `東京に住む。${'これは長い文章です。'.repeat(10)}図書館。` },
    { title: '近', lang: 'ja', text: `東京の図書館に行く。${'これは長い文章です。'.repeat(10)}` },
  ])
  expect(found).toEqual(['近', '遠'])
})

test('ranks the word itself over other forms of it, and those over what only begins so', async () => {
  const found = await titlesOf('harbour*', [
    { title: 'Begins so', text: 'the harbourmaster of the north' },
    { title: 'Itself', text: 'the harbour of the north' },
  ])
  expect(found).toEqual(['Itself', 'Begins so'])
  const forms = await titlesOf('harbour', [
    { title: 'Form', text: 'the harbours of the north' },
    { title: 'Itself', text: 'the harbour of the north' },
  ])
  expect(forms).toEqual(['Itself', 'Form'])
})

test('lets neither a new nor a favourite article beat a clear match, but settles by them what is alike', async () => {
  const fresh: Partial<Article> = { savedAt: '2026-11-21T00:00:00.000Z', favourite: true }
  const text = `A harbour. ${filler.repeat(3)}`
  expect(
    await titlesOf('harbour', [
      { title: 'Of other things', ...fresh, text },
      { title: 'The harbour', savedAt: old, text },
    ]),
  ).toEqual(['The harbour', 'Of other things'])
  expect(
    await titlesOf('harbour lantern', [
      { title: 'Far', ...fresh, text: `A harbour. ${filler.repeat(4)} A lantern.` },
      { title: 'Side by side', savedAt: old, text: `A harbour lantern. ${filler.repeat(4)}` },
    ]),
  ).toEqual(['Side by side', 'Far'])
  expect(
    await titlesOf('harbour', [
      { title: 'Old', savedAt: old, text },
      { title: 'Favourite', savedAt: old, favourite: true, text },
      { title: 'New', savedAt: '2026-11-21T00:00:00.000Z', text },
    ]),
  ).toEqual(['New', 'Favourite', 'Old'])
})

test('tells how near words stand as a look at the text does, wherever they lie in the index', async () => {
  const seed = newSeed()
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  const words = ['lamp', 'sea', 'tar', 'oak', 'fig', 'rye', 'elm', 'ivy', 'yew', 'ash', 'dew', 'fen']
  const texts = Array.from({ length: 400 }, () =>
    Array.from({ length: 3 + random.below(60) }, () => random.pick(words)).join(' '),
  )
  const index = await SearchIndex.open(memoryStore())
  const articles = texts.map((text) => made({ title: '', url: '', text }))
  for (let at = 0; at < articles.length; at += 100) await index.put(articles.slice(at, at + 100))
  while (await index.work(5));
  for (let round = 0; round < 30; round++) {
    const [first, second] = [random.pick(words), random.pick(words)]
    if (first === second) continue
    const query = parsed(`"${first}" "${second}"`)
    const { hits } = index.search(query, { limit: 40, offset: 0 }, now)
    for (const { id, score } of hits) {
      const text = texts[articles.findIndex(({ article }) => article.id === id)] ?? ''
      const told = explain(query, id, index.library(now))
      const why = `seed ${seed}, ${first} ${second}: ${text}`
      expect(told?.nearness, why).toBeCloseTo(1 + 0.25 * nearest(text, first, second), 9)
      expect(told?.score, why).toBeCloseTo(score, 6)
    }
  }
})

/** The slow, obvious way: all pairs. */
function nearest(text: string, first: string, second: string): number {
  const terms = tokenise(text).map(({ term }) => term)
  let best = 0
  for (const [a, one] of terms.entries())
    for (const [b, other] of terms.entries()) {
      if (one !== first || other !== second) continue
      const apart = b > a ? b - a - 1 : a - b
      if (apart < 16) best = Math.max(best, 1 / (1 + apart))
    }
  return best
}

async function titlesOf(query: string, articles: readonly (Partial<Article> & { text: string })[]): Promise<string[]> {
  const index = await SearchIndex.open(memoryStore())
  // Others, so that what is asked for is not in all there is.
  const others = Array.from({ length: 12 }, () => made({ title: 'Other', url: '', text: filler }))
  const ours = articles.map((article) => made({ savedAt: old, ...article, url: '' }))
  await index.put([...others, ...ours])
  const titles = new Map(ours.map(({ article }) => [article.id, article.title]))
  return index.search(parsed(query), { limit: 20, offset: 0 }, now).hits.map(({ id }) => titles.get(id) ?? id)
}

function parsed(text: string) {
  const query = parseQuery(text)
  if (!query.ok) throw new Error(text)
  return query.value
}
