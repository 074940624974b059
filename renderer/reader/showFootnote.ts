// A footnote where its mark stands: one reads on without losing the line. Closed by Escape, by a press elsewhere or on the mark again, by
// leaving it with Tab, by scrolling it off the screen.
import { removeWaysBack } from './removeWaysBack.ts'
import { words } from './words.ts'

let opened: { readonly mark: HTMLElement; close(): void } | undefined

export function closeFootnote() {
  opened?.close()
}

/** False when there is no note to show; the press then leads to the place as any other does. */
export function showFootnote(page: Document, mark: HTMLElement, target: Element): boolean {
  if (opened?.mark === mark) {
    closeFootnote()
    return true
  }
  const note = target.closest('li, p, dd, aside, div, td') ?? target
  const main = page.querySelector('.page')
  if (!main || note.contains(mark)) return false
  const box = boxOf(page, mark, note)
  if ((box.textContent ?? '').trim() === '') return false
  closeFootnote()
  main.append(box)
  place(box, main, mark)
  box.focus({ preventScroll: true })

  const onKeyDown = (event: KeyboardEvent) => {
    const isWithin = box.contains(event.target as Node)
    if (event.key === 'Escape' || (event.key === 'Tab' && isWithin && leadsOut(box, event))) {
      event.preventDefault()
      event.stopPropagation()
      close()
      return mark.focus({ preventScroll: true })
    }
    // A long note is scrolled by the key that turns the page behind it.
    if (event.key === ' ' && isWithin && box.scrollHeight > box.clientHeight) event.stopPropagation()
  }
  const onElsewhere = (event: Event) => {
    const where = event.target as Node
    // A press on the mark is told by its click.
    if (!box.contains(where) && !mark.contains(where)) close()
  }
  const view = page.defaultView
  /** Into another part of the window; another program in front leaves it open. */
  const onBlur = () => {
    // The window knows what has the focus instead only after this.
    setTimeout(() => {
      if (document.activeElement !== view?.frameElement) close()
    })
  }
  const onScroll = () => {
    const { top, bottom } = box.getBoundingClientRect()
    if (bottom < 0 || top > page.documentElement.clientHeight) close()
  }
  const close = () => {
    if (opened?.close === close) opened = undefined
    page.removeEventListener('keydown', onKeyDown, true)
    page.removeEventListener('pointerdown', onElsewhere, true)
    page.removeEventListener('focusin', onElsewhere)
    page.removeEventListener('scroll', onScroll)
    view?.removeEventListener('blur', onBlur)
    box.remove()
  }
  opened = { mark, close }
  page.addEventListener('keydown', onKeyDown, true)
  page.addEventListener('pointerdown', onElsewhere, true)
  page.addEventListener('focusin', onElsewhere)
  page.addEventListener('scroll', onScroll, { passive: true })
  view?.addEventListener('blur', onBlur)
  return true
}

function boxOf(page: Document, mark: Element, note: Element): HTMLElement {
  const box = page.createElement('div')
  box.className = 'footnote'
  box.tabIndex = -1
  box.setAttribute('role', 'dialog')
  box.setAttribute('aria-label', words.footnote(mark.textContent?.trim() ?? ''))
  for (const child of note.childNodes) box.append(page.importNode(child, true))
  // What stands twice in a page must have one name only, and the way back is this box's end.
  for (const named of box.querySelectorAll('[id]')) named.removeAttribute('id')
  removeWaysBack(box)
  return box
}

/** Below its mark; above it where there is more room. */
function place(box: HTMLElement, main: Element, mark: Element) {
  const around = main.getBoundingClientRect()
  const at = mark.getBoundingClientRect()
  const left = Math.max(0, Math.min(around.width - box.offsetWidth, at.left - around.left - box.offsetWidth / 2))
  const height = mark.ownerDocument.documentElement.clientHeight
  const isLow = at.bottom + box.offsetHeight + 24 > height && at.top > box.offsetHeight + 70
  const top = at.top - around.top
  box.style.left = `${left}px`
  box.style.top = `${isLow ? top - box.offsetHeight - 8 : top + at.height + 8}px`
}

/** Behind the last link of the note, or before its first. */
function leadsOut(box: HTMLElement, event: KeyboardEvent): boolean {
  const links = [...box.querySelectorAll('a[href]')]
  const at = event.target === box ? -1 : links.indexOf(event.target as Element)
  return event.shiftKey ? at <= 0 : at === links.length - 1
}
