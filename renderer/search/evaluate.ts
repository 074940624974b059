// Query -> the articles that match, best first. Matching is by sets of bits, one an article; scoring by the words that ask for something.
import type { FactTable } from './factTable.ts'
import { findLeaf, forgetLeaves, type Leaf, type LeafOptions, type Part } from './leaves.ts'
import { comparedByNearness, groupsOf, nearness } from './nearness.ts'
import { withoutUnfinished, type OrderName, type Query, type Words } from './parseQuery.ts'
import { findTogether, isSingle } from './together.ts'
import { lengthNorms, mostLift, rarity, termsBelow, termScore } from './rank.ts'

export type Answer = {
  readonly total: number
  readonly hits: readonly { readonly id: string; readonly score: number }[]
  /** The words and phrases that asked for something, with how rare each is: what a snippet looks for. */
  readonly sought: readonly { readonly mark: string; readonly rarity: number }[]
}

export type Page = { readonly limit: number; readonly offset: number }

/** By title the library knows; see answerQuestion.ts. */
export type Order = Exclude<OrderName, 'title'>

/** What matches, and the words that asked for it. To be ranked before the next query is matched; see Leaf. */
export type Matched = {
  readonly query: Query
  readonly mask: Uint32Array
  readonly leaves: readonly Leaf[]
  /** Where one of its words is in few articles: their slots, ascending. What matches is among them. */
  readonly few?: Uint32Array
}

export type Library = {
  readonly parts: readonly Part[]
  readonly facts: FactTable
  /** When it is asked. */
  readonly now: number
} & LeafOptions

/** What is unfinished in the query is passed over where nothing would be left. */
export function matchAll(query: Query, library: Library): Matched {
  forgetLeaves()
  const leaves: Leaf[] = []
  const found = match(query, { ...library, mayBeNear: query.kind === 'and', known: new Map() }, leaves)
  const shown = asksForTrash(query) ? library.facts.alive : library.facts.kept
  const few = fewest(query, leaves)
  const mask = few ? maskOf(few, found, shown) : both(found, shown)
  const finished = mask ? undefined : withoutUnfinished(query)
  if (finished) return matchAll(finished, library)
  return { query, mask: mask ?? new Uint32Array(found.length), leaves, ...(few ? { few } : {}) }
}

/** Undefined when there is none. In memory of its own: a leaf keeps its mask. */
function both(found: Uint32Array, shown: Uint32Array): Uint32Array | undefined {
  const mask = new Uint32Array(found.length)
  let any = 0
  for (let at = 0; at < mask.length; at++) any |= mask[at] = found[at]! & shown[at]!
  return any === 0 ? undefined : mask
}

/** The same where they are known to be among these slots. */
function maskOf(few: Uint32Array, found: Uint32Array, shown: Uint32Array): Uint32Array | undefined {
  const mask = new Uint32Array(found.length)
  let any = 0
  for (const slot of few) any |= mask[slot >> 5]! |= found[slot >> 5]! & shown[slot >> 5]! & (1 << (slot & 31))
  return any === 0 ? undefined : mask
}

function fewest(query: Query, leaves: readonly Leaf[]): Uint32Array | undefined {
  const required = new Set(query.kind === 'and' ? query.of : [query])
  let few: Uint32Array | undefined
  for (const { words, slots } of leaves)
    if (slots && required.has(words) && (!few || slots.length < few.length)) few = slots
  return few
}

/** By slot: what the words are worth that are in few articles; all are 0 between two questions. */
let sums = new Float64Array(0)

export function rank(matched: Matched, library: Library, page: Page, order: Order = 'relevance'): Answer {
  try {
    return ranked(matched, library, page, order)
  } finally {
    // Also when something was found damaged half way: the next question adds to what is left.
    if (!areTogether(matched)) for (const { slots } of matched.leaves) for (const slot of slots ?? []) sums[slot] = 0
  }
}

/** Several words, which have all been found in the same few articles: what they are worth there lies side by side. */
function areTogether({ leaves, few }: Matched): boolean {
  return few !== undefined && leaves.length > 1 && leaves.every(({ slots }) => slots === few)
}

function ranked(matched: Matched, library: Library, page: Page, order: Order): Answer {
  const { query, mask, leaves, few } = matched
  const { facts, size } = library
  const { columns } = facts
  const lifted = facts.lifter(library.now)
  const sought = leaves.map(({ words, count, stems }) => ({
    mark: markOf(words, stems),
    rarity: rarity(count, facts.count),
  }))
  const scoreOf = scorer(matched, facts, size)
  const key = keyOf(order, facts)
  // As in the lists of the library, whose oldest first is its newest first from the end.
  const isTiedBefore = (a: number, b: number) =>
    order === 'oldest' ? facts.isListedBefore(b, a) : facts.isListedBefore(a, b)
  const byScore = order === 'relevance'
  const groups = byScore && page.limit > 0 ? groupsOf(query, leaves) : []
  const mayBeNear = groups.length > 1
  const wanted = Math.max(page.offset + page.limit, mayBeNear ? comparedByNearness : 0)
  const top = new Top(Math.min(wanted, size), isTiedBefore)
  let total = 0
  // What is clearly behind the last of the best need not be compared in full.
  let least = -Infinity
  let leastUnlifted = -Infinity
  const [first] = leaves
  const only = byScore && leaves.length === 1 && first && !first.slots ? first : undefined
  const { lengths } = columns
  const norms = lengthNorms(facts.averageLength)
  // Nothing is below it yet.
  let below = { each: 0, least: -1, eachWord: 0 }
  for (let at = 0; at < (few ?? mask).length; at++) {
    const word = few ? few[at]! >> 5 : at
    for (let bits = few ? mask[word]! & (1 << (few[at]! & 31)) : mask[word]!; bits !== 0; bits &= bits - 1) {
      const slot = (word << 5) + 31 - Math.clz32(bits & -bits)
      total += 1
      // Most articles of a frequent word end here.
      if (only && only.weights[slot]! * below.each < below.least + below.eachWord * lengths[slot]!) continue
      let own = key ? key(slot) : scoreOf ? scoreOf(slot, at) : sums[slot]!
      if (byScore) {
        if (own < leastUnlifted) continue
        own = lifted(own, slot, least)
      }
      if (own < least) continue
      top.add(slot, own)
      if (top.least === undefined) continue
      // A little less, for what is rounded.
      least = top.least
      leastUnlifted = (least / mostLift) * (1 - 1e-12)
      if (only) below = termsBelow((leastUnlifted / rarity(only.count, facts.count)) * (1 - 1e-9), norms)
    }
  }
  let best = top.sorted()
  if (mayBeNear) {
    const compared = best.slice(0, comparedByNearness)
    const gains = nearness(
      groups,
      compared.map(({ slot }) => slot),
      library,
    )
    const nearest = new Top(comparedByNearness, isTiedBefore)
    for (const [at, { slot, key: score }] of compared.entries()) nearest.add(slot, score * gains[at]!)
    best = [...nearest.sorted(), ...best.slice(comparedByNearness)]
  }
  const hits = best.slice(page.offset, page.offset + page.limit)
  return {
    total,
    hits: hits.map(({ slot, key: score }) => ({
      id: facts.idAt(slot),
      score: byScore ? score : (scoreOf?.(slot, few?.indexOf(slot) ?? 0) ?? sums[slot]!),
    })),
    sought,
  }
}

/** What an article's words are worth, which is number `at` of `few` when there are such; undefined when `sums` says it already. The first loops of a start run while calls and numbers are slow: these call nothing. */
function scorer(
  matched: Matched,
  { count: articles, averageLength, columns }: FactTable,
  size: number,
): ((slot: number, at: number) => number) | undefined {
  const { leaves } = matched
  const { lengths } = columns
  const norms = lengthNorms(averageLength)
  if (areTogether(matched)) {
    const all = new Float64Array(matched.few?.length ?? 0)
    for (const { slots, weights, count } of leaves) {
      const own = rarity(count, articles)
      for (let at = 0; slots && at < all.length; at++)
        all[at]! += own * termScore(weights[at]!, lengths[slots[at]!]!, norms)
    }
    return (_slot, at) => all[at]!
  }
  const many = leaves.filter(({ slots }) => !slots)
  const [first] = many
  if (first && leaves.length === 1) {
    // Most questions are one word.
    const { weights } = first
    const own = rarity(first.count, articles)
    return (slot: number): number => own * termScore(weights[slot]!, lengths[slot]!, norms)
  }
  if (sums.length < size) sums = new Float64Array(size + (size >> 3))
  for (const { slots, weights, count } of leaves) {
    const own = rarity(count, articles)
    for (let at = 0; slots && at < slots.length; at++)
      sums[slots[at]!]! += own * termScore(weights[at]!, lengths[slots[at]!]!, norms)
  }
  if (many.length === 0) return undefined
  const weightsOf = many.map(({ weights }) => weights)
  const rare = many.map(({ count }) => rarity(count, articles))
  return (slot: number): number => {
    let sum = sums[slot]!
    for (let at = 0; at < weightsOf.length; at++) {
      const weight = weightsOf[at]![slot]!
      if (weight > 0) sum += rare[at]! * termScore(weight, lengths[slot]!, norms)
    }
    return sum
  }
}

/** Undefined where what an article is ordered by is its score. */
function keyOf(order: Order, { columns }: FactTable): ((slot: number) => number) | undefined {
  switch (order) {
    case 'relevance':
      return undefined
    case 'newest':
      return (slot) => columns.savedAt[slot]!
    case 'oldest':
      return (slot) => -columns.savedAt[slot]!
    case 'longest':
      return (slot) => columns.words[slot]!
    case 'shortest':
      return (slot) => -columns.words[slot]!
    case 'published':
      // Without a date of its own an article comes last, as in the lists of the library.
      return (slot) => columns.published[slot]!
  }
}

/** The first few of many in order, the highest key first, without sorting the rest. */
class Top {
  /** A heap with the last of the best on top, and what each is ordered by. */
  readonly #slots: Uint32Array
  readonly #keys: Float64Array
  #held = 0

  /** `isTiedBefore`: of two with the same key. */
  constructor(
    private readonly count: number,
    private readonly isTiedBefore: (a: number, b: number) => boolean,
  ) {
    this.#slots = new Uint32Array(count)
    this.#keys = new Float64Array(count)
  }

  add(slot: number, key: number): void {
    const [slots, keys] = [this.#slots, this.#keys]
    if (this.#held < this.count) {
      let at = this.#held++
      slots[at] = slot
      keys[at] = key
      for (let parent = (at - 1) >> 1; at > 0 && this.#isBefore(parent, at); parent = (at - 1) >> 1) {
        this.#swap(at, parent)
        at = parent
      }
    } else if (this.count > 0 && (key > keys[0]! || (key === keys[0]! && this.isTiedBefore(slot, slots[0]!)))) {
      slots[0] = slot
      keys[0] = key
      this.#sink()
    }
  }

  /** The key of the last of the best, once there are as many as are wanted. */
  get least(): number | undefined {
    return this.#held < this.count ? undefined : this.#keys[0]
  }

  sorted(): { readonly slot: number; readonly key: number }[] {
    return Array.from(this.#slots.subarray(0, this.#held), (slot, at) => ({ slot, key: this.#keys[at]! })).sort(
      (a, b) => b.key - a.key || (this.isTiedBefore(a.slot, b.slot) ? -1 : 1),
    )
  }

  #isBefore(a: number, b: number): boolean {
    const [keys, slots] = [this.#keys, this.#slots]
    return keys[a]! !== keys[b]! ? keys[a]! > keys[b]! : this.isTiedBefore(slots[a]!, slots[b]!)
  }

  #swap(a: number, b: number): void {
    const [slots, keys] = [this.#slots, this.#keys]
    const slot = slots[a]!
    const key = keys[a]!
    slots[a] = slots[b]!
    keys[a] = keys[b]!
    slots[b] = slot
    keys[b] = key
  }

  #sink(): void {
    for (let at = 0; ;) {
      let last = at
      for (let child = 2 * at + 1; child <= 2 * at + 2; child++)
        if (child < this.#held && this.#isBefore(last, child)) last = child
      if (last === at) return
      this.#swap(at, last)
      at = last
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

/** `known`: what was found for the words of this question so far. A pasted text has the same word a thousand times. */
type Asked = Library & { readonly known: Map<string, Leaf> }

function keyOfWords({ terms, last, field, exact, stems }: Words): string {
  return JSON.stringify([terms, last, field, exact, stems])
}

function leafOf(words: Words, library: Asked): Leaf {
  const key = keyOfWords(words)
  const known = library.known.get(key)
  if (known) return { ...known, words }
  const leaf = findLeaf(words, library.parts, library)
  library.known.set(key, leaf)
  return leaf
}

/** A leaf for each of the words, when several are found together. */
function leavesTogether(words: readonly Words[], library: Asked): readonly Leaf[] {
  const keys = words.map(keyOfWords)
  const distinct = new Map(words.map((one, at) => [keys[at]!, one]))
  if (distinct.size < 2) return []
  const leaves = findTogether([...distinct.values()], library.parts, library)
  if (!leaves) return []
  const found = new Map([...distinct.keys()].map((key, at) => [key, leaves[at]!]))
  return words.map((one, at) => ({ ...found.get(keys[at]!)!, words: one }))
}

/** A bit an article: 1 when it matches; of words it is their leaf's own. Words that ask for something are added to `leaves`. */
function match(query: Query, library: Asked, leaves: Leaf[] | undefined): Uint32Array {
  const empty = () => new Uint32Array((library.size + 31) >> 5)
  switch (query.kind) {
    case 'all':
    case 'sort':
      return empty().fill(0xffffffff)
    case 'filter': {
      const mask = empty()
      library.facts.filter(query.filter, mask)
      return mask
    }
    case 'not': {
      const mask = match(query.of, library, undefined).slice()
      for (let at = 0; at < mask.length; at++) mask[at] = ~mask[at]!
      return mask
    }
    case 'words': {
      const leaf = leafOf(query, library)
      leaves?.push(leaf)
      return leaf.mask
    }
    case 'and': {
      const singles = query.of.filter((part) => part.kind === 'words').filter(isSingle)
      const together = leavesTogether(singles, library)
      const found = new Set<Query>(together.map(({ words }) => words))
      leaves?.push(...together)
      const [first] = together // all have the same mask
      const rest = query.of.filter((part) => !found.has(part))
      if (first && rest.length === 0) return first.mask
      const mask = first?.mask.slice() ?? empty().fill(query.of.length > 0 ? 0xffffffff : 0)
      for (const part of rest) {
        const own = match(part, library, leaves)
        for (let at = 0; at < mask.length; at++) mask[at]! &= own[at]!
      }
      return mask
    }
    case 'or': {
      const mask = empty()
      for (const part of query.of) {
        const own = match(part, library, leaves)
        for (let at = 0; at < mask.length; at++) mask[at]! |= own[at]!
      }
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
