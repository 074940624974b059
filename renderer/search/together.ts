// Several words that must all be there, found at once, part by part. Which articles of a part have a word is a bit each; what all words have is a few
// articles, and they alone are weighed: putting the weights of each word by slot took longer than reading the word.
import { bitsIn, countOf } from './bits.ts'
import {
  formsOf,
  heldPostings,
  mostHeld,
  passing,
  type HeldForm,
  type Leaf,
  type LeafOptions,
  type Part,
} from './leaves.ts'
import type { Words } from './parseQuery.ts'
import { looseWeight, weigh } from './rank.ts'
import { gone } from './segments/mergeSegments.ts'
import { collecting, seek, type Postings } from './segments/postings.ts'
import { TermList, type Read } from './segments/segment.ts'

/** Whether it can be found together with others: a single word, in whatever field. */
export function isSingle(words: Words): boolean {
  return words.terms.length === 1 && words.field === undefined && words.last !== 'inside'
}

/** Words that are in a larger share of the articles are better found one by one: nearly all articles have all of them. */
const mostShare = 1 / 2

/** A leaf for each of the words; they hold only what is found in all of them, but count what is found in each. Undefined where they are better found one by one. */
export function findTogether(
  all: readonly Words[],
  parts: readonly Part[],
  options: LeafOptions,
): readonly Leaf[] | undefined {
  // A question that ended in damage may have left something in it.
  passing.clear()
  const [first] = parts
  if (first && all.length <= mostWeighed && all.every((words) => isInMost(words, first, options))) return undefined
  const counts = all.map(() => 0)
  const stems = all.map(() => new Set<string>())
  const found = parts.map((part) => {
    const alive = aliveIn(part)
    const bits = new Uint32Array((part.segment.articles + 31) >> 5)
    const ofWord = new Uint32Array(bits.length)
    let weighed = 0
    const words = all.map((one, at) => {
      const into = at === 0 ? bits : ofWord.fill(0)
      const word = readWord(one, part, options, stems[at]!, into, weighed < mostWeighed)
      if (word.weights) weighed += 1
      if (alive) keepAmong(into, alive)
      counts[at]! += at === 0 ? countOf(bits) : keepAmong(bits, ofWord)
      return word
    })
    return { part, words, bits, articles: articlesOf(bits) }
  })
  const slots = new Uint32Array(found.reduce((sum, { articles }) => sum + articles.length, 0))
  const mask = new Uint32Array((options.size + 31) >> 5)
  let at = 0
  for (const { part, articles } of found) {
    for (let next = 0; next < articles.length; next++) {
      const slot = part.slots[articles[next]!]!
      mask[slot >> 5]! |= 1 << (slot & 31)
      slots[at++] = slot
    }
  }
  return all.map((words, number) => {
    const weights = new Float32Array(slots.length)
    let from = 0
    for (const { part, words: read, bits, articles } of found) {
      const into = weights.subarray(from, from + articles.length)
      const wanted = { bits, articles }
      if (articles.length > 0 && read[number]!.isUnread) readAgain(words, part, options, read[number]!, wanted)
      addWeights(read[number]!, wanted, into)
      from += articles.length
    }
    const forms = new Map(found.map(({ part, words: read }) => [part, read[number]!.forms]))
    return { words, mask, count: counts[number]!, weights, slots, stems: stems[number]!, forms }
  })
}

function isInMost(words: Words, part: Part, options: LeafOptions): boolean {
  formsOf(words, part, options, own, others, new Set())
  return own.articles + others.articles > part.segment.articles * mostShare
}

/** A word in a part. `weights`: by article, of what is not held. `isUnread`: it is to be read once more for what it is worth. */
type WordIn = {
  readonly forms: readonly HeldForm[]
  readonly weights: Float32Array | undefined
  readonly isUnread: boolean
}

/** Weights of more words are read again for the few articles that have all of them: a pasted text has thousands of words, and a number for each article and word would fill the memory. */
const mostWeighed = 4

const own = new TermList()
const others = new TermList()

/** Sets a bit for each article that has the word. `mayWeigh`: what cannot be held may be weighed at once. */
function readWord(
  words: Words,
  part: Part,
  options: LeafOptions,
  stems: Set<string>,
  bits: Uint32Array,
  mayWeigh: boolean,
): WordIn {
  const { segment } = part
  const forms = formsOf(words, part, options, own, others, stems)
  const held: HeldForm[] = []
  let weights: Float32Array | undefined
  const pass = (share: number) => {
    if (mayWeigh) {
      weights ??= new Float32Array(segment.articles)
      const { articles, counts, count } = passing
      for (let at = 0; at < count; at++) weights[articles[at]!]! += share * weigh(counts[at]!, undefined)
    }
    passing.clear()
  }
  const hold = (at: number, read?: Read) => {
    held.push({ ...forms[at]!, start: heldPostings.start, ...(read ? { read } : {}) })
  }
  const isTooMuch = heldPostings.start + heldPostings.count + own.articles > mostHeld
  if (!isTooMuch) heldPostings.reserve(own.articles)
  collecting(bits, () => {
    if (isTooMuch)
      segment.decodeAll(own, passing, (at) => {
        held.push(forms[at]!)
        pass(shareOf(forms[at]!))
      })
    else if (options.mayBeNear) segment.decodeWithPlaces(own, heldPostings, hold)
    else segment.decodeAll(own, heldPostings, hold)
    segment.decodeAll(others, passing, () => pass(looseWeight))
  })
  return { forms: held, weights, isUnread: !mayWeigh && (isTooMuch || others.length > 0) }
}

/** Adds what is not held of a word to `sums`, of these articles. */
function readAgain(words: Words, part: Part, options: LeafOptions, { forms: known }: WordIn, { bits }: Wanted): void {
  const { segment } = part
  const forms = formsOf(words, part, options, own, others, new Set())
  makeRoom(bits)
  const add = (share: number) => {
    addAmong(bits, passing, 0, passing.count, share)
    passing.clear()
  }
  try {
    if (known.some(({ start }) => start === undefined))
      segment.decodeAll(own, passing, (at) => add(shareOf(forms[at]!)))
    segment.decodeAll(others, passing, () => add(looseWeight))
  } catch (error) {
    sums.fill(0)
    throw error
  }
}

/** What is counted as a loose one already counts for the rest. */
function shareOf({ share, isCounted }: HeldForm): number {
  return isCounted ? share - looseWeight : share
}

/** Returns how many the others are. */
function keepAmong(bits: Uint32Array, others: Uint32Array): number {
  let count = 0
  for (let at = 0; at < bits.length; at++) {
    const word = others[at]!
    count += bitsIn(word)
    bits[at]! &= word
  }
  return count
}

function articlesOf(bits: Uint32Array): Uint32Array {
  const articles = new Uint32Array(countOf(bits))
  let count = 0
  for (let at = 0; at < bits.length; at++)
    for (let word = bits[at]!; word !== 0; word &= word - 1)
      articles[count++] = (at << 5) + 31 - Math.clz32(word & -word)
  return articles
}

/** By article of a part; all are 0 between two words. */
let sums = new Float32Array(0)

function makeRoom(bits: Uint32Array): void {
  if (sums.length < bits.length * 32) sums = new Float32Array(bits.length * 32)
}

/** Some articles of a part: a bit for each, and their numbers, ascending. */
type Wanted = { readonly bits: Uint32Array; readonly articles: Uint32Array }

/** What a word is worth in some articles. */
function addWeights({ forms, weights }: WordIn, { bits, articles: wanted }: Wanted, into: Float32Array): void {
  makeRoom(bits)
  for (const form of forms) {
    const { start, term } = form
    const share = shareOf(form)
    if (start === undefined || share <= 0) continue
    if (term.count > wanted.length * farMore) addEach(wanted, start, start + term.count, share)
    else addAmong(bits, heldPostings, start, start + term.count, share)
  }
  for (let at = 0; at < wanted.length; at++) {
    const article = wanted[at]!
    into[at] = sums[article]! + (weights ? weights[article]! : 0)
    sums[article] = 0
  }
}

/** So many times as many postings are not gone through one by one. */
const farMore = 6

function addAmong(bits: Uint32Array, { articles, counts }: Postings, start: number, end: number, share: number): void {
  for (let at = start; at < end; at++) {
    const article = articles[at]!
    if ((bits[article >> 5]! & (1 << (article & 31))) !== 0) sums[article]! += share * weigh(counts[at]!, undefined)
  }
}

/** Each article is looked for from where the one before was. */
function addEach(wanted: Uint32Array, start: number, end: number, share: number): void {
  const { articles, counts } = heldPostings
  for (let at = 0, from = start; at < wanted.length && from < end; at++) {
    const article = wanted[at]!
    from = seek(article, articles, from, end)
    if (from < end && articles[from] === article) sums[article]! += share * weigh(counts[from]!, undefined)
  }
}

/** A bit for each article of a part that is still in it; undefined when all are. */
function aliveIn({ slots, goneCount }: Part): Uint32Array | undefined {
  if (goneCount === 0) return undefined
  const known = alive.get(slots)
  if (known?.goneCount === goneCount) return known.bits
  const bits = new Uint32Array((slots.length + 31) >> 5)
  for (let article = 0; article < slots.length; article++)
    if (slots[article] !== gone) bits[article >> 5]! |= 1 << (article & 31)
  alive.set(slots, { goneCount, bits })
  return bits
}

/** By the slots of a part: articles only ever go from it. */
const alive = new WeakMap<Uint32Array, { readonly goneCount: number; readonly bits: Uint32Array }>()
