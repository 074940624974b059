// What stands between the title and the text: the summary that opens the article and its first picture. Readability leaves both behind.
import type { Facts } from './draft.ts'
import { folded } from './folded.ts'
import { isBefore } from './isBefore.ts'
import { boxOf } from './layoutMarks.ts'
import { isInlineName } from './lineOfText.ts'
import { linkShare, names, plainText } from './measureText.ts'

/** Adds to the kept nodes. */
export function addLead(document: Document, { title = '', byline = '', isArticle }: Facts, kept: Set<Node>) {
  const start = firstOf(kept)
  const heading = start && headingBefore(document, title, start)
  if (!start || !heading) return
  const area = heading.closest('article, main, [role=main]') ?? document.body
  const standfirsts: Element[] = []
  let said: string | undefined
  for (const element of between(heading, start, document.body)) {
    if (element.matches('img') && isLarge(element)) addPicture(element, kept)
    else if (isSummary(element) || isSubtitle(element, heading, byline)) {
      said ??= folded([...kept].map(({ textContent }) => textContent ?? '').join(' '))
      if (said.includes(beginningOf(element)) || standfirsts.some((one) => repeats(element, one))) continue
      standfirsts.push(element)
    }
  }
  if (standfirsts.length === 0) standfirsts.push(...openingStandfirst(start, heading, kept, isArticle !== undefined))
  for (const element of standfirsts) for (const text of textOf(markStandfirst(element))) kept.add(text)
  if (area !== document.body) {
    const above = [...area.querySelectorAll('img')].filter(
      (image) => isBefore(image, heading) && isLarge(image) && isShown(image),
    )
    const last = above.at(-1)
    if (last) addPicture(last, kept)
  }
}

/** What stands above the title in few words is what the page calls its section, or itself. */
export function dropAboveTitle(document: Document, title: string, kept: Set<Node>) {
  const wanted = folded(title)
  const [heading, ...more] = [...document.querySelectorAll('h1')].filter((one) => folded(plainText(one)) === wanted)
  if (wanted === '' || !heading || more.length > 0) return
  const above = [...kept].filter((node) => isBefore(node, heading))
  const isFew = (nodes: readonly Node[]) =>
    nodes.reduce((length, { textContent }) => length + (textContent?.trim().length ?? 0), 0) <= mostAbove
  if (above.length === kept.size || !isFew(above)) return
  for (const node of above) if (node.nodeType === 3 && !node.parentElement?.closest('figure')) kept.delete(node)
}

/** Characters. */
const mostAbove = 120

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
  const called = `${names(element)} ${names(element.parentElement ?? element)} ${partNamed(element)}`
  if (
    !summaryName.test(called) ||
    notSummary.test(names(element)) ||
    element.closest('figure, figcaption, aside, nav, ul') ||
    isOfAuthor(element)
  )
    return false
  const length = lengthAsLetters(plainText(element))
  return length >= 30 && length <= 800 && linkShare(element) < 0.3 && !element.querySelector('p, div, h1, time')
}

/** Where classes are made by a machine, the part of the page that it is may be named for those who test it. */
function partNamed(element: Element): string {
  let at: Element | null = element
  for (let level = 0; at && level < 3; level++, at = at.parentElement)
    for (const name of partNames) {
      const value = at.getAttribute(name)
      if (value) return value
    }
  return ''
}

const partNames = ['data-gu-name', 'data-component', 'data-testid', 'data-test-id', 'data-name']

/** What a page calls a description may be that of whoever wrote. */
function isOfAuthor(element: Element): boolean {
  let at = element.parentElement
  for (let level = 0; at && level < 3; level++, at = at.parentElement)
    if (/(?:^|[-_ ])(?:authors?|bio|profile|contributors?|reviewers?)(?:[-_ ]|$)/i.test(names(at))) return true
  return false
}

/** Right below the title, as a heading of its own. */
function isSubtitle(element: Element, heading: Element, byline: string): boolean {
  if (!element.matches('h2, h3, h4') || heading.localName !== 'h1' || linkShare(element) > 0) return false
  if (!isRightBelow(element, heading)) return false
  if (byline !== '' && folded(plainText(element)).includes(folded(byline))) return false
  const length = lengthAsLetters(plainText(element))
  return length >= leastSubtitle && length <= 300
}

function isRightBelow(element: Element, heading: Element): boolean {
  const before = element.previousElementSibling ?? element.parentElement?.previousElementSibling
  return before === heading || (before?.childElementCount === 1 && before.firstElementChild === heading)
}

/** What was kept as the first paragraph, though the page sets it apart: by its name, or it is called a summary and stands above who wrote the text and when. */
function openingStandfirst(start: Node, heading: Element, kept: ReadonlySet<Node>, isArticle: boolean): Element[] {
  let block = start.nodeType === 3 ? start.parentElement : (start as Element)
  while (block && isInlineName(block)) block = block.parentElement
  if (!block || block.querySelector(noStandfirst)) return []
  const said = plainText(block)
  let [box, called] = [block, names(block)]
  for (let at = block.parentElement; at && plainText(at) === said; at = at.parentElement) {
    box = at
    called += ` ${names(at)}`
  }
  const length = lengthAsLetters(said)
  if (!summaryName.test(called) || box.contains(heading) || length < leastSubtitle || length > 800) return []
  // Other pages call many a line so that does not stand between title and text.
  if (!isArticle && !isRightBelow(block, heading)) return []
  if (standfirstName.test(called)) return [block]
  const end = [...kept].filter((node) => !box.contains(node)).reduce<Node | undefined>(earlier, undefined)
  const isAbout = (one: Element) => isBefore(box, one) && !box.contains(one) && end && isBefore(one, end)
  return [...box.ownerDocument.querySelectorAll(aboutArticle)].some(isAbout) ? [block] : []
}

const noStandfirst = 'p, div, ul, ol, table, pre, img, h1'
const standfirstName = /(?:^|[-_ ])(?:stand-?first|dek|deck|sub-?(?:title|head|heading|headline))(?:[-_ ]|$)/i
const aboutArticle =
  'time, [rel=author], [class*=byline i], [class*=author i], [class*=dateline i], [class*=publish i], [class*=postdate i]'

/** What an excerpt says before it breaks off. */
function beginningOf(element: Element): string {
  return folded(plainText(element).replace(/\s*(?:\[?(?:…|\.{3})\]?)$/, ''))
}

function repeats(element: Element, earlier: Element): boolean {
  return earlier.contains(element) || folded(plainText(earlier)).includes(folded(plainText(element)))
}

/** It is no heading, whatever the page has set it as: nothing stands under it. */
function markStandfirst(element: Element): Element {
  const marked = element.ownerDocument.createElement('p')
  marked.className = 'offprint-standfirst'
  for (const name of ['dir', 'lang'])
    if (element.hasAttribute(name)) marked.setAttribute(name, element.getAttribute(name)!)
  marked.append(...element.childNodes)
  element.replaceWith(marked)
  return marked
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
  return [...nodes].reduce<Node | undefined>(earlier, undefined)
}

function earlier(first: Node | undefined, node: Node): Node {
  return first && isBefore(first, node) ? first : node
}

function textOf(element: Element): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walker.nextNode()) if ((walker.currentNode as Text).data.trim() !== '') found.push(walker.currentNode as Text)
  return found
}
