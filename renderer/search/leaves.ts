// The words of a query -> the articles they are in, with how much. Each part of the index is asked; what was removed is left out.
import { eachSlot } from './bits.ts'
import { formsIn, type Form } from './forms.ts'
import { findPhrase } from './phrases.ts'
import type { Words } from './parseQuery.ts'
import { looseWeight, stemWeight, weigh } from './rank.ts'
import { gone } from './segments/mergeSegments.ts'
import { Postings } from './segments/postings.ts'
import { forgetReads, TermList, type Read, type Segment } from './segments/segment.ts'
import { foldedOf } from './tokenise.ts'

/** A segment with the slot of each of its articles, or `gone`, and how many are. */
export type Part = { readonly segment: Segment; readonly slots: Uint32Array; readonly goneCount: number }

/** What a single question has found. It holds until the next query is matched: the memory is used again. */
export type Leaf = {
  readonly words: Words
  /** A bit a slot: it is found there; of words found together, all of them are. */
  readonly mask: Uint32Array
  /** In how many articles it is found. */
  readonly count: number
  /** How often, weighted: beside the slots where it is found, or where there are no such slots by slot, 0 where it is not found. */
  readonly weights: Float32Array
  readonly slots?: Uint32Array
  /** Words of the same stem that were found, folded. */
  readonly stems: ReadonlySet<string>
  /** Of a single word: its forms, by part; of loose ones the first few. */
  readonly forms: ReadonlyMap<Part, readonly HeldForm[]>
}

/** `start`: where its postings begin among those that are held; undefined when they are not. `read`: what may hold its places, too. */
export type HeldForm = Form & { readonly start?: number; readonly read?: Read }

export type LeafOptions = {
  /** Slots in use run below this. */
  readonly size: number
  /** Those of the languages of the library. */
  readonly stemmers: readonly number[]
  /** It may be asked where the words stand. */
  readonly mayBeNear?: boolean
}

/** The postings of the words of a query, for whoever looks at them again. */
export const heldPostings = new Postings()
/** More are decoded again when they are wanted again. */
export const mostHeld = 1 << 18
const fewShare = 1 / 16

/** Weights by slot: those lent to the leaves of the last query, and those that are free. */
let lent: Float32Array[] = []
const free: Float32Array[] = []
const mostFree = 2

/** All leaves that were found before are to be forgotten. */
export function forgetLeaves(): void {
  heldPostings.clear()
  forgetReads()
  free.push(...lent.slice(0, mostFree - free.length))
  lent = []
}

export function weightAt({ slots, weights }: Leaf, slot: number): number {
  return (slots ? weights[slots.indexOf(slot)] : weights[slot]) ?? 0
}

export function findLeaf(words: Words, parts: readonly Part[], options: LeafOptions): Leaf {
  const found = new Found(options.size)
  if (words.terms.length === 1) return findWord(words, parts, options, found)
  for (const part of parts)
    findPhrase(words, part.segment, options.stemmers, passing, (article, weight) => {
      const slot = part.slots[article]!
      if (slot !== gone) found.add(slot, weight)
    })
  return { words, ...found.take(), stems: new Set(), forms: new Map() }
}

/** At most so many are noted one behind the other before weights by slot are taken, which are to be emptied first: most words are in fewer articles. */
const mostNoted = 1 << 11
const notedSlots = new Uint32Array(mostNoted)
const notedWeights = new Float32Array(mostNoted)
/** To be sorted: a slot, and as what it was noted. */
const inOrder = new Float64Array(mostNoted)

/** Of the leaf that is being made; one at a time. */
class Found {
  readonly mask: Uint32Array
  #weights: Float32Array | undefined
  #noted = 0
  readonly #mayNote: number
  count = 0

  constructor(private readonly size: number) {
    this.#mayNote = Math.min(mostNoted, Math.floor(size * fewShare))
    this.mask = new Uint32Array((size + 31) >> 5)
  }

  /** What was found; of few articles as a list, so that many such leaves take little room. */
  take(): Pick<Leaf, 'mask' | 'count' | 'weights' | 'slots'> {
    if (!this.#weights) return this.#takeNoted()
    const { mask, count } = this
    const weights = this.#weights
    if (count > this.size * fewShare) {
      lent.push(weights)
      return { mask, count, weights }
    }
    const slots = new Uint32Array(count)
    const listed = new Float32Array(count)
    let at = 0
    eachSlot(mask, (slot) => {
      slots[at] = slot
      listed[at++] = weights[slot]!
    })
    if (free.length < mostFree) free.push(weights)
    return { mask, count, weights: listed, slots }
  }

  add(slot: number, weight: number): void {
    if (this.#note(slot, weight)) return
    const weights = this.#bySlot()
    this.mask[slot >> 5]! |= 1 << (slot & 31)
    weights[slot] = weight
    this.count += 1
  }

  /** Adds the articles of the word that was decoded last. */
  addAll({ articles, counts, start, count }: Postings, slots: Uint32Array, share: number, field: Words['field']): void {
    const end = start + count
    if (!this.#weights && this.#noted + count <= this.#mayNote) {
      for (let at = start; at < end; at++) {
        const slot = slots[articles[at]!]!
        const weight = slot === gone ? 0 : weigh(counts[at]!, field)
        if (weight !== 0) this.#note(slot, share * weight)
      }
      return
    }
    const { mask } = this
    const weights = this.#bySlot()
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

  /** False when there is no more room. */
  #note(slot: number, weight: number): boolean {
    if (this.#weights || this.#noted >= this.#mayNote) return false
    notedSlots[this.#noted] = slot
    notedWeights[this.#noted++] = weight
    return true
  }

  /** From now on they are by slot, those noted so far among them. */
  #bySlot(): Float32Array {
    if (this.#weights) return this.#weights
    const { size, mask } = this
    const known = free.pop()
    const weights = known && known.length >= size ? known.fill(0) : new Float32Array(size + (size >> 3))
    this.#weights = weights
    for (let at = 0; at < this.#noted; at++) {
      const slot = notedSlots[at]!
      if (weights[slot] === 0) this.count += 1
      mask[slot >> 5]! |= 1 << (slot & 31)
      weights[slot]! += notedWeights[at]!
    }
    return weights
  }

  #takeNoted(): Pick<Leaf, 'mask' | 'count' | 'weights' | 'slots'> {
    const { mask } = this
    const order = inOrder.subarray(0, this.#noted)
    let isOrdered = true
    for (let at = 0; at < order.length; at++) {
      order[at] = notedSlots[at]! * mostNoted + at
      isOrdered &&= at === 0 || order[at]! > order[at - 1]!
    }
    if (!isOrdered) order.sort()
    const slots = new Uint32Array(order.length)
    const weights = new Float32Array(order.length)
    let count = 0
    for (let at = 0; at < order.length; at++) {
      const noted = order[at]! % mostNoted
      const slot = notedSlots[noted]!
      if (count === 0 || slots[count - 1] !== slot) {
        slots[count++] = slot
        mask[slot >> 5]! |= 1 << (slot & 31)
      }
      weights[count - 1]! += notedWeights[noted]!
    }
    return { mask, count, weights: weights.slice(0, count), slots: slots.slice(0, count) }
  }
}

const own = new TermList()
const others = new TermList()
/** For postings that are gone through and not held. */
export const passing = new Postings()

function findWord(words: Words, parts: readonly Part[], options: LeafOptions, found: Found): Leaf {
  const stems = new Set<string>()
  const byPart = new Map<Part, readonly HeldForm[]>()
  for (const part of parts) {
    const { segment, slots } = part
    const forms = formsOf(words, part, options, own, others, stems)
    const held: HeldForm[] = []
    const isHeld = heldPostings.start + heldPostings.count + own.articles <= mostHeld
    const take = (postings: Postings, at: number, read?: Read) => {
      const form = forms[at]!
      const share = form.isCounted ? form.share - looseWeight : form.share
      if (share > 0) found.addAll(postings, slots, share, words.field)
      held.push(postings === heldPostings ? { ...form, start: postings.start, ...(read ? { read } : {}) } : form)
    }
    if (isHeld) heldPostings.reserve(own.articles)
    if (isHeld && options.mayBeNear)
      segment.decodeWithPlaces(own, heldPostings, (at, read) => take(heldPostings, at, read))
    else if (isHeld) segment.decodeAll(own, heldPostings, (at) => take(heldPostings, at))
    else
      segment.decodeAll(own, passing, (at) => {
        take(passing, at)
        passing.clear()
      })
    segment.decodeAll(others, passing, () => {
      found.addAll(passing, slots, looseWeight, words.field)
      passing.clear()
    })
    byPart.set(part, held)
  }
  return { words, ...found.take(), stems, forms: byPart }
}

/** The forms of a word in a part, in the order in which they lie there: in `into` as well, loose ones after the first few in `others`. Stems that are met are added to `stems`. */
export function formsOf(
  words: Words,
  { segment }: Part,
  { stemmers, mayBeNear }: LeafOptions,
  into: TermList,
  loose: TermList,
  stems: Set<string>,
): readonly Form[] {
  into.clear()
  loose.clear()
  const all = formsIn(segment, words, stemmers, loose)
  // Of what is counted already nothing more is wanted but where it stands.
  const forms = mayBeNear ? all : all.filter(({ isCounted, share }) => !isCounted || share > looseWeight)
  forms.sort((a, b) => a.term.at - b.term.at)
  for (const { term, share, text } of forms) {
    into.add(term)
    if (share === stemWeight && text !== '') stems.add(foldedOf(text))
  }
  return forms
}
