// Questions of thousands of words, and questions that end half way.
import { afterEach, expect, test, vi } from 'vitest'
import { matchAll, rank } from '../../../renderer/search/evaluate.ts'
import { explain } from '../../../renderer/search/explain.ts'
import { parseQuery } from '../../../renderer/search/parseQuery.ts'
import { SearchIndex } from '../../../renderer/search/searchIndex.ts'
import { DamagedIndex } from '../../../renderer/search/segments/bytes.ts'
import { memoryStore } from '../../../renderer/search/segments/store.ts'
import { newSeed, randomFrom } from '../../random.ts'
import { made } from './made.ts'

const now = Date.UTC(2026, 10, 22)
const articles = 1_000
const letters = 'bcdfghjklmnpqrstvwxz'
/** No two have a stem in common. */
const vocabulary = Array.from(
  { length: 400 },
  (_, n) => `${letters[n % 20]}a${letters[Math.floor(n / 20) % 20]}o${letters[Math.floor(n / 400)]}`,
)

afterEach(() => {
  vi.unstubAllGlobals()
})

test('a pasted text of thousands of words is weighed without a number for each word and article', async () => {
  const seed = newSeed()
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  const index = await SearchIndex.open(memoryStore())
  const whole = Array.from({ length: 60 }, () => [...vocabulary, ...vocabulary.slice(0, random.below(300))].join(' '))
  const others = Array.from({ length: articles - whole.length }, () =>
    vocabulary.filter(() => random.below(10) > 0).join(' '),
  )
  await index.gather([...whole, ...others].map((text) => made({ text, title: '', url: '' })))
  while (!(await index.seal(1_000)));
  let most = 0
  class Counted extends Float32Array {
    constructor(...args: readonly never[]) {
      super(...(args as unknown as [number]))
      most += this.byteLength
    }
  }
  vi.stubGlobal('Float32Array', Counted)
  const pasted = [...vocabulary, ...vocabulary, ...vocabulary].join(' ')
  const answer = search(index, pasted, articles)

  expect(answer.total).toBeGreaterThanOrEqual(whole.length)
  expect(most).toBeLessThan(vocabulary.length * articles)
  vi.unstubAllGlobals()
  const library = index.library(now)
  // Of the best the nearness is compared, too.
  for (const { id, score } of answer.hits.slice(40, 43)) {
    const alone = vocabulary.reduce((sum, word) => sum + explain(parsed(word), id, library)!.score, 0)
    expect(score, `seed ${seed}`).toBeCloseTo(3 * alone, 2)
  }
})

test('a question that finds the index damaged half way leaves nothing to the score of the next one', async () => {
  const index = await SearchIndex.open(memoryStore())
  for (const text of ['a lamp and a rope', 'a lamp', 'rope, and rope again, by the lamp'])
    await index.put([made({ text, title: '', url: '' })])
  const before = search(index, 'lamp rope', 10)
  const library = index.library(now)
  const facts = Object.create(library.facts, {
    idAt: {
      value: () => {
        throw new DamagedIndex('as a test has it')
      },
    },
  }) as typeof library.facts // the same but for its ids
  const matched = matchAll(parsed('lamp rope'), library)
  expect(() => rank(matched, { ...library, facts }, { limit: 10, offset: 0 })).toThrow(DamagedIndex)
  expect(search(index, 'lamp rope', 10)).toEqual(before)
})

test('a question that finds a posting damaged leaves nothing to the answer of the next one', async () => {
  const index = await SearchIndex.open(memoryStore())
  // Many words begin so: those of few articles are read in passing.
  for (const letter of letters)
    for (const text of [`lamp${letter} rope${letter} and a lamp`, `dock${letter} pier${letter} and a dock`])
      await index.gather([made({ text, title: '', url: '' })])
  while (!(await index.seal(1_000)));
  const before = search(index, 'dock* pier*', 30)
  expect(before.total).toBe(letters.length)
  const [part] = index.library(now).parts
  const segment = part!.segment
  const decodeAll = segment.decodeAll.bind(segment)
  let passed = 0
  vi.spyOn(segment, 'decodeAll').mockImplementation((terms, into) =>
    decodeAll(terms, into, () => {
      passed += 1
      throw new DamagedIndex('as a test has it')
    }),
  )
  expect(() => search(index, 'lamp* rope*', 30)).toThrow(DamagedIndex)
  vi.restoreAllMocks()
  expect(passed).toBe(1)
  expect(search(index, 'dock* pier*', 30)).toEqual(before)
})

function search(index: SearchIndex, text: string, limit: number) {
  return index.search(parsed(text), { limit, offset: 0 }, now)
}

function parsed(text: string) {
  const query = parseQuery(text)
  if (!query.ok) throw new Error(text)
  return query.value
}
