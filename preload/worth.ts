// Whether one version of an article may be shown in the place of another: asked when a page is captured, and where the acts of several devices meet.
import { z } from 'zod'
import { verdict, type Verdict, type Version } from './article.ts'

/** What a version is worth beside another one of its article. */
export const worth = z.object({ verdict, words: z.number().int().nonnegative(), images: z.number().int().optional() })
export type Worth = { readonly verdict: Verdict; readonly words: number; readonly images?: number | undefined }

export function worthOf({ verdict: judged, words, images }: Pick<Version, 'verdict' | 'words' | 'images'>): Worth {
  return { verdict: judged, words, ...(images && { images: images.kept }) }
}

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
