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
  const nodes = found.list.flatMap((paragraph) => paragraph.nodes)
  const [firstAt, lastAt] = [
    firstWhere(nodes, (node) => range.comparePoint(node, node.length) >= 0),
    firstWhere(nodes, (node) => range.comparePoint(node, 0) > 0) - 1,
  ]
  const [first, last] = [nodes[firstAt], nodes[lastAt]]
  if (!first || !last || firstAt > lastAt) return undefined
  const from = placeOf(found.list, first, first === range.startContainer ? range.startOffset : 0)
  const to = placeOf(found.list, last, last === range.endContainer ? range.endOffset : last.length)
  if (!from || !to) return undefined
  let start = found.offsets[from.paragraph]! + from.offset
  let end = found.offsets[to.paragraph]! + to.offset
  while (start < end && /\s/.test(found.text.charAt(start))) start += 1
  while (end > start && /\s/.test(found.text.charAt(end - 1))) end -= 1
  return end > start ? { start, end } : undefined
}

/** Of nodes in their order, of which from one on all are so. Few are asked: where a node stands among its neighbours is counted each time. */
function firstWhere(nodes: readonly Text[], isSo: (node: Text) => boolean): number {
  let [low, high] = [0, nodes.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isSo(nodes[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}
