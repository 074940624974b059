// Quotations: with the name of whoever said it, and each once.
import { findCalled, type Called } from './called.ts'
import { foldedAlike } from './folded.ts'
import { takeOut } from './followRule.ts'
import { hasText, plainText } from './measureText.ts'

/** Makes who is quoted a part of the quotation, wherever the page has put it. Gives the boxes of quotations that stood beside the text. */
export function quotes(body: Element, called: Called): readonly Element[] {
  for (const box of findCalled(body, quoteBoxes, called)) boxToQuote(box)
  const freed = freeQuotes(body)
  for (const source of body.querySelectorAll('blockquote > footer')) nameSource(source)
  for (const source of body.querySelectorAll('blockquote cite:first-child')) if (isOverQuote(source)) nameSource(source)
  for (const quote of body.querySelectorAll('blockquote')) takeName(quote)
  return freed
}

const quoteBoxes = ['[class*=quote i]']
const speakerName = /(?:^|[-_ ])(?:author|speaker|name|source|cite|attribution)(?:[-_ ]|$)/i
const mostSaid = 600

/** A box that is called a quotation and holds one, with a box of its own for whoever said it. */
function boxToQuote(box: Element) {
  if (
    !box.matches('div, section') ||
    box.querySelector('blockquote, q, pre, p ~ p ~ p, img, ul, h1, h2, [class*=quote i]:is(div, section)')
  )
    return
  if ((box.textContent ?? '').length > mostSaid || box.closest('blockquote')) return
  const speaker = [...box.querySelectorAll('div, p, span')].find(
    (one) => speakerName.test(one.className) && hasText(one),
  )
  const said =
    speaker &&
    [...box.querySelectorAll('div, p')].find(
      (one) => !one.contains(speaker) && one.querySelector('div, p') === null && plainText(one).length >= leastSaid,
    )
  if (!speaker || !said || plainText(speaker).length > mostName || speaker.contains(said)) return
  const quote = box.ownerDocument.createElement('blockquote')
  const names = [...speaker.querySelectorAll('div, p, span')].filter(
    (one) => one.childElementCount === 0 && hasText(one),
  )
  for (const one of [said, ...(names.length > 1 ? names : [speaker])]) {
    const line = box.ownerDocument.createElement('p')
    line.append(...one.childNodes)
    quote.append(line)
  }
  box.replaceWith(quote)
}

const leastSaid = 20
const mostName = 120

/** What a post answers stands in an aside in some threads, which nobody else uses for a part of the text. */
function freeQuotes(body: Element): readonly Element[] {
  const freed: Element[] = []
  for (const aside of body.querySelectorAll('aside')) {
    const quote = aside.querySelector('blockquote')
    if (quote === null || (quote.textContent?.length ?? 0) < 0.5 * (aside.textContent?.length ?? 0)) continue
    const box = aside.ownerDocument.createElement('div')
    box.append(...aside.childNodes)
    aside.replaceWith(box)
    freed.push(box)
  }
  return freed
}

/** Who said it, and what they are, below the quote in a box that holds nothing else. */
function takeName(quote: Element) {
  const box = quote.parentElement
  if (!box?.matches('div, section, aside') || box.firstElementChild !== quote) return
  const lines = [...box.children].slice(1).flatMap((one) => (one.childElementCount > 1 ? [...one.children] : [one]))
  if (lines.length === 0 || lines.length > mostLinesOfName || hasTextBetween(box)) return
  const isName = (one: Element) =>
    one.matches('p, div, span, cite, footer') &&
    one.querySelector('p, div, img, ul, a') === null &&
    isLineOfName.test(plainText(one))
  if (!lines.every(isName)) return
  for (const line of lines) {
    const name = quote.ownerDocument.createElement('p')
    name.append(...line.childNodes)
    quote.append(name)
    line.remove()
  }
}

const mostLinesOfName = 2
const isLineOfName = /^[—–-]?\s?\p{Lu}.{2,80}[^.!?:…]$/u

function hasTextBetween(box: Element): boolean {
  return [...box.childNodes].some((node) => node.nodeType === 3 && (node as Text).data.trim() !== '')
}

/** Programs for threads set whom a post quotes above the quotation, in a line of its own by a style sheet. */
function isOverQuote(source: Element): boolean {
  const isFirst = (one: Element) => one.parentElement?.firstElementChild === one && !hasTextBefore(one)
  const box = source.parentElement
  return (
    box !== null && isFirst(source) && (box.localName === 'blockquote' || (box.localName === 'div' && isFirst(box)))
  )
}

function hasTextBefore(element: Element): boolean {
  const before = element.previousSibling
  return before?.nodeType === 3 && (before as Text).data.trim() !== ''
}

/** Of a quotation: no foot of a page. */
function nameSource(source: Element) {
  const line = source.ownerDocument.createElement('p')
  for (const box of source.querySelectorAll('div, p')) box.replaceWith(' ', ...box.childNodes)
  line.append(...source.childNodes)
  source.replaceWith(line)
}

/** A sentence of the text that is shown a second time, larger. */
export function removePullQuotes(body: Element, called: Called, freed: readonly Element[]) {
  for (const quote of [...findCalled(body, pullQuotes, called), ...freed]) {
    const text = foldedAlike(plainText(quote))
    const isSaid = (one: Element) => !quote.contains(one) && foldedAlike(plainText(one)).includes(text)
    if (text.length >= leastQuote && quote.isConnected && [...body.querySelectorAll('p')].some(isSaid)) takeOut(quote)
  }
}

const pullQuotes = ['[class*=pullquote i]', '[class*=pull-quote i]']
const leastQuote = 12
