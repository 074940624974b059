// Quotations: with the name of whoever said it, and each once.
import { findCalled, type Called } from './called.ts'
import { foldedAlike } from './folded.ts'
import { takeOut } from './followRule.ts'
import { plainText } from './measureText.ts'

/** Makes who is quoted a part of the quotation, wherever the page has put it. */
export function quotes(body: Element): void {
  freeQuotes(body)
  for (const source of body.querySelectorAll('blockquote > footer')) nameSource(source)
  for (const source of body.querySelectorAll('blockquote cite:first-child')) if (isOverQuote(source)) nameSource(source)
  for (const quote of body.querySelectorAll('blockquote')) takeName(quote)
}

/** What a post answers stands in an aside in some threads, which nobody else uses for a part of the text. */
function freeQuotes(body: Element) {
  for (const aside of body.querySelectorAll('aside')) {
    const quote = aside.querySelector('blockquote')
    if (quote === null || (quote.textContent?.length ?? 0) < 0.5 * (aside.textContent?.length ?? 0)) continue
    const box = aside.ownerDocument.createElement('div')
    box.append(...aside.childNodes)
    aside.replaceWith(box)
  }
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
export function removePullQuotes(body: Element, called: Called) {
  for (const quote of findCalled(body, pullQuotes, called)) {
    const text = foldedAlike(plainText(quote))
    const isSaid = (one: Element) => !quote.contains(one) && foldedAlike(plainText(one)).includes(text)
    if (text.length >= leastQuote && quote.isConnected && [...body.querySelectorAll('p')].some(isSaid)) takeOut(quote)
  }
}

const pullQuotes = ['[class*=pullquote i]', '[class*=pull-quote i]']
const leastQuote = 12
