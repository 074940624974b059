// What the capture noted of the page's layout before freezing it: `data-offprint-box` on elements. Every step works without marks;
// only this file knows what they look like.

const mark = 'data-offprint-box'

/** CSS px from the top left corner of the page. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Undefined when the element carries no mark, or one that says it was not shown. */
export function boxOf(element: Element): Box | undefined {
  const numbers = (element.getAttribute(mark) ?? '').split(/[\s,;]+/).map(Number)
  const [x, y, width, height] = numbers
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined
  return numbers.slice(0, 4).every(Number.isFinite) ? { x, y, width, height } : undefined
}

/** Not shown to a reader of the page, as far as its markup or its marks tell. */
export function isHidden(element: Element): boolean {
  const box = element.getAttribute(mark)
  if (box !== null) return box === 'none' || box === 'hidden'
  if (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') return true
  const style = element.getAttribute('style')
  return style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
}
