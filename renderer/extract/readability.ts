// Asks Mozilla's Readability which text of a page is its article. It works on a copy and answers in terms of the original's text nodes, so
// that the article can be built from the page's own structure, which Readability bends on its way.
import { Readability } from '@mozilla/readability'
import { removeDoubted } from './doubt.ts'
import { hasText } from './measureText.ts'

/** The text nodes of the document's body that belong to the article; empty when there is none. */
export function readableText(document: Document): Set<Text> {
  let best: Set<Text> = new Set()
  let bestLength = 0
  for (const flags of attempts) {
    const found = attempt(document, flags)
    const length = lengthOf(found)
    if (length > bestLength) {
      best = found
      bestLength = length
    }
    if (length >= enoughCharacters) return found
  }
  return best
}

/** Readability tries again, less strictly each time, when it has found less. Its own way of starting over writes HTML, which our policy refuses. */
const enoughCharacters = 500
const stripUnlikely = 1
const weightClasses = 2
const cleanConditionally = 4
const attempts = [
  stripUnlikely | weightClasses | cleanConditionally,
  weightClasses | cleanConditionally,
  cleanConditionally,
  0,
]

function attempt(document: Document, flags: number): Set<Text> {
  const copy = document.cloneNode(true) as Document
  const originals = new Map<Node, Text>()
  const there = textNodes(document.body)
  const here = textNodes(copy.body)
  there.forEach((node, index) => {
    const twin = here[index]
    if (twin) originals.set(twin, node)
  })
  removeDoubted(copy)
  const kept = new Set<Text>()
  const collect = (root: Node) => {
    for (const node of textNodes(root)) {
      const original = originals.get(node)
      if (original && original.data.trim() !== '') kept.add(original)
    }
    return ''
  }
  const reader = new Readability(copy, {
    charThreshold: -1,
    disableJSONLD: true,
    keepClasses: true,
    serializer: collect,
  })
  Object.assign(reader, { _flags: flags }, quicker)
  // It writes the page down to be able to start over, and the article for its log; we need neither.
  Object.defineProperty(copy.body, 'innerHTML', { value: '' })
  reader.parse()
  return kept
}

type OwnWays = { readonly REGEXPS: { readonly byline: RegExp; readonly hashUrl: RegExp } } & {
  readonly [name in '_getInnerText']: (element: Element) => string
}

/**
 * The same answers as Readability's own methods of these names give, sooner: what is cheap is asked first, and the text of an element only when
 * the answer depends on it. What it does to addresses and empty boxes in the end changes no text.
 */
const quicker = {
  _isValidByline(this: OwnWays, node: Element, matchString: string): boolean {
    const isNamed =
      node.getAttribute('rel') === 'author' ||
      (node.getAttribute('itemprop') ?? '').includes('author') ||
      this.REGEXPS.byline.test(matchString)
    const length = isNamed ? (node.textContent ?? '').trim().length : 0
    return length > 0 && length < 100
  },
  _isElementWithoutContent(node: Node): boolean {
    if (node.nodeType !== Node.ELEMENT_NODE || hasText(node)) return false
    const element = node as Element // by its type
    const many = element.childElementCount
    return many === 0 || many === element.querySelectorAll('br, hr').length
  },
  _isProbablyVisible(node: HTMLElement): boolean {
    if (node.hasAttribute('style') && (node.style.display === 'none' || node.style.visibility === 'hidden'))
      return false
    if (node.hasAttribute('hidden')) return false
    return node.getAttribute('aria-hidden') !== 'true' || (node.getAttribute('class') ?? '').includes('fallback-image')
  },
  _getLinkDensity(this: OwnWays, element: Element): number {
    const links = [...element.getElementsByTagName('a')]
    const whole = links.length === 0 ? 0 : this._getInnerText(element).length
    if (whole === 0) return 0
    let linked = 0
    for (const link of links) {
      const isHere = this.REGEXPS.hashUrl.test(link.getAttribute('href') ?? '')
      linked += this._getInnerText(link).length * (isHere ? 0.3 : 1)
    }
    return linked / whole
  },
  _getTextDensity(this: OwnWays, element: Element, tags: readonly string[]): number {
    // Of all but headings it only asks whether there is any; what stands in several of them would be read as often.
    if (!tags.includes('h1'))
      return hasText(element) && [...element.querySelectorAll(tags.join(','))].some(hasText) ? 1 : 0
    const whole = this._getInnerText(element).length
    if (whole === 0) return 0
    let inside = 0
    for (const child of element.querySelectorAll(tags.join(','))) inside += this._getInnerText(child).length
    return inside / whole
  },
  _postProcessContent() {
    // nothing
  },
}

function textNodes(root: Node): Text[] {
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker.nextNode()) nodes.push(walker.currentNode as Text)
  return nodes
}

/** In characters of a text with spaces: a character of Han, kana or Hangul says as much as three letters. */
function lengthOf(nodes: ReadonlySet<Text>): number {
  let length = 0
  for (const { data } of nodes) {
    length += data.replace(/\s+/g, ' ').trim().length + 2 * (data.match(dense)?.length ?? 0)
  }
  return length
}

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
