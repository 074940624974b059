// What the capture noted of the page's layout before freezing it: `data-offprint-box="x,y,width,height,font size,weight,flags"`, or `none` for
// what was not displayed and `hidden` for what was invisible. Every step works without marks; only this file knows what they look like.

const mark = 'data-offprint-box'

/** CSS px from the top left corner of the page. */
export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fontPx: number
}

/** Undefined when the element carries no mark, or was not displayed. */
export function boxOf(element: Element): Box | undefined {
  const value = element.getAttribute(mark)
  if (value === null || isMarkedHidden(element)) return undefined
  const [x = NaN, y = NaN, width = NaN, height = NaN, fontPx = NaN] = value.split(',').map(Number)
  return Number.isFinite(x + y + width + height) ? { x, y, width, height, fontPx } : undefined
}

/** The capture has looked at it. */
export function isMarked(element: Element): boolean {
  return element.hasAttribute(mark)
}

/** Not shown to a reader of the page, as far as its marks or its markup tell. */
export function isHidden(element: Element): boolean {
  const value = element.getAttribute(mark)
  if (value !== null) {
    if (value === 'none' || /,[a-z]*c[a-z]*$/.test(value)) return true
    // What is invisible may hold what is visible; what is not displayed cannot.
    return value === 'hidden' && ![...element.querySelectorAll(`[${mark}]`)].some((inner) => !isMarkedHidden(inner))
  }
  if (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') return true
  const style = element.getAttribute('style')
  return style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
}

/** The same question of everything below the root: on most pages there are few that could be. */
export function hiddenIn(root: Element): (element: Element) => boolean {
  const some = new Set(root.querySelectorAll(`[${mark}], [hidden], [style]`))
  return (element) => some.has(element) && isHidden(element)
}

/** Stays in place while the page scrolls: bars, buttons, boxes that ask for something. */
export function isFixed(element: Element): boolean {
  const value = element.getAttribute(mark)
  return value !== null && value.slice(value.lastIndexOf(',') + 1).includes('f')
}

function isMarkedHidden(element: Element): boolean {
  const value = element.getAttribute(mark)
  return value === 'none' || value === 'hidden'
}
