// What a question may have meant instead: the same with words that are hardly anywhere replaced by those they are near to.
import { matchAll, rank, type Answer, type Library, type Page } from './evaluate.ts'
import { findLeaf, type Leaf } from './leaves.ts'
import type { Query, Words } from './parseQuery.ts'
import { findNear } from './spelling.ts'

export type Also = {
  /** Each word that was corrected, and what it may have been meant for, the likeliest first. */
  readonly words: readonly { readonly typed: string; readonly meant: readonly string[] }[]
  readonly answer: Answer
}

/** A word that is in more articles is no typing error. In a large library others have made the same error. */
const fewArticles = 2
const fewShare = 1 / 2_000
/** What a word that is there may have been meant for is in so many times as many articles. */
const clearlyMore = 10
const mostCorrections = 24

/** So few that what else may have been meant is looked for. */
export function isFew(articles: number, { facts }: Library): boolean {
  return articles <= Math.max(fewArticles, facts.count * fewShare)
}

/** Undefined when nothing looks mistyped. `leaves`: what the words of the query have found. */
export function also(query: Query, leaves: readonly Leaf[], library: Library, page: Page): Also | undefined {
  const segments = library.parts.map(({ segment }) => segment)
  const corrections = new Map<Words, readonly string[]>()
  for (const { words, count } of leaves) {
    const typed = words.terms.length === 1 ? words.terms[0] : undefined
    if (typed === undefined || !isFew(count, library) || words.last === 'inside' || !words.stems) continue
    const near = findNear(segments, typed, mostCorrections).filter(
      ({ word, articles }) => (count <= fewArticles || articles >= count * clearlyMore) && isStillThere(word, library),
    )
    if (near.length > 0)
      corrections.set(
        words,
        near.map(({ word }) => word),
      )
  }
  if (corrections.size === 0) return undefined
  const answer = rank(matchAll(corrected(query, corrections), library), library, page)
  return {
    words: [...corrections].map(([words, meant]) => ({ typed: words.terms[0] ?? '', meant })),
    answer,
  }
}

/** The words of texts that were replaced or deleted since lie in the index for a while yet. */
function isStillThere(word: string, library: Library): boolean {
  if (library.parts.every(({ goneCount }) => goneCount === 0)) return true
  return (
    findLeaf({ kind: 'words', terms: [word], last: 'whole' }, library.parts, { ...library, mayBeNear: false }).count > 0
  )
}

function corrected(query: Query, corrections: ReadonlyMap<Words, readonly string[]>): Query {
  switch (query.kind) {
    case 'words': {
      const meant = corrections.get(query)
      if (!meant) return query
      return {
        kind: 'or',
        of: meant.map((word): Words => ({
          kind: 'words',
          terms: [word],
          last: 'whole',
          ...(query.field ? { field: query.field } : {}),
        })),
      }
    }
    case 'and':
    case 'or':
      return { kind: query.kind, of: query.of.map((part) => corrected(part, corrections)) }
    case 'not':
      return query
    default:
      return query
  }
}
