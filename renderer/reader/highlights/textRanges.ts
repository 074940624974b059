// Between places in the text of an article and ranges in its page.
import { placeOf, rangeIn, type Paragraphs } from '../../extract/text.ts'
import type { Place } from './placeQuote.ts'

/** A range for each paragraph that the place reaches into. */
export function rangesOf(found: Paragraphs, { start, end }: Place): Range[] {
  const ranges: Range[] = []
  const first = Math.max(
    0,
    found.offsets.findLastIndex((at) => at <= start),
  )
  for (let n = first; n < found.list.length && (found.offsets[n] ?? end) < end; n++) {
    const paragraph = found.list[n]!
    const from = Math.max(0, start - found.offsets[n]!)
    const to = Math.min(paragraph.text.length, end - found.offsets[n]!)
    const range = to > from ? rangeIn(paragraph, from, to) : undefined
    if (range) ranges.push(range)
  }
  return ranges
}

/** What of the text lies in the range, without the white space at its ends; undefined when none does. */
export function placeIn(found: Paragraphs, range: Range): Place | undefined {
  let start: number | undefined
  let end = 0
  found.list.forEach((paragraph, n) => {
    const nodes = paragraph.nodes.filter((node) => range.intersectsNode(node))
    const [first, last] = [nodes[0], nodes.at(-1)]
    if (!first || !last) return
    const from = placeOf(found.list, first, first === range.startContainer ? range.startOffset : 0)
    const to = placeOf(found.list, last, last === range.endContainer ? range.endOffset : last.length)
    if (!from || !to) return
    start ??= found.offsets[n]! + from.offset
    end = found.offsets[n]! + to.offset
  })
  if (start === undefined) return undefined
  while (start < end && /\s/.test(found.text.charAt(start))) start += 1
  while (end > start && /\s/.test(found.text.charAt(end - 1))) end -= 1
  return end > start ? { start, end } : undefined
}
