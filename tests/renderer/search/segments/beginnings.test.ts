import { expect, test } from 'vitest'
import { parseQuery } from '../../../../renderer/search/parseQuery.ts'
import { SearchIndex } from '../../../../renderer/search/searchIndex.ts'
import { memoryStore } from '../../../../renderer/search/segments/store.ts'
import type { Indexed } from '../../../../renderer/search/textsOf.ts'
import { newSeed, randomFrom, type Random } from '../../../random.ts'
import { made, nextId } from '../made.ts'

const now = Date.UTC(2026, 10, 22)
const beginnings = ['sal', 'men', 'été', 'wa', 'b']
const asked = [
  'sal*',
  'sa*',
  'men*',
  'ete*',
  'été*',
  'wa*',
  'wal*',
  'in:title sal*',
  'in:title wa*',
  'sal* men*',
  'wa* -men*',
]
const typed = ['sal', 'wa', 'wal', 'walked', 'men sal', 'ete']

test('finds and scores by the list of a beginning what it finds word by word', async () => {
  const seed = newSeed()
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  const articles = Array.from({ length: 4_400 }, () => randomArticle(random))
  const [few, many] = [await SearchIndex.open(memoryStore()), await SearchIndex.open(memoryStore())]
  // Of parts with so few articles none has such lists.
  for (let at = 0; at < articles.length; at += 500) await sealed(few, articles.slice(at, at + 500))
  for (let at = 0; at < articles.length; at += 1_100) await sealed(many, articles.slice(at, at + 1_100))
  expect(withList(few)).toBe(0)
  expect(withList(many)).toBe(4)
  const compare = (when: string) => {
    for (const [queries, typing] of [
      [asked, false],
      [typed, true],
    ] as const)
      for (const query of queries)
        expect(answer(many, query, typing), `seed ${seed}, ${when}, ${query}`).toEqual(answer(few, query, typing))
  }
  compare('as it was filled')
  const gone = articles.filter(() => random.below(10) === 0).map(({ article }) => article.id)
  for (const index of [few, many]) await index.remove(gone)
  compare('without some')
  await many.complete()
  while (await many.work(5));
  expect(withList(many)).toBe(1)
  compare('merged')
})

test('reads word by word what a list could not count', async () => {
  const index = await SearchIndex.open(memoryStore())
  const title = Array.from({ length: 20 }, (_, n) => `sal${'abcdefghijklmnopqrst'[n]}`).join(' ')
  const crowded = made({ title, text: 'nothing' })
  const random = randomFrom(3)
  await sealed(index, [crowded, ...Array.from({ length: 1_100 }, () => randomArticle(random))])
  expect(index.library(now).parts[0]?.segment.beginning('sal')).toBeUndefined()
  expect(index.search(parsed('in:title sal*'), { limit: 1, offset: 0 }, now).hits[0]?.id).toBe(crowded.article.id)
})

async function sealed(index: SearchIndex, articles: readonly Indexed[]): Promise<void> {
  await index.gather(articles)
  while (!(await index.seal(50)));
}

function withList(index: SearchIndex): number {
  return index.library(now).parts.filter(({ segment }) => segment.beginning('sal') && segment.beginning('sa')).length
}

function answer(index: SearchIndex, text: string, typing: boolean) {
  const { hits, total } = index.search(parsed(text, typing), { limit: 50, offset: 0 }, now)
  return { total, hits: hits.map(({ id, score }) => `${id} ${score.toFixed(4)}`) }
}

function parsed(text: string, typing = false) {
  const query = parseQuery(text, { typing })
  if (!query.ok) throw new Error(text)
  return query.value
}

function randomArticle(random: Random): Indexed {
  const word = () =>
    random.below(4) === 0
      ? random.pick(['walk', 'walked', 'walking', 'walks', 'sal', 'men', 'ete', 'wa'])
      : random.pick(beginnings) +
        random.pick(['', 'a', 'ri', 'to', 'ver', 'din', 'ku']) +
        random.pick(['', 'pel', 'or', 's'])
  const words = (count: number) => Array.from({ length: count }, word).join(' ')
  return made({
    id: nextId(),
    title: words(random.below(4)),
    url: '',
    text: words(8 + random.below(20)),
    savedAt: new Date(now - random.below(1_000) * 86_400_000).toISOString(),
  })
}
