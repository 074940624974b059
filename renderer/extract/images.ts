// Pictures: the kept file in `src`, nothing else that could load; tracking pixels gone; captions.ts ties what is said of them.
// What could not be kept stands as its alternative text.
import { tieCaptions } from './captions.ts'
import type { Draft } from './draft.ts'
import { sayDrawings } from './sayDrawings.ts'
import { boxOf, isHidden, type Box } from './layoutMarks.ts'
import { isNamed, markProfile } from './postsByProfile.ts'
import { names, plainText } from './measureText.ts'

export function images(draft: Draft) {
  const { document } = draft
  for (const noscript of document.querySelectorAll('noscript')) takeTwin(noscript)
  for (const picture of document.querySelectorAll('picture')) flattenPicture(picture)
  for (const element of document.querySelectorAll('[data-offprint-image^="offprint-asset:"]')) showPicture(element)
  sayDrawings(document)
  for (const image of document.querySelectorAll('img')) {
    if (isTracker(image) || isOrnament(image) || isFace(image, draft.facts.byline)) {
      if (isNamed(image)) markProfile(image)
      image.remove()
      continue
    }
    if (replaceEmoji(image)) continue
    settle(image)
  }
  tieCaptions(document, draft.called)
}

/** The pictures of the article that could not be kept; an icon beside the text is none. */
export function missingImages(article: Element): number {
  const isIcon = (image: Element) => {
    const width = boxOf(image)?.width ?? Number.parseInt(image.getAttribute('width') ?? '', 10)
    return width < iconPx
  }
  return [...article.querySelectorAll('img:not([src])')].filter((image) => !isIcon(image)).length
}

const iconPx = 48

const assetAddress = /offprint-asset:[0-9a-f]{64}\.[a-z0-9]{1,5}/

function assetOf(element: Element): string | undefined {
  const direct = assetAddress.exec(element.getAttribute('src') ?? '')
  if (direct) return direct[0]
  for (const name of element.getAttributeNames()) {
    // The address of a link or of a placeholder is not the picture's.
    if (name === 'href' || name === 'style' || name === 'poster') continue
    const found = assetAddress.exec(element.getAttribute(name) ?? '')
    if (found) return found[0]
  }
  return undefined
}

/** Lazy pictures often stand twice: an empty one for the script, the real one for browsers without scripts. */
function takeTwin(noscript: Element) {
  const inner = noscript.querySelector('img')
  if (!inner) return
  const before = noscript.previousElementSibling
  const twin = before?.localName === 'img' ? before : (before?.querySelector('img') ?? onlyPictureBeside(noscript))
  const isTwin = twin && (plainText(before ?? noscript) === '' || before === twin)
  if (isTwin && assetOf(twin)) {
    awaken(twin)
    noscript.remove()
    return
  }
  if (isTwin && (twin.getAttribute('alt') || !inner.getAttribute('alt')))
    inner.setAttribute('alt', twin.getAttribute('alt') ?? '')
  if (isTwin) twin.remove()
  noscript.replaceWith(...noscript.childNodes)
}

/** Of a box that was made for this picture; in a larger one the first picture is another. */
function onlyPictureBeside(noscript: Element): Element | undefined {
  const box = noscript.parentElement
  const [first, ...more] = box?.querySelectorAll('img:not(noscript img)') ?? []
  const isOwnBox = box?.matches('figure, picture') === true || plainText(box ?? noscript) === plainText(noscript)
  return isOwnBox && more.length === 0 ? first : undefined
}

function flattenPicture(picture: Element) {
  const image = picture.querySelector('img') ?? picture.appendChild(picture.ownerDocument.createElement('img'))
  const sources = [...picture.querySelectorAll('source')]
  const asset = assetOf(image) ?? sources.map(assetOf).find((one) => one !== undefined)
  if (asset) image.setAttribute('src', asset)
  for (const source of sources) source.remove()
  picture.replaceWith(...picture.childNodes)
}

/** A box with a picture for its background, or one that a script was to fill: the capture has noted which. */
function showPicture(element: Element) {
  const { ownerDocument } = element
  const asset = assetAddress.exec(element.getAttribute('data-offprint-image') ?? '')?.[0]
  if (asset === undefined || ownerDocument.querySelector(`img[src="${asset}"]`)) return
  const image = ownerDocument.createElement('img')
  image.setAttribute('src', asset)
  image.setAttribute('alt', element.getAttribute('data-offprint-alt') ?? '')
  for (const name of ['data-offprint-box', 'data-offprint-size', 'width', 'height']) {
    const value = element.getAttribute(name)
    if (value !== null) image.setAttribute(name, value)
  }
  if (element.localName === 'svg' || plainText(element) === '') element.replaceWith(image)
  else element.prepend(image)
}

function isTracker(image: HTMLImageElement): boolean {
  const [width, height] = ['width', 'height'].map((name) => image.getAttribute(name)?.trim())
  const isDot = (value: string | undefined) => value !== undefined && /^[0-2](px)?$/.test(value)
  if (isDot(width) && isDot(height)) return true
  // What stands in the place of a picture that comes late is as small, but said to show something.
  return isDotBox(boxOf(image)) && (image.getAttribute('alt') ?? '').trim() === ''
}

function isDotBox(box: Box | undefined): boolean {
  return box !== undefined && box.width > 0 && box.height > 0 && box.width <= 2 && box.height <= 2
}

/** A small picture that says nothing: a face beside a name, an arrow. */
function isOrnament(image: HTMLImageElement): boolean {
  if ((image.getAttribute('alt') ?? '').trim() !== '') return false
  const box = boxOf(image)
  const [width, height] = box
    ? [box.width, box.height]
    : ['width', 'height'].map((name) => Number.parseInt(image.getAttribute(name) ?? '', 10))
  return (width ?? NaN) > 0 && (width ?? NaN) <= ornamentPx && (height ?? NaN) <= ornamentPx
}

const ornamentPx = 64

/** The face of somebody who has written here, by what it is called: the file may be far larger than the page showed it. */
function isFace(image: HTMLImageElement, byline: string | undefined): boolean {
  const box = boxOf(image)
  const width = box ? box.width : Number.parseInt(image.getAttribute('width') ?? '', 10)
  if (width > facePx || image.closest('figure')) return false
  const alt = image.getAttribute('alt')?.trim() ?? ''
  if (faceOf.test(alt) || (width <= ornamentPx && alt !== '' && alt === byline)) return true
  return [image, image.parentElement].some(
    (one) => one !== null && faceName.test(names(one)) && (one === image || plainText(one) === ''),
  )
}

const faceName =
  /(^|[-_ ])(avatar|gravatar|userpic|(user|author)-?(photo|pic|image|img)|profile-?(photo|pic|picture|image))s?([-_ ]|$)/i
const facePx = 200
/** "Ada Byron's avatar" */
const faceOf = /\b(?:avatar|profile (?:photo|picture))$/i

/** A picture of one emoji is the emoji. */
function replaceEmoji(image: HTMLImageElement): boolean {
  const alt = image.getAttribute('alt')?.trim() ?? ''
  if (!/^\p{Extended_Pictographic}[\p{Extended_Pictographic}\u200d\ufe0f\p{Emoji_Modifier}]{0,10}$/u.test(alt))
    return false
  if (!/emoji|smiley/i.test(names(image))) return false
  image.replaceWith(alt)
  return true
}

/** Its address stands where only a script looks for it. */
function isLate(image: Element): boolean {
  return image
    .getAttributeNames()
    .some(
      (name) => /^data-(?!offprint-)/.test(name) && /^(?:https?|offprint-asset):/.test(image.getAttribute(name) ?? ''),
    )
}

/** What waits for a script is not displayed until then; it is meant to be. */
function awaken(image: Element) {
  if (isHidden(image)) for (const name of ['data-offprint-box', 'hidden', 'style']) image.removeAttribute(name)
}

/** What a program says where nobody has said anything. */
const ofMachine = /^__\w+$|^no description has been provided\b/i

function settle(image: HTMLImageElement) {
  const asset = assetOf(image)
  if (asset && isLate(image)) awaken(image)
  const { alt, width, height } = {
    alt: image.getAttribute('alt'),
    width: image.getAttribute('width'),
    height: image.getAttribute('height'),
  }
  const shown = boxOf(image)
  const box = isDotBox(shown) ? undefined : shown
  const [ownWidth = 0, ownHeight = 0] = (image.getAttribute('data-offprint-size') ?? '').split(',').map(Number)
  for (const name of image.getAttributeNames())
    if (!['id', 'class', 'data-offprint-box'].includes(name)) image.removeAttribute(name)
  if (asset) image.setAttribute('src', asset)
  image.setAttribute('alt', ofMachine.test(alt?.trim() ?? '') ? '' : (alt?.trim() ?? ''))
  const size = (stated: string | null, drawn: number | undefined) => {
    const number = Math.round(Number.parseFloat(stated ?? '')) || Math.round(drawn ?? 0)
    return number > 0 && number < 10_000 && !stated?.includes('%') ? String(number) : undefined
  }
  const w = size(width, box?.width) ?? size(null, ownWidth)
  // The file's own proportions: a page may cut it to another shape, and the place kept free would be wrong.
  const h = w && ownWidth > 0 ? size(null, (Number(w) * ownHeight) / ownWidth) : size(height, box?.height)
  if (w && h) {
    image.setAttribute('width', w)
    image.setAttribute('height', h)
  }
}
