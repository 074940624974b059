// Where some characters stand in the text, whatever their case and accents, and whatever paragraphs they run over.
import { rangeIn, type Paragraph } from '../../extract/text.ts'
import { mostMarked } from '../mostMarked.ts'

export function findText(list: readonly Paragraph[], text: string): Range[] {
  const wanted = fold(text).text.trim()
  const ranges: Range[] = []
  if (wanted === '') return ranges
  const { text: all, parts } = foldAll(list)
  let from = 0
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + wanted.length)) {
    const last = at + wanted.length - 1
    while ((parts[from + 1]?.start ?? Infinity) <= at) from += 1
    let to = from
    while ((parts[to + 1]?.start ?? Infinity) <= last) to += 1
    const range = rangeOver(parts[from], at, parts[to], last)
    if (range) ranges.push(range)
    if (ranges.length >= mostMarked) break
  }
  return ranges
}

/** A paragraph within the text of all. */
type Part = { readonly paragraph: Paragraph; readonly start: number; readonly places: readonly number[] }

/** All paragraphs with a space between, as one reads on from one to the next. */
type Folded = { readonly text: string; readonly parts: readonly Part[] }

/** Of a text that is looked through again at the next letter. */
const known = new WeakMap<readonly Paragraph[], Folded>()

function foldAll(list: readonly Paragraph[]): Folded {
  const before = known.get(list)
  if (before) return before
  const texts: string[] = []
  const parts: Part[] = []
  let start = 0
  for (const paragraph of list) {
    const { text, places } = fold(paragraph.text)
    parts.push({ paragraph, start, places })
    texts.push(text)
    start += text.length + 1
  }
  const all = { text: texts.join(' '), parts }
  known.set(list, all)
  return all
}

/** Both places included; they count in the text of all. */
function rangeOver(from: Part | undefined, first: number, to: Part | undefined, last: number): Range | undefined {
  const start = from?.places[first - from.start]
  const end = to?.places[last - to.start]
  if (!from || !to || start === undefined || end === undefined) return undefined
  if (from === to) return rangeIn(from.paragraph, start, end + 1)
  const range = rangeIn(from.paragraph, start, start + 1)
  const close = rangeIn(to.paragraph, end, end + 1)
  if (close) range?.setEnd(close.endContainer, close.endOffset)
  return range
}

/** With the place of each character that is left. White space is one space, however much of it there is. */
function fold(text: string): { text: string; places: number[] } {
  // As a list: to ask a text that grows how it ends makes it anew each time.
  const folded: string[] = []
  const places: number[] = []
  let at = 0
  let last = ''
  for (const character of text) {
    const plain = plainOf(character)
    if (plain !== ' ' || last !== ' ') {
      folded.push(plain)
      for (let n = 0; n < plain.length; n++) places.push(at)
      if (plain !== '') last = plain
    }
    at += character.length
  }
  return { text: folded.join(''), places }
}

function plainOf(character: string): string {
  if (character >= '!' && character <= '~') return character.toLowerCase()
  return character
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad]/gu, '')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/\s+/g, ' ')
}
