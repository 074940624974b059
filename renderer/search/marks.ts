// Where what was searched for stands in a text: for the snippet, and for marking it in the reader. The same words as the index has.
import { tokenise, type Token } from './tokenise.ts'

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
  const patterns = marks.map(parseMark)
  const tokens = tokenise(text)
  const found: Found[] = []
  for (let at = 0; at < tokens.length; at++) {
    for (const [mark, pattern] of patterns.entries()) {
      const last = pattern.terms.length > 0 ? tokens[at + pattern.terms.length - 1] : undefined
      if (last && standsAt(tokens, at, pattern)) found.push({ start: tokens[at]!.start, end: last.end, mark })
    }
  }
  return found
}

type Pattern = { readonly terms: readonly string[]; readonly last: 'whole' | 'prefix' | 'inside' }

function parseMark(mark: string): Pattern {
  const last = mark.startsWith('*') ? 'inside' : mark.endsWith('*') ? 'prefix' : 'whole'
  return {
    terms: mark
      .replace(/^\*|\*$/g, '')
      .split(' ')
      .filter(Boolean),
    last,
  }
}

function standsAt(tokens: readonly Token[], at: number, { terms, last }: Pattern): boolean {
  for (let index = 0; index < terms.length; index++) {
    const term = tokens[at + index]?.term
    const wanted = terms[index]!
    if (term === undefined) return false
    if (term === wanted) continue
    if (index < terms.length - 1 || last === 'whole') return false
    if (last === 'prefix' ? !term.startsWith(wanted) : !term.includes(wanted)) return false
  }
  return true
}
