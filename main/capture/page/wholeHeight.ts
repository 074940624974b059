// How tall a page is for somebody who has come to its end. Some stand still as a whole, and have their text in a box that scrolls in their place.
import { documentElement, parentElement } from './dom.ts'

/** Less than this is a rounding. */
const leastPx = 4

/** In CSS pixels; with such a box, what the window would have to measure to show all that is in it. */
export function wholeHeight(): number {
  const own = documentElement(document)?.scrollHeight ?? 0
  if (own > innerHeight + leastPx) return own
  const box = scrollingBox()
  return box ? box.scrollHeight + innerHeight - box.clientHeight : own
}

/** What scrolls under a hand in the middle of the window, where it fills most of that. */
function scrollingBox(): Element | undefined {
  const middle = Document.prototype.elementFromPoint.call(document, innerWidth / 2, innerHeight / 2)
  for (let at: Element | null = middle; at; at = parentElement(at)) {
    if (at.clientHeight < innerHeight / 2 || at.scrollHeight < at.clientHeight + leastPx) continue
    if (/^(?:auto|scroll)$/.test(getComputedStyle(at).overflowY)) return at
  }
  return undefined
}
