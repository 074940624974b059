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
  const completed = withWholeRows(list, kept)
  for (const [whole, places] of parts) {
    const own = places.filter(mayStay)
    const length = (some: readonly number[]) => some.reduce((sum, at) => sum + (list[at]?.text.length ?? 0), 0)
    const share = length(own.filter((at) => kept[at])) / length(own)
    const isUnnamed = isOfFigures(whole)
    const is = share >= (isUnnamed || isOfFacts(whole) || isOfSteps(whole) ? mostlyOfTerms : mostly)
    if ((!is && (isUnnamed || whole.localName !== 'table' || share >= hardly)) || !isPlain(whole, own.length)) continue
    for (const at of own) completed[at] = is
  }
  return completed
}

/** A term and its one definition stay together or go together: a definition below the term before its own would say what is not true. */
function withWholeRows(list: readonly Paragraph[], kept: readonly boolean[]): boolean[] {
  const rows = new Map<Element, number[]>()
  list.forEach(({ block }, at) => {
    const term = termOf(block)
    if (term === undefined) return
    const row = rows.get(term)
    if (row) row.push(at)
    else rows.set(term, [at])
  })
  const whole = [...kept]
  for (const row of rows.values()) {
    const length = (some: readonly number[]) => some.reduce((sum, at) => sum + (list[at]?.text.length ?? 0), 0)
    const is = length(row.filter((at) => kept[at])) > length(row) / 2
    for (const at of row) whole[at] = is
  }
  return whole
}

/** The term of the row that `block` stands in; undefined where a term has several definitions, or none. */
function termOf(block: Element): Element | undefined {
  const part = block.closest('dt, dd')
  const term = part?.localName === 'dd' ? part.previousElementSibling : part
  return term && hasOneDefinition(term) ? term : undefined
}

/** A list of terms with one definition each. */
export function isOfFacts(element: Element): boolean {
  if (element.localName !== 'dl') return false
  const terms = [...element.querySelectorAll('dt')]
  return terms.length >= fewFacts && terms.every(hasOneDefinition)
}

const fewFacts = 2

/** Whether it is a term, and what stands below it its only definition. */
function hasOneDefinition(term: Element): boolean {
  const definition = term.localName === 'dt' ? term.nextElementSibling : null
  return definition?.localName === 'dd' && definition.nextElementSibling?.localName !== 'dd'
}

/** The share of a whole's text that makes it one to be kept. */
const mostly = 0.6

/** What a thing is called, measures and is made of are short words, each of which looks like a label. */
const mostlyOfTerms = 0.3

/** One after the other, and none of them leads elsewhere. */
function isOfSteps(list: Element): boolean {
  return list.localName === 'ol' && list.childElementCount >= fewSteps && list.querySelector('a, button, img') === null
}

const fewSteps = 3

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
      return isOfRows(whole) && whole.querySelector('table, h1, h2, form') === null
    default:
      return true
  }
}

function isOfRows(table: Element): boolean {
  return table.querySelector('th, caption') !== null || isOfFigures(table)
}

/** Rows and columns that say nowhere that their first row is one of heads. */
function isOfFigures(table: Element): boolean {
  if (table.localName !== 'table' || table.querySelector('th, caption') !== null) return false
  const rows = [...table.querySelectorAll('tr')].map(({ childElementCount }) => childElementCount)
  const [first = 0] = rows
  return (
    rows.length >= fewestRows &&
    first > 1 &&
    rows.every((many) => many === first) &&
    table.querySelector('p, div, ul, ol, img, a, input') === null
  )
}

const fewestRows = 3
