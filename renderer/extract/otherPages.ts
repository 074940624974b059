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
  const beside = [...cards.keys()].filter(isBeside)
  const rows = new Set(beside.flatMap(({ parentElement }) => parentElement ?? []))
  const cardsOf = (is: (row: Element) => boolean) =>
    beside.filter(({ parentElement }) => parentElement !== null && is(parentElement))
  // A long list may be laid out in several rows, of two or three cards each; some of them may lead to other sites.
  const isLong = (row: Element) => cardsOf((one) => isLike(one, row)).filter((card) => cards.get(card)).length >= fewest
  for (const row of [...rows].filter(isLong))
    removeRow(
      row,
      cardsOf((one) => one === row),
      isBeside(row),
    )
}

function isLike(one: Element, other: Element): boolean {
  const called = one.getAttribute('class') ?? ''
  return one === other || (called !== '' && one.localName === other.localName && called === other.getAttribute('class'))
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

/**
 * The largest boxes around a heading that is a link to another page which hold no other such heading of its rank (above the title of a card the
 * name of its section may be a heading too), and whether it is a page of the site.
 */
function cardsIn(body: Element, url: string): Map<Element, boolean> {
  const here = placeOf(url)
  const titles = new Map<Element, boolean>()
  for (const heading of body.querySelectorAll('h2, h3, h4, h5')) {
    const address = leadsTo(heading)
    const there = address === undefined ? undefined : placeOf(address)
    if (there && (there.host !== here?.host || there.path !== here.path)) titles.set(heading, there.host === here?.host)
  }
  const cards = new Map<Element, boolean>()
  if ([...titles.values()].filter(Boolean).length < fewest) return cards
  for (const rank of new Set([...titles.keys()].map(({ localName }) => localName)))
    for (const [card, title] of boxesAround(
      [...titles.keys()].filter(({ localName }) => localName === rank),
      body,
    ))
      if (isShorter(card, mostOfCard * 2) && plainText(card).length <= mostOfCard)
        cards.set(card, cards.get(card) === true || titles.get(title) === true)
  return cards
}

/** Each with its title. */
function boxesAround(titles: readonly Element[], body: Element): [Element, Element][] {
  const counts = new Map<Element, number>()
  for (const title of titles)
    for (let at: Element | null = title; at; at = at.parentElement) counts.set(at, (counts.get(at) ?? 0) + 1)
  return titles.map((title) => {
    let card = title
    while (card.parentElement && card.parentElement !== body && counts.get(card.parentElement) === 1)
      card = card.parentElement
    return [card, title]
  })
}

/** The address, where all of the heading is one link. */
function leadsTo(heading: Element): string | undefined {
  const around = heading.closest('a[href]')
  const anchor = around ?? heading.querySelector('a[href]')
  const isWhole = around !== null || linkShare(heading) > mostlyLinked
  return (isWhole && anchor?.getAttribute('href')) || undefined
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
function boxOfText(body: Element, cards: ReadonlyMap<Element, boolean>): Element | undefined {
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

function isIn(element: Element, boxes: ReadonlyMap<Element, boolean>): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (boxes.has(at)) return true
  return false
}

/** With what announces it, where the box of the row holds no more. */
function removeRow(row: Element, cards: readonly Element[], mayGo: boolean) {
  for (const card of cards) takeOut(card)
  if (mayGo && isShorter(row, aHeading)) takeOut(row)
}
