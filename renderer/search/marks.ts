// Where what was searched for stands in a text: for the snippet, and for marking it in the reader. The same words as the index has.
import { eachSpan, foldWord, isMixed, joinedOf, joins, partSpansOf, type Token } from './tokenise.ts'

export type Marked = { readonly start: number; readonly end: number }
/** `mark`: the number of the mark that stands there. */
export type Found = Marked & { readonly mark: number }

/** `marks` as an answer holds them. In order, none over another; offsets in `text` as it was given. */
export function findMarks(text: string, marks: readonly string[]): Marked[] {
  return apart(findEach(text, marks))
}

/** What lies over each other as one; they come in order of where they begin. */
export function apart(found: readonly Marked[]): Marked[] {
  const all: { start: number; end: number }[] = []
  for (const { start, end } of found) {
    const last = all.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else all.push({ start, end })
  }
  return all
}

/** Each mark wherever it stands, in order of where it begins; one that is given twice by its first number. */
export function findEach(text: string, marks: readonly string[]): Found[] {
  return finderOf(marks)(text)
}

/** The same for many texts. */
export function finderOf(marks: readonly string[]): (text: string) => Found[] {
  const patterns = patternsOf(marks)
  if (!patterns) return () => []
  return (text) => {
    textWords.read(text)
    try {
      return findAll(text, textWords, patterns)
    } finally {
      textWords.forget()
    }
  }
}

function findAll(text: string, words: TextWords, { whole, loose, mayBegin }: Patterns): Found[] {
  const found: Found[] = []
  for (let at = 0; at < words.count; at++) {
    // Nearly all words are passed over here, and nothing is made of them.
    if (!mayBegin(text, words.starts[at]!, words.ends[at]!)) continue
    const already = new Set<Pattern>()
    const before = found.length
    for (const first of words.meanings(at)) {
      for (const list of [whole.get(first.term), loose]) {
        for (const pattern of list ?? []) {
          if (already.has(pattern)) continue
          const end = endOf(words, at, first, pattern)
          if (end === undefined) continue
          already.add(pattern)
          found.push({ start: first.start, end, mark: pattern.mark })
        }
      }
    }
    // A part of a name begins behind what the whole name makes with the next word.
    if (found.length - before > 1) found.push(...found.splice(before).sort((a, b) => a.start - b.start))
  }
  return found
}

type Pattern = {
  readonly mark: number
  readonly terms: readonly string[]
  readonly last: 'whole' | 'prefix' | 'inside'
}

type Patterns = {
  /** By their first word, which is to be there as it is. */
  readonly whole: ReadonlyMap<string, readonly Pattern[]>
  /** Of a single word that may go on. */
  readonly loose: readonly Pattern[]
  mayBegin(text: string, start: number, end: number): boolean
}

function patternsOf(marks: readonly string[]): Patterns | undefined {
  const numbers = new Map<string, number>()
  // A pasted text has the same word a thousand times.
  for (const [number, mark] of marks.entries()) if (!numbers.has(mark)) numbers.set(mark, number)
  const all = [...numbers].flatMap(([mark, number]) => parseMark(mark, number)).filter(({ terms }) => terms.length > 0)
  if (all.length === 0) return undefined
  const whole = new Map<string, Pattern[]>()
  const loose: Pattern[] = []
  for (const pattern of all) {
    const [first = ''] = pattern.terms
    const known = whole.get(first)
    if (pattern.terms.length === 1 && pattern.last !== 'whole') loose.push(pattern)
    else if (known) known.push(pattern)
    else whole.set(first, [pattern])
  }
  return { whole, loose, mayBegin: beginnings(all) }
}

/** What `|` parts means the same. */
function parseMark(mark: string, number: number): Pattern[] {
  return mark.split('|').map((one) => parseOne(one, number))
}

function parseOne(mark: string, number: number): Pattern {
  const last = mark.startsWith('*') ? 'inside' : mark.endsWith('*') ? 'prefix' : 'whole'
  return {
    mark: number,
    terms: mark
      .replace(/^\*|\*$/g, '')
      .split(' ')
      .filter(Boolean),
    last,
  }
}

/** Whether the word that stands there may be the first of a match: most are settled by their first two characters, unfolded. */
function beginnings(patterns: readonly Pattern[]): Patterns['mayBegin'] {
  if (patterns.some(({ terms, last }) => last === 'inside' && terms.length === 1)) return () => true
  const firsts = new Uint8Array(128)
  const pairs = new Set<number>()
  for (const { terms } of patterns) {
    const [first, second] = [terms[0]!.charCodeAt(0), terms[0]!.charCodeAt(1)]
    if (first > 127) continue
    const isOne = Number.isNaN(second) || second > 127
    firsts[first] = Math.max(firsts[first]!, isOne ? anyNext : someNext)
    pairs.add(first * 128 + second)
  }
  return (text, start, end) => {
    const first = lowered(text.charCodeAt(start))
    // What is not ASCII may be anything once it is folded.
    if (first > 127 || firsts[first] === anyNext) return true
    if (firsts[first] === someNext) {
      // A single letter may be joined to the word after it.
      if (end - start === 1) return true
      const second = lowered(text.charCodeAt(start + 1))
      if (second > 127 || pairs.has(first * 128 + second)) return true
    }
    return isMixed(text, start, end)
  }
}

const someNext = 1
const anyNext = 2

function lowered(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code
}

/** The words of a text, and what each is in the index. */
class TextWords {
  starts = new Uint32Array(256)
  ends = new Uint32Array(256)
  count = 0
  #text = ''
  readonly #meanings = new Map<number, readonly Token[]>()

  read(text: string): void {
    this.count = 0
    this.#text = text
    this.#meanings.clear()
    eachSpan(text, (start, end) => {
      if (this.count === this.starts.length) {
        this.starts = doubled(this.starts)
        this.ends = doubled(this.ends)
      }
      this.starts[this.count] = start
      this.ends[this.count++] = end
    })
  }

  /** What was read; also the memory for a text much longer than most. */
  forget(): void {
    this.#text = ''
    this.#meanings.clear()
    this.count = 0
    if (this.starts.length <= usualWords) return
    this.starts = new Uint32Array(256)
    this.ends = new Uint32Array(256)
  }

  /** The word itself, the parts of a name, and what it makes with the word that is joined to it: all stand in its place. */
  meanings(at: number): readonly Token[] {
    const known = this.#meanings.get(at)
    if (known) return known
    const [start, end, next] = [this.starts[at]!, this.ends[at]!, this.starts[at + 1]!]
    const raw = this.#text.slice(start, end)
    const meanings: Token[] = [{ term: foldWord(raw), start, end }]
    for (const part of partSpansOf(raw) ?? [])
      meanings.push({ term: part.term, start: start + part.start, end: start + part.end })
    if (at + 1 < this.count && joins(this.#text, end, next)) {
      const nextEnd = this.ends[at + 1]!
      const joined = joinedOf(raw, this.#text.slice(next, nextEnd))
      if (joined !== undefined) meanings.push({ term: joined, start, end: nextEnd })
    }
    this.#meanings.set(at, meanings)
    return meanings
  }
}

const usualWords = 1 << 14

/** Used again for each text: what a list of results is marked in is twenty of them. */
const textWords = new TextWords()

function doubled(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}

/** Where a match ends that begins with this word; undefined when it is none. */
function endOf(words: TextWords, at: number, first: Token, { terms, last }: Pattern): number | undefined {
  let end = first.end
  for (let index = 0; index < terms.length; index++) {
    if (at + index >= words.count) return undefined
    const isLast = index === terms.length - 1
    const fits = ({ term }: Token) => isAsked(term, terms[index]!, isLast ? last : 'whole')
    const meant = index === 0 ? (fits(first) ? first : undefined) : words.meanings(at + index).find(fits)
    if (!meant) return undefined
    end = meant.end
  }
  return end
}

function isAsked(term: string, wanted: string, how: Pattern['last']): boolean {
  if (term === wanted) return true
  return how === 'prefix' ? term.startsWith(wanted) : how === 'inside' && term.includes(wanted)
}
