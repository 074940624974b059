// Headings, the names of tabs and lines over a list are chosen by what stands below them.
import type { Page } from './blockFeatures.ts'
import { isBefore } from './isBefore.ts'
import { linkShare, names, plainText } from './measureText.ts'
import { tabClass } from './nameTabs.ts'
import { post } from './postNames.ts'
import { invitation, otherArticles } from './promotion.ts'
import { mostLinked, sentenceCharacters } from './prose.ts'
import type { Paragraph } from './text.ts'

/**
 * What stands over a section whose text is kept is kept, though it is one word, or called like what is not of the text. Where a page is no article
 * only what stands right over prose, steps or code, and leads nowhere: the rest may be the title of a card, or how many answers there are.
 */
export function keepHeadings(
  { list, stated, isArticle }: Page,
  isText: boolean,
  kept: boolean[],
  mayStay: readonly boolean[],
) {
  const start = kept.indexOf(true)
  // Over the first paragraph stands the title; over a list, what it is a list of.
  const first = list[start]?.block.closest('li') ? start - 2 : start
  const over = list[start - 1]
  if (
    isArticle &&
    over &&
    mayStay[start - 1] &&
    /^h[23]$/.test(over.block.localName) &&
    isSectionTitle(over, list[start])
  )
    kept[start - 1] = true
  for (let at = list.length - 1; at > first; at--) {
    const block = list[at]?.block
    if (!block || kept[at] || !mayStay[at]) continue
    const below = list[at + 1]
    if (
      below &&
      kept[at + 1] &&
      isCalledTitle(list[at]!) &&
      (isArticle ? isNextTo(block, below.block) : isText && isOverText(block, below))
    )
      kept[at] = true
    if (isArticle && below && kept[at + 1] && isOverList(list[at]!, below)) kept[at] = true
    if (!isOver(block)) continue
    if (isText || stated.size > 0) {
      const next = nextAfter(at, list, kept)
      if (next !== undefined && kept[next]) kept[at] = true
    } else {
      let next = at + 1
      while (kept[next] && isBelow(list[next]?.block, block)) next += 1
      if (kept[next] && isReadOn(block, list[next]) && linkShare(block) < mostLinked) kept[at] = true
    }
  }
}

/** The heading of a part of what the other stands over. */
function isBelow(heading: Element | undefined, other: Element): boolean {
  return heading !== undefined && /^h[3-6]$/.test(heading.localName) && heading.localName > other.localName
}

/** The first line below a heading that is kept or says more than a label does; between it and a list may stand, in its own box, what a button does. */
function nextAfter(at: number, list: readonly Paragraph[], kept: readonly boolean[]): number | undefined {
  const box = list[at]?.block.parentElement
  const isBeside = (one: number) => box?.contains(list[one]?.block ?? null) === true
  const end = list.findIndex((_, one) => one > at && !isBeside(one))
  const isOverList = list[end]?.block.closest('li') != null
  const isHead = isOverList && end > at + 1 && end <= at + mostBeside && !kept.slice(at + 1, end).some(Boolean)
  const first = isHead ? end : at + 1
  return [first, first + 1].find((one) => kept[one] || (list[one]?.text.length ?? 0) > aLabel)
}

const mostBeside = 4

/** Of the first section, below a title of the whole. */
function isSectionTitle({ block, text }: Paragraph, next: Paragraph | undefined): boolean {
  const title = block.ownerDocument.querySelector('h1')
  if (!title || !next || !isBefore(title, block) || next.block.closest('li, h1, h2, h3, h4')) return false
  return linkShare(block) === 0 && !otherArticles.test(text) && block.parentElement?.contains(next.block) === true
}

/** What is called a title, and is no more than a line. */
function isCalledTitle({ block, text }: Paragraph): boolean {
  if (!/^(?:div|p)$/.test(block.localName) || text.length > longestTitle || !/\p{L}{2}/u.test(text)) return false
  if (!titleName.test(names(block)) || otherArticles.test(text) || invitation.test(text)) return false
  return linkShare(block) === 0
}

const longestTitle = 80
const titleName =
  /(?:^|[-_ ])(?:title|heading|subtitle|subheading|caption-text|filename)(?:[-_ ]|$)|[a-z]Title(?:[-_ ]|$)/

/** A line of its own right over a list. */
function isOverList({ block, text }: Paragraph, { block: below }: Paragraph): boolean {
  if (
    !/^(?:div|p)$/.test(block.localName) ||
    text.length > longestTitle ||
    otherArticles.test(text) ||
    invitation.test(text)
  )
    return false
  const whole = block.nextElementSibling
  return (
    whole?.matches('ul, ol') === true &&
    whole.contains(below) &&
    linkShare(block) === 0 &&
    linkShare(whole) < mostLinked
  )
}

/** It and what it stands over are in one box. */
function isNextTo(title: Element, next: Element | undefined): boolean {
  const box = title.parentElement
  return next !== undefined && (box?.contains(next) === true || box?.parentElement?.contains(next) === true)
}

/** All that its box says, and right over a paragraph of the text. */
function isOverText(title: Element, { block, text }: Paragraph): boolean {
  let box = title
  while (box.parentElement && !box.parentElement.contains(block)) box = box.parentElement
  return text.length >= longParagraph && linkShare(block) < mostLinked && plainText(box) === plainText(title)
}

/** Characters; a card says less. */
const longParagraph = 200

/** A heading, or what a tab is called. */
function isOver(block: Element): boolean {
  return /^h[2-6]$/.test(block.localName) || block.classList.contains(tabClass)
}

/** The first post of a thread is no section of what stands above it. */
function isReadOn(heading: Element, paragraph: Paragraph | undefined): boolean {
  if (!paragraph) return false
  const { block, text } = paragraph
  const own = block.closest(post)
  if (own !== null && !own.contains(heading)) return false
  if (block.closest('ol, pre')) return true
  const list = block.closest('ul')
  if (list !== null && list === heading.nextElementSibling) return linkShare(list) < mostLinked
  const isSentence = text.length >= sentenceCharacters || (text.length >= aShortSentence && /[.!?:。]$/.test(text))
  return block.localName === 'p' && isSentence && linkShare(block) < mostLinked
}

/** Characters of one that ends as sentences do. */
const aShortSentence = 30

/** Characters: “[edit]” beside a heading. */
const aLabel = 12
