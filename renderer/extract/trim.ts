// Cuts from the article what is no part of its text: the title once more and the lines about it, invitations, and at the end what leads to
// other articles. Goes by blocks of text; takes at most a third from the end.
import { asideBoxes } from './asideBoxes.ts'
import { isAside } from './asides.ts'
import { blocksOf, isInPlace, lengthOf, remove, without, type Block } from './blocks.ts'
import type { Draft } from './draft.ts'
import { foldedAlike } from './folded.ts'
import { takeOut } from './followRule.ts'
import { footStart } from './footLines.ts'
import { introductionsStart } from './introductions.ts'
import { isBefore } from './isBefore.ts'
import { hasText, linkShare, plainText } from './measureText.ts'
import {
  aboutAuthor,
  asks,
  bids,
  invites,
  needsScript,
  ofAuthor,
  otherArticles,
  otherPlaces,
  rights,
} from './promotion.ts'
import { trimHead } from './trimHead.ts'

export function trim(draft: Draft) {
  const { article } = draft
  let blocks = trimHead(draft, blocksOf(article))
  if (draft.facts.isArticle && removeCards(article)) blocks = blocksOf(article)
  if (draft.facts.isArticle) blocks = without(blocks, asideBoxes(blocks, article))
  trimTail(
    draft,
    without(blocks, new Set(blocks.filter((block) => isAside(block, draft.facts.isArticle !== undefined)))),
  )
  if (draft.facts.isArticle) {
    dropPortraits(article, draft.facts.byline)
    dropEmptyHeadings(article)
  }
}

/** Of whoever wrote the article, where nothing is said below: a sign beside the name. */
function dropPortraits(article: HTMLElement, byline: string | undefined) {
  const people = (byline ?? '').split(', ').map(foldedAlike).filter(Boolean)
  for (const image of people.length > 0 ? article.querySelectorAll('img[alt]') : [])
    if (people.includes(foldedAlike(image.getAttribute('alt') ?? '')) && !image.closest('figure')) image.remove()
}

/** What stands over nothing at the end. */
function dropEmptyHeadings(article: HTMLElement) {
  const last = article.querySelectorAll('h2, h3, h4, h5, h6, p, li, td, pre, img, figure, blockquote, dd, math')
  for (const one of [...last].reverse()) {
    if (/^h[2-6]$/.test(one.localName) && !isInPlace({ block: one, text: '', nodes: [] }) && isLast(one, article))
      one.remove()
    else if (one.localName !== 'p' || plainText(one) !== '') return
  }
}

function isLast(one: Element, article: HTMLElement): boolean {
  for (let at: Element | null = one; at && at !== article; at = at.parentElement)
    for (let next = at.nextSibling; next; next = next.nextSibling)
      if (hasText(next) || (next.nodeType === 3 && next.textContent?.trim())) return false
  return true
}

/** A box that is one link, with a heading or a picture: another article announces itself in the midst of this one. Whether there were any. */
function removeCards(article: HTMLElement): boolean {
  let hasAny = false
  for (const box of article.querySelectorAll('div, section, aside, figure')) {
    const text = plainText(box)
    if (text.length < 15 || text.length > 300 || linkShare(box) < 0.95) continue
    if (box.querySelector('.offprint-embed')) continue
    if (!box.querySelector('h2, h3, h4, h5, img') || box.closest(otherThanCards)) continue
    takeOut(box)
    hasAny = true
  }
  return hasAny
}

const otherThanCards = 'table, .offprint-embed, figure:has(img, figcaption)'

const mostOfTail = 1 / 3

function trimTail(draft: Draft, blocks: readonly Block[]) {
  const { article, facts } = draft
  const whole = lengthOf(blocks)
  const ownEnd = tailStart(blocks.slice(0, footStart(blocks)), whole, facts.byline)
  // On a page of another kind other articles are what it is about.
  const start =
    facts.isArticle === undefined
      ? ownEnd
      : Math.min(ownEnd, excerptsStart(blocks), introductionsStart(blocks, draft.url))
  draft.tail = blocks
    .slice(start)
    .map(({ text }) => text)
    .join('\n')
  let isAnnounced = false
  for (const block of blocks.slice(start)) {
    isAnnounced = announces(block) || (isAnnounced && block.block.closest('.offprint-embed') !== null)
    if (!isFigure(block)) remove(block)
    else if (isAnnounced) block.block.closest('.offprint-embed')?.remove()
  }
  if (start < blocks.length) removeAfter(article, blocks[start - 1])
}

/** Pictures after the last block belong to what was cut. */
function removeAfter(article: HTMLElement, last: Block | undefined) {
  if (!last) return
  for (const image of article.querySelectorAll('img')) {
    if (!isBefore(last.block, image) || last.block.contains(image)) continue
    const figure = image.closest('figure')
    if (figure === null) image.remove()
    else if (leadsElsewhere(image) && !figure.querySelector('figcaption')) figure.remove()
  }
}

/** Not to the same picture, larger. */
function leadsElsewhere(image: Element): boolean {
  const href = image.closest('a[href]')?.getAttribute('href')
  return href != null && !/\.(jpe?g|png|gif|webp|avif|svg)([?#]|$)/i.test(href)
}

function isFigure(block: Block): boolean {
  return block.block.closest('figure, .offprint-embed, .offprint-footnotes, math') !== null
}

/** The first block of the tail; the number of blocks when there is none. */
function tailStart(blocks: readonly Block[], whole: number, byline: string | undefined): number {
  let start = blocks.length
  let length = 0
  // A heading that announces other articles takes all after it along.
  for (let at = blocks.length - 1; at > 0; at--) {
    const block = blocks[at]
    if (!block) break
    length += block.text.length
    if (length > mostOfTail * whole) break
    const isLives = length < longestLives && ofAuthor.test(block.text)
    if (isLives || (announces(block) && isTail(blocks.slice(at + 1)))) start = at
  }
  for (let at = start - 1; at > 0; at--) {
    const block = blocks[at]
    // A heading over nothing but that goes with it.
    const isOverIt = block?.isHeading === true && start < blocks.length
    if (!block || !(isOverIt || isTailBlock(block, byline))) break
    start = at
  }
  const cut = lengthOf(blocks.slice(start))
  return cut <= mostOfTail * whole ? start : blocks.length
}

/** Characters. */
const longestLives = 1_200

/**
 * Where, at the end, the beginnings of other articles stand one after the other, each broken off: the first of them, with its title. They may be
 * more than the article; of a page that is no article they are what it is about.
 */
function excerptsStart(blocks: readonly Block[]): number {
  let start = blocks.length
  let [excerpts, titles] = [0, 0]
  for (let at = blocks.length - 1; at > 0; at--) {
    const block = blocks[at]
    if (!block || isInPlace(block)) break
    if (isBrokenOff(block)) {
      excerpts += 1
      start = at
    } else if (isTitleOfOther(block)) {
      titles += 1
      if (isBrokenOff(blocks[at + 1])) start = at
    } else break
  }
  const isRow = excerpts >= fewExcerpts + (titles < excerpts - 1 ? 1 : 0)
  const before = lengthOf(blocks.slice(0, start).filter(({ linked }) => linked < 0.3))
  return isRow && before > leastBefore ? start : blocks.length
}

const fewExcerpts = 3
const leastBefore = 600

function isBrokenOff(block: Block | undefined): boolean {
  return block !== undefined && !block.isHeading && block.text.length < 450 && /(\.{3}|…)[\])]?$/.test(block.text)
}

function isTitleOfOther({ text, isHeading, linked }: Block): boolean {
  return text.length < 160 && (isHeading || linked > 0.9)
}

function announces({ text, isHeading, linked, block }: Block): boolean {
  if (text.length > 80) return false
  if (!otherArticles.test(text) && !otherPlaces.test(text)) return false
  return isHeading || linked > 0.5 || text.length < 40 || block.querySelector('strong, b') !== null
}

/** Most of it leads elsewhere or is said in a line; nothing reads on. */
function isTail(blocks: readonly Block[]): boolean {
  const reading = blocks.filter(({ text, linked }) => linked < 0.3 && text.length > 120)
  return lengthOf(reading) < 0.5 * lengthOf(blocks) && linkedLength(blocks) > 0.15 * lengthOf(blocks)
}

function linkedLength(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text, linked }) => sum + linked * text.length, 0)
}

function isTailBlock(block: Block, byline: string | undefined): boolean {
  const { text, linked } = block
  if (isFigure(block) || block.block.closest('.offprint-poster, pre, table, blockquote')) return false
  if (text.length < 400 && invites(text)) return true
  if (text.length < 400 && (bids.test(text) || needsScript.test(text))) return true
  if (/^[\s_*•·=~.–—-]+$/.test(text)) return true // parts the text from what came after it
  if (text.length < 200 && (rights.test(text) || asks.test(text))) return true
  if (text.length < 80 && (otherArticles.test(text) || otherPlaces.test(text) || question.test(text))) return true
  if (text.length < 700 && byline !== undefined && aboutAuthor(text, byline)) return true
  if (/^\S+@\S+\.\w+$|^(https?:\/\/|www\.|@)?\S+\.\w{2,}\/\S*$|^@\w+$/.test(text)) return true
  return linked > 0.9 && text.length < 200 && !block.block.closest('li, td, dd')
}

/** What documentation asks its readers at the end. */
const question =
  /^(was this (page|article|answer|information|content) (helpful|useful)|did (this|you find)( (page|article|this))? (help|useful|helpful)|(rate|edit|improve) this (page|article)|(war|ist) d(iese|er) (seite|artikel) hilfreich|cet(te)? (page|article) .{0,20}utile)/i
