import { formatNumber } from '../../preload/language.ts'

const wordsAMinute = 230

/** "9 min"; nothing for what has no text. */
export function minutesToRead(words: number): string | undefined {
  return words > 0 ? `${formatNumber(Math.max(1, Math.round(words / wordsAMinute)))} min` : undefined
}
