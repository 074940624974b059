// What a capture is worth, in words a person can read, and whether it may take the place of an older one.
import type { Verdict } from '../../preload/article.ts'
import type { Extraction } from '../../preload/extraction.ts'
import { englishReasonWords, type Reason } from '../../preload/reason.ts'

export type Judged = {
  readonly verdict: Verdict
  readonly reasons: readonly string[]
  /** The same, as far as they have codes. */
  readonly because: readonly Reason[]
  /** Sentences for the person who saved it. */
  readonly notes: readonly string[]
}

type Circumstances = {
  /** What was missing when the page's time was up. */
  readonly shortcomings: readonly Reason[]
  readonly tooLargeImages: number
}

/** What extraction found of the text, and what only the capture can know. */
export function verdict(extraction: Extraction, { shortcomings, tooLargeImages }: Circumstances): Judged {
  const missing = Math.max(extraction.images.found - extraction.images.kept, 0)
  const tooLarge = Math.min(tooLargeImages, missing)
  const lost: Reason[] = [
    ...(missing > tooLarge ? [{ code: 'images-missing', images: missing - tooLarge } as const] : []),
    ...(tooLarge > 0 ? [{ code: 'images-too-large', images: tooLarge } as const] : []),
  ]
  const images = lost.map(englishReasonWords)
  const reasons = [...extraction.reasons, ...shortcomings.map(englishReasonWords), ...images]
  const because = [...(extraction.because ?? []), ...shortcomings, ...lost]
  const judged: Verdict = extraction.verdict === 'complete' && missing > 0 ? 'partial' : extraction.verdict
  return { verdict: judged, reasons, because, notes: [...new Set([...wordsOnNoArticle(extraction), ...images])] }
}

/** What is no article, or one behind a wall, is said at once, not only where it is read. */
function wordsOnNoArticle({ verdict: found, reasons, words }: Extraction): string[] {
  if (found === 'complete') return []
  if (found === 'partial') return [...reasons]
  return found === 'not-article' || words < fewWords ? [noArticleNote, ...reasons] : reasons
}

/** A wall or an error page with less text than this says nothing of the article. */
const fewWords = 60

export const noArticleNote = 'No article text was found. The link is saved.'

export type Worth = { readonly verdict: Verdict; readonly words: number; readonly images?: number | undefined }

/** From what is hardly anything to what is whole. A wall and an error page say nothing of the article. */
const ranks: Readonly<Record<Verdict, number>> = { error: 0, wall: 0, 'not-article': 1, partial: 2, complete: 3 }

/** Texts are edited: a version that lost less than this share of its words is still as complete. */
const editedShare = 0.8

/** May `next` be shown in the place of `before`? When in doubt yes: the person asked for it, and the older one is kept. */
export function isAtLeastAsGood(next: Worth, before: Worth): boolean {
  const [rank, rankBefore] = [ranks[next.verdict], ranks[before.verdict]]
  if (rank === 0 && rankBefore > 0) return false
  if (rank === 0) return next.words >= before.words
  // However much stands on a list or a front page, it is not the article.
  if (rank === 1 && rankBefore > 1) return false
  if (next.words < before.words * editedShare) return false
  if (rank >= rankBefore) return true
  // Less whole by its verdict: only more text, or the same text with more pictures, outweighs that.
  return next.words > before.words && (next.images ?? 0) >= (before.images ?? 0)
}
