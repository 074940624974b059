// What is kept of a passage so that it is found again: its words, those around it, and where it was.
import type { Anchor } from './placeQuote.ts'

/** Characters kept on either side: a sentence or two. */
const aroundLength = 120

/** `start` and `end` in the text of all paragraphs, `offsets` where each begins. */
export function anchorOf(text: string, offsets: readonly number[], start: number, end: number): Anchor {
  const paragraph = Math.max(
    0,
    offsets.findLastIndex((at) => at <= start),
  )
  return {
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - aroundLength), start),
    suffix: text.slice(end, end + aroundLength),
    paragraph,
    offset: start - (offsets[paragraph] ?? 0),
  }
}
