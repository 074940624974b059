// The learned choice of what a page's content is: chances from decision trees, and of these the best set. It sees what the rules would keep, and
// mends it: other text of a page that is no article, furniture between the paragraphs of one that is.
import { bestSet } from './bestSet.ts'
import { blockFeatures, type Page } from './blockFeatures.ts'
import { blockTrees, columns } from './blockTrees.ts'
import { findCalled } from './called.ts'
import { doubtsIn } from './doubt.ts'
import { boxesOfFacts } from './facts.ts'
import { isBefore } from './isBefore.ts'
import { keepBody } from './keepBody.ts'
import { keepCells } from './keepCells.ts'
import { keepHeadings } from './keepHeadings.ts'
import { keepLists } from './keepLists.ts'
import { keepRows } from './keepRows.ts'
import { keepWholes } from './keepWholes.ts'
import { leaveOthers } from './leaveOthers.ts'
import { linkShare } from './measureText.ts'
import { boxesOfLists } from './ownLists.ts'
import { isPostAddress } from './postAddress.ts'
import { aboutPostersIn, posts } from './postNames.ts'
import { mostLinked, sentenceCharacters } from './prose.ts'
import { boxesOfQuestions } from './questions.ts'
import { isInFurniture } from './readingText.ts'
import type { Paragraph } from './text.ts'
import { chanceOf, forestOf, type Forest, type Tree } from './trees.ts'
import { countWords } from './words.ts'

export function chooseBlocks(page: Page, trees: Forest = learnedForest()): Set<Text> {
  const { list } = page
  const chances = blockFeatures(page, (numbers) => {
    if (numbers.length !== columns) throw new Error('The weights are of other features: npm run learn.')
    return chanceOf(trees, numbers)
  })
  const lengths = list.map(({ text }) => countWords(text))
  if (!page.isArticle && isNothing(chances, lengths) && !hasProse(page, lengths)) return wholesOf(page, lengths)
  const wanted = withoutOthers(page, bestSet(chances, lengths), chances, lengths)
  const isDoubted = doubtsIn(page.body)
  const isAboutPoster = page.isArticle ? () => false : aboutPostersIn(page.body, page.called)
  const mayStay = list.map(
    ({ block }, at) => (!isDoubted(block) || (chances[at] ?? 0) >= leastOfDoubted) && !isAboutPoster(block),
  )
  const isText = page.isArticle || isMostlyProse(page, wanted, lengths)
  const tables = new Map<Element, boolean>()
  const boxes = [
    ...(page.isArticle || isPostAddress(page.url) ? boxesOfQuestions(page.body) : []),
    ...(page.isArticle ? [] : boxesOfFacts(page.body)),
    ...boxesOfLists(page.body),
  ]
  const least = list.filter((one) => isProse(one, page)).length > longText ? 0 : leastChance
  const chosen = list.map(
    (paragraph, at) =>
      mayStay[at] === true &&
      (wanted[at] === true ||
        ((chances[at] ?? 0) >= least && isUnsure(paragraph, page)) ||
        isPartOf(paragraph, page, isText, tables) ||
        (isText && isAmongProse(page, at)) ||
        page.stated.has(paragraph) ||
        boxes.some((box) => box.contains(paragraph.block))),
  )
  const isFree = (at: number) => mayStay[at] === true
  const whole = keepWholes(list, chosen, isFree)
  const completed = keepCells(list, page.isArticle ? keepRows(list, whole, isFree) : whole, isFree)
  if (page.isArticle) keepLists(list, completed, isFree)
  keepHeadings(page, isText, completed, mayStay)
  if (!page.isArticle) keepBody(page.body, page.called, list, completed, mayStay)
  if (page.isArticle) leaveOthers(list, completed)
  const keptWords = lengths.reduce((sum, words, at) => sum + (completed[at] === true ? words : 0), 0)
  const isLost = (keptWords < aLine || chances.every((chance) => chance < likely)) && hasProse(page, lengths)
  const kept = new Set<Text>()
  list.forEach((paragraph, at) => {
    if (isLost ? isOf(page.second, paragraph) : completed[at])
      for (const node of paragraph.nodes) if (node.data.trim() !== '') kept.add(node)
  })
  addReadingAids(page.body, kept)
  return kept
}

/**
 * Whether the rules have found prose, more than a little and not mostly links. Where no more than a line is chosen beside it, or nothing seems likely,
 * the choice is at fault: an article without its text is the worst there is.
 */
function hasProse({ list, second }: Page, lengths: readonly number[]): boolean {
  let [words, linked] = [0, 0]
  list.forEach((paragraph, at) => {
    if (!isOf(second, paragraph)) return
    words += lengths[at] ?? 0
    linked += (lengths[at] ?? 0) * linkShare(paragraph.block)
  })
  return words >= leastProse && linked < mostLinked * words
}

const leastProse = 60
const aLine = 20
/** Than not. */
const likely = 0.5

/**
 * On a page without prose a poem set in lines or a small table below its heading may be what it is about, however little each of its lines looks like
 * content by itself. Such a whole stays, with the lines beside it.
 */
function wholesOf({ body, list }: Page, lengths: readonly number[]): Set<Text> {
  const heading = body.querySelector('h1')
  const known = new Map<Element, boolean>()
  const found = list.map(({ block }) => {
    const whole = heading && block.closest('table, pre, math')
    if (!whole) return undefined
    const is = known.get(whole) ?? (isBefore(heading, whole) && !isInFurniture(whole) && isWhole(whole))
    known.set(whole, is)
    return is ? whole : undefined
  })
  const words = lengths.reduce((sum, many, at) => sum + (found[at] ? many : 0), 0)
  if (words < leastWhole) return new Set()
  const parents = new Set(found.map((whole) => whole?.parentElement))
  const isBeside = (block: Element) =>
    block.localName === 'p' && parents.has(block.parentElement) && linkShare(block) < mostLinked
  return new Set(
    list
      .filter(({ block }, at) => found[at] ?? isBeside(block))
      .flatMap(({ nodes }) => nodes.filter(({ data }) => data.trim() !== '')),
  )
}

/** Words; less is a code or a price. */
const leastWhole = 8

function isWhole(whole: Element): boolean {
  if (linkShare(whole) >= mostLinked) return false
  return whole.localName !== 'table' || whole.querySelector('th') !== null || isOfPlainCells(whole)
}

/** What the rules of `clean` would have taken away must be likelier content than not. */
const leastOfDoubted = 0.5

/** A page of furniture only: an empty shop, what is left where a script was to write the text. */
function isNothing(chances: readonly number[], lengths: readonly number[]): boolean {
  const expected = chances.reduce((sum, chance, at) => sum + chance * (lengths[at] ?? 0), 0)
  return chances.length >= fewBlocks && expected < leastWords && chances.every((chance) => chance < leastOfAny)
}

/** A page of a line or two is those lines. */
const fewBlocks = 5
const leastWords = 30
const leastOfAny = 0.45

/** On an article that the rules have found most of, what they have not found must be likely, and links, which mostly lead to others, all the more. */
function withoutOthers(
  { list, second, isArticle }: Page,
  wanted: readonly boolean[],
  chances: readonly number[],
  lengths: readonly number[],
): readonly boolean[] {
  if (!isArticle) return wanted
  const found = list.map((paragraph) => isOf(second, paragraph))
  const wordsOf = (is: (at: number) => boolean) => lengths.reduce((sum, words, at) => sum + (is(at) ? words : 0), 0)
  const all = wordsOf((at) => wanted[at] === true)
  if (wordsOf((at) => wanted[at] === true && found[at] === true) < mostOfArticle * all) return wanted
  return wanted.map((isWanted, at) => {
    if (!isWanted || found[at]) return isWanted
    const chance = chances[at] ?? 0
    return chance > leastOfLink || (chance > leastOfOther && !isLink(list[at]))
  })
}

const mostOfArticle = 0.7
const leastOfOther = 0.7
const leastOfLink = 0.85

function isLink(paragraph: Paragraph | undefined): boolean {
  return paragraph !== undefined && linkShare(paragraph.block) > 0.5
}

/** Whether what is chosen reads on, in paragraphs, as an article's text does: not cards, rows or the posts of a thread. */
function isMostlyProse({ list, body, called }: Page, wanted: readonly boolean[], lengths: readonly number[]): boolean {
  let [prose, all] = [0, 0]
  list.forEach(({ text, block }, at) => {
    if (!wanted[at]) return
    const words = lengths[at] ?? 0
    all += words
    if (text.length >= sentenceCharacters && linkShare(block) < mostLinked) prose += words
  })
  return all >= leastText && prose >= mostlyProse * all && [...findCalled(body, posts, called)].length < 2
}

const leastText = 40
const mostlyProse = 0.8

function isOf(kept: ReadonlySet<Text>, paragraph: Paragraph | undefined): boolean {
  return paragraph?.nodes.some((node) => kept.has(node)) ?? false
}

let learned: Forest | undefined

function learnedForest(): Forest {
  learned ??= forestOf(JSON.parse(blockTrees) as Tree[]) // written by `npm run learn`
  return learned
}

/** A paragraph of the text, and a heading of an article, is lost only when it is clearly none: a sentence too many is the lesser evil. */
function isUnsure(paragraph: Paragraph, page: Page): boolean {
  const { block } = paragraph
  return (
    isProse(paragraph, page) || (page.isArticle && /^h[2-6]$/.test(block.localName) && isOf(page.second, paragraph))
  )
}

function isProse(paragraph: Paragraph, { second }: Page): boolean {
  const { text, block } = paragraph
  return block.localName === 'p' && text.length >= sentenceCharacters && isOf(second, paragraph)
}

/** A few short lines that the rules have found, between paragraphs of one text: a stanza, what somebody answers. */
function isAmongProse(page: Page, at: number): boolean {
  const { list, second } = page
  const [before, own, after] = [list[at - 1], list[at], list[at + 1]]
  if (!before || !own || !after || !isOf(second, own) || linkShare(own.block) > 0) return false
  if (!isProse(before, page) || !isProse(after, page)) return false
  const { parentElement } = before.block
  return parentElement !== null && after.block.parentElement === parentElement && parentElement.contains(own.block)
}

/** A cell of a table, a caption, a note, a line of code, the title of a box of notes mean nothing alone: they stay with their like, as the rules have it. */
function isPartOf(paragraph: Paragraph, { second }: Page, isText: boolean, tables: Map<Element, boolean>): boolean {
  if (!isOf(second, paragraph)) return false
  const whole = paragraph.block.closest(
    `figure, table, pre, math, [class*=admonition], [class*=callout], .offprint-footnotes${isText ? ', blockquote' : ''}`,
  )
  if (whole === null) return false
  if (whole.localName !== 'table') return true
  // Asked of each of its cells.
  const known = tables.get(whole)
  if (known !== undefined) return known
  const isOfCells =
    (whole.querySelector('th') !== null || (isText && isOfPlainCells(whole) && linkShare(whole) < mostLinked)) &&
    isMostlyOf(second, whole)
  tables.set(whole, isOfCells)
  return isOfCells
}

/** What the rules have a few cells of is left to the trees. */
function isMostlyOf(kept: ReadonlySet<Text>, table: Element): boolean {
  const walker = table.ownerDocument.createTreeWalker(table, NodeFilter.SHOW_TEXT)
  let [own, all] = [0, 0]
  while (walker.nextNode()) {
    const text = walker.currentNode as Text // the walker shows nothing else
    const { length } = text.data.trim()
    all += length
    if (kept.has(text)) own += length
  }
  return own >= 0.5 * all
}

/** Rows and columns of words, and not a frame for paragraphs, lists or fields. A row may be a heading over all columns. */
function isOfPlainCells(table: Element): boolean {
  if (table.querySelector('table, ul, ol, h1, h2, h3, form, input, img, p ~ p, div ~ div') !== null) return false
  const rows = [...table.querySelectorAll('tr')]
  const many = rows.filter(({ childElementCount }) => childElementCount > 1).length
  return many > 1 && many >= mostRows * rows.length
}

const mostRows = 0.8

/** What stands over and beside the characters of a ruby is no text of its own. */
function addReadingAids(body: Element, kept: Set<Text>) {
  for (const ruby of body.querySelectorAll('ruby')) {
    const texts: Text[] = []
    const walker = ruby.ownerDocument.createTreeWalker(ruby, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) texts.push(walker.currentNode as Text) // the walker shows nothing else
    if (texts.some((text) => kept.has(text))) for (const text of texts) kept.add(text)
  }
}

const leastChance = 0.2
/** Paragraphs. Pages from which the weights were learned are shorter: how far from the top a text stands, and how long it is, misleads them in a book. */
const longText = 100
