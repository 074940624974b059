// Marks what the search found, with the browser's own highlights: not a node is touched, so positions and paragraphs stay as they are.
import { rangeIn, type Paragraph } from '../extract/text.ts'
import { findMarks } from '../search/marks.ts'
import { mostMarked } from './mostMarked.ts'

const all = 'offprint-mark'
const here = 'offprint-mark-here'

/** Where what was searched for stands, in the order of the text. */
export function matchesOf(list: readonly Paragraph[], marks: readonly string[]): readonly Range[] {
  const ranges: Range[] = []
  if (marks.length === 0) return ranges
  for (const paragraph of list) {
    for (const { start, end } of findMarks(paragraph.text, marks)) {
      if (ranges.length === mostMarked) return ranges
      const range = rangeIn(paragraph, start, end)
      if (range) ranges.push(range)
    }
  }
  return ranges
}

/** Replaces what was marked before. `at`: the one that one is at. */
export function markRanges(page: Document, ranges: readonly Range[], at?: Range) {
  setHighlight(page, all, ranges)
  setHighlight(page, here, at ? [at] : [])
}

/** Shows which match one is at, and brings it on the screen. */
export function goToMatch(page: Document, range: Range) {
  setHighlight(page, here, [range])
  const box = range.getBoundingClientRect()
  const height = page.documentElement.clientHeight
  if (box.top < 64 || box.bottom > height - 40)
    page.scrollingElement?.scrollBy({ top: box.top - height * 0.38, behavior: 'instant' })
}

function setHighlight(page: Document, name: string, ranges: readonly Range[]) {
  // The highlights of a document belong to its own window.
  const frame = page.defaultView
  if (!frame) return
  if (ranges.length === 0) frame.CSS.highlights.delete(name)
  else frame.CSS.highlights.set(name, new frame.Highlight(...ranges))
}
