// The plain text of reader HTML, by paragraphs. THE numbering of paragraphs: positions, highlights, snippets and the reader all count this way,
// so it must give the same for the same HTML, today and in later releases.
import { countWords } from './words.ts'

/** A run of text between two block boundaries. White space is folded as a browser folds it, except in `pre`. */
export type Paragraph = {
  readonly text: string
  /** The block that holds it. Two paragraphs share one when text stands before and after a block inside it. */
  readonly block: Element
  readonly nodes: readonly Text[]
}

export type Paragraphs = {
  /** All paragraphs, a line each. A line break inside a paragraph is a line break here too. */
  readonly text: string
  /** Where each paragraph begins in `text`. */
  readonly offsets: readonly number[]
  readonly list: readonly Paragraph[]
}

/** The root is the element that holds the sanitised HTML; it does not matter in which document. */
export function paragraphs(root: Element): Paragraphs {
  const list = collect(root)
  const offsets: number[] = []
  let at = 0
  for (const paragraph of list) {
    offsets.push(at)
    at += paragraph.text.length + 1
  }
  return { text: list.map((paragraph) => paragraph.text).join('\n'), offsets, list }
}

/** The element of paragraph n is at place n. */
export function blockElements(root: Element): Element[] {
  return collect(root).map((paragraph) => paragraph.block)
}

export function hasCaptions(root: Element): boolean {
  return root.querySelector(besideText) !== null
}

const besideText = 'figcaption, .offprint-poster, .offprint-standfirst'

/**
 * The text without the captions and credits of figures, the names above posts and the standfirst between title and text: what extraction is
 * measured by.
 */
export function textWithoutCaptions(root: Element): string {
  return collect(root, (element) => element.matches(besideText))
    .map((paragraph) => paragraph.text)
    .join('\n')
}

export function words(text: string, lang?: string): number {
  return countWords(text, lang)
}

/** The characters from `start` to `end` of a paragraph, as a range in its document; undefined when it has no such characters. */
export function rangeIn(paragraph: Paragraph, start: number, end: number): Range | undefined {
  const places = placesOf(paragraph)
  const first = places[start]
  const last = places[end - 1]
  if (!first || !last || end <= start) return undefined
  const range = paragraph.block.ownerDocument.createRange()
  range.setStart(first.node, first.offset)
  range.setEnd(last.node, last.offset + 1)
  return range
}

/** The paragraph and the offset in its text of a point inside a text node; undefined for a point in no paragraph. */
export function placeOf(
  list: readonly Paragraph[],
  node: Node,
  offset: number,
): { paragraph: number; offset: number } | undefined {
  const paragraph = list.findIndex((one) => one.nodes.includes(node as Text))
  const found = list[paragraph]
  if (!found) return undefined
  const places = placesOf(found)
  const order = new Map(found.nodes.map((one, index) => [one, index]))
  const nodeIndex = order.get(node as Text)!
  const at = places.findIndex((place) => {
    const index = order.get(place.node)!
    return index > nodeIndex || (index === nodeIndex && place.offset >= offset)
  })
  return { paragraph, offset: at < 0 ? found.text.length : at }
}

/** Of the paragraph that was asked about last: thousands of ranges are asked for of one long listing, one after the other. */
let latest = new WeakMap<Paragraph, readonly Place[]>()

/** Where each character of its text stands. */
function placesOf(paragraph: Paragraph): readonly Place[] {
  const known = latest.get(paragraph)
  if (known) return known
  const places: Place[] = []
  fold(paragraph.nodes, isPreformatted(paragraph.block), places)
  latest = new WeakMap([[paragraph, places]])
  return places
}

/** What stands in a line of text. Every other element begins and ends a paragraph. */
const inline =
  'a abbr b bdi bdo big br button cite code data del dfn em font i img input ins kbd label mark nobr output q rp rt ruby s samp small span ' +
  'strike strong sub sup time tt u var wbr math svg picture source acronym'
/** Not text of the article: the reading aid of ruby stands beside its base and would cut words in two. */
const silent = 'rt rp script style template noscript head title textarea select option svg'
/** Blocks that the parser lets stand in no formula: of these nobody need ask whether they are part of one. */
const plainBlocks = 'blockquote center dd div dl dt h1 h2 h3 h4 h5 h6 li ol p pre table ul'
const kinds = new Map(
  Object.entries({ inline, silent, block: plainBlocks }).flatMap(([kind, all]) =>
    all.split(' ').map((name) => [name, kind] as const),
  ),
)
const mathNamespace = 'http://www.w3.org/1998/Math/MathML'

type Place = { readonly node: Text; readonly offset: number }

function collect(root: Element, isLeftOut?: (element: Element) => boolean): Paragraph[] {
  const found: Paragraph[] = []
  let run: Text[] = []
  let breaks = new Set<number>()
  let runBlock: Element | undefined
  // The places in the run of the first and the last node that is more than white space.
  let [first, last] = [-1, -1]
  const finish = (preformatted: boolean) => {
    if (last >= 0 && runBlock) {
      const text = preformatted ? fold(run, true) : textOf(run, first, last, breaks)
      if (text !== '') found.push({ text, block: runBlock, nodes: run })
      run = []
    } else run.length = 0
    if (breaks.size > 0) breaks = new Set()
    runBlock = undefined
    first = last = -1
  }
  const visit = (parent: Node, block: Element, preformatted: boolean) => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      const type = node.nodeType
      if (type === 3) {
        runBlock ??= block
        if (/[^ \n\t\r\f]/.test((node as Text).data)) {
          last = run.length
          if (first < 0) first = last
        }
        run.push(node as Text)
      }
      if (type !== 1) continue
      const element = node as Element
      const name = element.localName
      const kind = kinds.get(name)
      if (kind === 'silent' || isLeftOut?.(element)) {
        if (run.length > 0 && element.querySelector('br') !== null) breaks.add(run.length)
        continue
      }
      if (name === 'br' && run.length > 0) breaks.add(run.length)
      if (kind === 'inline' || (kind === undefined && element.namespaceURI === mathNamespace)) {
        visit(element, block, preformatted)
        continue
      }
      finish(preformatted)
      const isPreformattedToo = preformatted || name === 'pre'
      visit(element, element, isPreformattedToo)
      finish(isPreformattedToo)
    }
  }
  const isPreformattedAll = isPreformatted(root)
  visit(root, root, isPreformattedAll)
  finish(isPreformattedAll)
  return found
}

/**
 * What `fold` gives, sooner: most nodes hold no white space to be folded, and those before the first and after the last that is more are none of the
 * text. `breaks`: the places of the nodes that a `br` stands before.
 */
function textOf(nodes: readonly Text[], first: number, last: number, breaks: ReadonlySet<number>): string {
  let text = ''
  for (let at = first; at <= last; at++) {
    if (breaks.has(at)) {
      if (text.endsWith(' ')) text = text.slice(0, -1)
      if (text !== '') text += '\n'
    }
    const folded = nodes[at]!.data.replace(/[ \n\t\r\f]{2,}|[\n\t\r\f]/g, ' ')
    const isJoined = folded.startsWith(' ') && (text === '' || text.endsWith(' ') || text.endsWith('\n'))
    text += isJoined ? folded.slice(1) : folded
  }
  return withoutSpaceAtEnd(text)
}

function withoutSpaceAtEnd(text: string): string {
  let end = text.length
  while (end > 0 && isSpace(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** Folds white space over node boundaries; on request says for each character of the outcome where it stands. */
function fold(nodes: readonly Text[], preformatted: boolean, places?: Place[]): string {
  let text = ''
  let last = ''
  const put = (characters: string, node: Text, offset: number) => {
    text += characters
    last = characters.charAt(characters.length - 1)
    if (places) for (let n = 0; n < characters.length; n++) places.push({ node, offset: offset + n })
  }
  let previous: Text | undefined
  for (const node of nodes) {
    if (previous && breakBetween(previous, node)) {
      if (last === ' ') {
        text = text.slice(0, -1)
        places?.pop()
      }
      if (text !== '') put('\n', node, 0)
    }
    previous = node
    for (const { 0: run, index } of node.data.matchAll(runs)) {
      if (preformatted || !isSpace(run.charAt(0))) put(run, node, index)
      else if (text !== '' && last !== ' ' && last !== '\n') put(' ', node, index)
    }
  }
  const trimmed = withoutSpaceAtEnd(text)
  places?.splice(trimmed.length)
  return trimmed
}

const runs = /[ \n\t\r\f]+|[^ \n\t\r\f]+/g

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r' || character === '\f'
}

/** Whether a `br` stands between two neighbouring text nodes of a run. */
function breakBetween(before: Text, after: Text): boolean {
  for (let node = next(before); node && node !== after; node = next(node)) {
    if (node.nodeType === 1 && (node as Element).localName === 'br') return true
  }
  return false
}

function next(node: Node): Node | null {
  if (node.firstChild) return node.firstChild
  for (let at: Node | null = node; at; at = at.parentNode) if (at.nextSibling) return at.nextSibling
  return null
}

function isPreformatted(block: Element): boolean {
  return block.closest('pre') !== null
}
