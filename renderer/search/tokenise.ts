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
  eachSpan(text, (start, end) => visit(text.slice(start, end), start))
}

/** The same without making a string of each word: where it stands, and a hash of how it is written. */
export function eachSpan(text: string, visit: (start: number, end: number, hash: number) => void): void {
  // By hand: an expression with these classes takes five times as long, and this is most of what filling an index costs.
  const { length } = text
  for (let at = 0; at < length;) {
    const start = at
    const code = text.charCodeAt(at)
    const first = code < 128 ? code : pointAt(text, at)
    const kind = first < 128 ? asciiKinds[first]! : kindOf(first)
    at += first > 0xffff ? 2 : 1
    if (kind === none || kind === mark) continue
    let hash = Math.imul(hashSeed ^ first, hashFactor)
    while (at < length) {
      const next = text.charCodeAt(at)
      if (next < 128) {
        if (kind !== letter || asciiKinds[next] !== letter) break
        hash = Math.imul(hash ^ next, hashFactor)
        at += 1
        continue
      }
      const point = pointAt(text, at)
      const nextKind = kindOf(point)
      if (nextKind !== mark && (nextKind !== letter || kind !== letter)) break
      hash = Math.imul(hash ^ point, hashFactor)
      at += point > 0xffff ? 2 : 1
    }
    visit(start, at, (hash ^ (hash >>> 15)) >>> 0)
  }
}

/** What a word is in the index: folded, and where that loses accents, also as it is written, after U+0000. In order of the folded form. */
export function termOf(raw: string): string {
  const folded = foldWord(raw)
  if (folded.length === raw.length && isAscii(raw)) return folded
  const exact = exactForm(raw)
  return exact === folded || folded.length + exact.length > longestTerm ? folded : `${folded}\0${exact}`
}

/** The folded form of a term. */
export function foldedOf(term: string): string {
  const end = term.indexOf('\0')
  return end < 0 ? term : term.slice(0, end)
}

/** A term as it is written, but for its case. */
export function exactOf(term: string): string {
  return term.slice(term.indexOf('\0') + 1)
}

/** As it is written, but for its case. */
export function exactForm(raw: string): string {
  const cut = raw.length > longestWord ? raw.slice(0, longestWord) : raw
  return isAscii(cut) ? cut.toLowerCase() : cut.replace(unseen, '').normalize('NFKC').toLowerCase().normalize('NFC')
}

/** The parts of a name such as MPU6050 or getElementById, folded; undefined for a plain word. */
export function partsOf(raw: string): readonly string[] | undefined {
  return partSpansOf(raw)?.map(({ term }) => term)
}

/** The same, with where each stands in the name. */
export function partSpansOf(raw: string): readonly Token[] | undefined {
  if (raw.length > longestWord || !isMixed(raw, 0, raw.length)) return undefined
  const parts: Token[] = []
  let start = 0
  for (const part of raw.split(seams)) {
    if (part.length > 1) parts.push({ term: foldWord(part), start, end: start + part.length })
    start += part.length
  }
  return parts
}

/** Whether the word between these is a name that has parts. */
export function isMixed(text: string, start: number, end: number): boolean {
  for (let at = start + 1, before = text.charCodeAt(start); at < end; at++) {
    const code = text.charCodeAt(at)
    // Most letters stand beside others of their kind.
    if ((before < 97 || code < 97) && isSeam(before, code)) return true
    before = code
  }
  return false
}

/** Between the two parts of a compound: `e-mail` is also found as `email`. */
export function joins(text: string, before: number, start: number): boolean {
  if (start !== before + 1) return false
  const code = text.charCodeAt(before)
  return code === 0x2d || code === 0x2010 || code === 0x2011 || code === 0x27 || code === 0x2019
}

/**
 * Longer compounds are not looked for as one word, nor are those that end in a single letter: *its* finds *it's* by its stem, and *id* should not find
 * *I'd*. But whoever types *dont* or *im* means *don't* and *I'm*.
 */
export function joinedOf(first: string, second: string): string | undefined {
  if ((second.length < 2 && !/^[tm]$/i.test(second)) || first.length + second.length > 24) return undefined
  return foldWord(first) + foldWord(second)
}

/** Folding a folded word changes nothing. */
export function foldWord(raw: string): string {
  const cut = raw.length > longestWord ? raw.slice(0, longestWord) : raw
  if (isAscii(cut)) return cut.toLowerCase()
  const plain = cut
    .replace(unseen, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(diacritics, '')
    .normalize('NFC')
  return plain.replace(ownLetters, (letter) => plainLetters[letter] ?? letter)
}

/** Longer ones are no words; they are found by how they begin. */
const longestWord = 64

/** Code units of a folded and a written form together: three bytes each fit a dictionary's 250. */
const longestTerm = 80
const seams = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u

function isSeam(a: number, b: number): boolean {
  // Seams of ASCII only: it is names of parts and of code that are meant.
  if (a > 122 || b > 122) return false
  const isDigitA = a < 58
  const isDigitB = b < 58
  return isDigitA !== isDigitB || (a > 96 && b > 64 && b < 91)
}

const none = 0
const letter = 1
const mark = 2
/** A letter of a script that writes no spaces. */
const unspaced = 3
/** What each character is, a page of 256 at a time, made when one of them is first met. */
const pages: (Uint8Array | undefined)[] = []
const scripts = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((name) => `\\p{scx=${name}}`)
  .join('')
const isWord = /[\p{L}\p{N}]/u
/** Those of half-width kana are letters to Unicode; what says where a word may break, or how it is joined, is none of its letters. */
const isMark = /[\p{M}\uff9e\uff9f\u00ad\u200c\u200d\u2060\ufeff]/u
const unseen = /[\u00ad\u200c\u200d\u2060\ufeff]/g
const isUnspaced = new RegExp(`[${scripts}]`, 'u')

const asciiKinds = addPage(0).slice(0, 128)
const hashSeed = 0x811c9dc5
const hashFactor = 0x01000193

/**
 * The common combining marks, and the points and the lengthening stroke that Hebrew and Arabic mostly leave out. In other scripts marks are vowels,
 * and words differ by them.
 */
const diacritics =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g
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
  ς: 'σ',
}
const ownLetters = /[ßæœøđðþłħıς]/g

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}

function pointAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return (code & 0xfc00) === 0xd800 ? (text.codePointAt(at) ?? code) : code
}

function kindOf(point: number): number {
  return (pages[point >> 8] ?? addPage(point >> 8))[point & 255] ?? none
}

function addPage(page: number): Uint8Array {
  const kinds = Uint8Array.from({ length: 256 }, (_, index) => {
    const character = String.fromCodePoint(page * 256 + index)
    if (isMark.test(character)) return mark
    if (!isWord.test(character)) return none
    return isUnspaced.test(character) ? unspaced : letter
  })
  pages[page] = kinds
  return kinds
}
