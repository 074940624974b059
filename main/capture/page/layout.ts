// How an element looked in the captured page, as one mark that extraction may use and never needs: a fixed bar, a hidden menu and the
// article's own column are told apart by it. Read while the page still stands; written only into its copy.

/** The attribute that carries the mark. */
export const boxAttribute = 'data-offprint-box'

/** Elements of running text: their boxes say nothing, so only those that are hidden are marked. */
const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'br',
  'cite',
  'code',
  'data',
  'dfn',
  'em',
  'i',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
  'wbr',
  'font',
])
const unseen = new Set([
  'head',
  'meta',
  'link',
  'title',
  'style',
  'script',
  'base',
  'noscript',
  'template',
  'option',
  'source',
  'track',
  'param',
  'br',
  'wbr',
])

export type Layout = {
  /**
   * `none` (not displayed), `hidden` (invisible), or `x,y,width,height,font size,weight,flags` in whole CSS pixels of the page;
   * undefined where there is nothing to say.
   */
  readonly mark: string | undefined
  /** Not displayed, and nothing in it is. */
  readonly isGone: boolean
  /** As computed; undefined for what has no looks. */
  readonly style?: CSSStyleDeclaration
}

/**
 * Flags: `t` transparent, `c` cut down to nothing for the eye, `f` stays while the page
 * scrolls (fixed or sticky), `a` absolutely placed, `i` in the line.
 */
export function layout(element: Element): Layout {
  const name = element.localName
  if (unseen.has(name)) return { mark: undefined, isGone: false }
  const style = getComputedStyle(element)
  // Without a display at all: in no slot of the shadow tree around it.
  if (style.display === 'none' || style.display === '') return { mark: 'none', isGone: true, style }
  if (style.visibility !== 'visible') return { mark: 'hidden', isGone: false, style }
  if (inline.has(name) && style.display === 'inline' && style.opacity !== '0') {
    return { mark: undefined, isGone: false, style }
  }
  if (style.display === 'contents') return { mark: undefined, isGone: false, style }
  const box = element.getBoundingClientRect()
  const flags = [
    style.opacity === '0' && 't',
    isCutAway(style, box) && 'c',
    (style.position === 'fixed' || style.position === 'sticky') && 'f',
    style.position === 'absolute' && 'a',
    style.display.startsWith('inline') && 'i',
  ]
  const numbers = [box.x + scrollX, box.y + scrollY, box.width, box.height, parseFloat(style.fontSize)]
  const mark = [
    ...numbers.map((number) => Math.round(number) || 0),
    style.fontWeight,
    flags.filter(Boolean).join(''),
  ].join(',')
  return { mark, isGone: false, style }
}

/** Text for screen readers alone: one pixel, or clipped to none. */
function isCutAway(style: CSSStyleDeclaration, box: DOMRect): boolean {
  const isTiny = box.width <= 1 && box.height <= 1 && style.overflow === 'hidden'
  return (
    isTiny ||
    /^rect\(0px, 0px, 0px, 0px\)$|^rect\(1px, 1px, 1px, 1px\)$/.test(style.clip) ||
    style.clipPath === 'inset(50%)'
  )
}
