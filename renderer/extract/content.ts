// Finds the article and builds it from the page's own nodes: what Readability would keep, and what stands between that and is no furniture.
import { chooseBlocks } from './chooseBlocks.ts'
import { findCalled } from './called.ts'
import { disarm } from './disarm.ts'
import { doubted } from './doubt.ts'
import type { Draft } from './draft.ts'
import { keptPlaces } from './followRule.ts'
import type { Page } from './blockFeatures.ts'
import { addLead, dropAboveTitle } from './lead.ts'
import { hasText, linkShare, plainText } from './measureText.ts'
import { addPosters, addTimes } from './posters.ts'
import { readableText } from './readability.ts'
import { addReferences } from './references.ts'
import { readingText } from './readingText.ts'
import { secondChoice } from './secondChoice.ts'
import { statedIn } from './statedText.ts'
import { isData } from './tables.ts'
import { paragraphs, type Paragraph } from './text.ts'
import { addUpdates } from './updates.ts'
import { countWords } from './words.ts'

export function content(draft: Draft) {
  const { document } = draft
  const { list } = paragraphs(document.body)
  const reading = readingText(list)
  draft.readingWords = countWords(reading.map(({ text }) => text).join('\n'), draft.facts.lang)
  const kept = new Set<Node>(chooseBlocks(blocksOf(draft, list, reading), draft.forest))
  if (draft.facts.isArticle !== undefined) dropAboveTitle(document, draft.facts.title ?? '', kept)
  addLead(document, draft.facts, kept)
  addNotes(document.body, draft.facts.isArticle !== undefined, kept)
  if (draft.facts.isArticle !== undefined || hasBibliography(draft)) addReferences(document.body, kept)
  if (draft.facts.isArticle === undefined || isThread(document)) {
    if (!addPosters(draft, kept)) addUpdates(draft, kept)
  } else if (draft.facts.kinds?.includes('liveblogposting') === true) addTimes(document.body, kept)
  for (const place of keptPlaces(draft)) kept.add(place)
  const common = commonAncestor(kept)
  if (!common) return
  // Rows without their table, and items without their list, are no markup: whoever parses it runs the cells together. So are lines of a listing.
  const table = common.closest('table')
  const root = table && isData(table) ? table : (common.closest('pre') ?? common)
  const holding = ancestorsOf(kept, root)
  fillGaps(root, kept, holding)
  prune(root, kept, holding)
  draft.article.append(...(root.matches(wholes) ? [root] : root.childNodes))
  disarm(draft.article)
}

/** A paper, though the page does not say so. */
function hasBibliography({ document, called }: Draft): boolean {
  return [...findCalled(document, ['[class*=bibliography]', '[id*=bibliography]'], called)].length > 0
}

/** Some threads call themselves articles in a meta element. */
function isThread(document: Document): boolean {
  return document.querySelector('[itemtype$="/DiscussionForumPosting"], [itemtype$="/QAPage"]') !== null
}

/** What is something only with its own markup around it. */
const wholes = 'p, td, li, blockquote, pre, table, ul, ol, dl'

/** The blocks of the page with what is known of it, before any is chosen. */
export function blocksOf(
  { document, facts, url, linked, called }: Draft,
  list: readonly Paragraph[] = paragraphs(document.body).list,
  reading: readonly Paragraph[] = readingText(list),
): Page {
  const isArticle = facts.isArticle !== undefined
  const first = readableText(document)
  const second = secondChoice(document.body, reading, first, isArticle)
  const { body } = document
  const { title = '', kinds = '', description = '' } = facts
  const stated = statedIn(list, linked)
  return { body, called, url, title, kinds, description, isArticle, list, first, second, stated }
}

/** A note belongs to the text that speaks of it, wherever it stands; small print longer than a quarter of a page about something else does not. */
function addNotes(body: HTMLElement, isArticle: boolean, kept: Set<Node>) {
  const notes = new Set<Node>()
  for (const mark of body.querySelectorAll('a.offprint-noteref')) {
    const note = body.ownerDocument
      .getElementById(mark.getAttribute('href')?.slice(1) ?? '')
      ?.closest('li, p, dd, aside, div, td')
    if (note && textNodes(mark).some((text) => kept.has(text))) for (const text of textNodes(note)) notes.add(text)
  }
  const length = (nodes: ReadonlySet<Node>) =>
    [...nodes].reduce((sum, node) => sum + (node.textContent ?? '').length, 0)
  if (isArticle || length(notes) < mostNotes * length(kept)) for (const note of notes) kept.add(note)
}

const mostNotes = 0.25

function textNodes(element: Element): Node[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const nodes: Node[] = []
  while (walker.nextNode()) if (/\S/.test(walker.currentNode.textContent ?? '')) nodes.push(walker.currentNode)
  return nodes
}

function commonAncestor(nodes: ReadonlySet<Node>): Element | undefined {
  const [first] = nodes
  let root = first?.parentElement
  while (root && ![...nodes].every((node) => root?.contains(node))) root = root.parentElement
  return root ?? undefined
}

function ancestorsOf(nodes: ReadonlySet<Node>, root: Element): Set<Element> {
  const ancestors = new Set<Element>([root])
  for (const node of nodes) {
    if (node.nodeType === 1) ancestors.add(node as Element)
    for (let at = node.parentElement; at && !ancestors.has(at); at = at.parentElement) ancestors.add(at)
  }
  return ancestors
}

/** Takes in what lies among the kept text and is of a kind that Readability tends to lose. */
function fillGaps(root: Element, kept: Set<Node>, holding: Set<Element>) {
  const visit = (parent: Element) => {
    for (let child = parent.firstElementChild; child; child = child.nextElementSibling) {
      if (holding.has(child)) visit(child)
      else if (child.matches(doubted)) continue
      else if (isWorthKeeping(child)) keepWhole(child)
    }
  }
  const keepWhole = (element: Element) => {
    const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) kept.add(walker.currentNode)
    for (const inner of [element, ...element.querySelectorAll('*')]) holding.add(inner)
  }
  visit(root)
}

const loaded = 'img[src], pre, math, table, .offprint-embed, .offprint-tex'
/** With pictures that could not be kept; their alternative text stands for them. */
const precious = `${loaded}, img[alt]:not([alt=""])`

function isWorthKeeping(element: Element): boolean {
  if (element.matches('hr, br, wbr')) return true
  if (element.matches('figure, picture, pre, math, img, .offprint-embed')) return true
  if (!element.matches(precious) && !element.querySelector(precious))
    return element.querySelector('hr') !== null && !hasText(element) && element.closest('li, td') === null
  if (!element.querySelector(loaded)) return !hasText(element)
  const text = plainText(element)
  const inEmbeds = [...element.querySelectorAll('.offprint-embed')].map(plainText).join(' ')
  if (inEmbeds !== '' && inEmbeds.length >= text.length) return true // the only words are those of our own card
  // A wrapper around a picture or a table, with no more words than a caption has.
  return linkShare(element) < 0.5 && (text.length < 300 || element.querySelector('pre, table') !== null)
}

function prune(element: Element, kept: ReadonlySet<Node>, holding: ReadonlySet<Element>) {
  let next: ChildNode | null
  for (let child = element.firstChild; child; child = next) {
    next = child.nextSibling
    if (child.nodeType === 3) {
      if ((child as Text).data.trim() !== '' && !kept.has(child)) child.remove()
    } else if (child.nodeType === 1 && holding.has(child as Element)) {
      prune(child as Element, kept, holding)
    } else if (child.nodeType === 1 && isInColumn(child as Element)) {
      ;(child as Element).replaceChildren() // the cells after it stay in their columns
    } else {
      child.remove()
    }
  }
}

/** A cell of a table of rows and columns. */
function isInColumn(cell: Element): boolean {
  const table = cell.matches('td, th') ? cell.closest('table') : null
  return table !== null && isData(table)
}
