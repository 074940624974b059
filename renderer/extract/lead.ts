// What stands between the title and the text: the summary that opens the article and its first picture. Readability leaves both behind.
import type { Facts } from './draft.ts'
import { folded } from './folded.ts'
import { isBefore } from './isBefore.ts'
import { boxOf } from './layoutMarks.ts'
import { linkShare, names, plainText } from './measureText.ts'

/** Adds to the kept nodes. */
export function addLead(document: Document, { title = '', byline = '' }: Facts, kept: Set<Node>) {
  const start = firstOf(kept)
  const heading = start && headingBefore(document, title, start)
  if (!start || !heading) return
  const area = heading.closest('article, main, [role=main]') ?? document.body
  for (const element of between(heading, start, document.body)) {
    if (element.matches('img') && isLarge(element)) addPicture(element, kept)
    else if (isSummary(element) || (isSubtitle(element, heading, byline) && !isSaid(element, kept)))
      for (const text of textOf(element)) kept.add(text)
  }
  if (area !== document.body) {
    const above = [...area.querySelectorAll('img')].filter(
      (image) => isBefore(image, heading) && isLarge(image) && isShown(image),
    )
    const last = above.at(-1)
    if (last) addPicture(last, kept)
  }
}

/** With its caption. */
function addPicture(image: Element, kept: Set<Node>) {
  kept.add(image)
  for (const caption of image.closest('figure')?.querySelectorAll('figcaption') ?? [])
    for (const text of textOf(caption)) kept.add(text)
}

/** More text than this between title and article, and they do not belong together. */
const maxBetween = 1_500
const largePx = 300

function headingBefore(document: Document, title: string, start: Node): Element | undefined {
  const wanted = folded(title)
  const headings = [...document.querySelectorAll('h1, h2, h3')].filter((heading) => isBefore(heading, start))
  return (
    headings.findLast((heading) => folded(plainText(heading)) === wanted) ??
    headings.findLast(({ localName }) => localName === 'h1')
  )
}

function* between(heading: Element, start: Node, body: Element): Generator<Element> {
  let length = 0
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_ELEMENT)
  walker.currentNode = heading
  for (let node = after(walker, heading); node; node = walker.nextNode()) {
    if (!isBefore(node, start)) return
    const element = node as Element
    if (element.contains(start)) continue
    if (element.childElementCount === 0) length += plainText(element).length
    if (length > maxBetween) return
    yield element
  }
}

/** The next element that is not inside this one. */
function after(walker: TreeWalker, element: Element): Node | null {
  let node: Node | null = walker.nextNode()
  while (node && element.contains(node)) node = walker.nextNode()
  return node
}

const summaryName =
  /stand-?first|sub-?(title|head|heading|headline)|(^|[-_ ])(dek|deck|lede|lead|lead-?text|intro|introduction|headnote|summary|excerpt|abstract|teaser|description)([-_ ]|$)/i
const notSummary = /caption|credit|byline|author|meta|date|share|time|tag|categor|breadcrumb/i

function isSummary(element: Element): boolean {
  if (!element.matches('p, h2, h3, h4, div')) return false
  const called = `${names(element)} ${names(element.parentElement ?? element)}`
  if (
    !summaryName.test(called) ||
    notSummary.test(names(element)) ||
    element.closest('figure, figcaption, aside, nav, ul')
  )
    return false
  const length = lengthAsLetters(plainText(element))
  return length >= 30 && length <= 800 && linkShare(element) < 0.3 && !element.querySelector('p, div, h1, time')
}

/** Right below the title, as a heading of its own. */
function isSubtitle(element: Element, heading: Element, byline: string): boolean {
  if (!element.matches('h2, h3, h4') || heading.localName !== 'h1' || linkShare(element) > 0) return false
  const before = element.previousElementSibling ?? element.parentElement?.previousElementSibling
  if (before !== heading && !(before?.childElementCount === 1 && before.firstElementChild === heading)) return false
  if (byline !== '' && folded(plainText(element)).includes(folded(byline))) return false
  const length = lengthAsLetters(plainText(element))
  return length >= leastSubtitle && length <= 300
}

/** The text begins with it once more. */
function isSaid(element: Element, kept: ReadonlySet<Node>): boolean {
  const own = folded(plainText(element))
  return folded([...kept].map(({ textContent }) => textContent ?? '').join(' ')).includes(own)
}

const leastSubtitle = 20

/** A sign of Han, kana or Hangul says as much as three letters. */
function lengthAsLetters(text: string): number {
  return (
    text.length +
    2 * (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0)
  )
}

function isLarge(image: Element): boolean {
  if (!image.hasAttribute('src')) return false
  const width = boxOf(image)?.width ?? Number.parseInt(image.getAttribute('width') ?? '', 10)
  return !(width < largePx)
}

/** Its size is known, so it is not a logo of a page without style sheets. */
function isShown(image: Element): boolean {
  return boxOf(image) !== undefined || image.hasAttribute('width')
}

function firstOf(nodes: ReadonlySet<Node>): Node | undefined {
  let first: Node | undefined
  for (const node of nodes) if (!first || isBefore(node, first)) first = node
  return first
}

function textOf(element: Element): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walker.nextNode()) if ((walker.currentNode as Text).data.trim() !== '') found.push(walker.currentNode as Text)
  return found
}
