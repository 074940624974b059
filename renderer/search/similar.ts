// Articles that are about the same: those that share its rarest words.
import { isAmong } from './bits.ts'
import { matchAll, rank, type Library } from './evaluate.ts'
import { passing, type Part } from './leaves.ts'
import type { Query, Words } from './parseQuery.ts'
import { rarity } from './rank.ts'
import { encodeKey } from './segments/bytes.ts'
import type { Texts } from './segments/buildSegment.ts'
import { gone } from './segments/mergeSegments.ts'
import type { Term } from './segments/segment.ts'
import { tokenise } from './tokenise.ts'

export type Similar = {
  readonly id: string
  readonly score: number
  /** Words that both have, the rarest first, folded. */
  readonly shared: readonly string[]
}

/** Looking up a word costs some microseconds a segment; the most frequent of an article say what it is about. */
const mostLookedUp = 200
const mostAsked = 24
/** A word that is in more articles than this says little. */
const commonShare = 0.1
/** One word in common is chance. */
const leastShared = 3

export function similar(id: string, texts: Texts, library: Library, limit: number): Similar[] {
  const asked = rarestWords(texts, library.parts, library.facts.count)
  if (asked.length < leastShared) return []
  const query: Query = {
    kind: 'or',
    of: asked.map(({ word }): Words => ({ kind: 'words', terms: [word], last: 'whole' })),
  }
  const matched = matchAll(query, library)
  const { hits } = rank(matched, library, { limit: limit * 3 + 1, offset: 0 })
  const found: Similar[] = []
  for (const hit of hits) {
    if (hit.id === id || found.length === limit) continue
    const slot = library.facts.slotOf(hit.id)
    const shared = matched.leaves
      .filter(({ mask }) => isAmong(mask, slot))
      .map(({ words, count }) => ({ word: words.terms[0] ?? '', count }))
      .sort((a, b) => a.count - b.count)
      .map(({ word }) => word)
    if (shared.length >= Math.min(leastShared, asked.length)) found.push({ ...hit, shared })
  }
  return found
}

function rarestWords(texts: Texts, parts: readonly Part[], articles: number) {
  const counts = new Map<string, number>()
  for (const [text, worth] of [
    [texts.title, 3],
    [texts.text.slice(0, 200_000), 1],
  ] as const)
    for (const { term } of tokenise(text))
      if (term.length > 2 && !/^\d+$/.test(term)) counts.set(term, (counts.get(term) ?? 0) + worth)
  const most = Math.max(10, commonShare * articles)
  return [...counts]
    .sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)
    .slice(0, mostLookedUp)
    .map(([word, count]) => ({ word, count, held: articlesWith(parts, word, most) }))
    .filter(({ held }) => held > 1 && held <= most)
    .sort((a, b) => worthOf(b, articles) - worthOf(a, articles))
    .slice(0, mostAsked)
}

function worthOf({ count, held }: { count: number; held: number }, articles: number): number {
  return (count / (count + 1.5)) * rarity(held, articles)
}

/** What an article was before it was changed lies in the index for a while yet, and is left out; where there are clearly more than `most` they are not counted one by one. */
function articlesWith(parts: readonly Part[], word: string, most: number): number {
  const key = encodeKey(word)
  let held = 0
  for (const { segment, slots, goneCount } of parts) {
    const terms: Term[] = []
    segment.eachTerm(key, (cursor) => {
      const isSame = cursor.text().split('\0')[0] === word
      if (isSame) terms.push(cursor.term())
      return isSame
    })
    for (const term of terms) {
      if (goneCount === 0 || term.count - goneCount > most) {
        held += term.count
        continue
      }
      segment.decode(term, passing)
      for (let at = 0; at < term.count; at++) if (slots[passing.articles[at]!] !== gone) held += 1
    }
  }
  passing.clear()
  return held
}
