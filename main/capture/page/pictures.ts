// The pictures of a page in its frozen copy: images, drawings, films' posters, objects that show a picture.
import { isTracker } from '../trackers.ts'
import { cleanAttributes } from './attributes.ts'
import { attribute, baseUri, resourceUrl } from './dom.ts'
import { copyElement, emptied, frozenCss, placeholder, type Around, type Freezing } from './freezing.ts'
import { canvasAddress, imageSources } from './images.ts'
import { looksLikePicture } from './lazyAddresses.ts'
import { boxAttribute, layout } from './layout.ts'

export function freezeImage(state: Freezing, element: Element, around: Around): Node[] | 'as-it-is' {
  if (!(element instanceof HTMLImageElement)) return []
  const sources = imageSources(element, state.options.imageWidth)
  if (!sources) return []
  const made = copyElement(state, element, around)
  for (const name of ['srcset', 'sizes', 'loading', 'src']) made.removeAttribute(name)
  if (sources.candidates.length === 0) {
    made.setAttribute('data-offprint-missing', '')
    return [made]
  }
  const { isBroken } = sources
  const candidates = sources.candidates.slice(0, 6)
  made.setAttribute('src', placeholder(state, { kind: 'image', candidates, ...(isBroken && { isBroken }) }))
  if (sources.twin) state.twins.add(sources.twin)
  return [made]
}

export function freezeSvgImage(state: Freezing, element: Element, around: Around): Node[] {
  const url = resourceUrl(attribute(element, 'href') ?? attribute(element, 'xlink:href'))
  const made = copyElement(state, element, around)
  made.removeAttribute('xlink:href')
  if (url && !url.startsWith('blob:') && !isTracker(url))
    made.setAttribute('href', placeholder(state, { kind: 'image', candidates: [url] }))
  else made.removeAttribute('href')
  return [made]
}

export function freezeCanvas(state: Freezing, element: Element, around: Around): Node[] | 'as-it-is' {
  const url = element instanceof HTMLCanvasElement ? canvasAddress(element) : undefined
  if (!url) return 'as-it-is'
  const made = asImage(state, element, around)
  made.setAttribute('src', placeholder(state, { kind: 'image', candidates: [url] }))
  return [made]
}

export function freezeVideo(state: Freezing, element: Element, around: Around): Node[] {
  const made = copyElement(state, element, around)
  for (const name of ['autoplay', 'loop', 'poster']) made.removeAttribute(name)
  made.setAttribute('preload', 'none')
  const poster = resourceUrl(attribute(element, 'poster'))
  if (poster && !poster.startsWith('blob:'))
    made.setAttribute('poster', placeholder(state, { kind: 'image', candidates: [poster] }))
  return [made]
}

/** A picture as an object is a picture; anything else is emptied. */
export function freezeObject(state: Freezing, element: Element, around: Around): Node[] {
  const url = resourceUrl(attribute(element, element.localName === 'object' ? 'data' : 'src'))
  const type = attribute(element, 'type') ?? ''
  const isPicture = /^image\//i.test(type) || (type === '' && url !== undefined && looksLikePicture(url))
  if (!isPicture || url === undefined || url.startsWith('blob:') || isTracker(url)) {
    return [emptied(state, element, around)]
  }
  const made = asImage(state, element, around)
  made.setAttribute('src', placeholder(state, { kind: 'image', candidates: [url] }))
  return [made]
}

/** An image in the place of the element, as large and named as it was. */
function asImage(state: Freezing, element: Element, around: Around): Element {
  const made = state.target.createElement('img')
  for (const name of ['id', 'class', 'style', 'width', 'height', 'aria-label', 'title']) {
    const value = attribute(element, name)
    if (value !== null) made.setAttribute(name, value)
  }
  cleanAttributes(made, (css) => frozenCss(state, css, baseUri(document)))
  const label = attribute(element, 'aria-label')
  if (label) made.setAttribute('alt', label)
  const { mark } = around.isDisplayed ? layout(element) : { mark: undefined }
  if (mark !== undefined) made.setAttribute(boxAttribute, mark)
  return made
}
