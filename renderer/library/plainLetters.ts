/** For finding a name by part of it: without case and accents. Ligatures and wide letters are taken apart, so positions do not hold. */
export function plainLetters(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
