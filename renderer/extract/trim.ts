// Cuts from the article what is no part of its text: the title once more and the lines about it, invitations, and at the end what leads to
// other articles. Goes by blocks of text; takes at most a third from the end.
import { asideBoxes } from './asideBoxes.ts'
import type { Draft } from './draft.ts'
import { writtenDate } from './dates.ts'
import { foldedAlike, plainStart } from './folded.ts'
import { takeOut } from './followRule.ts'
import { footStart } from './footLines.ts'
import { introductionsStart } from './introductions.ts'
import { isBefore } from './isBefore.ts'
import { hasText, linkShare, plainText } from './measureText.ts'
import {
  aboutAuthor,
  asks,
  asksToSubscribe,
  bids,
  contacts,
  disclosure,
  follows,
  invites,
  label,
  labelElsewhere,
  labelInCapitals,
  labelOfKind,
  needsScript,
  ofAuthor,
  otherArticles,
  otherPlaces,
  rights,
} from './promotion.ts'
import { paragraphs, type Paragraph } from './text.ts'

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

export type Block = Paragraph & { readonly linked: number; readonly isHeading: boolean }

function blocksOf(article: HTMLElement): Block[] {
  return paragraphs(article).list.map((paragraph) => ({
    ...paragraph,
    linked: linkedShare(paragraph),
    isHeading: /^h[1-6]$/.test(paragraph.block.localName),
  }))
}

/** By letters and digits: what stands between two links is of neither. */
function linkedShare({ nodes, text }: Paragraph): number {
  let linked = 0
  for (const node of nodes) {
    const anchor = node.parentElement?.closest('a[href]')
    if (anchor && !anchor.getAttribute('href')?.startsWith('#')) linked += lettersOf(node.data)
  }
  // Its letters are counted only where that matters: most paragraphs hold no link.
  const all = linked === 0 ? 0 : lettersOf(text)
  return all === 0 ? 0 : Math.min(1, linked / all)
}

function lettersOf(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

function remove(block: Paragraph) {
  for (const node of block.nodes) node.remove()
}

/** Takes their text away; what is left is what would be found if the article were read again. */
function without(blocks: readonly Block[], unwanted: ReadonlySet<Block>): readonly Block[] {
  for (const block of unwanted) remove(block)
  return unwanted.size === 0 ? blocks : blocks.filter((block) => !unwanted.has(block))
}

function isInPlace(block: Paragraph): boolean {
  return (
    block.block.closest('.offprint-poster, figure, figcaption, table, pre, blockquote, math, .offprint-embed') !== null
  )
}

const headBlocks = 40

function trimHead({ facts }: Draft, blocks: readonly Block[]): readonly Block[] {
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
function isAboutArticle({ text, linked }: Block, { byline, lang }: Draft['facts']): boolean {
  if (text.length > 160) return false
  if (/[.!?]["”’]?$/.test(text) && text.length > 80) return false
  if (isCount.test(text)) return true
  const isSaid = isSaidInWords.test(text)
  const isDated = text.length < 80 && writtenDate(text, lang) !== undefined
  if (aboutArticle.test(text) && (isDated || !isSaid)) return true
  if (/^\S+@\S+\.\w+$|^https?:\/\/\S+$|\b\d+ min(ute)? read\b/i.test(text)) return true
  if (byline !== undefined && text.length < byline.length + 60 && namesAll(text, byline)) return true
  return (isDated && !isSaid) || (linked > 0.9 && text.length < 40)
}

/** A sentence, though it may begin as such a line does: "Share prices fell in London." */
const isSaidInWords = /^(?:\S+\s+){4,}\S*[\p{L}\p{N}]{2}["”’»)]?[.!?…]["”’»)]?$|^.{15,}[。！？।؟۔]["”’」』]?$/u

/** Two names may be parted by a comma in one place and by a word in another. */
function namesAll(text: string, byline: string): boolean {
  const own = foldedAlike(text)
  return byline.split(', ').every((name) => own.includes(foldedAlike(name)))
}

/** Before a button, in the midst of a letter to subscribers. */
const thanks = /^(thanks|thank you) for (reading|subscribing)\b.*\b(shar(e|ing)|subscrib(e|er|ing)|support)\b/i

/** What stands above and below an advertisement: that it is one, and that the text goes on. */
const advertNotice =
  /^\W*(?:(?:advertisement|ad|sponsored|anzeige|werbung|publicité|publicidade?|pubblicità|advertentie|annons|annonce|реклама|reklama?|広告|广告|廣告|광고|إعلان|פרסומת)|(?:(?:advertisement|ad)\W+)?(?:(?:the )?(?:story|article|post) continues?|scroll (?:down )?to continue(?: reading)?|continue reading|keep reading)(?: (?:below|after)(?: (?:the |this |our )?(?:advertisement|ads?|video|promo\w*|break))?)?|(?:nach|unter) der (?:anzeige|werbung) (?:geht es weiter|weiterlesen).*|(?:der )?artikel (?:wird )?(?:nach der anzeige|unter der anzeige).*|la suite (?:de l['’]article )?après (?:cette|la) publicité|(?:el artículo )?(?:sigue|continúa) (?:después|tras) (?:de )?la publicidad|continua (?:dopo|após|depois d\S*) (?:[aol]+ )?(?:pubblicità|publicidade)|(?:artikel|lees) (?:gaat )?verder (?:na|onder) (?:de )?advertentie)\W*$/iu
/** Characters. */
const longestNotice = 80

/** Of those who have cooked it, above the card of the recipe. */
const asksToRate =
  /^(if|did|when|once|after|have) you (make|made|try|tried|do make|do try|enjoyed?|loved?|liked?) (this|these|it)\b.{0,120}\b(comment|rating|review|rate)\b/i

/** A line in the midst of the text that only leads elsewhere. */
function isAside(block: Block, isArticle: boolean): boolean {
  const { text, linked, isHeading } = block
  if (isInPlace(block) || block.block.closest('li, dl')) return false
  if (text.length < 450 && contacts.test(text)) return true
  if (text.length > 300) return false
  // A heading that announces other articles takes them along, and is needed for that.
  if (text.length <= longestNotice && advertNotice.test(text)) return !(isHeading && otherArticles.test(text))
  if (text.length < 200 && [asksToSubscribe, follows, needsScript].some((one) => one.test(text))) return true
  if (!isHeading && (thanks.test(text) || disclosure.test(text) || asksToRate.test(text))) return true
  if (isHeading || linked < leastToAnOffer) return false
  if (text.length < 200 && offers.test(linkedText(block))) return true
  if (linked < 0.5) return false
  const said = text.replace(signs, '')
  if (
    label.test(said) ||
    labelElsewhere.test(said) ||
    labelOfKind.test(said) ||
    (isArticle && labelInCapitals.test(text))
  )
    return true
  const letters = text.replace(/\P{L}/gu, '')
  return linked > 0.9 && letters.length > 15 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}

const leastToAnOffer = 0.2
/** Where the newspaper itself is to be had. */
const offers =
  /\b(?:bestellen|abonnieren|probe(?:lesen|abo)|s['’]abonner|abonnez-vous|suscríb\w+|assine|abbonati|subscribe|order (?:now|here|your|the|a))(?!\p{L})/iu

function linkedText({ nodes }: Paragraph): string {
  return nodes
    .filter((node) => node.parentElement?.closest('a[href]'))
    .map(({ data }) => data)
    .join(' ')
}

/** Before a way to another article. */
const signs = /^[\s>»›▶►➤☞👉=*•-]+/u

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

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0)
}
