// Of passages that lie over one another, what is seen of each.
import type { Place } from './placeQuote.ts'

/** From below to the top: of two, the one that begins later, or the shorter one, lies above. So one within another is seen and can be pressed. */
export function fromBelow(a: Place, b: Place): number {
  return a.start - b.start || b.end - a.end
}

/** What is left of each place by those above it. The places as `fromBelow` has them; the parts in the order of the text. */
export function onTop(places: readonly Place[]): readonly (readonly Place[])[] {
  return places.map(({ start, end }, n) => {
    const parts: Place[] = []
    let from = start
    for (const above of places.slice(n + 1)) {
      if (above.start >= end) break
      if (above.start > from) parts.push({ start: from, end: above.start })
      from = Math.max(from, above.end)
    }
    if (from < end) parts.push({ start: from, end })
    return parts
  })
}
