import { formatNumber, inLanguages } from '../../preload/language.ts'

const wordsAMinute = 230

const said = inLanguages(
  { hours: (count: string) => `${count} h`, minutes: (count: string) => `${count} min` },
  { hours: (count: string) => `${count} Std.`, minutes: (count: string) => `${count} Min.` },
)

/** "9 min", "14 h 30 min"; nothing for what has no text. */
export function minutesToRead(words: number): string | undefined {
  if (words <= 0) return undefined
  const minutes = Math.max(1, Math.round(words / wordsAMinute))
  const [hours, rest] = minutes < 120 ? [0, minutes] : [Math.floor(minutes / 60), minutes % 60]
  const parts = [hours > 0 && said.hours(formatNumber(hours)), rest > 0 && said.minutes(formatNumber(rest))]
  return parts.filter(Boolean).join(' ')
}
