// The controls of a row of slides: arrows, dots and "Slide 1 of 5" are for whoever turns them, no words of the page.

import { findCalled, type Called } from './called.ts'
import { boxOf } from './layoutMarks.ts'
import { plainText } from './measureText.ts'

/** From everything below the element; of a picture that is no control only such a description goes. `called`: see called.ts. */
export function removeControls(body: Element, called: Called): void {
  for (const control of findCalled(body, controls, called)) control.remove()
  for (const image of body.querySelectorAll('img[alt]')) {
    if (!isControl(image.getAttribute('alt') ?? '')) continue
    if (image.hasAttribute('src')) image.setAttribute('alt', '')
    else image.remove()
  }
  for (const row of findCalled(body, rows, called))
    for (const one of row.querySelectorAll('a, button, span, div, p, li, label'))
      if (one.isConnected && !one.querySelector('img') && isControl(one.textContent ?? '')) one.remove()
}

const controls = (
  '.slick-arrow .slick-dots .swiper-button-prev .swiper-button-next .swiper-pagination .swiper-notification .carousel-control ' +
  '.carousel-control-prev .carousel-control-next .carousel-indicators .splide__arrows .splide__pagination .glide__arrows .glide__bullets ' +
  '.owl-nav .owl-dots .flex-direction-nav .flex-control-nav .flickity-button .flickity-page-dots'
).split(' ')

const rows = [
  '[aria-roledescription=carousel]',
  '[class*=carousel i]',
  '[class*=slider i]',
  '[class*=slideshow i]',
  '[class*=swiper]',
  '[class*=slick-]',
  '[class*=gallery i]',
]

/** Characters; more than a few words are no control. */
const longest = 60

function isControl(text: string): boolean {
  return text.length <= longest && /\S/.test(text) && onlyControls.test(text.trim())
}

/** The row of small pictures by which one chooses among the large ones; only the layout tells. */
export function removeThumbnails(body: Element): void {
  const rows = new Set<Element>()
  for (const image of body.querySelectorAll('img')) {
    const box = boxOf(image)
    if (!box || box.width > thumbnailPx || box.height > thumbnailPx) continue
    // Each may have a link or a box of its own.
    let row = image.parentElement
    while (row && row.querySelectorAll('img').length === 1) row = row.parentElement
    if (row) rows.add(row)
  }
  for (const row of rows) {
    const images = [...row.querySelectorAll('img')]
    if (images.length < fewestThumbnails || plainText(row) !== '' || !row.isConnected) continue
    const isSmall = (image: Element) => (boxOf(image)?.width ?? Infinity) <= thumbnailPx
    const before = row.previousElementSibling
    const isBelowPictures = [before, before?.previousElementSibling, row.parentElement].some(
      (one) => one && [...one.querySelectorAll('img')].some((image) => (boxOf(image)?.width ?? 0) >= largePx),
    )
    if (images.every(isSmall) && isBelowPictures) row.remove()
  }
}

/** CSS pixels. */
const thumbnailPx = 120
const largePx = 300
const fewestThumbnails = 3

const onlyControls =
  /^(?:(?:(?:go to |show )?(?:previous|prev|next)(?: (?:slide|image|item|photo|arrow))?|(?:go to |load |show )?(?:slide|image|item) \d+(?: ?(?:of|\/) ?\d+)?|\d+ ?(?:of|\/) ?\d+|(?:play|pause|stop) (?:slideshow|carousel|slides)|[‹›«»<>←→❮❯])[\s|,·/]*)+$/i
