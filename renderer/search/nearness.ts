// How close together what was asked for stands: side by side and in order is worth most. Only the best by their words are looked at, for it costs a reading
// of places, and lifts an article over others that have the same words, never over one that has them much better.
import { formsIn, mostLoose } from './forms.ts'
import { heldPostings, type HeldForm, type Leaf, type LeafOptions, type Part } from './leaves.ts'
import type { Query } from './parseQuery.ts'
import { looseWeight } from './rank.ts'
import { fieldGap } from './segments/fields.ts'
import { gone } from './segments/mergeSegments.ts'
import type { PlacesReader } from './segments/placesReader.ts'
import { Postings, seek } from './segments/postings.ts'
import type { Segment } from './segments/segment.ts'

/** So many of the best are compared by it, whatever page of them is asked for. */
export const comparedByNearness = 40

/** What words that stand side by side gain. */
const most = 0.25
/** Words farther apart gain nothing. */
const farthest = fieldGap
/** Of parts with more ways to be answered nothing is compared. */
const mostForms = 8

/** The parts of a query that must all be there, each with the words that answer to it, in order. */
export function groupsOf(query: Query, leaves: readonly Leaf[]): readonly (readonly Leaf[])[] {
  if (query.kind !== 'and') return []
  const byWords = new Map(leaves.map((leaf) => [leaf.words as Query, leaf]))
  return query.of
    .map((part) => leavesOf(part, byWords))
    .filter((group) => group.length > 0 && group.length <= mostForms)
}

function leavesOf(query: Query, byWords: ReadonlyMap<Query, Leaf>): readonly Leaf[] {
  switch (query.kind) {
    case 'words': {
      const leaf = byWords.get(query)
      return leaf && query.last !== 'inside' ? [leaf] : []
    }
    case 'and':
    case 'or':
      return query.of.flatMap((part) => leavesOf(part, byWords))
    default:
      return []
  }
}

/** What the score of each of these articles is multiplied with. */
export function nearness(
  groups: readonly (readonly Leaf[])[],
  slots: readonly number[],
  { parts, stemmers }: { readonly parts: readonly Part[] } & LeafOptions,
): number[] {
  const gains = slots.map(() => 1)
  for (const part of parts) {
    const held = articlesIn(part, slots)
    if (held.length === 0) continue
    const articles = held.map(({ article }) => article)
    const stands = groups.map((group) => standsIn(group, part, articles, stemmers))
    for (const [n, { at }] of held.entries()) {
      let sum = 0
      for (let next = 1; next < groups.length; next++) sum += closeness(stands[next - 1]![n]!, stands[next]![n]!)
      gains[at] = 1 + (most * sum) / (groups.length - 1)
    }
  }
  return gains
}

/** Of a word or phrase: where it begins, times this, and how many words it has. One number each: there are thousands, and a pair of them costs many times as much. */
const mostWords = 256

/** 1 when the second follows the first at once, 0 when they are far apart. Of stands, ascending. */
function closeness(first: readonly number[], second: readonly number[]): number {
  if (first.length === 0) return 0
  let least = farthest
  let before = 0
  for (let at = 0; at < second.length; at++) {
    const start = Math.floor(second[at]! / mostWords)
    const end = start + (second[at]! % mostWords)
    while (before + 1 < first.length && Math.floor(first[before + 1]! / mostWords) < start) before += 1
    for (let own = before; own < first.length && own < before + 2; own++) {
      const ownStart = Math.floor(first[own]! / mostWords)
      const ownEnd = ownStart + (first[own]! % mostWords)
      // The other way round is as good as with a word between.
      const apart = start > ownStart ? start - ownEnd : ownStart > start ? ownStart - end + 1 : farthest
      if (apart >= 0 && apart < least) least = apart
    }
  }
  return least === farthest ? 0 : 1 / (1 + least)
}

/** For each of these articles of a part the places of what a group asks for, ascending. */
function standsIn(
  group: readonly Leaf[],
  part: Part,
  articles: readonly number[],
  stemmers: readonly number[],
): readonly (readonly number[])[] {
  const stands = articles.map((): number[] => [])
  for (const { words, forms } of group) {
    const { length } = words.terms
    if (length === 1) {
      const ofWord = (start: number) => start * mostWords + 1
      addStarts(part.segment, clearest(forms.get(part) ?? []), articles, ofWord, stands)
      continue
    }
    const [first, ...others] = words.terms.map((term, offset) => {
      const isLast = offset === length - 1
      const asked = isLast ? { ...words, terms: [term] } : ({ kind: 'words', terms: [term], last: 'whole' } as const)
      const starts = articles.map((): number[] => [])
      addStarts(part.segment, clearest(formsIn(part.segment, asked, stemmers)), articles, (at) => at - offset, starts)
      return starts
    })
    for (const [at, own] of stands.entries())
      for (const start of first?.[at] ?? [])
        if (others.every((other) => other[at]!.includes(start)))
          own.push(start * mostWords + Math.min(length, mostWords - 1))
  }
  for (const own of stands) if (!isAscending(own)) own.sort((a, b) => a - b)
  return stands
}

/** As they are where one form of one word is in the article. */
function isAscending(stands: readonly number[]): boolean {
  for (let at = 1; at < stands.length; at++) if (stands[at]! < stands[at - 1]!) return false
  return true
}

function clearest(forms: readonly HeldForm[]): readonly HeldForm[] {
  const clear = forms.filter(({ share }) => share > looseWeight)
  return clear.length > 0 ? clear : forms.slice(0, mostLoose)
}

const postings = new Postings()

/** Adds for each article where one of the forms stands, as `noted`. */
function addStarts(
  segment: Segment,
  forms: readonly HeldForm[],
  articles: readonly number[],
  noted: (place: number) => number,
  starts: readonly number[][],
): void {
  for (const form of forms) {
    eachHolder(segment, form, articles, (at, reader, index) => {
      const own = starts[at]!
      const before = own.length
      if (index === undefined) reader.read(articles[at]!, own)
      else reader.readAt(index, own)
      for (let place = before; place < own.length; place++) own[place] = noted(own[place]!)
    })
  }
}

/** Calls back for the articles that may have the form. `index`: where it stands among the held postings. A form that none of them has is not read. */
function eachHolder(
  segment: Segment,
  { term, start, read }: HeldForm,
  articles: readonly number[],
  visit: (at: number, reader: PlacesReader, index?: number) => void,
): void {
  if (start === undefined) {
    const reader = segment.places(term, postings)
    for (let at = 0; at < articles.length; at++) visit(at, reader)
    return
  }
  const held = heldPostings.articles
  const end = start + term.count
  let reader: PlacesReader | undefined
  for (let at = 0, index = start; at < articles.length; at++) {
    index = seek(articles[at]!, held, index, end)
    if (index === end) return
    if (held[index] !== articles[at]) continue
    reader ??= segment.placesOf(term, heldPostings, start, read)
    visit(at, reader, index)
  }
}

/** Which of the articles are in a part, and as what, in its order. */
function articlesIn({ slots: own }: Part, slots: readonly number[]): readonly { article: number; at: number }[] {
  const articleOf = own.length > fewArticles ? inverseOf(own) : (slot: number) => own.indexOf(slot)
  return slots
    .map((slot, at) => ({ article: articleOf(slot), at }))
    .filter(({ article, at }) => own[article] === slots[at])
    .sort((a, b) => a.article - b.article)
}

const fewArticles = 64

/** By slot, from `first` on: the article, or another one of a slot that is no longer in the part. A part's slots change only when articles go. */
type Inverse = { readonly first: number; readonly articles: Uint32Array }
const inverses = new WeakMap<Uint32Array, Inverse>()

function inverseOf(own: Uint32Array): (slot: number) => number {
  let inverse = inverses.get(own)
  if (!inverse) {
    let first = gone
    let last = 0
    for (let article = 0; article < own.length; article++) {
      const slot = own[article]!
      if (slot === gone) continue
      if (slot < first) first = slot
      if (slot > last) last = slot
    }
    inverse = { first, articles: new Uint32Array(Math.max(0, last - first + 1)) }
    const { articles } = inverse
    for (let article = 0; article < own.length; article++)
      if (own[article] !== gone) articles[own[article]! - first] = article
    inverses.set(own, inverse)
  }
  const { first, articles } = inverse
  return (slot) => articles[slot - first] ?? -1
}
