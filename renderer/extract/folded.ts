// Text as it is compared: letters and digits in lower case, one space between what anything else parts.

export function folded(text: string): string {
  return beyondAscii.test(text) ? text.toLowerCase().replace(noLetters, ' ').trim() : foldedAscii(text)
}

/** The first characters of what `folded` gives; of a long text no more is folded than that takes. */
export function foldedStart(text: string, characters: number): string {
  const some = folded(text.slice(0, 2 * characters + 20))
  // What is folded may depend on the character beyond it.
  return (some.length > characters + 1 ? some : folded(text)).slice(0, characters)
}

/** What a text begins with however it is folded: its first plain letters, or none of them. */
export function plainStart(text: string): string {
  return /^[a-z0-9]{0,30}(?![\u0080-\uffff])/i.exec(text)?.[0].toLowerCase() ?? ''
}

/** The same for signs that look alike: ligatures, wide letters. */
export function foldedAlike(text: string): string {
  return beyondAscii.test(text) ? folded(text.normalize('NFKC')) : foldedAscii(text)
}

/** The same for letters with and without their accents in one character. */
export function foldedApart(text: string): string {
  return beyondAscii.test(text) ? folded(text.normalize('NFKD')) : foldedAscii(text)
}

function foldedAscii(text: string): string {
  return text.toLowerCase().replace(noAsciiLetters, ' ').trim()
}

const beyondAscii = /[\u0080-\uffff]/
const noAsciiLetters = /[^a-z0-9]+/g
const noLetters = /[^\p{L}\p{N}]+/gu
