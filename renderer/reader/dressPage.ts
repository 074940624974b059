// Last touches on the text in the frame, for the eye only: nothing here adds or removes a word.
import { words } from './words.ts'

/** Tables get a box of their own to scroll in; images that are not there say so with their description. */
export function dressPage(root: HTMLElement) {
  for (const table of root.querySelectorAll('table')) {
    if (table.parentElement?.closest('table')) continue
    const box = root.ownerDocument.createElement('div')
    box.className = 'table'
    box.tabIndex = 0
    box.setAttribute('role', 'region')
    box.setAttribute('aria-label', table.caption?.textContent || words.table)
    table.replaceWith(box)
    box.append(table)
  }
  for (const cell of root.querySelectorAll('td')) if (figure.test(cell.textContent)) cell.dataset['figure'] = ''
  for (const code of root.querySelectorAll('pre')) code.tabIndex = 0
  for (const image of root.querySelectorAll('img')) {
    image.decoding = 'async'
    const height = Number(image.getAttribute('height'))
    if (height > 0 && height <= smallImagePx) image.dataset['small'] = ''
    else if (!image.closest('a')) image.tabIndex = 0 // Enter enlarges it
    if (!image.getAttribute('src')) showMissing(image)
    else image.addEventListener('error', () => showMissing(image), { once: true })
  }
}

/** "1,204 m³", "12 of 16", "- 3.5 %": short, with a number in it. */
const figure = /^(?=.*\d)\s*\S{1,10}(?:\s\S{1,6}){0,2}\s*$/u

/** An image no higher than this stands in its line: a sign, a formula. */
const smallImagePx = 32

function showMissing(image: HTMLImageElement) {
  const page = image.ownerDocument
  const box = page.createElement('span')
  box.className = 'missing'
  const note = page.createElement('span')
  note.className = 'missing-words'
  note.textContent = words.missingImage
  box.append(image.alt, note)
  image.replaceWith(box)
}
