// Where what was searched for stands in a text: for the snippet, and for marking it in the reader. The same words as the index has.
import { eachToken, foldWord } from './tokenise.ts'

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
  // The last few words; no more are ever looked at.
  const recent: Word[] = []
  const lookAt = (first: number) => {
    const word = recent[first]!
    if (!mayBegin(word.raw.charCodeAt(0))) return
    for (const pattern of patterns) {
      const last = recent[first + pattern.terms.length - 1]
      if (last && standsAt(recent, first, pattern))
        found.push({ start: word.start, end: last.start + last.raw.length, mark: pattern.mark })
    }
  }
  eachToken(text, (raw, start) => {
    recent.push({ raw, start })
    if (recent.length < longest) return
    lookAt(0)
    recent.shift()
  })
  for (let first = 0; first < recent.length; first++) lookAt(first)
  return found
}

type Word = { readonly raw: string; readonly start: number; term?: string }
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

/** Whether a word that begins with this character may be the first of a match: most are settled by that, unfolded. */
function beginnings(patterns: readonly Pattern[]): (code: number) => boolean {
  if (patterns.some(({ terms, last }) => last === 'inside' && terms.length === 1)) return () => true
  const codes = new Set(patterns.map(({ terms }) => terms[0]!.charCodeAt(0)))
  return (code) => code > 127 || codes.has(code >= 65 && code <= 90 ? code + 32 : code)
}

function standsAt(words: readonly Word[], at: number, { terms, last }: Pattern): boolean {
  for (let index = 0; index < terms.length; index++) {
    const word = words[at + index]
    const wanted = terms[index]!
    if (!word) return false
    word.term ??= foldWord(word.raw)
    if (word.term === wanted) continue
    if (index < terms.length - 1 || last === 'whole') return false
    if (last === 'prefix' ? !word.term.startsWith(wanted) : !word.term.includes(wanted)) return false
  }
  return true
}
