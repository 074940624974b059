// Lists, tables, definitions, folds, code and figures are read as wholes: where most of one is content, what is missing in it is more likely a
// mistake about a short line than furniture.
import { linkShare } from './measureText.ts'
import type { Paragraph } from './text.ts'

/** Completes what is mostly kept. `mayStay` says of a paragraph that no rule would have taken it away. */
export function keepWholes(
  list: readonly Paragraph[],
  kept: readonly boolean[],
  mayStay: (at: number) => boolean,
): boolean[] {
  const around = new Map<Element, readonly Element[]>()
  const parts = new Map<Element, number[]>()
  list.forEach(({ block }, at) => {
    for (const whole of wholesAround(block, around)) {
      const own = parts.get(whole)
      if (own) own.push(at)
      else parts.set(whole, [at])
    }
  })
  const completed = [...kept]
  for (const [whole, places] of parts) {
    const own = places.filter(mayStay)
    const length = (some: readonly number[]) => some.reduce((sum, at) => sum + (list[at]?.text.length ?? 0), 0)
    const share = length(own.filter((at) => kept[at])) / length(own)
    const is = share >= mostly
    if ((!is && (whole.localName !== 'table' || share >= hardly)) || !isPlain(whole, own.length)) continue
    for (const at of own) completed[at] = is
  }
  return completed
}

/** The share of a whole's text that makes it one to be kept. */
const mostly = 0.6

/** A table without most of its words is none. */
const hardly = 0.3

const wholes: ReadonlySet<string> = new Set('ul ol dl table details pre figure'.split(' '))
const none: readonly Element[] = []

function wholesAround(element: Element | null, known: Map<Element, readonly Element[]>): readonly Element[] {
  if (element === null || element.localName === 'body') return none
  const before = known.get(element)
  if (before) return before
  const above = wholesAround(element.parentElement, known)
  const found = wholes.has(element.localName) ? [...above, element] : above
  known.set(element, found)
  return found
}

/** A list of links may be a menu among the text. */
const mostLinked = 0.5

/** No frame for cards, posts or the whole page: those hold buttons and names beside their text. */
function isPlain(whole: Element, paragraphs: number): boolean {
  switch (whole.localName) {
    case 'ul':
    case 'ol':
      return paragraphs <= 1.5 * whole.querySelectorAll('li').length && linkShare(whole) < mostLinked
    case 'table':
      return whole.querySelector('th, caption') !== null && whole.querySelector('table, h1, h2, form') === null
    default:
      return true
  }
}
