// What leads from an article to other pages of its site, beside the box that holds its text: rows of cards, each a title that is a link with a few
// lines. A row may be longer than the article, and each of its cards reads like a section of it.
import { takeOut } from './followRule.ts'
import { isShorter, linkShare, plainText } from './measureText.ts'

/** Call only for a page that says it is an article: on others they are what it is about. Links must be whole addresses. */
export function removeOtherPages(body: Element, url: string): void {
  const cards = cardsIn(body, url)
  const text = cards.size === 0 ? undefined : boxOfText(body, cards)
  if (!text) return
  const isBeside = (element: Element) =>
    !text.contains(element) && !element.contains(text) && !element.querySelector('h1')
  const beside = [...cards].filter(isBeside)
  for (const row of new Set(beside.map((card) => card.parentElement))) {
    const own = beside.filter((card) => card.parentElement === row)
    if (own.length >= fewest && row) removeRow(row, own, isBeside(row))
  }
}

const fewest = 3
/** Characters. */
const mostOfCard = 900
const leastText = 1_500
const aParagraph = 80
const aHeading = 100
const mostlyLinked = 0.9
/** The share of the long paragraphs that the box of the text holds. */
const mostOfText = 0.6

/** The largest boxes around a heading that is a link to another page of the site which hold no other such heading. */
function cardsIn(body: Element, url: string): Set<Element> {
  const titles = [...body.querySelectorAll('h2, h3, h4, h5')].filter((heading) => leadsOn(heading, url))
  if (titles.length < fewest) return new Set()
  const counts = new Map<Element, number>()
  for (const title of titles)
    for (let at: Element | null = title; at; at = at.parentElement) counts.set(at, (counts.get(at) ?? 0) + 1)
  const cards = titles.map((title) => {
    let card = title
    while (card.parentElement && card.parentElement !== body && counts.get(card.parentElement) === 1)
      card = card.parentElement
    return card
  })
  return new Set(cards.filter((card) => isShorter(card, mostOfCard * 2) && plainText(card).length <= mostOfCard))
}

function leadsOn(heading: Element, url: string): boolean {
  const around = heading.closest('a[href]')
  const anchor = around ?? heading.querySelector('a[href]')
  return anchor !== null && isOther(anchor, url) && (around !== null || linkShare(heading) > mostlyLinked)
}

function isOther(anchor: Element, url: string): boolean {
  const [there, here] = [placeOf(anchor.getAttribute('href') ?? ''), placeOf(url)]
  return there !== undefined && there.host === here?.host && there.path !== here.path
}

function placeOf(address: string): { host: string; path: string } | undefined {
  try {
    const { hostname, pathname } = new URL(address)
    return { host: hostname.replace(/^www\./, ''), path: pathname }
  } catch {
    return undefined // no address at all
  }
}

/** The smallest box that holds most of the long paragraphs beside the cards; undefined where there is little of them. */
function boxOfText(body: Element, cards: ReadonlySet<Element>): Element | undefined {
  const lengths = new Map<Element, number>()
  let all = 0
  for (const paragraph of body.querySelectorAll('p')) {
    const { length } = paragraph.textContent ?? ''
    if (length < aParagraph || linkShare(paragraph) > 0.35 || isIn(paragraph, cards)) continue
    all += length
    for (let at: Element | null = paragraph; at; at = at.parentElement) lengths.set(at, (lengths.get(at) ?? 0) + length)
  }
  if (all < leastText) return undefined
  let box = body
  for (;;) {
    const inner = [...box.children].find((one) => (lengths.get(one) ?? 0) >= mostOfText * all)
    if (!inner || inner.localName === 'p') return box
    box = inner
  }
}

function isIn(element: Element, boxes: ReadonlySet<Element>): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (boxes.has(at)) return true
  return false
}

/** With what announces it, where the box of the row holds no more. */
function removeRow(row: Element, cards: readonly Element[], mayGo: boolean) {
  for (const card of cards) takeOut(card)
  if (mayGo && isShorter(row, aHeading)) takeOut(row)
}
