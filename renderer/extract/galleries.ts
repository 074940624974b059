// Pictures that stand together and have nothing between them become one gallery.
import type { Draft } from './draft.ts'
import { plainText } from './measureText.ts'

export function galleries({ article }: Draft) {
  for (const figure of article.querySelectorAll('figure')) gatherIn(figure)
  if (picturesOf(article).length < 2) return
  for (const box of article.querySelectorAll('div, section, ul, ol')) {
    const pictures = picturesOf(box)
    if (pictures.length < 2 || !article.contains(box) || box.closest('figure, table, .offprint-gallery')) continue
    if (!pictures.every(isForGallery)) continue
    const said = pictures.reduce((length, one) => length + plainText(one).length, 0)
    if (plainText(box).replace(/\s/g, '').length > said) continue
    const gallery = article.ownerDocument.createElement('div')
    gallery.className = 'offprint-gallery'
    gallery.append(...pictures)
    box.replaceWith(gallery)
  }
}

/** Several pictures with one caption. */
function gatherIn(figure: Element) {
  const images = [...figure.querySelectorAll('img')]
  const caption = figure.querySelector(':scope > figcaption')
  if (images.length < 2 || caption?.contains(images[0] ?? null) || figure.querySelector('figure, table, pre')) return
  if (!images.every(isForGallery) || plainText(figure) !== (caption ? plainText(caption) : '')) return
  const gallery = figure.ownerDocument.createElement('div')
  gallery.className = 'offprint-gallery'
  gallery.append(...images)
  figure.replaceChildren(gallery, ...(caption ? [caption] : []))
}

function picturesOf(box: Element): Element[] {
  return [...box.querySelectorAll('figure, img')].filter((one) => one.localName === 'figure' || !one.closest('figure'))
}

/** A picture whose caption is a paragraph is one of a series to read, not to glance at. */
function isForGallery(picture: Element): boolean {
  const image = picture.localName === 'img' ? picture : picture.querySelector('img')
  const width = Number.parseInt(image?.getAttribute('width') ?? '', 10)
  return image !== null && !picture.matches('.offprint-embed') && !(width < leastPx) && plainText(picture).length < 120
}

const leastPx = 200
