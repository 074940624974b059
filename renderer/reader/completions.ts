// Which tags to offer for what has been typed: those that begin so, then those of which a part does, then any that hold it; the most used first.
import { tidyTag } from '../../preload/tidyTag.ts'
import { plainLetters } from '../library/plainLetters.ts'
import type { TagCount } from '../library/tags.ts'

export type Offer = { readonly tag: string; readonly count: number; readonly isNew: boolean }

const most = 8

export function completions(text: string, counts: readonly TagCount[], has: readonly string[]): readonly Offer[] {
  const wanted = tidyTag(text) ?? ''
  const typed = plainLetters(wanted)
  const found = counts
    .filter(({ tag }) => !has.includes(tag) && plainLetters(tag).includes(typed))
    .map((each) => ({ ...each, isNew: false, rank: rankOf(plainLetters(each.tag), typed) }))
    .sort((a, b) => a.rank - b.rank || b.count - a.count || a.tag.localeCompare(b.tag))
    .slice(0, most)
  const isKnown = wanted === '' || has.includes(wanted) || found.some(({ tag }) => tag === wanted)
  const offers = found.map(({ tag, count, isNew }) => ({ tag, count, isNew }))
  if (isKnown) return offers
  const made: Offer = { tag: wanted, count: 0, isNew: true }
  // What is being typed on the way to a known tag is rarely a new one.
  return found[0]?.rank === 0 ? [...offers, made] : [made, ...offers]
}

function rankOf(tag: string, typed: string): number {
  if (tag.startsWith(typed)) return 0
  return tag.split(/[/ -]/).some((part) => part.startsWith(typed)) ? 1 : 2
}
