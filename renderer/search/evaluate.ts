// Query -> the articles that match, best first. Matching is by sets of bits, one an article; scoring by the words that ask for something.
import type { FactTable } from './factTable.ts'
import { findLeaf, type Leaf, type LeafOptions, type Part } from './leaves.ts'
import { comparedByNearness, groupsOf, nearness } from './nearness.ts'
import type { OrderName, Query, Words } from './parseQuery.ts'
import { lengthNorms, rarity, termScore } from './rank.ts'

export type Answer = {
  readonly total: number
  readonly hits: readonly { readonly id: string; readonly score: number }[]
  /** The words and phrases that asked for something, with how rare each is: what a snippet looks for. */
  readonly sought: readonly { readonly mark: string; readonly rarity: number }[]
}

export type Page = { readonly limit: number; readonly offset: number }

/** By title the library knows; see answerQuestion.ts. */
export type Order = Exclude<OrderName, 'title'>

/** What matches, and the words that asked for it. */
export type Matched = { readonly query: Query; readonly mask: Uint32Array; readonly leaves: readonly Leaf[] }

export type Library = { readonly parts: readonly Part[]; readonly facts: FactTable } & LeafOptions

export function matchAll(query: Query, library: Library): Matched {
  const leaves: Leaf[] = []
  const mask = match(query, library, leaves)
  const shown = asksForTrash(query) ? library.facts.alive : library.facts.kept
  for (let at = 0; at < mask.length; at++) mask[at]! &= shown[at]!
  return { query, mask, leaves }
}

export function isAmong(mask: Uint32Array, slot: number | undefined): boolean {
  return slot !== undefined && ((mask[slot >> 5]! >>> (slot & 31)) & 1) === 1
}

/** By slot; all are 0 between two questions. */
let scores = new Float64Array(0)

export function rank(
  { query, mask, leaves }: Matched,
  library: Library,
  page: Page,
  order: Order = 'relevance',
): Answer {
  const { facts, size } = library
  const { columns, lifts } = facts
  const sought = leaves.map(({ words, count, stems }) => ({
    mark: markOf(words, stems),
    rarity: rarity(count, facts.count),
  }))
  const [only] = leaves
  const ofOne = leaves.length === 1 && only && order === 'relevance' ? rankOne(mask, only, library, page) : undefined
  if (ofOne) return { ...ofOne, sought }
  if (scores.length < size) scores = new Float64Array(size + (size >> 2))
  for (const leaf of leaves) addScores(leaf, mask, facts)

  const key = keyOf(order, facts)
  const before = (a: number, b: number) =>
    key(b) - key(a) || columns.savedAt[b]! - columns.savedAt[a]! || (facts.idAt(a) < facts.idAt(b) ? 1 : -1)
  const groups = order === 'relevance' && page.limit > 0 ? groupsOf(query, leaves) : []
  const mayBeNear = groups.length > 1
  const top = new Top(Math.max(page.offset + page.limit, mayBeNear ? comparedByNearness : 0), before)
  let total = 0
  // What is clearly behind the last of the best need not be compared in full.
  let least = -Infinity
  for (let word = 0; word < mask.length; word++) {
    for (let bits = mask[word]!; bits !== 0; bits &= bits - 1) {
      const slot = (word << 5) + 31 - Math.clz32(bits & -bits)
      total += 1
      const own = order === 'relevance' ? (scores[slot]! *= lifts[slot]!) : key(slot)
      if (own < least) continue
      top.add(slot)
      if (top.worst !== undefined) least = key(top.worst)
    }
  }
  const best = top.sorted()
  if (mayBeNear) {
    const nearest = best.slice(0, comparedByNearness)
    for (const [at, gain] of nearness(groups, nearest, library).entries()) scores[nearest[at]!]! *= gain
    best.splice(0, nearest.length, ...nearest.sort(before))
  }
  const hits = best.slice(page.offset, page.offset + page.limit)
  const answer = { total, hits: hits.map((slot) => ({ id: facts.idAt(slot), score: scores[slot]! })), sought }
  for (const { slots, count } of leaves) for (let at = 0; at < count; at++) scores[slots[at]!] = 0
  return answer
}

function addScores({ slots, weights, count }: Leaf, mask: Uint32Array, facts: FactTable): void {
  const rare = rarity(count, facts.count)
  const { lengths } = facts.columns
  const norms = lengthNorms(facts.averageLength)
  for (let at = 0; at < count; at++) {
    const slot = slots[at]!
    if (((mask[slot >> 5]! >>> (slot & 31)) & 1) === 1)
      scores[slot]! += rare * termScore(weights[at]!, lengths[slot]!, norms)
  }
}

/** Most questions are one word: all that matches is in one leaf, and one look at each is enough. Undefined when more matches. */
function rankOne(mask: Uint32Array, { slots, weights, count }: Leaf, { facts }: Library, page: Page) {
  const rare = rarity(count, facts.count)
  const { lengths, savedAt } = facts.columns
  const { lifts } = facts
  const norms = lengthNorms(facts.averageLength)
  const scoreOf = (at: number) => rare * termScore(weights[at]!, lengths[slots[at]!]!, norms) * lifts[slots[at]!]!
  const before = (a: number, b: number) => {
    const [first, second] = [slots[a]!, slots[b]!]
    return (
      scoreOf(b) - scoreOf(a) || savedAt[second]! - savedAt[first]! || (facts.idAt(first) < facts.idAt(second) ? 1 : -1)
    )
  }
  const top = new Top(page.offset + page.limit, before)
  let total = 0
  let least = -Infinity
  for (let at = 0; at < count; at++) {
    const slot = slots[at]!
    if (((mask[slot >> 5]! >>> (slot & 31)) & 1) === 0) continue
    total += 1
    if (rare * termScore(weights[at]!, lengths[slot]!, norms) * lifts[slot]! < least) continue
    top.add(at)
    if (top.worst !== undefined) least = scoreOf(top.worst)
  }
  if (total !== countOf(mask)) return undefined
  const best = top.sorted().slice(page.offset)
  return { total, hits: best.map((at) => ({ id: facts.idAt(slots[at]!), score: scoreOf(at) })) }
}

/** So many bits. */
export function countOf(mask: Uint32Array): number {
  let count = 0
  for (let at = 0; at < mask.length; at++) {
    let bits = mask[at]!
    bits -= (bits >>> 1) & 0x55555555
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
    count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return count
}

function keyOf(order: Order, { columns }: FactTable): (slot: number) => number {
  switch (order) {
    case 'relevance':
      return (slot) => scores[slot]!
    case 'newest':
      return (slot) => columns.savedAt[slot]!
    case 'oldest':
      return (slot) => -columns.savedAt[slot]!
    case 'longest':
      return (slot) => columns.words[slot]!
    case 'shortest':
      return (slot) => -columns.words[slot]!
    case 'published':
      // Without a date of its own an article has that of its saving, as for before: and after:.
      return (slot) => columns.published[slot]! || dayNumberOf(columns.savedAt[slot]!)
  }
}

function dayNumberOf(instant: number): number {
  const day = new Date(instant)
  return day.getFullYear() * 10_000 + (day.getMonth() + 1) * 100 + day.getDate()
}

/** The first few of many in order, without sorting the rest. */
class Top {
  /** A heap with the worst of the best on top. */
  readonly #heap: number[] = []

  constructor(
    private readonly count: number,
    private readonly compare: (a: number, b: number) => number,
  ) {}

  add(slot: number): void {
    const heap = this.#heap
    if (heap.length < this.count) {
      heap.push(slot)
      for (let at = heap.length - 1; at > 0;) {
        const parent = (at - 1) >> 1
        if (this.compare(heap[at]!, heap[parent]!) <= 0) break
        ;[heap[at], heap[parent]] = [heap[parent]!, heap[at]!]
        at = parent
      }
    } else if (this.count > 0 && this.compare(slot, heap[0]!) < 0) {
      heap[0] = slot
      this.#sink()
    }
  }

  /** Of the best, once there are as many as are wanted. */
  get worst(): number | undefined {
    return this.#heap.length < this.count ? undefined : this.#heap[0]
  }

  sorted(): number[] {
    return [...this.#heap].sort(this.compare)
  }

  #sink(): void {
    const heap = this.#heap
    for (let at = 0; ;) {
      let worst = at
      for (let child = 2 * at + 1; child <= 2 * at + 2; child++)
        if (child < heap.length && this.compare(heap[child]!, heap[worst]!) > 0) worst = child
      if (worst === at) return
      ;[heap[at], heap[worst]] = [heap[worst]!, heap[at]!]
      at = worst
    }
  }
}

/** As marks.ts reads it: words side by side, a star where the last one may go on, or before it too; `|` before words that mean the same. */
export function markOf({ terms, last }: Words, stems: ReadonlySet<string>): string {
  const text = terms.join(' ')
  const own = last === 'whole' ? text : last === 'prefix' ? `${text}*` : `*${text}*`
  const others = [...stems].filter((word) => word !== text && !(last === 'prefix' && word.startsWith(text)))
  return [own, ...others.sort()].join('|')
}

/** A bit an article: 1 when it matches. Words that ask for something are added to `leaves`. */
function match(query: Query, library: Library, leaves: Leaf[] | undefined): Uint32Array {
  const mask = new Uint32Array((library.size + 31) >> 5)
  switch (query.kind) {
    case 'all':
    case 'sort':
      return mask.fill(0xffffffff)
    case 'filter':
      library.facts.filter(query.filter, mask)
      return mask
    case 'not': {
      const without = match(query.of, library, undefined)
      for (let at = 0; at < mask.length; at++) mask[at] = ~without[at]!
      return mask
    }
    case 'words': {
      const leaf = findLeaf(query, library.parts, library)
      leaves?.push(leaf)
      for (let at = 0; at < leaf.count; at++) mask[leaf.slots[at]! >> 5]! |= 1 << (leaf.slots[at]! & 31)
      return mask
    }
    case 'and':
    case 'or': {
      const masks = query.of.map((part) => match(part, library, leaves))
      const whole = query.kind === 'and'
      if (whole) mask.fill(0xffffffff)
      for (const part of masks)
        for (let at = 0; at < mask.length; at++) mask[at] = whole ? mask[at]! & part[at]! : mask[at]! | part[at]!
      return mask
    }
  }
}

function asksForTrash(query: Query): boolean {
  switch (query.kind) {
    case 'filter':
      return query.filter.kind === 'is' && query.filter.state === 'trashed'
    case 'and':
    case 'or':
      return query.of.some(asksForTrash)
    default:
      return false
  }
}
