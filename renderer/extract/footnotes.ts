// Footnotes: the mark leads to the note and the note back to its mark. Runs before the article is chosen and only makes links and ids whole.
import { findCalled, type Called } from './called.ts'
import type { Draft } from './draft.ts'
import { hasText, names, plainText } from './measureText.ts'

export function footnotes({ document, called }: Draft) {
  for (const anchor of document.querySelectorAll('a[name]:not([id])')) anchor.id = anchor.getAttribute('name') ?? ''
  gatherNotes(document, called)
  for (const terms of findCalled(document, ['dl[class*=footnote]'], called)) listOfTerms(terms)
  const seen = new Set<Element>()
  let count = 0
  for (const mark of document.querySelectorAll('a[href^="#"]')) {
    if (!isMark(mark) || !mark.isConnected) continue
    const target = noteOf(mark)
    if (!target || target.contains(mark) || isWayBack(mark, target, seen)) continue
    const note = inList(target, mark)
    mark.classList.add('offprint-noteref')
    mark.removeAttribute('role')
    if (seen.has(note)) continue
    seen.add(note)
    if (note.localName === 'li') note.parentElement?.classList.add('offprint-footnotes')
    count++
    if (leadsBack(note, mark)) continue
    for (const dead of note.querySelectorAll('a[href^="#"]'))
      if (isDeadBack(dead)) {
        const before = dead.previousSibling
        if (before?.nodeType === 3) (before as Text).data = (before as Text).data.trimEnd()
        dead.remove()
      }
    if (!mark.id) mark.id = `noteref-${count}`
    const back = document.createElement('a')
    back.setAttribute('href', `#${mark.id}`)
    back.textContent = '↩'
    const end =
      note.localName === 'li' || note.localName === 'div'
        ? (note.querySelector(':scope > p:last-of-type') ?? note)
        : note
    end.append(' ', back)
  }
}

/** Notes as terms, each the number of the one below it. */
function listOfTerms(terms: Element) {
  const numbers = [...terms.querySelectorAll(':scope > dt')]
  if (!numbers.every((number) => number.id !== '' && number.nextElementSibling?.localName === 'dd')) return
  const list = terms.ownerDocument.createElement('ol')
  for (const number of numbers) {
    const item = terms.ownerDocument.createElement('li')
    item.id = number.id
    item.append(...(number.nextElementSibling?.childNodes ?? []))
    list.append(item)
  }
  terms.replaceWith(list)
}

function isMark(anchor: Element): boolean {
  if (anchor.matches('[role=doc-noteref], .footnote-ref, .footnote-reference, .footnoteRef, [epub\\:type=noteref]'))
    return true
  const text = plainText(anchor)
  if (/^\d{1,3}$/.test(text) && markName.test(names(anchor))) return true
  if (/^\[?(\d{1,3}|[a-z]|[*†‡§]{1,3}|[ivx]{1,5})\]?$/i.test(text))
    return anchor.closest('sup') !== null || anchor.querySelector('sup') !== null || /^\[/.test(text)
  return /^\p{Lu}\d{1,3}$/u.test(text) && isAnswered(anchor)
}

/** What it leads to begins with the same words, which lead back. */
function isAnswered(mark: Element): boolean {
  const note = noteOf(mark)
  const back = note?.querySelector('a[href^="#"]')
  return (
    note !== undefined &&
    back != null &&
    mark.id !== '' &&
    back.getAttribute('href') === `#${mark.id}` &&
    isFirst(back, note)
  )
}

function isFirst(one: Element, box: Element): boolean {
  return plainText(box).startsWith(plainText(one))
}

function noteOf(mark: Element): Element | undefined {
  const id = mark.getAttribute('href')?.slice(1)
  const target = id ? mark.ownerDocument.getElementById(id) : null
  if (!target) return undefined
  const block = target.closest('li, p, dd, aside, div, td')
  if (!block || plainText(block).length > maxNote) return undefined
  return block
}

/** Some pages have each note in the line that speaks of it, hidden by a style until one points at its mark, or moved into the margin. */
function gatherNotes(document: Document, called: Called) {
  const [first, ...more] = findCalled(document, notesInLine, called)
  if (!first) return
  const list = document.createElement('ol')
  list.className = 'offprint-footnotes'
  ;(first.closest('article, main') ?? document.body).append(list)
  for (const note of [first, ...more]) {
    const content = note.querySelector('.ltx_note_content') ?? note
    if (!hasText(content)) continue
    for (const mark of content.querySelectorAll('.ltx_note_mark, .ltx_tag_note')) mark.remove()
    dropSwitch(note)
    const item = document.createElement('li')
    item.id = `note-${list.childElementCount + 1}`
    item.append(...content.childNodes)
    list.append(item)
    const mark = document.createElement('sup')
    const link = document.createElement('a')
    link.setAttribute('href', `#${item.id}`)
    link.textContent = String(list.childElementCount)
    mark.append(link)
    note.replaceWith(mark)
  }
}

/** LaTeXML's, Tufte CSS's, Distill's. */
const notesInLine = ['.ltx_role_footnote', 'span.sidenote', 'small.sidenote', 'span.marginnote', 'd-footnote']

/** What shows a note of the margin on a narrow screen: its number or sign, and a box to tick. */
function dropSwitch(note: Element) {
  let before = note.previousElementSibling
  while (before?.matches('label, input[type=checkbox]')) {
    const next: Element | null = before.previousElementSibling
    before.remove()
    before = next
  }
}

const markName = /foot-?note|note-?ref|fn-?ref/i

/** Out of a note, to where it is spoken of. */
function isWayBack(mark: Element, target: Element, notes: ReadonlySet<Element>): boolean {
  if (target.querySelector('.offprint-noteref') === null) return false
  for (let at: Element | null = mark; at; at = at.parentElement) if (notes.has(at)) return true
  return false
}

/** A note that is a box with its number before it becomes one of a list, as other pages have it. */
function inList(note: Element, mark: Element): Element {
  const number = note.firstElementChild
  const text = plainText(mark)
  const digits = /^\[?(\d+)\]?$/.exec(text)?.[1] ?? '1'
  if (!note.matches('div, aside') || !number || plainText(number) !== text) return note
  if (!number.matches('a[href^="#"]') && number.querySelector('a[href^="#"]') === null) return note
  const { ownerDocument } = note
  const before = note.previousElementSibling
  const list = before?.matches('ol.offprint-footnotes') === true ? before : ownerDocument.createElement('ol')
  if (list !== before) {
    list.className = 'offprint-footnotes'
    if (digits !== '1') list.setAttribute('start', digits)
    note.before(list)
  }
  const item = ownerDocument.createElement('li')
  item.id = number.id || note.id
  number.remove()
  const [inner] = note.children
  item.append(...(inner?.localName === 'div' && note.childElementCount === 1 ? inner : note).childNodes)
  list.append(item)
  note.remove()
  return item
}

/** Longer than this is a chapter, not a note. */
const maxNote = 3_000

/** An arrow that leads to no place. */
function isDeadBack(anchor: Element): boolean {
  const id = anchor.getAttribute('href')?.slice(1) ?? ''
  return /^[↩↑^⏎]/u.test(plainText(anchor)) && !anchor.ownerDocument.getElementById(id)
}

function leadsBack(note: Element, mark: Element): boolean {
  const around = mark.closest('sup, span')
  const ids = new Set([mark.id, around?.id].filter(Boolean))
  return [...note.querySelectorAll('a[href^="#"]')].some((anchor) =>
    ids.has(anchor.getAttribute('href')?.slice(1) ?? ''),
  )
}
