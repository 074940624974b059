// Why an article was found: for each thing asked for, which words of it stand in which field, how rare it is and what it adds to the score.
import { isAmong } from './bits.ts'
import { matchAll, rank, type Library, type Matched } from './evaluate.ts'
import { formsIn } from './forms.ts'
import { weightAt, type Leaf } from './leaves.ts'
import { comparedByNearness, groupsOf, nearness } from './nearness.ts'
import type { Query } from './parseQuery.ts'
import { lengthNorms, rarity, termScore } from './rank.ts'
import { countIn, textFields, type TextField } from './segments/fields.ts'
import { Postings } from './segments/postings.ts'
import { foldedOf } from './tokenise.ts'

export type Explanation = {
  readonly score: number
  /** What new and favourite articles gain, and those in which the words stand close together: the sum of the parts times both is the score. */
  readonly lift: number
  readonly nearness: number
  readonly parts: readonly {
    /** What was asked for, folded. */
    readonly asked: string
    readonly score: number
    /** 0 for what is everywhere. */
    readonly rarity: number
    /** In how many articles. */
    readonly articles: number
    /** The words of the article that answer to it, and how often each stands in a field; empty for a phrase. */
    readonly words: readonly { readonly word: string; readonly in: Partial<Record<TextField, number>> }[]
  }[]
}

/** Undefined when the article does not match. */
export function explain(query: Query, id: string, library: Library): Explanation | undefined {
  const { facts } = library
  const slot = facts.slotOf(id)
  const matched = matchAll(query, library)
  const { mask, leaves } = matched
  if (slot === undefined || !isAmong(mask, slot)) return undefined
  const parts = leaves.flatMap((leaf) => {
    const weight = weightAt(leaf, slot)
    if (weight === 0) return []
    const rare = rarity(leaf.count, facts.count)
    return [
      {
        asked: leaf.words.terms.join(' '),
        score: rare * termScore(weight, facts.columns.lengths[slot]!, lengthNorms(facts.averageLength)),
        rarity: rare,
        articles: leaf.count,
        words: wordsOf(leaf, slot, library),
      },
    ]
  })
  const lift = facts.lifter(library.now)(1, slot, 0)
  const near = nearnessOf(id, slot, matched, library)
  return { score: parts.reduce((sum, { score }) => sum + score, 0) * lift * near, lift, nearness: near, parts }
}

/** 1 for an article that is not among the best: those alone are compared by it. */
function nearnessOf(id: string, slot: number, matched: Matched, library: Library): number {
  const groups = groupsOf(matched.query, matched.leaves)
  if (groups.length < 2) return 1
  const best = rank(matched, library, { limit: comparedByNearness, offset: 0 }).hits
  return best.some((hit) => hit.id === id) ? (nearness(groups, [slot], library)[0] ?? 1) : 1
}

function wordsOf({ words }: Leaf, slot: number, { parts, stemmers }: Library) {
  if (words.terms.length > 1) return []
  const postings = new Postings()
  const found = new Map<string, Partial<Record<TextField, number>>>()
  for (const { segment, slots } of parts) {
    const article = slots.indexOf(slot)
    if (article < 0) continue
    for (const { term } of formsIn(segment, words, stemmers)) {
      segment.decode(term, postings)
      const at = postings.articles.subarray(0, postings.count).indexOf(article)
      if (at < 0) continue
      const counts = postings.counts[at]!
      const text = foldedOf(segment.termAt(term.ordinal).text())
      const fields = found.get(text) ?? {}
      for (const field of textFields) {
        const count = countIn(counts, field)
        if (count > 0 && (words.field === undefined || words.field === field))
          fields[field] = (fields[field] ?? 0) + count
      }
      found.set(text, fields)
    }
  }
  return [...found].map(([word, fields]) => ({ word, in: fields }))
}
