import { formatNumber, inLanguages } from '../../preload/language.ts'

const wordsAMinute = 230

const said = inLanguages(
  { minutes: (count: string) => `${count} min` },
  { minutes: (count: string) => `${count} Min.` },
)

/** "9 min"; nothing for what has no text. */
export function minutesToRead(words: number): string | undefined {
  return words > 0 ? said.minutes(formatNumber(Math.max(1, Math.round(words / wordsAMinute)))) : undefined
}
