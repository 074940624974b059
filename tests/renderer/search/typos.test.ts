// Whatever way a word was mistyped, what was meant is offered and found.
import { expect, test } from 'vitest'
import { also } from '../../../renderer/search/also.ts'
import { matchAll } from '../../../renderer/search/evaluate.ts'
import { parseQuery } from '../../../renderer/search/parseQuery.ts'
import { SearchIndex } from '../../../renderer/search/searchIndex.ts'
import { memoryStore } from '../../../renderer/search/segments/store.ts'
import { newSeed, randomFrom, type Random } from '../../random.ts'
import { made } from './made.ts'

const now = Date.UTC(2026, 10, 22)
const page = { limit: 100, offset: 0 }
const letters = [...'abcdefghijklmnopqrstuvwxyz']
const vowels = [...'aeiou']

test('offers what was meant for every error of one edit in five letters, and of two in nine, and finds its article', async () => {
  const seed = newSeed()
  const random = randomFrom(seed)
  const words = [...new Set(Array.from({ length: 12_000 }, () => randomWord(random)))]
  const held = new Set(words)
  const index = await SearchIndex.open(memoryStore())
  const articleOf = new Map<string, string>()
  // Of several parts, each with a dictionary of its own.
  for (let from = 0; from < words.length; from += 3_000) {
    const articles = Array.from({ length: 30 }, (_, at) => {
      const own = words.slice(from + at * 100, from + (at + 1) * 100)
      const article = made({ title: '', url: '', text: own.join(' ') })
      for (const word of own) articleOf.set(word, article.article.id)
      return article
    })
    await index.put(articles)
  }
  const library = index.library(now)
  const isOffered = (typed: string, meant: string) => {
    const query = parseQuery(`${typed} `, { typing: true })
    if (!query.ok) throw new Error(typed)
    const found = also(query.value, matchAll(query.value, library).leaves, library, page)
    const isNamed = found?.words.some((one) => one.typed === typed && one.meant.includes(meant)) ?? false
    return isNamed && (found?.answer.hits.some(({ id }) => id === articleOf.get(meant)) ?? false)
  }
  let asked = 0
  const missed: string[] = []
  const ask = (typed: string, meant: string) => {
    if (typed === meant || held.has(typed)) return
    asked += 1
    if (!isOffered(typed, meant)) missed.push(`${typed} for ${meant}`)
  }
  for (const length of [5, 6, 7, 8, 9, 12, 16]) {
    const meant = random.pick(words.filter((word) => word.length === length))
    for (const typed of oneEdit(meant, random)) ask(typed, meant)
  }
  for (let round = 0; round < 200; round++) {
    const meant = random.pick(words.filter((word) => word.length >= 9))
    ask(random.pick(oneEdit(random.pick(oneEdit(meant, random)), random)), meant)
  }
  console.log(`seed ${seed}: ${asked - missed.length} of ${asked} found`)
  expect(missed, `seed ${seed}`).toEqual([])
})

/** Each letter left out, changed, doubled by another before it, swapped with the next; and one put behind the last. */
function oneEdit(word: string, random: Random): string[] {
  const at = [...word].flatMap((letter, place) => {
    const before = word.slice(0, place)
    const after = word.slice(place + 1)
    return [
      before + after,
      before + random.pick(letters) + after,
      before + random.pick(letters) + letter + after,
      before + after.slice(0, 1) + letter + after.slice(1),
    ]
  })
  return [...at, word + random.pick(letters)]
}

/** Like words in that consonants and vowels take turns; few are near to each other. */
function randomWord(random: Random): string {
  const length = 5 + random.below(13)
  return Array.from({ length }, (_, at) => random.pick(at % 2 === 0 ? letters : vowels)).join('')
}
