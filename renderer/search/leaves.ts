// The words of a query -> the articles they are in, with how much. Each part of the index is asked; what was removed is left out.
import { formsIn, type Form } from './forms.ts'
import { findPhrase } from './phrases.ts'
import type { Words } from './parseQuery.ts'
import { looseWeight, stemWeight, weigh } from './rank.ts'
import { gone } from './segments/mergeSegments.ts'
import { Postings } from './segments/postings.ts'
import { TermList, type Segment } from './segments/segment.ts'
import { foldedOf } from './tokenise.ts'

/** A segment with the slot of each of its articles, or `gone`. */
export type Part = { readonly segment: Segment; readonly slots: Uint32Array }

/** What a single question has found. It holds until the next query is matched: the memory is used again. */
export type Leaf = {
  readonly words: Words
  /** A bit a slot: it is found there. */
  readonly mask: Uint32Array
  /** By slot: how often, weighted; 0 where it is not found. */
  readonly weights: Float32Array
  readonly count: number
  /** Words of the same stem that were found, folded. */
  readonly stems: ReadonlySet<string>
  /** Of a single word: its forms, by part; of loose ones the first few. */
  readonly forms: ReadonlyMap<Part, readonly HeldForm[]>
}

/** `start`: where its postings begin among those that are held; undefined when they are not. */
export type HeldForm = Form & { readonly start?: number }

export type LeafOptions = {
  /** Slots in use run below this. */
  readonly size: number
  /** Those of the languages of the library. */
  readonly stemmers: readonly number[]
}

/** The postings of the words of a query, for whoever looks at them again. */
export const heldPostings = new Postings()
/** More are decoded again when they are wanted again. */
const mostHeld = 1 << 18

/** What was lent to the leaves of the last query, and what is free: all zeros. */
let lent: Found[] = []
const free: Float32Array[] = []
const mostFree = 4

/** All leaves that were found before are to be forgotten. */
export function forgetLeaves(): void {
  heldPostings.clear()
  for (const { weights, mask, count } of lent) {
    if (free.length >= mostFree) break
    if (count > weights.length >> 3) weights.fill(0)
    else
      for (let word = 0; word < mask.length; word++)
        for (let bits = mask[word]!; bits !== 0; bits &= bits - 1)
          weights[(word << 5) + 31 - Math.clz32(bits & -bits)] = 0
    free.push(weights)
  }
  lent = []
}

export function findLeaf(words: Words, parts: readonly Part[], options: LeafOptions): Leaf {
  const found = new Found(options.size)
  lent.push(found)
  if (words.terms.length === 1) return findWord(words, parts, options, found)
  for (const part of parts)
    findPhrase(words, part.segment, options.stemmers, (article, weight) => {
      const slot = part.slots[article]!
      if (slot !== gone) found.add(slot, weight)
    })
  const { mask, weights, count } = found
  return { words, mask, weights, count, stems: new Set(), forms: new Map() }
}

/** Of the leaf that is being made. */
class Found {
  readonly mask: Uint32Array
  readonly weights: Float32Array
  count = 0

  constructor(size: number) {
    this.mask = new Uint32Array((size + 31) >> 5)
    const known = free.pop()
    this.weights = known && known.length >= size ? known : new Float32Array(size + (size >> 3))
  }

  add(slot: number, weight: number): void {
    this.mask[slot >> 5]! |= 1 << (slot & 31)
    this.weights[slot] = weight
    this.count += 1
  }

  /** Adds the articles of the word that was decoded last. */
  addAll({ articles, counts, start, count }: Postings, slots: Uint32Array, share: number, field: Words['field']): void {
    const { mask, weights } = this
    const end = start + count
    let more = 0
    for (let at = start; at < end; at++) {
      const slot = slots[articles[at]!]!
      if (slot === gone) continue
      const held = counts[at]!
      const weight = held < 0x8000 && field === undefined ? held : weigh(held, field)
      if (weight === 0) continue
      const before = weights[slot]!
      if (before === 0) {
        mask[slot >> 5]! |= 1 << (slot & 31)
        more += 1
      }
      weights[slot] = before + share * weight
    }
    this.count += more
  }
}

const own = new TermList()
const others = new TermList()
const passing = new Postings()

function findWord(words: Words, parts: readonly Part[], { stemmers }: LeafOptions, found: Found): Leaf {
  const stems = new Set<string>()
  const byPart = new Map<Part, readonly HeldForm[]>()
  for (const part of parts) {
    const { segment, slots } = part
    others.clear()
    const forms = formsIn(segment, words, stemmers, others)
    if (forms.length === 0) continue
    forms.sort((a, b) => a.term.at - b.term.at)
    own.clear()
    for (const { term, share, text } of forms) {
      own.add(term)
      if (share === stemWeight && text !== '') stems.add(foldedOf(text))
    }
    const held: HeldForm[] = []
    const isHeld = heldPostings.start + heldPostings.count + articlesOf(own) <= mostHeld
    segment.decodeAll(own, isHeld ? heldPostings : passing, (at) => {
      const form = forms[at]!
      found.addAll(isHeld ? heldPostings : passing, slots, form.share, words.field)
      held.push(isHeld ? { ...form, start: heldPostings.start } : form)
      if (!isHeld) passing.clear()
    })
    segment.decodeAll(others, passing, () => {
      found.addAll(passing, slots, looseWeight, words.field)
      passing.clear()
    })
    byPart.set(part, held)
  }
  const { mask, weights, count } = found
  return { words, mask, weights, count, stems, forms: byPart }
}

function articlesOf({ counts, length }: TermList): number {
  let sum = 0
  for (let at = 0; at < length; at++) sum += counts[at]!
  return sum
}
