// What a line of text is made of, in one pass over its characters.

export type Counts = {
  /** What white space parts. */
  words: number
  /** Words of at most three characters. */
  short: number
  /** Words that begin with a capital letter. */
  capitals: number
  sentences: number
  commas: number
  digits: number
}

export function countCharacters(text: string): Counts {
  const counts: Counts = { words: 0, short: 0, capitals: 0, sentences: 0, commas: 0, digits: 0 }
  let wordStart = 0
  let before = 0
  for (let at = 0; at <= text.length; at++) {
    const kind = at === text.length ? space : kindOf(text.charCodeAt(at))
    if (kind === space) {
      if (before === stop) counts.sentences++
      // Spaces beside each other part two words and no more; those at an end have an empty word beyond them.
      if (before !== space || at === text.length) putWord(counts, text, wordStart, at)
      wordStart = at + 1
    } else if (kind === digit) counts.digits++
    else if (kind === comma) counts.commas++
    before = kind
  }
  return counts
}

function putWord(counts: Counts, text: string, start: number, end: number): void {
  counts.words++
  if (end - start <= 3) counts.short++
  if (end > start && isCapital(text, start)) counts.capitals++
}

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code & 0xfc00) === 0xd800 ? /^\p{Lu}/u.test(text.slice(at, at + 2)) : kindOf(code) === capital
}

const [space, stop, comma, digit, capital, other] = [1, 2, 3, 4, 5, 6]
/** By their codes, as they occur; 0 for those that have not yet. */
const kinds = new Uint8Array(65_536)

function kindOf(code: number): number {
  return kinds[code] || (kinds[code] = kindOfCharacter(String.fromCharCode(code)))
}

function kindOfCharacter(character: string): number {
  if (/\s/.test(character)) return space
  if (/[.!?。！？]/.test(character)) return stop
  if (/[,;、，]/.test(character)) return comma
  if (/\d/.test(character)) return digit
  return /\p{Lu}/u.test(character) ? capital : other
}
