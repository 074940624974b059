// Asks Mozilla's Readability which text of a page is its article. It works on a light copy and answers in terms of the original's text nodes, so
// that the article can be built from the page's own structure, which Readability bends on its way.
import { Readability } from '@mozilla/readability'
import { LightDocument, type LightElement } from './lightTree.ts'
import { withFoldedSpace } from './measureText.ts'

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
  const kept = new Set<Text>()
  const collect = (root: LightElement) => {
    for (let node = root.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 1) collect(node)
      else if (/\S/.test(node.textContent)) kept.add(node.original)
    }
  }
  const copy = new LightDocument(document)
  const reader = new Readability(copy as unknown as Document, {
    charThreshold: -1,
    disableJSONLD: true,
    keepClasses: true,
    serializer: (root) => collect(root as unknown as LightElement), // it is one of the copy's
  })
  Object.assign(reader, { _flags: flags }, quicker)
  reader.parse()
  return kept
}

type OwnWays = {
  readonly REGEXPS: { readonly byline: RegExp; readonly hashUrl: RegExp }
  _getInnerText(element: LightElement): string
}

/**
 * The same answers as Readability's own methods of these names give, sooner: from what the light tree knows already, and the text of an element
 * only when the answer depends on it. What it does to addresses and empty boxes in the end changes no text.
 */
const quicker = {
  _getInnerText(element: LightElement, isFolded = true): string {
    return isFolded ? element.innerText : element.textContent.trim()
  },
  _setNodeTag(element: LightElement, tag: string): LightElement {
    element.rename(tag)
    return element
  },
  _isValidByline(this: OwnWays, node: LightElement, matchString: string): boolean {
    const isNamed =
      node.getAttribute('rel') === 'author' ||
      (node.getAttribute('itemprop') ?? '').includes('author') ||
      this.REGEXPS.byline.test(matchString)
    const length = isNamed ? node.textContent.trim().length : 0
    return length > 0 && length < 100
  },
  _isElementWithoutContent(node: LightElement): boolean {
    if (node.hasText) return false
    const many = node.childElementCount
    return many === 0 || many === node.querySelectorAll('br,hr').length
  },
  _isProbablyVisible(node: LightElement): boolean {
    if (!node.hasAttributes()) return true
    if (node.hasAttribute('style') && (node.style?.display === 'none' || node.style?.visibility === 'hidden'))
      return false
    if (node.hasAttribute('hidden')) return false
    return node.getAttribute('aria-hidden') !== 'true' || (node.getAttribute('class') ?? '').includes('fallback-image')
  },
  _getLinkDensity(this: OwnWays, element: LightElement): number {
    const links = element.getElementsByTagName('a')
    const whole = links.length === 0 ? 0 : element.innerText.length
    if (whole === 0) return 0
    let linked = 0
    for (const link of links) {
      const isHere = this.REGEXPS.hashUrl.test(link.getAttribute('href') ?? '')
      linked += link.innerText.length * (isHere ? 0.3 : 1)
    }
    return linked / whole
  },
  _getTextDensity(element: LightElement, tags: readonly string[]): number {
    // Of all but headings it only asks whether there is any; what stands in several of them would be read as often.
    const inside = element.querySelectorAll(tags.join(','))
    if (!tags.includes('h1')) return element.hasText && inside.some(({ hasText }) => hasText) ? 1 : 0
    const whole = element.innerText.length
    return whole === 0 ? 0 : inside.reduce((sum, child) => sum + child.innerText.length, 0) / whole
  },
  _cleanStyles() {
    // nothing: it takes away what only says how things look
  },
  _postProcessContent() {
    // nothing
  },
}

/** In characters of a text with spaces: a character of Han, kana or Hangul says as much as three letters. */
function lengthOf(nodes: ReadonlySet<Text>): number {
  let length = 0
  for (const { data } of nodes) {
    length += withFoldedSpace(data).length
    if (beyondLatin.test(data)) length += 2 * (data.match(dense)?.length ?? 0)
  }
  return length
}

const beyondLatin = /[\u0300-\uffff]/
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
