// Where what was searched for stands in a text: for the snippet, and for marking it in the reader. The same words as the index has.
import { eachSpan, foldWord } from './tokenise.ts'

export type Marked = { readonly start: number; readonly end: number }
/** `mark`: the number of the mark that stands there. */
export type Found = Marked & { readonly mark: number }

/** `marks` as an answer holds them. In order, none over another; offsets in `text` as it was given. */
export function findMarks(text: string, marks: readonly string[]): Marked[] {
  const apart: { start: number; end: number }[] = []
  for (const { start, end } of findEach(text, marks)) {
    const last = apart.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else apart.push({ start, end })
  }
  return apart
}

/** Each mark wherever it stands, in order of where it begins. */
export function findEach(text: string, marks: readonly string[]): Found[] {
  const patterns = marks.flatMap(parseMark).filter(({ terms }) => terms.length > 0)
  const longest = Math.max(0, ...patterns.map(({ terms }) => terms.length))
  const found: Found[] = []
  if (longest === 0) return found
  const mayBegin = beginnings(patterns)
  const lookAt = (words: readonly Word[]) => {
    for (const pattern of patterns) {
      const last = words[pattern.terms.length - 1]
      if (last && standsAt(text, words, pattern))
        found.push({ start: words[0]!.start, end: last.end, mark: pattern.mark })
    }
  }
  // The last few words; no more are ever looked at.
  const recent: Word[] = []
  const lookAtFirst = () => {
    if (mayBegin(text, recent[0]!.start)) lookAt(recent)
    recent.shift()
  }
  eachSpan(text, (start, end) => {
    if (longest === 1) {
      // Nearly all words are passed over here, and nothing is made of them.
      if (mayBegin(text, start)) lookAt([{ start, end }])
      return
    }
    recent.push({ start, end })
    if (recent.length === longest) lookAtFirst()
  })
  while (recent.length > 0) lookAtFirst()
  return found
}

type Word = { readonly start: number; readonly end: number; term?: string }
type Pattern = {
  readonly mark: number
  readonly terms: readonly string[]
  readonly last: 'whole' | 'prefix' | 'inside'
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
function beginnings(patterns: readonly Pattern[]): (text: string, start: number) => boolean {
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
  return (text, start) => {
    const first = lowered(text.charCodeAt(start))
    // What is not ASCII may be anything once it is folded.
    if (first > 127 || firsts[first] === anyNext) return true
    if (firsts[first] !== someNext) return false
    const second = lowered(text.charCodeAt(start + 1))
    return second > 127 || pairs.has(first * 128 + second)
  }
}

const someNext = 1
const anyNext = 2

function lowered(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code
}

function standsAt(text: string, words: readonly Word[], { terms, last }: Pattern): boolean {
  for (let index = 0; index < terms.length; index++) {
    const word = words[index]
    const wanted = terms[index]!
    if (!word) return false
    word.term ??= foldWord(text.slice(word.start, word.end))
    if (word.term === wanted) continue
    if (index < terms.length - 1 || last === 'whole') return false
    if (last === 'prefix' ? !word.term.startsWith(wanted) : !word.term.includes(wanted)) return false
  }
  return true
}
