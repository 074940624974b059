// A footnote where its mark stands: one reads on without losing the line. Closed by Escape, by a press elsewhere, by scrolling far away.
import { words } from './words.ts'

/** False when there is no note to show; the press then leads to the place as any other does. */
export function showFootnote(page: Document, mark: HTMLElement, target: Element): boolean {
  const note = target.closest('li, p, dd, aside, div, td') ?? target
  if (note.contains(mark)) return false
  const box = page.createElement('div')
  box.className = 'footnote'
  box.tabIndex = -1
  box.setAttribute('role', 'dialog')
  box.setAttribute('aria-label', words.footnote(mark.textContent?.trim() ?? ''))
  for (const child of note.childNodes) box.append(page.importNode(child, true))
  // What stands twice in a page must have one name only, and the way back is this box's end.
  for (const named of box.querySelectorAll('[id]')) named.removeAttribute('id')
  for (const back of box.querySelectorAll('a[href^="#"]'))
    if (/^[\s↩↑^⏎\ufe0e]*$/.test(back.textContent ?? '')) back.remove()
  if ((box.textContent ?? '').trim() === '') return false

  page.querySelector('.footnote')?.remove()
  const main = page.querySelector('.page')
  if (!main) return false
  const around = main.getBoundingClientRect()
  const at = mark.getBoundingClientRect()
  main.append(box)
  const width = box.offsetWidth
  const left = Math.max(0, Math.min(around.width - width, at.left - around.left - width / 2))
  const isLow = at.bottom + box.offsetHeight + 24 > page.documentElement.clientHeight && at.top > box.offsetHeight + 70
  const top = at.top - around.top
  box.style.left = `${left}px`
  box.style.top = `${isLow ? top - box.offsetHeight - 8 : top + at.height + 8}px`
  box.focus({ preventScroll: true })

  const close = (event: Event) => {
    if ('key' in event) {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      mark.focus({ preventScroll: true })
    } else if (box.contains(event.target as Node)) return // a press within it
    box.remove()
    page.removeEventListener('keydown', close, true)
    page.removeEventListener('pointerdown', close, true)
  }
  page.addEventListener('keydown', close, true)
  page.addEventListener('pointerdown', close, true)
  return true
}
