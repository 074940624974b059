// The notes of highlights beside the text: whole where the margin is wide enough, else a sign at the edge. Each is a button that leads to its
// highlight, so that those who hear the page or walk it with the keyboard meet the notes where they belong.
import type { Highlight } from '../../library/highlights.ts'
import { words } from './words.ts'

type Noted = { readonly highlight: Highlight; readonly ranges: readonly Range[] }

/** Pixels a note needs beside the text to be readable. */
const leastWidth = 168
const mostWidth = 240
const gap = 10

export function marginNotes(page: Document, onChoose: (id: string) => void) {
  let box: HTMLElement | undefined

  function show(shown: readonly Noted[]) {
    const noted = shown.filter(({ highlight }) => highlight.note !== undefined)
    box?.remove()
    box = undefined
    const main = page.querySelector<HTMLElement>('.page')
    const text = page.querySelector('.page-text')
    if (!main || !text || noted.length === 0) return
    box = page.createElement('aside')
    box.className = 'page-margin'
    box.setAttribute('aria-label', words.notesInMargin)
    const edge = text.getBoundingClientRect()
    const free = page.documentElement.clientWidth - edge.right
    const isWide = free >= leastWidth + 40
    box.toggleAttribute('data-wide', isWide)
    box.style.setProperty('--margin-width', `${Math.min(mostWidth, free - 52)}px`)
    const top = main.getBoundingClientRect().top
    const buttons = noted.map(({ highlight, ranges }) => {
      const button = page.createElement('button')
      button.type = 'button'
      button.dataset['colour'] = highlight.colour
      button.dir = 'auto'
      button.addEventListener('click', () => onChoose(highlight.id))
      if (isWide) button.textContent = highlight.note ?? ''
      button.setAttribute('aria-label', words.noteOn(highlight.quote, highlight.note ?? ''))
      return { button, at: (ranges[0]?.getBoundingClientRect().top ?? top) - top }
    })
    box.append(...buttons.map(({ button }) => button))
    main.append(box)
    // One below the other, each as near to its line as those above it leave.
    let below = 0
    for (const { button, at } of buttons) {
      const y = Math.max(at, below)
      button.style.top = `${y}px`
      below = y + button.offsetHeight + (isWide ? gap : 2)
    }
  }

  return { show, close: () => box?.remove() }
}
