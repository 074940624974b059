import { expect, test } from 'vitest'
import { also } from '../../../renderer/search/also.ts'
import { matchAll } from '../../../renderer/search/evaluate.ts'
import { explain } from '../../../renderer/search/explain.ts'
import { facets } from '../../../renderer/search/facets.ts'
import { parseQuery } from '../../../renderer/search/parseQuery.ts'
import { SearchIndex } from '../../../renderer/search/searchIndex.ts'
import { similar } from '../../../renderer/search/similar.ts'
import { editsBetween, findNear } from '../../../renderer/search/spelling.ts'
import { memoryStore } from '../../../renderer/search/segments/store.ts'
import { textsOf } from '../../../renderer/search/textsOf.ts'
import { newSeed, randomFrom, type Random } from '../../random.ts'
import { made } from './made.ts'

const now = Date.UTC(2026, 10, 22)
const latin = ['ba', 'ri', 'to', 'men', 'sal', 'ver', 'din', 'né', 'pel', 'or', 'an', 'lo', 'gra', 'sé']
const cyrillic = ['ба', 'ри', 'то', 'мен', 'сал', 'вер', 'дин', 'ку', 'ж', 'пел']

// A dictionary of more than some thousand words has an index of the letters in its blocks.
test.each([
  [3_000, 300],
  [16_000, 40],
])(
  'finds every word of %d that is one edit away, and two for long ones, as a look at all words does',
  async (count, rounds) => {
    const seed = newSeed()
    console.log(`seed ${seed}`)
    const random = randomFrom(seed)
    const words = Array.from({ length: count }, () => randomWord(random))
    const index = await SearchIndex.open(memoryStore())
    const [some, others] = [words.slice(0, (count * 2) / 3), words.slice(count / 3)]
    await index.put([made({ text: some.join(' ') }), made({ text: others.join(' ') })])
    const segments = index.library(now).parts.map(({ segment }) => segment)
    const folded = [...new Set(words.map((word) => word.replaceAll('é', 'e')))]
    for (let round = 0; round < rounds; round++) {
      const typed = mistyped(random.pick(folded), random)
      const wanted = folded.filter((word) => {
        const most = Math.max(editsOf(typed), editsOf(word))
        return word !== typed && most > 0 && editsBetween(typed, word, most) <= most
      })
      expect(
        findNear(segments, typed, 10_000)
          .map(({ word }) => word)
          .sort(),
        `seed ${seed}: ${typed}`,
      ).toEqual(wanted.sort())
    }
  },
)

test('finds a word from each error of one edit in five letters or more, and of two in nine or more', async () => {
  const seed = newSeed()
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  const words = [...new Set(Array.from({ length: 1_500 }, () => randomWord(random).replaceAll('é', 'e')))]
  const index = await SearchIndex.open(memoryStore())
  await index.put([made({ text: words.join(' ') })])
  const segments = index.library(now).parts.map(({ segment }) => segment)
  const isFound = (typed: string, word: string) => {
    if (typed === word || words.includes(typed)) return
    const near = findNear(segments, typed, 10_000).map((one) => one.word)
    expect(near, `seed ${seed}: ${typed} for ${word}`).toContain(word)
  }
  const long = words.filter((word) => [...word].length >= 5)
  for (const word of [random.pick(long), random.pick(long), random.pick(long)])
    for (const typed of oneEdit(word, random)) isFound(typed, word)
  const longer = words.filter((word) => [...word].length >= 9)
  for (let round = 0; round < 60; round++) {
    const word = random.pick(longer)
    const typed = random.pick(oneEdit(random.pick(oneEdit(word, random)), random))
    isFound(typed, word)
  }
  // Two letters lost: what is left is shorter than nine.
  for (let round = 0; round < 30; round++) {
    const word = random.pick(longer)
    const at = random.below(word.length - 1)
    isFound(word.slice(0, at) + word.slice(at + 2), word)
  }
})

/** Each letter left out, changed, swapped with the next, and one put before each. */
function oneEdit(word: string, random: Random): string[] {
  const letters = [...word]
  const others = /[a-z]/.test(word) ? [...'abelnxo'] : [...'абелнжо']
  return letters.flatMap((letter, at) => {
    const before = letters.slice(0, at).join('')
    const after = letters.slice(at + 1).join('')
    const next = letters[at + 1]
    return [
      before + after,
      before + random.pick(others) + after,
      before + random.pick(others) + letter + after,
      ...(next === undefined ? [] : [before + next + letter + letters.slice(at + 2).join('')]),
    ]
  })
}

function randomWord(random: Random): string {
  const syllables = random.below(4) === 0 ? cyrillic : latin
  return Array.from({ length: 2 + random.below(4) }, () => random.pick(syllables)).join('')
}

function editsOf(word: string): number {
  const { length } = [...word]
  return length < 5 ? 0 : length < 9 ? 1 : 2
}

test('counts edits with swapped letters as one', () => {
  expect(editsBetween('recieve', 'receive', 2)).toBe(1)
  expect(editsBetween('harbor', 'harbour', 2)).toBe(1)
  expect(editsBetween('wayou', 'waoeyu', 2)).toBe(2)
  expect(editsBetween('waoeyu', 'wayou', 2)).toBe(2)
  expect(editsBetween('kitten', 'sitting', 2)).toBe(3)
  expect(editsBetween('lamp', 'lamp', 2)).toBe(0)
})

test('offers what a mistyped word may have meant, with the other words as they are', async () => {
  const index = await SearchIndex.open(memoryStore())
  const right = made({ text: 'They receive the harbour pilots.' })
  await index.put([right, made({ text: 'They receive nothing.' })])
  const library = index.library(now)
  const query = parsed('recieve harbour')
  const found = also(query, matchAll(query, library).leaves, library, { limit: 5, offset: 0 })
  expect(found?.words).toEqual([{ typed: 'recieve', meant: ['receive'] }])
  expect(found?.answer.hits.map(({ id }) => id)).toEqual([right.article.id])
  const fine = parsed('receive harbour')
  expect(also(fine, matchAll(fine, library).leaves, library, { limit: 5, offset: 0 })).toBeUndefined()
})

test('offers no word that only a text had which has been replaced since', async () => {
  const index = await SearchIndex.open(memoryStore())
  const before = made({ text: 'Pilots of the harbour.' })
  await index.put([before, ...Array.from({ length: 6 }, (_, n) => made({ text: `topic${n}` }))])
  await index.put([{ ...before, article: { ...before.article, version: 'next' }, text: 'Pilots of the estuary.' }])
  const library = index.library(now)
  const query = parsed('harbuor')
  expect(also(query, matchAll(query, library).leaves, library, { limit: 5, offset: 0 })).toBeUndefined()
})

test('explains a score by the words in each field, and the parts make up the score', async () => {
  const index = await SearchIndex.open(memoryStore())
  const article = made({ title: 'Harbour lamps', text: 'A lamp by the harbour, and harbours.', favourite: true })
  await index.put([article, made({ text: 'sea' }), made({ text: 'a lamp' })])
  const query = parsed('harbour lamp')
  const told = explain(query, article.article.id, index.library(now))
  expect(told?.parts.map(({ asked, words }) => ({ asked, words }))).toEqual([
    {
      asked: 'harbour',
      words: [
        { word: 'harbour', in: { title: 1, text: 1 } },
        { word: 'harbours', in: { text: 1 } },
      ],
    },
    {
      asked: 'lamp',
      words: [
        { word: 'lamp', in: { text: 1 } },
        { word: 'lamps', in: { title: 1 } },
      ],
    },
  ])
  expect(told?.score).toBeCloseTo(index.search(query, { limit: 1, offset: 0 }, now).hits[0]!.score, 6)
  expect(explain(parsed('sea'), article.article.id, index.library(now))).toBeUndefined()
})

test('counts what was found by tag and by site', async () => {
  const index = await SearchIndex.open(memoryStore())
  await index.put([
    made({ text: 'lamp', tags: ['Ports', 'été'], url: 'https://www.a.example/1' }),
    made({ text: 'lamp', tags: ['Ports'], url: 'https://a.example/2' }),
    made({ text: 'sea', tags: ['Ports'], url: 'https://b.example/' }),
  ])
  const library = index.library(now)
  expect(facets(matchAll(parsed('lamp'), library).mask, library, 5)).toEqual({
    tags: [
      { name: 'Ports', count: 2 },
      { name: 'été', count: 1 },
    ],
    sites: [{ name: 'a.example', count: 2 }],
    authors: [],
    langs: [],
  })
})

test('finds articles that share rare words, not those that share common ones', async () => {
  const index = await SearchIndex.open(memoryStore())
  const filler = 'the of and with from this that have been'
  const lights = made({ title: 'Fresnel lenses', text: `${filler} lighthouse fresnel keeper lantern oil prism` })
  const like = made({ text: `${filler} prism and fresnel in a lighthouse, the keeper wrote` })
  const others = Array.from({ length: 40 }, (_, n) => made({ text: `${filler} topic${n} other${n} thing${n}` }))
  await index.put([lights, like, ...others])
  const found = similar(lights.article.id, textsOf(lights), index.library(now), 5)
  expect(found.map(({ id }) => id)).toEqual([like.article.id])
  expect(found[0]?.shared).toEqual(expect.arrayContaining(['fresnel', 'prism', 'lighthouse', 'keeper']))
})

test('finds what is similar to an article whose notes have been written a dozen times: what it was before does not count', async () => {
  const index = await SearchIndex.open(memoryStore())
  const words = 'lighthouse fresnel keeper lantern oil prism'
  const lights = made({ title: 'Fresnel lenses', text: words })
  const like = made({ text: words })
  await index.put([lights, like, ...Array.from({ length: 8 }, (_, n) => made({ text: `topic${n} other${n}` }))])
  for (let n = 0; n < 12; n += 1) await index.put([{ ...lights, notes: [`Note number ${n}.`] }])
  const found = similar(lights.article.id, textsOf(lights), index.library(now), 5)
  expect(found.map(({ id }) => id)).toEqual([like.article.id])
})

function mistyped(word: string, random: Random): string {
  const letters = [...word]
  const at = random.below(letters.length)
  const other = random.pick(/[a-z]/.test(word) ? [...'abelnxo'] : [...'абелнжо'])
  switch (random.below(4)) {
    case 0:
      letters.splice(at, 1)
      break
    case 1:
      letters.splice(at, 0, other)
      break
    case 2:
      letters[at] = other
      break
    default:
      if (at > 0) [letters[at - 1], letters[at]] = [letters[at]!, letters[at - 1]!]
  }
  return letters.join('')
}

function parsed(text: string) {
  const query = parseQuery(text)
  if (!query.ok) throw new Error(text)
  return query.value
}
