// Threads: who wrote each post, and when, stands above its text. It is no text of the article, so the choice of blocks leaves it behind.
import { disarm } from './disarm.ts'

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
    const line = body.ownerDocument.createElement('p')
    line.className = posterClass
    const time = own.querySelector('time')
    // Only what stands before the post's text, or closes it; a name in the midst of it is somebody who is spoken of.
    const texts = textsIn(own).filter((text) => kept.has(text) && !name.contains(text))
    const [first, last] = [texts[0], texts.at(-1)]
    const closes = own.localName !== 'article' && last !== undefined && isBefore(last, name) // as it does on cards of a list, too
    if (!first || !(isBefore(name, first) || closes)) continue
    for (const text of textsIn(name)) kept.delete(text)
    for (const one of [name, time]) {
      if (!one) continue
      disarm(one)
      line.append(one.cloneNode(true), ' ')
    }
    own.prepend(line)
    for (const text of textsIn(line)) kept.add(text)
  }
}

export const posterClass = 'offprint-poster'

const post =
  '[itemprop~=suggestedAnswer], [itemprop~=acceptedAnswer], [itemprop~=comment], [itemtype$="/Comment"], [itemtype$="/Answer"], article, [class~=post], ' +
  '[class~=message], [class~=comment], [class~=reply], [class~=answer], [class~=question], [class*=post_], [id^=post]'
const poster =
  '[itemprop~=author], [rel~=author], [class~=username], [class~=user], [class*=user-name], [class~=author], [class*=post-author] a, [class*=poster]'
const elsewhere = 'nav, footer, aside, blockquote, form'
const longestName = 60

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
