// The words of a text with their places, for comparing two states of the same text. Letters of scripts without spaces are words of their own.

export type Token = { readonly word: string; readonly start: number; readonly end: number }

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const pattern = new RegExp(`[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}\\u00ad'’])+`, 'gu')

export function tokensOf(text: string): Token[] {
  const found: Token[] = []
  for (const { 0: run, index } of text.matchAll(pattern)) {
    const word = foldWord(run)
    if (word !== '') found.push({ word, start: index, end: index + run.length })
  }
  return found
}

/** Case, accents' form, apostrophes and soft hyphens are no difference. */
function foldWord(run: string): string {
  return run
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u00ad'’]/g, '')
}
