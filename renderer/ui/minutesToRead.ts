const wordsAMinute = 230

/** "9 min"; nothing for what has no text. */
export function minutesToRead(words: number): string | undefined {
  return words > 0 ? `${Math.max(1, Math.round(words / wordsAMinute)).toLocaleString('en')} min` : undefined
}
