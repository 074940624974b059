// Text -> the words that are searched for, folded (NFKC, case, diacritics), with where they stand in the original.
// Scripts that write no spaces give a word for each character with its marks, and a question in them is a phrase:
// so it never fails because question and text were cut into words in two ways.

/** `start` and `end` are offsets in the text as it was given. */
export type Token = { readonly term: string; readonly start: number; readonly end: number }

export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  eachToken(text, (raw, start) => tokens.push({ term: foldWord(raw), start, end: start + raw.length }))
  return tokens
}

/** Calls back for each word as it is written; foldWord makes a term of it. */
export function eachToken(text: string, visit: (raw: string, start: number) => void): void {
  for (const match of text.matchAll(word)) {
    const [raw] = match
    if (!hasUnspaced(raw)) visit(raw, match.index)
    else for (const part of raw.matchAll(unspacedPart)) visit(part[0], match.index + part.index)
  }
}

/** Folding a folded word changes nothing. */
export function foldWord(raw: string): string {
  const cut = raw.length > longestWord ? raw.slice(0, longestWord) : raw
  if (isAscii(cut)) return cut.toLowerCase()
  const plain = cut.normalize('NFKC').toLowerCase().normalize('NFD').replace(diacritics, '').normalize('NFC')
  return plain.replace(ownLetters, (letter) => plainLetters[letter] ?? letter)
}

/** Longer ones are no words; they are found by how they begin. */
const longestWord = 64

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
const scripts = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((name) => `\\p{scx=${name}}`)
  .join('')
const unspacedPart = new RegExp(
  `(?=[\\p{L}\\p{N}])[${scripts}]\\p{M}*|(?:(?![${scripts}])[\\p{L}\\p{N}\\p{M}])+|.`,
  'gu',
)
/** Only the common combining marks: in many scripts other marks are vowels, and words differ by them. */
const diacritics = /[\u0300-\u036f]/g
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
}
const ownLetters = /[ßæœøđðþłħı]/g

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}

/** From Thai on there may be scripts without spaces; Hangul and most others are sorted out by the expression. */
function hasUnspaced(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x0e00) return true
  return false
}
