// How well an article answers: BM25 over its words, the title counting more; exact words over those that only begin so.
import { countIn, weightedIn, type TextField } from './segments/fields.ts'

const saturation = 1.6
const lengthShare = 0.8
const fieldWeights: Readonly<Record<TextField, number>> = { title: 4, text: 1, notes: 1.5, about: 1.5 }
/** A word that only begins as asked, or holds what was asked. */
export const looseWeight = 0.5
/** The same word with other accents, and another word of the same stem. */
export const accentWeight = 0.9
export const stemWeight = 0.8
/** What a saved-today article gains over one from long ago: enough to settle a tie, never to beat a better match. */
const freshLift = 0.06
const freshDays = 120
const favouriteLift = 0.03
const dayMs = 86_400_000

/** The weighted count of a word in an article. */
export function weigh(counts: number, field: TextField | undefined): number {
  if (field) return countIn(counts, field) * fieldWeights[field]
  // The text alone is by far the most frequent case.
  if (counts < 0x8000) return counts
  return weightedIn(counts, fieldWeights)
}

export function weightOf(field: TextField): number {
  return fieldWeights[field]
}

export function rarity(articlesWith: number, articles: number): number {
  return Math.log(1 + (articles - articlesWith + 0.5) / (articlesWith + 0.5))
}

/** What the length of an article counts, given how long they are on average. */
export type LengthNorms = { readonly least: number; readonly eachWord: number }

export function lengthNorms(averageLength: number): LengthNorms {
  return { least: saturation * (1 - lengthShare), eachWord: (saturation * lengthShare) / averageLength }
}

export function termScore(weight: number, length: number, { least, eachWord }: LengthNorms): number {
  return (weight * (saturation + 1)) / (weight + least + eachWord * length)
}

/** A word scores less than `wanted` in an article where its weight times `each` is less than `least` and `eachWord` for each of its words: without a division, for tens of thousands of them. */
export function termsBelow(wanted: number, { least, eachWord }: LengthNorms): LengthNorms & { readonly each: number } {
  return { each: saturation + 1 - wanted, least: wanted * least, eachWord: wanted * eachWord }
}

/** No lift is more. */
export const mostLift = 1 + freshLift + favouriteLift

/** No lift of an article as old is more: found without an exponent, for the thousands that might be among the best by their words. */
export function mostLiftOf(savedAt: number, now: number): number {
  const halvings = (now - savedAt) / (freshDays * Math.LN2 * dayMs)
  return 1 + favouriteLift + (halvings < 1 ? freshLift : freshLift / (1 << Math.min(30, halvings)))
}

/** What the score is multiplied with. */
export function lift(savedAt: number, isFavourite: boolean, now: number): number {
  return 1 + freshLift * Math.exp(-Math.max(0, now - savedAt) / (freshDays * dayMs)) + (isFavourite ? favouriteLift : 0)
}
