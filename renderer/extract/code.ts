// Brings listings into one form: `pre` with one `code` in it, the language as its class, no line numbers, no colours, no buttons.
import { findCalled } from './called.ts'
import type { Draft } from './draft.ts'
import { hasText } from './measureText.ts'

export function code({ document, called }: Draft) {
  for (const one of findCalled(document, prompt, called)) if (counted.test(one.textContent ?? '')) one.remove()
  for (const box of document.querySelectorAll('div[style]')) if (isListing(box)) intoPre(box)
  for (const box of findCalled(document, boxed, called)) listingIn(box)
  for (const table of document.querySelectorAll('table')) flattenNumberedTable(table)
  for (const listing of document.querySelectorAll('pre')) if (listing.isConnected) normalise(listing)
}

/** What some editors call the box around a listing, which is no `pre` there; the field that one writes into holds it. */
const boxed = ['[class*=code-block]']

function listingIn(box: Element) {
  const field = box.querySelector('[contenteditable]')
  if (field && !box.closest('pre') && !box.querySelector('pre, div[class*=code-block]') && isOfLines(field))
    intoPre(field)
}

/** Beside a cell of a notebook: that it was entered or came out, and as which. */
const prompt = ['[class*=prompt i]']
const counted = /^\s*(?:In|Out)\s*\[[\s\d*]*\]:?\s*$/

/** Some highlighters put line numbers into one cell and the lines into another, or a row to each line. */
function flattenNumberedTable(table: HTMLTableElement) {
  const listings = [...table.querySelectorAll('pre')]
  const numbers = listings.filter((listing) => isLineNumbers(listing.textContent ?? ''))
  if (listings.length > 1 && numbers.length > 0 && numbers.length * 2 >= listings.length) {
    const lines = listings.filter((listing) => !numbers.includes(listing))
    replaceWithListing(table, languageOf(lines[0] ?? table), lines.map((listing) => textOf(listing)).join('\n'))
    return
  }
  const rows = [...table.querySelectorAll('tr')]
  const cells = rows.map((row) => row.querySelector(lineCell))
  if (rows.length > 0 && cells.every((cell) => cell !== null)) {
    replaceWithListing(
      table,
      languageOf(table),
      cells.map((cell) => (cell ? textOf(cell).replace(/\n$/, '') : '')).join('\n'),
    )
  }
}

/** Some editors make their listings of boxes that keep every space, but for what a style says, as anything else. */
function isListing(box: Element): boolean {
  return (
    /(?:^|;)\s*white-space\s*:\s*pre\s*(?:;|$)/i.test(box.getAttribute('style') ?? '') &&
    box.closest('pre') === null &&
    isOfLines(box)
  )
}

function isOfLines(box: Element): boolean {
  const isPlain = (one: Element) =>
    one.localName === 'span' || one.localName === 'br' || (one.localName === 'div' && isAlone(one))
  return [...box.querySelectorAll('*')].every(isPlain) && hasText(box)
}

function isAlone({ parentElement, textContent }: Element): boolean {
  return parentElement?.childElementCount === 1 && parentElement.textContent === textContent
}

function intoPre(box: Element) {
  const listing = box.ownerDocument.createElement('pre')
  const inner = box.ownerDocument.createElement('code')
  inner.append(...box.childNodes)
  listing.append(inner)
  box.replaceWith(listing)
}

const lineCell = 'td.blob-code, td.code-line, td.hljs-ln-code, td.line-code, td[data-code-line]'

function replaceWithListing(table: HTMLTableElement, language: string | undefined, text: string) {
  const listing = table.ownerDocument.createElement('pre')
  const inner = table.ownerDocument.createElement('code')
  inner.textContent = text
  if (language) inner.className = `language-${language}`
  listing.append(inner)
  ;(table.closest('pre') ?? table).replaceWith(listing)
}

function isLineNumbers(text: string): boolean {
  return /^[\s\d]*$/.test(text) && /\d/.test(text)
}

function normalise(listing: HTMLPreElement) {
  // Poems and drawings are `pre` too; images inside are kept.
  if (listing.querySelector('img, math, table')) return
  for (const noise of listing.querySelectorAll(noises)) noise.remove()
  const language = languageOf(listing)
  const isCode =
    language !== undefined ||
    listing.querySelector('code, span[class]') !== null ||
    /highlight|code|syntax/i.test(listing.className)
  const text = textOf(listing).replace(/^\n+/, '').replace(/\s+$/, '')
  if (!isCode) return
  const inner = listing.ownerDocument.createElement('code')
  inner.textContent = text
  if (language) inner.className = `language-${language}`
  const plain = listing.ownerDocument.createElement('pre')
  if (listing.id) plain.id = listing.id
  plain.append(inner)
  listing.replaceWith(plain)
}

const noises =
  'button, .lineno, .linenos, .line-number, .line-numbers-rows, .linenumber, .gutter, .hljs-ln-numbers, .copy, .copy-button, [aria-hidden=true], ' +
  'script, style'

/** Highlighters make a line of an element as often as of a line end. */
function textOf(element: Element): string {
  const parts: string[] = []
  const visit = (parent: Node) => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) {
        parts.push((node as Text).data)
        continue
      }
      if (node.nodeType !== 1) continue
      const child = node as Element
      if (child.localName === 'br') parts.push('\n')
      const isLine = ['div', 'li', 'p', 'tr'].includes(child.localName)
      visit(child)
      if (isLine && parts.at(-1)?.endsWith('\n') !== true) parts.push('\n')
    }
  }
  visit(element)
  return parts.join('')
}

function languageOf(element: Element): string | undefined {
  const within = element.querySelector('code[class], code[data-lang], code[data-language]')
  let at: Element | null = element
  const around: Element[] = within ? [within] : []
  for (let level = 0; at && level < 4; level++, at = at.parentElement) around.push(at)
  for (const one of around) {
    const named =
      one.getAttribute('data-lang') ?? one.getAttribute('data-language') ?? fromClass(one.getAttribute('class') ?? '')
    if (named && /^[\w#+.-]{1,30}$/.test(named) && !notLanguages.has(named.toLowerCase())) return named.toLowerCase()
  }
  return undefined
}

const notLanguages: ReadonlySet<string> = new Set([
  'none',
  'plaintext',
  'text',
  'plain',
  'txt',
  'nohighlight',
  'no-highlight',
  'default',
  'auto',
])

function fromClass(classes: string): string | undefined {
  return (
    /(?:^|\s)(?:language|lang|highlight-source|highlight-text|highlight)-([\w#+.-]+)/i.exec(classes)?.[1] ??
    /brush:\s*([\w#+-]+)/i.exec(classes)?.[1] ??
    /(?:^|\s)(?:sourceCode|hljs|prettyprint|CodeMirror)\s+([a-z][\w#+]{0,14})(?:\s|$)/.exec(classes)?.[1]
  )
}
