// Threads: who wrote each post, and when, stands above its text. It is no text of the article, so the choice of blocks leaves it behind.
import { disarm } from './disarm.ts'
import { doubt } from './doubt.ts'
import { isBefore } from './isBefore.ts'
import { hasText, linkShare, plainText } from './measureText.ts'
import { elsewhere, isShort, namesByProfile, type Names } from './postsByProfile.ts'
import { paragraphs } from './text.ts'

/** Adds to the kept nodes, where at least two posts were kept. */
export function addPosters(body: HTMLElement, kept: Set<Node>) {
  const { names: named, again } = namesOfPosts(body)
  if (addNames(named, kept)) {
    for (const name of again) for (const text of textsIn(lineOf(name))) kept.delete(text)
    return
  }
  const names = namesByProfile(body)
  completePosts(names, kept)
  addNames(names, kept)
}

/** Where most posts of a thread are kept, each is, with all that it says. */
function completePosts(names: Names, kept: Set<Node>) {
  const some = [...names.keys()].filter((own) => textsIn(own).some((text) => kept.has(text)))
  if (names.size < 3 || some.length < 2 || 2 * some.length < names.size) return
  for (const [own, name] of names) {
    for (const { text, block, nodes } of paragraphs(own).list)
      if (
        text.length >= leastSaid &&
        linkShare(block) < mostLinked &&
        !nodes.some((node) => name.contains(node) || node.parentElement?.closest('button, [role=button]'))
      )
        for (const node of nodes) if (node.data.trim() !== '') kept.add(node)
  }
}

/** Characters: less is what can be done with a post. */
const leastSaid = 20
const mostLinked = 0.5

/** By what the posts of a thread, and those who wrote them, are called. `again` are names in a box within the post that is called one too. */
function namesOfPosts(body: HTMLElement): { readonly names: Names; readonly again: readonly Element[] } {
  const names = new Map<Element, Element>()
  const again: Element[] = []
  for (const name of body.querySelectorAll(poster)) {
    const own = name.closest(post)
    if (!own || names.has(own) || !isShort(name) || name.closest(elsewhere)) continue
    const outer = own.parentElement?.closest(post)
    if (outer && names.has(outer) && firstTime(outer) !== null && firstTime(outer) === firstTime(own)) again.push(name)
    else names.set(own, name)
  }
  return { names, again }
}

/** An answer within a post has another. */
function firstTime(own: Element): Element | null {
  return own.querySelector('time, relative-time')
}

/** False where fewer than two posts were kept. */
function addNames(names: Names, kept: Set<Node>): boolean {
  const posts = [...names].filter(([own]) => textsIn(own).some((text) => kept.has(text)))
  if (posts.length < 2) return false
  for (const [own, name] of posts) {
    const time = timeOf(own)
    // Only what stands before the post's text, or closes it; a name in the midst of it is somebody who is spoken of.
    const line = lineOf(name)
    const texts = textsIn(own).filter((text) => kept.has(text) && !line.contains(text))
    const [first, last] = [texts[0], texts.at(-1)]
    const closes = own.localName !== 'article' && last !== undefined && isBefore(last, name) // as it does on cards of a list, too
    if (!first || !(isBefore(name, first) || closes)) continue
    for (const text of textsIn(line)) kept.delete(text)
    for (const one of [line, ...facesOf(name, own)]) doubt(one)
    putLine(own, [inALine(name), time], kept)
  }
  return true
}

/** As HTML has it, also where a script shows how long ago it was. */
function timeOf(own: Element): Element | null {
  const found = firstTime(own)
  if (found === null || found.localName === 'time') return found
  const time = own.ownerDocument.createElement('time')
  time.setAttribute('datetime', found.getAttribute('datetime') ?? '')
  time.textContent = plainText(found)
  return time
}

/** Pictures that lead to where the name does. */
function facesOf(name: Element, own: Element): Element[] {
  const href = name.getAttribute('href')
  const links = href === null ? [] : [...own.querySelectorAll('a[href]')]
  return links.filter(
    (link) => link.getAttribute('href') === href && link.querySelector('img') !== null && !hasText(link),
  )
}

/** All of the line that a name stands in, where that says no more than how many points it has and what can be done with it. */
function lineOf(name: Element): Element {
  let line = name
  for (let at = name.parentElement; at && !at.matches(post); at = at.parentElement) {
    const texts = textsIn(at).filter((text) => !name.contains(text))
    if (texts.some(({ data }) => data.trim().length > longestPart) || at.querySelector('p, li, pre, blockquote')) break
    if (plainText(at).length > longestLine) break
    line = at
  }
  return line
}

/** Characters of the line, and of one of the things that it says: an answer of a few words is longer. */
const longestLine = 100
const longestPart = 30

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
  const place = own.matches(noPlace) ? (parts[0]?.closest('td, th, li') ?? own) : own
  place.prepend(line)
  for (const text of textsIn(line)) kept.add(text)
}

/** Where no line may stand. */
const noPlace = 'table, tbody, tr, ul, ol, dl'

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

/** Of a card with a name, a picture and figures the name, with the link to whose it is. */
function inALine(name: Element): Element {
  if (!name.matches(blocks) && name.querySelector(blocks) === null) return name
  const called = name.querySelector('[itemprop~=name]') ?? name.querySelector('a[href]')
  if (called === null) return name
  const text = plainText(called)
  return [...name.querySelectorAll('a[href]')].find((link) => plainText(link) === text) ?? called
}

const blocks = 'div, p, ul, ol, dl, table, h1, h2, h3, h4, h5, h6'

function textsIn(element: Element): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) if ((walker.currentNode as Text).data.trim() !== '') texts.push(walker.currentNode as Text) // the walker shows nothing else
  return texts
}
