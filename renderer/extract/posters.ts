// Threads: who wrote each post, and when, stands above its text. It is no text of the article, so the choice of blocks leaves it behind.
import { disarm } from './disarm.ts'
import { plainText } from './measureText.ts'

/** Adds to the kept nodes, where at least two posts were kept. */
export function addPosters(body: HTMLElement, kept: Set<Node>) {
  const names = new Map<Element, Element>()
  for (const name of body.querySelectorAll(poster)) {
    const own = name.closest(post)
    if (own && !names.has(own) && isShort(name) && !name.closest(elsewhere)) names.set(own, name)
  }
  const posts = [...names].filter(([own]) => textsIn(own).some((text) => kept.has(text)))
  if (posts.length < 2) return
  for (const [own, name] of posts) {
    const time = own.querySelector('time')
    // Only what stands before the post's text, or closes it; a name in the midst of it is somebody who is spoken of.
    const texts = textsIn(own).filter((text) => kept.has(text) && !name.contains(text))
    const [first, last] = [texts[0], texts.at(-1)]
    const closes = own.localName !== 'article' && last !== undefined && isBefore(last, name) // as it does on cards of a list, too
    if (!first || !(isBefore(name, first) || closes)) continue
    for (const text of textsIn(name)) kept.delete(text)
    putLine(own, [inALine(name), time], kept)
  }
}

/** On a page that is written while something happens: when each part of it was. */
export function addTimes(body: HTMLElement, kept: Set<Node>) {
  const times = new Map<Element, Element>()
  for (const time of body.querySelectorAll('time')) {
    const own = time.closest('article, li, section, [itemprop~=liveBlogUpdate]')
    if (own && !times.has(own) && own.querySelector('h1') === null && isShort(time)) times.set(own, time)
  }
  const parts = [...times].filter(([own]) => textsIn(own).some((text) => kept.has(text)))
  if (parts.length < 2) return
  for (const [own, time] of parts) {
    if (textsIn(time).some((text) => kept.has(text))) continue
    putLine(own, [time], kept)
  }
}

function putLine(own: Element, parts: readonly (Element | null)[], kept: Set<Node>) {
  const line = own.ownerDocument.createElement('p')
  line.className = posterClass
  for (const one of parts) {
    if (!one) continue
    disarm(one)
    line.append(one.cloneNode(true), ' ')
  }
  own.prepend(line)
  for (const text of textsIn(line)) kept.add(text)
}

export const posterClass = 'offprint-poster'

/** Tells whether a block says what the one who wrote a post is, has, or always says: ranks, figures, a motto; or counts a thread's posts. */
export function aboutPostersIn(body: Element): (block: Element) => boolean {
  if (body.querySelector(aboutPosters) === null) return () => false // as on most pages
  return (block) => {
    const about = block.closest(aboutPosters)
    return about !== null && (about.matches('[class*=TopicOverview]') || about.parentElement?.closest(post) != null)
  }
}

const aboutPosters =
  '[class*=signature i], [component*=signature], [data-role=memberSignature], [class*=user-extras i], [class*=userExtras], [class*=user-title i], ' +
  '[class*=userTitle], [class*=user-stats i], [class*=reputation-score], [class~="-flair"], [class*=TopicOverview]'

/** What each of the posts of a thread stands in, as far as it is known by that. */
export const post =
  '[itemprop~=suggestedAnswer], [itemprop~=acceptedAnswer], [itemprop~=comment], [itemtype$="/Comment"], [itemtype$="/Answer"], article, [class~=post], ' +
  '[class~=message], [class~=comment], [class~=reply], [class~=answer], [class~=question], [class*=post_], [id^=post]'
const poster =
  '[itemprop~=author], [rel~=author], [class~=username], [class~=user], [class*=user-name], [class~=author], [class*=post-author] a, [class*=poster]'
const elsewhere = 'nav, footer, aside, blockquote, form'
const longestName = 60

/** Of a card with a name, a picture and figures the name, with the link to whose it is. */
function inALine(name: Element): Element {
  if (!name.matches(blocks) && name.querySelector(blocks) === null) return name
  const called = name.querySelector('[itemprop~=name]') ?? name.querySelector('a[href]')
  if (called === null) return name
  const text = plainText(called)
  return [...name.querySelectorAll('a[href]')].find((link) => plainText(link) === text) ?? called
}

const blocks = 'div, p, ul, ol, dl, table, h1, h2, h3, h4, h5, h6'

function isShort(element: Element): boolean {
  const length = (element.textContent ?? '').trim().length
  return length > 1 && length <= longestName
}

function isBefore(one: Node, other: Node): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

function textsIn(element: Element): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) if ((walker.currentNode as Text).data.trim() !== '') texts.push(walker.currentNode as Text) // the walker shows nothing else
  return texts
}
