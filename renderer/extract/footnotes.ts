// Footnotes: the mark leads to the note and the note back to its mark. Runs before the article is chosen and only makes links and ids whole.
import type { Draft } from './draft.ts'
import { plainText } from './measureText.ts'

export function footnotes({ document }: Draft) {
  for (const anchor of document.querySelectorAll('a[name]:not([id])')) anchor.id = anchor.getAttribute('name') ?? ''
  const seen = new Set<Element>()
  let count = 0
  for (const mark of document.querySelectorAll('a[href^="#"]')) {
    if (!isMark(mark)) continue
    const note = noteOf(mark)
    if (!note || note.contains(mark)) continue
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

function isMark(anchor: Element): boolean {
  if (anchor.matches('[role=doc-noteref], .footnote-ref, .footnote-reference, .footnoteRef, [epub\\:type=noteref]'))
    return true
  const text = plainText(anchor)
  if (/^\[?(\d{1,3}|[a-z]|[*†‡§]{1,3}|[ivx]{1,5})\]?$/i.test(text))
    return anchor.closest('sup') !== null || anchor.querySelector('sup') !== null || /^\[/.test(text)
  return false
}

function noteOf(mark: Element): Element | undefined {
  const id = mark.getAttribute('href')?.slice(1)
  const target = id ? mark.ownerDocument.getElementById(id) : null
  if (!target) return undefined
  const block = target.closest('li, p, dd, aside, div, td')
  if (!block || plainText(block).length > maxNote) return undefined
  return block
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
