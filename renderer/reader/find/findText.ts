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
function foldAll(list: readonly Paragraph[]): { text: string; parts: readonly Part[] } {
  const texts: string[] = []
  const parts: Part[] = []
  let start = 0
  for (const paragraph of list) {
    const { text, places } = fold(paragraph.text)
    parts.push({ paragraph, start, places })
    texts.push(text)
    start += text.length + 1
  }
  return { text: texts.join(' '), parts }
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
  let folded = ''
  const places: number[] = []
  let at = 0
  for (const character of text) {
    const plain = character
      .normalize('NFKD')
      .replace(/[\p{M}\u00ad]/gu, '')
      .toLowerCase()
      .replace(/[‘’]/g, "'")
      .replace(/[“”„]/g, '"')
      .replace(/\s+/g, ' ')
    if (plain !== ' ' || !folded.endsWith(' ')) {
      folded += plain
      for (let n = 0; n < plain.length; n++) places.push(at)
    }
    at += character.length
  }
  return { text: folded, places }
}
