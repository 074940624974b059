// Ways about the text that are no part of it: lists of its headings, and what leads to the page before and the one after.
import { resolve } from './addresses.ts'
import type { Draft } from './draft.ts'
import { foldedAlike } from './folded.ts'
import { takeOut } from './followRule.ts'
import { isBefore } from './isBefore.ts'
import { plainText } from './measureText.ts'

/** What stands over a list of the sections below. */
export function titleOfContents(nav: Element): Element | undefined {
  return (
    [nav, nav.parentElement]
      .map((one) => one?.previousElementSibling)
      .find((one) => one != null && contentsTitle.test(plainText(one))) ?? undefined
  )
}

const contentsTitle =
  /^(?:(?:table of )?contents|(?:on|in) this (?:page|article|post|guide|story)|inhalt(?:sverzeichnis)?|auf dieser seite|sommaire|table des matières|sur cette page|índice|contenidos?|en esta página|indice|inhoud|spis treści|содержание|目次|目录|目錄|목차)\s*:?$/iu

/** Lists whose every item leads to a heading further down and says what it says. */
export function listsOfHeadings(body: Element): Element[] {
  const lists = new Set<Element>()
  for (const link of body.querySelectorAll('a[href^="#"]')) {
    const list = link.closest('li')?.parentElement ?? boxOfLinks(link)
    if (list && !list.closest('li, nav')) lists.add(list)
  }
  return [...lists].filter((list) => {
    const items = list.matches('ul, ol')
      ? [...list.querySelectorAll('li')]
      : [...list.children].filter((item) => !contentsTitle.test(plainText(item)))
    return items.length >= fewItems && items.every((item) => isOfHeading(item))
  })
}

const fewItems = 2

/** What holds the links where they are no items of a list, but each a line of its own. */
function boxOfLinks(link: Element): Element | null {
  let line = link
  while (line.parentElement?.childElementCount === 1 && line.parentElement.textContent === link.textContent)
    line = line.parentElement
  const box = line.parentElement
  return box?.matches('div, aside') === true &&
    [...box.childNodes].every(({ nodeType, textContent }) => nodeType === 1 || textContent?.trim() === '')
    ? box
    : null
}

function isOfHeading(item: Element): boolean {
  const link = item.matches('a') ? item : item.querySelector('a[href^="#"]')
  const place = link && item.ownerDocument.getElementById(link.getAttribute('href')?.slice(1) ?? '')
  if (!link || !place || !isBefore(item, place)) return false
  const called = foldedAlike(plainText(link))
  const own = [...item.childNodes].filter((node) => !(node.nodeType === 1 && (node as Element).matches('ul, ol')))
  if (foldedAlike(own.map((node) => node.textContent ?? '').join(' ')) !== called) return false
  const heading =
    place.closest(headings) ?? place.querySelector(headings) ?? place.parentElement?.querySelector(headings)
  return called !== '' && heading != null && foldedAlike(plainText(heading)).includes(called)
}

const headings = 'h1, h2, h3, h4, h5, h6'

/** What leads to the page before and the one after, as the head of the page says which those are, where that is all that a list or a line does. */
export function removeWays({ document, base, url }: Draft) {
  const links = [...document.head.querySelectorAll('link[rel~=prev i], link[rel~=previous i], link[rel~=next i]')]
  const ways = new Set(links.map((link) => resolve(link.getAttribute('href') ?? '', base)))
  ways.delete(url)
  if (links.length === 0) return
  for (const link of [...document.body.querySelectorAll('a[href]')]) {
    if (!ways.has(link.getAttribute('href') ?? '') || !link.isConnected || link.closest('nav')) continue
    const box = link.closest('ul, ol') ?? link.closest('p, div, table')
    if (!box || box.querySelector('h1, p, pre') !== null || plainText(box).length > longestWay) continue
    const leads = [...box.querySelectorAll('a[href]')].map((one) => one.getAttribute('href') ?? '')
    const line = plainText(link.closest('li, td, p') ?? box)
    if (wayName.test(line) || leads.filter((one) => ways.has(one)).length > 1) takeOut(box)
  }
}

const longestWay = 600
const wayName =
  /^\W*(?:prev(?:ious)?|next|newer|older|vorherige|vorige|nächste|précédent|suivant|anterior|siguiente)\b/iu
