// The words of the index that answer to one of the query: the word itself with other accents, those of its stem, those that begin so or hold it.
import { encodeKey } from './segments/bytes.ts'
import { blockSize, endOfRun } from './segments/dictionary.ts'
import { ReadMemory } from './segments/readMemory.ts'
import type { Segment, Term, TermCursor, TermList } from './segments/segment.ts'
import type { Words } from './parseQuery.ts'
import { accentWeight, looseWeight, stemWeight } from './rank.ts'
import { askedStems } from './stem.ts'
import { exactOf, foldedOf } from './tokenise.ts'

/** A word of the index that answers to one of the query, and how much of a match it is. `text` is '' for one that only begins so. */
export type Form = {
  readonly term: Term
  readonly share: number
  readonly text: string
  /** It is counted as a loose one already, among all that begin so. */
  readonly isCounted?: boolean
}

/** Of words that only begin as asked, or hold what was asked, so many are forms of their own. */
export const mostLoose = 8

/** The words of the index that the last word of a query means, each once. Loose ones after the first few are put into `others` when it is given. */
export function formsIn(segment: Segment, words: Words, stemmers: readonly number[], others?: TermList): Form[] {
  const word = words.terms.at(-1) ?? ''
  const key = encodeKey(word)
  const forms: Form[] = []
  const prefix = words.last === 'prefix'
  const together = others && prefix ? segment.beginning(word) : undefined
  if (together) others?.add(together)
  let loose = 0
  const addLoose = (cursor: TermCursor) => {
    loose += 1
    if (others && loose > mostLoose) others.add(cursor)
    else forms.push({ term: cursor.term(), share: looseWeight, text: '', isCounted: together !== undefined })
  }
  const same = (text: string) => (exactOf(text) === (words.exact ?? word) ? 1 : accentWeight)
  if (words.last === 'inside') {
    for (const cursor of insideOf(segment, key)) {
      const text = cursor.text()
      const folded = foldedOf(text)
      if (folded === word) forms.push({ term: cursor.term(), share: same(text), text })
      else if (folded.includes(word)) addLoose(cursor)
    }
    return forms
  }
  const ofStem = words.stems ? withStems(segment, words, stemmers) : new Set<number>()
  const add = (cursor: TermCursor) => {
    if (!beginsWith(cursor.key, cursor.keyLength, key)) return false
    const isWhole = cursor.keyLength === key.length || cursor.key[key.length] === 0
    if (!prefix && !isWhole) return false
    if (isWhole) {
      const text = cursor.text()
      forms.push({ term: cursor.term(), share: same(text), text })
      ofStem.delete(cursor.ordinal)
    } else if (!ofStem.has(cursor.ordinal)) {
      if (together && loose === mostLoose) return false
      addLoose(cursor)
    }
    return true
  }
  segment.eachTerm(key, add, prefix && key.length < longPrefix ? blocksAtOnce : 1)
  if (ofStem.size > 0)
    segment.eachOf(
      [...ofStem].sort((a, b) => a - b),
      (cursor) => {
        const isCounted = together !== undefined && beginsWith(cursor.key, cursor.keyLength, key)
        forms.push({ term: cursor.term(), share: stemWeight, text: cursor.text(), isCounted })
      },
    )
  return forms
}

/** The ordinals of the words that have a stem of the one that was asked for. */
function withStems(segment: Segment, words: Words, stemmers: readonly number[]): Set<number> {
  const word = words.terms.at(-1) ?? ''
  const ordinals = new Set<number>()
  for (const stemmed of new Set(stemmers.flatMap((stemmer) => askedStems(words.exact ?? word, stemmer)))) {
    const key = encodeKey(stemmed)
    for (const ordinal of segment.withStem(key)) ordinals.add(ordinal)
    // The word itself is looked up in any case.
    if (stemmed === word) continue
    segment.eachTerm(key, (cursor) => {
      const isStem =
        beginsWith(cursor.key, cursor.keyLength, key) &&
        (cursor.keyLength === key.length || cursor.key[key.length] === 0)
      if (isStem) ordinals.add(cursor.ordinal)
      return isStem
    })
  }
  return ordinals
}

/** The words that hold `part`. */
function* insideOf(segment: Segment, part: Uint8Array) {
  const { terms } = segment
  const cursor = segment.cursor(0, 1)
  const candidates = segment.blocksWith(part)
  const isCandidate = (block: number) => !candidates || ((candidates[block >> 3]! >> (block & 7)) & 1) === 1
  for (let from = 0; from < terms.blocks; from++) {
    if (!isCandidate(from)) continue
    const to = endOfRun(from, terms.blocks, isCandidate)
    const run = terms.readBlocks(from, to, memory)
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
const memory = new ReadMemory(1 << 18, 'one')
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
