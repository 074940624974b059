// A chart or a diagram in the page's own markup, of which no picture was kept: only a page that was laid out can be drawn. Nothing foreign may stay
// in the article, so it becomes a picture that is missing, with what the drawing says of itself, or the words on it, for alternative text.
import { boxOf } from './layoutMarks.ts'
import { withFoldedSpace } from './measureText.ts'

export function sayDrawings(document: Document) {
  for (const drawing of document.querySelectorAll('svg')) {
    const said = drawing.parentElement?.closest(`svg, ${elsewhere}`) ? undefined : saidBy(drawing)
    if (said === undefined) continue
    const image = document.createElement('img')
    image.setAttribute('alt', said)
    for (const name of ['id', 'class', 'data-offprint-box', 'width', 'height']) {
      const value = drawing.getAttribute(name)
      if (value !== null) image.setAttribute(name, value)
    }
    drawing.replaceWith(image)
  }
}

/** Signs and controls. */
const elsewhere = 'a, button, nav, header:not(article header), footer, aside, h1, pre, math, [hidden]'
const leastPx = { width: 200, height: 120 }
const fewWords = 2
const longest = 300

function saidBy(drawing: SVGElement): string | undefined {
  const words = [...drawing.querySelectorAll('text, foreignObject')]
    .map((one) => withFoldedSpace(one.textContent ?? '').trim())
    .filter((text) => text !== '')
  if (!isLarge(drawing, words.length >= fewWords)) return undefined
  const named = [nameOf(drawing), childOf(drawing, 'desc')].filter((text) => text !== undefined && text !== '')
  const said = named.length > 0 ? named.join(': ') : words.length >= fewWords ? words.join(', ') : ''
  return said === '' ? undefined : said.slice(0, longest)
}

/** The units of a drawing that holds words are as large as they are; of a formula or a sign they may be anything. */
function isLarge(drawing: Element, hasWords: boolean): boolean {
  const box = boxOf(drawing)
  if (box) return box.width >= leastPx.width && box.height >= leastPx.height
  const stated = ['width', 'height'].map(
    (name) => /^([\d.]+)(?:px)?$/.exec(drawing.getAttribute(name)?.trim() ?? '')?.[1],
  )
  const [, , viewWidth, viewHeight] = (drawing.getAttribute('viewBox') ?? '').trim().split(/[\s,]+/)
  const [width, height] = [stated[0] ?? (hasWords ? viewWidth : ''), stated[1] ?? (hasWords ? viewHeight : '')].map(
    Number,
  )
  return (width ?? 0) >= leastPx.width && (height ?? 0) >= leastPx.height
}

function nameOf(drawing: Element): string | undefined {
  const label = drawing.getAttribute('aria-label')?.trim()
  return label ? withFoldedSpace(label) : childOf(drawing, 'title')
}

function childOf(drawing: Element, name: string): string | undefined {
  const child = [...drawing.children].find(({ localName }) => localName === name)
  return child && withFoldedSpace(child.textContent ?? '').trim()
}
