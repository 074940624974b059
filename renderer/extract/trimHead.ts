// The title once more, and the lines on when, by whom and how long, at the beginning of the article.
import { isInPlace, lengthOf, without, type Block } from './blocks.ts'
import { writtenDate } from './dates.ts'
import type { Draft } from './draft.ts'
import { foldedAlike, plainStart } from './folded.ts'

const headBlocks = 40

/** Cuts what stands above the text: the title once more, and the lines about it. */
export function trimHead({ facts }: Draft, blocks: readonly Block[]): readonly Block[] {
  const unwanted = new Set<Block>()
  const whole = lengthOf(blocks)
  const title = foldedAlike(facts.title ?? '')
  const at = blocks.slice(0, headBlocks).findIndex((block) => isTitle(block, title))
  const before = blocks.slice(0, at + 1)
  // What stands above the title is the page's, not the article's, unless it is much.
  const beforeLength = lengthOf(before)
  const isFurniture =
    at >= 0 &&
    beforeLength < 0.6 * whole &&
    before.slice(0, at).every(({ text }) => text.length < 200 && !isSentence.test(text))
  const rest = isFurniture ? blocks.slice(at + 1) : blocks
  if (isFurniture) for (const block of before) if (!isInPlace(block)) unwanted.add(block)
  // In a thread every post has such a line, and the first one keeps its own.
  if (rest.slice(8).filter((block) => block.block.querySelector('time') && isAboutArticle(block, facts)).length > 1)
    return without(blocks, unwanted)
  for (const block of rest.slice(0, 8)) {
    if (block.isHeading || isInPlace(block) || (facts.isArticle === undefined && block.block.closest('dl'))) continue
    if (isAboutArticle(block, facts)) unwanted.add(block)
    else if (block.text.length > 200) break
  }
  return without(blocks, unwanted)
}

const isSentence = /.{60,}[.!?。]$/

function isTitle({ text, isHeading }: Block, title: string): boolean {
  const start = plainStart(text)
  if (title === '' || !(title.startsWith(start) || start.startsWith(title))) return false
  const own = foldedAlike(text)
  if (own === '') return false
  if (own === title) return true
  return isHeading && own.length > 0.5 * title.length && (title.startsWith(own) || own.startsWith(title))
}

const aboutArticle =
  /^(?:(?:by|von|par|por|di|door|publi(?:shed|é|cado)|veröffentlicht|updated|posted|last (?:updated|modified|reviewed)|written by|reviewed by|medically reviewed|stand|autor(?:in|es|a)?|authors?|date|photos?|share|print|listen)(?![\p{L}\p{N}])|\d+ (?:min(?:ute)?s?|comments?|shares?|views?)\b|image \d+ of|caption$|close$|advertisement$|reading time)/iu

/** Of those who liked it. */
const isCount = /^\d{1,3}(?:[.,]\d+)?\s?[kKM]$/

/** A line on when, by whom and how long. */
function isAboutArticle({ text, linked, block }: Block, { byline, lang }: Draft['facts']): boolean {
  if (text.length > 160) return false
  if (/[.!?]["”’]?$/.test(text) && text.length > 80) return false
  if (isCount.test(text)) return true
  const isSaid = isSaidInWords.test(text)
  const isDated = text.length < 80 && writtenDate(text, lang) !== undefined
  if (aboutArticle.test(text) && (isDated || !isSaid)) return true
  if (/^\S+@\S+\.\w+$|^https?:\/\/\S+$|\b\d+ min(ute)? read\b/i.test(text)) return true
  if (byline !== undefined && text.length < byline.length + 60 && namesAll(text, byline)) return true
  return (isDated && !isSaid) || (linked > 0.9 && text.length < 40 && !isInList(block))
}

/** What is a row among others is one of several things that the text names. */
function isInList(block: Element): boolean {
  const row = block.closest('li, td, dd')
  return row !== null && (row.localName !== 'li' || (row.parentElement?.childElementCount ?? 0) >= fewItems)
}

const fewItems = 3

/** A sentence, though it may begin as such a line does: "Share prices fell in London." */
const isSaidInWords = /^(?:\S+\s+){4,}\S*[\p{L}\p{N}]{2}["”’»)]?[.!?…]["”’»)]?$|^.{15,}[。！？।؟۔]["”’」』]?$/u

/** Two names may be parted by a comma in one place and by a word in another. */
function namesAll(text: string, byline: string): boolean {
  const own = foldedAlike(text)
  return byline.split(', ').every((name) => own.includes(foldedAlike(name)))
}
