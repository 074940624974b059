// The words of a query -> the articles they are in, with how much. Each part of the index is asked; what was removed is left out.
import { encodeKey } from './segments/bytes.ts'
import { blockSize } from './segments/dictionary.ts'
import { gone } from './segments/mergeSegments.ts'
import { type PlacesReader, Postings } from './segments/postings.ts'
import type { Segment, Term, TermCursor } from './segments/segment.ts'
import { textFields, type TextField } from './segments/fields.ts'
import type { Words } from './parseQuery.ts'
import { accentWeight, looseWeight, stemWeight, weigh, weightOf } from './rank.ts'
import { askedStems } from './stem.ts'
import { exactOf, foldedOf } from './tokenise.ts'

/** A segment with the slot of each of its articles, or `gone`. */
export type Part = { readonly segment: Segment; readonly slots: Uint32Array }

/** What a single question has found: an article's slot and its weighted count of what was asked for. */
export type Leaf = {
  readonly words: Words
  readonly slots: Uint32Array
  readonly weights: Float32Array
  readonly count: number
  /** Words of the same stem that were found, folded. */
  readonly stems: ReadonlySet<string>
}

/** A word of the index that answers to one of the query, and how much of a match it is. */
export type Form = { readonly term: Term; readonly share: number; readonly text: string }

export type LeafOptions = {
  /** Slots in use run below this. */
  readonly size: number
  /** Those of the languages of the library. */
  readonly stemmers: readonly number[]
}

export function findLeaf(words: Words, parts: readonly Part[], options: LeafOptions): Leaf {
  return words.terms.length === 1 ? findWord(words, parts, options) : findPhrase(words, parts, options)
}

/** The words of the index that the last word of a query means. */
export function formsIn(segment: Segment, words: Words, stemmers: readonly number[]): Form[] {
  const word = words.terms.at(-1) ?? ''
  const forms: Form[] = []
  const same = (text: string) => (exactOf(text) === (words.exact ?? word) ? 1 : accentWeight)
  const key = encodeKey(word)
  if (words.last === 'inside') {
    for (const cursor of insideOf(segment, key)) {
      const text = cursor.text()
      if (foldedOf(text).includes(word))
        forms.push({ term: cursor.term(), share: foldedOf(text) === word ? same(text) : looseWeight, text })
    }
    return forms
  }
  const prefix = words.last === 'prefix'
  const add = (cursor: TermCursor) => {
    if (!beginsWith(cursor.key, cursor.keyLength, key)) return false
    const isWhole = cursor.keyLength === key.length || cursor.key[key.length] === 0
    if (!prefix && !isWhole) return false
    const text = isWhole ? cursor.text() : ''
    forms.push({ term: cursor.term(), share: isWhole ? same(text) : looseWeight, text })
    return true
  }
  segment.eachTerm(key, add, prefix && key.length < longPrefix ? blocksAtOnce : 1)
  return words.stems ? withStems(forms, segment, words, stemmers) : forms
}

/** Each word once, as what it is most. */
function withStems(found: readonly Form[], segment: Segment, words: Words, stemmers: readonly number[]): Form[] {
  const forms = new Map(found.map((form) => [form.term.ordinal, form]))
  for (const stemmed of stemsOf(words, stemmers)) {
    addStem(segment, stemmed, (text, term, share) => {
      if ((forms.get(term.ordinal)?.share ?? 0) < share) forms.set(term.ordinal, { term, share, text })
    })
  }
  return [...forms.values()]
}

function stemsOf(words: Words, stemmers: readonly number[]): Set<string> {
  const exact = words.exact ?? words.terms.at(-1) ?? ''
  return new Set(stemmers.flatMap((stemmer) => askedStems(exact, stemmer)))
}

function addStem(segment: Segment, stemmed: string, add: (text: string, term: Term, share: number) => void): void {
  const key = encodeKey(stemmed)
  for (const ordinal of segment.withStem(key)) {
    const cursor = segment.termAt(ordinal)
    add(cursor.text(), cursor.term(), stemWeight)
  }
  segment.eachTerm(key, (cursor) => {
    const isStem =
      beginsWith(cursor.key, cursor.keyLength, key) && (cursor.keyLength === key.length || cursor.key[key.length] === 0)
    if (isStem) add(cursor.text(), cursor.term(), stemWeight)
    return isStem
  })
}

/** The words that hold `part`. */
function* insideOf(segment: Segment, part: Uint8Array) {
  const { terms } = segment
  const cursor = segment.cursor(0, 1)
  const candidates = segment.blocksWith(part)
  const isCandidate = (block: number) => !candidates || ((candidates[block >> 3]! >> (block & 7)) & 1) === 1
  for (let from = 0; from < terms.blocks; from++) {
    if (!isCandidate(from)) continue
    let to = Math.min(terms.blocks, from + blocksAtOnce)
    while (!isCandidate(to - 1)) to -= 1
    const run = terms.readBlocks(from, to)
    for (let block = from; block < to; block++) {
      if (!isCandidate(block)) continue
      const indexes = indexesWith(run.bytes, run.start(block), part)
      if (indexes.length === 0) continue
      cursor.goTo(block, run)
      let next = 0
      while (next < indexes.length && cursor.next()) {
        if (cursor.ordinal !== block * blockSize + indexes[next]!) continue
        next += 1
        yield cursor
      }
    }
    from = to - 1
  }
}

const blocksAtOnce = 32
/** Bytes of a beginning that few words have. */
const longPrefix = 6
const key = new Uint8Array(256)

/** Which words of a block hold `part`. What a word shares with the one before is not looked at again. */
function indexesWith(bytes: Uint8Array, start: number, part: Uint8Array): number[] {
  const found: number[] = []
  const end = start + 2 + (bytes[start]! | (bytes[start + 1]! << 8))
  const last = part[part.length - 1]
  // Where the first match in the word before ends.
  let matched = Infinity
  for (let at = start + 2, index = 0; at < end; index++) {
    const shared = bytes[at++]!
    const own = bytes[at++]!
    const length = shared + own
    for (let byte = 0; byte < own; byte++) key[shared + byte] = bytes[at + byte]!
    at += own
    if (matched > shared) {
      matched = Infinity
      for (let to = Math.max(shared, part.length - 1); to < length; to++) {
        if (key[to] !== last) continue
        let same = 1
        while (same < part.length && key[to - same] === part[part.length - 1 - same]) same += 1
        if (same < part.length) continue
        matched = to + 1
        break
      }
    }
    if (matched <= length) found.push(index)
  }
  return found
}

function beginsWith(key: Uint8Array, length: number, prefix: Uint8Array): boolean {
  if (length < prefix.length) return false
  for (let at = 0; at < prefix.length; at++) if (key[at] !== prefix[at]) return false
  return true
}

const postings = new Postings()
/** By slot; all are 0 between two words. */
let sums = new Float32Array(0)
let touched = new Uint32Array(0)

function findWord(words: Words, parts: readonly Part[], { size, stemmers }: LeafOptions): Leaf {
  const found = new Found(words)
  const { field } = words
  if (sums.length < size) {
    sums = new Float32Array(size)
    touched = new Uint32Array(size)
  }
  for (const { segment, slots } of parts) {
    const forms = formsIn(segment, words, stemmers)
    for (const { share, text } of forms) if (share === stemWeight && text !== '') found.stems.add(foldedOf(text))
    const only = forms.length === 1 ? forms[0] : undefined
    if (only) {
      segment.decode(only.term, postings)
      found.reserve(postings.count)
      for (let at = 0; at < postings.count; at++) {
        const slot = slots[postings.articles[at]!]!
        if (slot === gone) continue
        const weight = weigh(postings.counts[at]!, field)
        if (weight > 0) found.add(slot, only.share * weight)
      }
      continue
    }
    let count = 0
    segment.decodeAll(forms, postings, ({ share }) => {
      const { articles, counts } = postings
      for (let at = 0; at < postings.count; at++) {
        const slot = slots[articles[at]!]!
        if (slot === gone) continue
        const held = counts[at]!
        const weight = held === 1 && field === undefined ? 1 : weigh(held, field)
        if (weight === 0) continue
        const before = sums[slot]!
        if (before === 0) touched[count++] = slot
        sums[slot] = before + share * weight
      }
    })
    found.reserve(count)
    for (let at = 0; at < count; at++) {
      const slot = touched[at]!
      found.add(slot, sums[slot]!)
      sums[slot] = 0
    }
  }
  return found.leaf()
}

/** Of the leaf that is being made: there is one at a time. */
let foundSlots = new Uint32Array(1_024)
let foundWeights = new Float32Array(1_024)

class Found {
  count = 0
  readonly stems = new Set<string>()

  constructor(private readonly words: Words) {}

  reserve(more: number): void {
    if (this.count + more <= foundSlots.length) return
    const capacity = Math.max(this.count + more, foundSlots.length * 2)
    const [slots, weights] = [new Uint32Array(capacity), new Float32Array(capacity)]
    slots.set(foundSlots)
    weights.set(foundWeights)
    foundSlots = slots
    foundWeights = weights
  }

  add(slot: number, weight: number): void {
    foundSlots[this.count] = slot
    foundWeights[this.count++] = weight
  }

  leaf(): Leaf {
    const { words, count, stems } = this
    return { words, slots: foundSlots.slice(0, count), weights: foundWeights.slice(0, count), count, stems }
  }
}

/** One word of a phrase in one segment: in which articles, and where. */
type Step = {
  readonly offset: number
  readonly count: number
  readonly forms: readonly { readonly postings: Postings; readonly places: PlacesReader }[]
}

/** For the words of one phrase in one part. */
const pool: Postings[] = []
/** By article of a part: how many words of the phrase, from the first on, it has. */
let held = new Uint16Array(0)

function findPhrase(words: Words, parts: readonly Part[], { stemmers }: LeafOptions): Leaf {
  const found = new Found(words)
  for (const { segment, slots } of parts) {
    const steps = stepsIn(segment, words, stemmers)
    if (!steps) continue
    eachCandidate(segment, steps, words.terms.length, (article) => {
      const slot = slots[article]!
      if (slot === gone) return
      const starts = phraseStarts(steps, article)
      if (starts.length === 0) return
      const weight = phraseWeight(starts, segment.fieldEnds(article), words.field)
      if (weight === 0) return
      found.reserve(1)
      found.add(slot, weight)
    })
  }
  return found.leaf()
}

/** The rarest word first; undefined when one of them is in no article. */
function stepsIn(segment: Segment, words: Words, stemmers: readonly number[]): Step[] | undefined {
  const steps: Step[] = []
  let used = 0
  if (held.length < segment.articles) held = new Uint16Array(segment.articles)
  else held.fill(0, 0, segment.articles)
  for (const [offset, word] of words.terms.entries()) {
    const isLast = offset === words.terms.length - 1
    const asked: Words = isLast ? { ...words, terms: [word] } : { kind: 'words', terms: [word], last: 'whole' }
    let count = 0
    const forms = formsIn(segment, asked, stemmers).map(({ term }) => {
      const decoded = (pool[used++] ??= new Postings())
      const places = segment.places(term, decoded)
      const { articles } = decoded
      for (let at = 0; at < decoded.count; at++) if (held[articles[at]!] === offset) held[articles[at]!] = offset + 1
      count += term.count
      return { postings: decoded, places }
    })
    if (forms.length === 0) return undefined
    steps.push({ offset, count, forms })
  }
  return steps.sort((a, b) => a.count - b.count)
}

/** The articles that have all words, in ascending order. */
function eachCandidate(
  segment: Segment,
  steps: readonly Step[],
  words: number,
  visit: (article: number) => void,
): void {
  const [first, second] = steps[0]?.forms ?? []
  if (!first || second) {
    for (let article = 0; article < segment.articles; article++) if (held[article] === words) visit(article)
    return
  }
  const { articles, count } = first.postings
  for (let at = 0; at < count; at++) if (held[articles[at]!] === words) visit(articles[at]!)
}

/** Where the phrase begins; the rarest word is looked at first. */
function phraseStarts(steps: readonly Step[], article: number): readonly number[] {
  let starts: number[] = []
  for (const [at, { offset, forms }] of steps.entries()) {
    const places: number[] = []
    for (const form of forms) form.places.read(article, places)
    if (at === 0) starts = places.map((place) => place - offset).filter((place) => place >= 0)
    else if (starts.length * 8 < places.length) {
      const sorted = forms.length > 1 ? places.sort((a, b) => a - b) : places
      starts = starts.filter((start) => isAmong(sorted, start + offset))
    } else {
      const all = new Set(places)
      starts = starts.filter((start) => all.has(start + offset))
    }
    if (starts.length === 0) return starts
  }
  return starts
}

function isAmong(sorted: readonly number[], wanted: number): boolean {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return sorted[low] === wanted
}

function phraseWeight(
  starts: readonly number[],
  ends: readonly [number, number, number],
  only: TextField | undefined,
): number {
  let weight = 0
  for (const start of starts) {
    const field = textFields[start < ends[0] ? 0 : start < ends[1] ? 1 : start < ends[2] ? 2 : 3]
    if (only === undefined || only === field) weight += weightOf(field)
  }
  return weight
}
