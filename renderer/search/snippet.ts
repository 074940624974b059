// The best passage of a text for a question, about two lines of it, as plain text with the matched words between two private characters.
import { apart, finderOf, type Found } from './marks.ts'

export const markStart = '\uE000'
export const markEnd = '\uE001'

const longest = 200
/** So much may stand before the first match; a passage that begins with its sentence or paragraph reads best. */
const longestLead = 60
/** Further on nobody looks, and a book-length text would cost the time of all the others. */
const farthest = 300_000

/** What to look for and how much each is worth. */
type Sought = readonly { readonly mark: string; readonly rarity: number }[]

/** Without a match, how the text begins. */
export function snippet(text: string, sought: Sought): string {
  return snippetsFor(sought)(text)
}

/** The same for many texts. */
export function snippetsFor(sought: Sought): (text: string) => string {
  const find = finderOf(sought.map(({ mark }) => mark))
  const worth = sought.map(({ rarity }) => rarity)
  return (text) => snippetOf(text, find, worth)
}

function snippetOf(text: string, find: (text: string) => Found[], worth: readonly number[]): string {
  const looked = text.length > farthest ? text.slice(0, farthest) : text
  const found = find(looked)
  const first = bestWindow(found, worth)
  const start = first === undefined ? 0 : leadStart(looked, found[first]!.start)
  const end = tailEnd(looked, start)
  const inside = found.slice(first ?? 0).filter((mark) => mark.end <= end)
  return (start > 0 ? '… ' : '') + marked(looked, start, end, inside) + (end < looked.length ? ' …' : '')
}

/** The match to begin with: what follows it within a passage is worth most, each thing sought counting once and a little when it is there again. */
function bestWindow(found: readonly Found[], worth: readonly number[]): number | undefined {
  let best: number | undefined
  let bestSum = 0
  for (const [first, { start }] of found.entries()) {
    const seen = new Set<number>()
    let sum = 0
    for (let at = first; at < found.length && found[at]!.end - start <= longest - longestLead; at++) {
      const { mark } = found[at]!
      sum += (worth[mark] ?? 0) * (seen.has(mark) ? 0.1 : 1) + 0.001
      seen.add(mark)
    }
    if (sum > bestSum) {
      best = first
      bestSum = sum
    }
  }
  return best
}

function leadStart(text: string, match: number): number {
  const from = Math.max(0, match - longestLead)
  const lead = text.slice(from, match)
  const sentence = Math.max(
    lead.lastIndexOf('\n') + 1,
    ...[...lead.matchAll(/[.!?…]["”’)]*\s+|[。！？]/g)].map((end) => end.index + end[0].length),
  )
  if (sentence > 0 || from === 0) return from + Math.max(0, sentence)
  const word = lead.search(/\s/)
  // Scripts without spaces are cut anywhere, but never within a character.
  return word >= 0 ? from + word + 1 : from + (isLowSurrogate(text, from) ? 1 : 0)
}

function tailEnd(text: string, start: number): number {
  const to = start + longest
  if (to >= text.length) return text.length
  const word = text.lastIndexOf(' ', to)
  if (word > start + longest * 0.8) return word
  return to - (isLowSurrogate(text, to) ? 1 : 0)
}

function marked(text: string, start: number, end: number, inside: readonly Found[]): string {
  let out = ''
  let at = start
  for (const mark of apart(inside)) {
    out += plain(text.slice(at, mark.start)) + markStart + plain(text.slice(mark.start, mark.end)) + markEnd
    at = mark.end
  }
  return (out + plain(text.slice(at, end))).trim()
}

/** On one line, and without the characters that mark. */
function plain(text: string): string {
  return text.replace(/[\uE000\uE001]/g, '').replace(/\s+/g, ' ')
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}
