import { formatNumber } from '../../preload/language.ts'

/** Of more places no more are marked and walked: they would be noise, and each costs time to draw. */
export const mostMarked = 2_000

/** "14", and "2,000+" where there may be more. */
export function markedWords(count: number): string {
  return count === mostMarked ? `${formatNumber(count)}+` : formatNumber(count)
}
