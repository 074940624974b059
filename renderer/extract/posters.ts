// Threads: who wrote each post, and when, stands above its text. It is no text of the article, so the choice of blocks leaves it behind.
import { findCalled, type Called } from './called.ts'
import { writtenDate } from './dates.ts'
import { disarm } from './disarm.ts'
import { doubt } from './doubt.ts'
import type { Draft } from './draft.ts'
import { isBefore } from './isBefore.ts'
import { hasText, linkShare, plainText, withOneSpace } from './measureText.ts'
import { isMention, isProfile, isShort, namesByProfile, standsElsewhere, type Names } from './postsByProfile.ts'
import { aboutPostersIn, post, poster, posterClass, posters, textsIn } from './postNames.ts'
import { isPersonName } from './byline.ts'
import { firstTime, saysWhen, timeOf } from './postTimes.ts'
import { dropOthers, dropTitles, tidyPost } from './tidyPosts.ts'
import { paragraphs, type Paragraph } from './text.ts'

/** Adds to the kept nodes, where at least two posts were kept, and leaves out what is said about those who wrote them. Whether there were any. */
export function addPosters({ document, called, facts }: Draft, kept: Set<Node>): boolean {
  const { body } = document
  const { title = '', lang } = facts
  const { names: named, again } = namesOfPosts(body, called, lang)
  const add = (own: Names, keepsQuotes: boolean) => {
    if (own.size === 0) return false
    completePosts(own, called, kept)
    const names = withStarter(body, own, kept)
    dropTitles(body, names.keys(), title, kept)
    if (!addNames(names, lang, kept)) return false
    for (const one of names.keys()) tidyPost(one, called, keepsQuotes, kept)
    dropOthers(body, names, kept)
    return true
  }
  if (add(named, false)) {
    for (const name of again) for (const text of textsIn(lineOf(name))) kept.delete(text)
    return true
  }
  return add(namesByProfile(body), true)
}

/** Who began a thread may stand above it, in a box that is called otherwise than the posts below. */
function withStarter(body: HTMLElement, names: Names, kept: ReadonlySet<Node>): Names {
  const [first] = names.keys()
  if (!first) return names
  const name = [...body.querySelectorAll('a[href]')].findLast(
    (link) =>
      isBefore(link, first) &&
      !link.contains(first) &&
      isShort(link) &&
      !standsElsewhere(link) &&
      (link.matches(poster) || isProfile(link)) &&
      !isMention(link),
  )
  if (!name) return names
  let own = name.parentElement
  while (own && !own.contains(first) && !textsIn(own).some((text) => kept.has(text) && !isPartOfLine(text, name)))
    own = own.parentElement
  return own && !own.contains(first) && !names.has(own) ? new Map([[own, name], ...names]) : names
}

function isPartOfLine(text: Text, name: Element): boolean {
  return lineOf(name).contains(text)
}

/** Where most posts of a thread are kept, each is: of one that nothing is kept of what it says, its prose. */
function completePosts(names: Names, called: Called, kept: Set<Node>) {
  if (names.size < 3) return
  const isKept = ({ nodes }: Paragraph) => nodes.some((node) => kept.has(node))
  const lost = [...names].map(([own, name]) => saidIn(own, name, names, called)).filter((said) => !said.some(isKept))
  const keptAs = new Set(
    [...names.keys()].filter((own) => textsIn(own).some((text) => kept.has(text))).map(({ className }) => className),
  )
  const isLike = [...names.keys()].every(({ className }) => className !== '' && keptAs.has(className))
  const isMost = 2 * lost.length > names.size
  if (isMost && !isLike) return
  const said = lost.flat().filter(({ text }) => !isMost || isSaid.test(text))
  for (const { nodes } of said) for (const node of nodes) if (node.data.trim() !== '') kept.add(node)
}

/** Not what is only noted of a post. */
const isSaid = /[.!?…。！？)]["”’»]?$|.{80}/su

function saidIn(own: Element, name: Element, names: Names, called: Called): Paragraph[] {
  const texts = new Set<Node>(textsOf(own, names))
  const isAbout = aboutPostersIn(own, called)
  return paragraphs(own).list.filter(
    ({ text, block, nodes }) =>
      text.length >= leastSaid &&
      linkShare(block) < mostLinked &&
      !isAbout(block) &&
      !block.closest('dl, blockquote, [class*=quote i]') &&
      nodes.some((node) => texts.has(node)) &&
      !nodes.some((node) => name.contains(node) || node.parentElement?.closest('button, [role=button], time')) &&
      !nodes.every((node) => node.parentElement?.closest('a')),
  )
}

/** Characters: less is what can be done with a post. */
const leastSaid = 20
const mostLinked = 0.5

/** By what the posts of a thread, and those who wrote them, are called. `again` are names in a box within the post that is called one too. */
function namesOfPosts(
  body: HTMLElement,
  called: Called,
  lang: string | undefined,
): { readonly names: Names; readonly again: readonly Element[] } {
  const names = new Map<Element, Element>()
  const again: Element[] = []
  for (const name of findCalled(body, posters, called)) {
    const own = name.closest(post)
    if (!own || names.has(own) || !isShort(name) || standsElsewhere(name)) continue
    const outer = own.parentElement?.closest(post)
    const called = outer ? names.get(outer) : undefined
    if (outer && called && (isOneTime(outer, own) || (firstTime(outer) === null && isNameAgain(name, called, lang))))
      again.push(name)
    else names.set(own, name)
  }
  return { names, again }
}

function isOneTime(outer: Element, own: Element): boolean {
  const time = firstTime(outer)
  return time !== null && time === firstTime(own)
}

/** The line in the box of the text says by whom once more, or only when. */
function isNameAgain(name: Element, called: Element, lang: string | undefined): boolean {
  const text = plainText(name)
  return text.includes(plainText(called)) || writtenDate(text, lang) !== undefined
}

/** False where fewer than two posts were kept. */
function addNames(names: Names, lang: string | undefined, kept: Set<Node>): boolean {
  const posts = [...names].filter(([own]) => textsIn(own).some((text) => kept.has(text)))
  if (posts.length < 2) return false
  for (const [own, name] of posts) {
    // Only what stands before the post's text, or closes it; a name in the midst of it is somebody who is spoken of.
    const line = lineOf(name)
    const all = textsOf(own, names)
    const texts = all.filter((text) => kept.has(text) && !line.contains(text))
    const main = longestOf(texts)
    if (!main) continue
    const column = columnOf(name, main, own)
    const outside = texts.filter((text) => !column.contains(text))
    const labels = labelsIn(own, name, main, lang)
    const said = outside.filter((text) => !labels.has(text))
    const [first, last] = [said[0], said.at(-1)]
    const closes = own.localName !== 'article' && last !== undefined && isBefore(last, name) // as it does on cards of a list, too
    if (!first || !(isBefore(name, first) || closes)) continue
    const time = timeOf(own, all, said, lang)
    for (const text of [...textsIn(line), ...textsIn(column), ...labels]) kept.delete(text)
    for (const one of [line, ...facesOf(name, own)]) doubt(one)
    putLine(own, [inALine(name), time], kept)
  }
  return true
}

/** Lines beyond the name, seen from the text: when it was written, or that it was by whom. */
function labelsIn(own: Element, name: Element, main: Text, lang: string | undefined): Set<Node> {
  const called = plainText(name)
  const isAbove = isBefore(name, main)
  const lines = paragraphs(own).list.filter(({ text, nodes: [node] }) => {
    if (!node || text.length > longestLine || (isAbove ? !isBefore(node, name) : !isBefore(main, node))) return false
    return saysWhen(text, node, lang) || (isAbove && text.includes(called))
  })
  return new Set(lines.flatMap(({ nodes }) => nodes))
}

/** What it says itself: not what is said in answers within it. */
function textsOf(own: Element, names: Names): Text[] {
  return textsIn(own).filter((text) => {
    let at = text.parentElement
    while (at && !names.has(at)) at = at.parentElement
    return at === own
  })
}

function longestOf(texts: readonly Text[]): Text | undefined {
  const prose = texts.filter((text) => !text.parentElement?.closest('dl'))
  return (prose.length > 0 ? prose : texts).reduce<Text | undefined>(
    (longest, text) => (longest === undefined || text.length > longest.length ? text : longest),
    undefined,
  )
}

/** What stands beside the text of a post and says who wrote it: name, rank, how many posts, what can be done. */
function columnOf(name: Element, main: Text, own: Element): Element {
  let column = name
  for (let at = name.parentElement; at && at !== own && !at.contains(main); at = at.parentElement) {
    if (at.querySelector(reading) !== null || plainText(at).length > longestColumn) break
    column = at
  }
  return column
}

const longestColumn = 400
const reading = 'p ~ p, pre, blockquote, h1, h2'

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
  const writers = writersOf(parts)
  for (const [own, time] of parts) {
    const line = time.closest('a') ?? time
    const isKept = textsIn(time).some((text) => kept.has(text))
    if (isKept && (line === time || plainText(line) !== plainText(time))) continue
    for (const text of textsIn(line)) kept.delete(text)
    const writer = writers.get(own)
    if (writer) for (const text of textsIn(writer)) kept.delete(text)
    putLine(own, [writer ? asWord(writer) : null, time], kept)
  }
}

function asWord(line: Element): Element {
  const word = line.ownerDocument.createElement('span')
  word.textContent = plainText(line)
  return word
}

/** Who wrote each part: a name in a line before anything is said. A label may look like one, but it is the same over all. */
function writersOf(parts: readonly (readonly [Element, Element])[]): Map<Element, Element> {
  const found = new Map<Element, Element>()
  for (const [own, time] of parts) {
    const lines = paragraphs(own).list.slice(0, mostBefore)
    const said = lines.findIndex(({ text, block }) => block.localName === 'p' && /[.!?]$/.test(text))
    const writer = lines.slice(0, Math.max(said, 0)).find(({ text, block }) => {
      const isPart = block.contains(time) || /^h[1-6]$/.test(block.localName) || block.querySelector('h1, h2, h3, h4')
      return !isPart && isPersonName.test(text)
    })
    if (writer) found.set(own, writer.block)
  }
  const different = new Set([...found.values()].map(plainText))
  return different.size > 1 && 2 * found.size >= parts.length ? found : new Map()
}

/** Lines. */
const mostBefore = 6

export function putLine(own: Element, parts: readonly (Element | null)[], kept: Set<Node>) {
  const line = own.ownerDocument.createElement('p')
  line.className = posterClass
  for (const one of parts) {
    if (!one) continue
    disarm(one)
    line.append(withoutBlocks(one), ' ')
  }
  const place = own.matches(noPlace) ? (parts[0]?.closest('td, th, li') ?? own) : own
  place.prepend(line)
  for (const text of textsIn(line)) kept.add(text)
}

/** A copy that may stand in a line: its lines one after the other. */
function withoutBlocks(one: Element): Element {
  const copy = one.cloneNode(true) as Element
  for (const box of copy.querySelectorAll(blocks))
    box.replaceWith(...(box.nextSibling ? [...box.childNodes, ' '] : box.childNodes))
  copy.normalize()
  for (const text of textsIn(copy)) text.data = withOneSpace(text.data)
  return copy
}

/** Where no line may stand. */
const noPlace = 'table, tbody, tr, ul, ol, dl'

/** Of a card with a name, a picture and figures the name, with the link to whose it is. */
function inALine(name: Element): Element {
  if (!name.matches(blocks) && name.querySelector(blocks) === null) return name
  const called = name.querySelector('[itemprop~=name]') ?? name.querySelector('a[href]')
  if (called === null) return name
  const text = plainText(called)
  return [...name.querySelectorAll('a[href]')].find((link) => plainText(link) === text) ?? called
}

const blocks = 'div, p, ul, ol, dl, table, h1, h2, h3, h4, h5, h6'
