// Elements that are no images and stand for one: a box with a background that is content, the box a script will fill, an AMP picture,
// an SVG that is a chart, or stands around a photograph. They stay as they looked; the picture's address is noted on them, so that the article has it too.
import { rewriteCss } from '../cssReferences.ts'
import { isTracker } from '../trackers.ts'
import { allElements, attribute, baseUri, resourceUrl, textContent } from './dom.ts'
import { drawing } from './drawing.ts'
import { noscriptTwin } from './images.ts'
import { lazyAddresses, looksLikePicture } from './lazyAddresses.ts'

export type StandIn = {
  readonly candidates: readonly string[]
  readonly alt: string | undefined
  /** A noscript element that says the same. */
  readonly twin: Element | undefined
}

/** A background smaller than this is an ornament. */
const least = { width: 200, height: 120 }
/** An element with more text than this has a background; it is none. */
const mostText = 300

const never =
  /^(?:html|body|head|main|article|img|picture|source|svg|video|audio|iframe|canvas|input|button|select|textarea|option|a|li|ul|ol|table|tr|td|th|p|h[1-6]|script|style|link|meta|noscript|template)$/
const pictureClass =
  /(?:^|[-_\s])(?:lazy\w*|image|img|photo|picture|figure|bg|background|hero|thumb(?:nail)?)(?:[-_\s]|$)|delayed-image|lazy/i

export function standIn(element: Element, style: CSSStyleDeclaration, maxWidth: number): StandIn | undefined {
  const name = element.localName
  if (name === 'svg') return aroundPhotograph(element) ?? drawn(element)
  if (never.test(name) || allElements('img, picture, video, iframe, canvas', element).length > 0) return undefined
  const candidates = [...background(element, style), ...kept(element, name, maxWidth)]
  const usable = [...new Set(candidates)].filter((url) => !isTracker(url) && !url.startsWith('blob:'))
  if (usable.length === 0 || (textContent(element) ?? '').trim().length > mostText) return undefined
  return { candidates: usable.slice(0, 4), alt: named(element), twin: noscriptTwin(element) }
}

function named(element: Element): string | undefined {
  const names = ['aria-label', 'alt', 'data-alt', 'title']
  return names.map((name) => attribute(element, name)?.trim()).find((value) => value)
}

/** In the style as it is computed, addresses are absolute. */
function background(element: Element, style: CSSStyleDeclaration): string[] {
  if (!style.backgroundImage.includes('url(')) return []
  const box = element.getBoundingClientRect()
  if (box.width < least.width || box.height < least.height) return []
  const isTile = style.backgroundRepeat.startsWith('repeat') && !/cover|contain|100%/.test(style.backgroundSize)
  const isNamed = attribute(element, 'role') === 'img'
  if (isTile && !isNamed) return []
  const found: string[] = []
  const last = style.backgroundImage
  rewriteCss(last, baseUri(document), ({ kind, url }) => {
    if (kind === 'asset' && /^https?:/.test(url)) found.push(url)
    return undefined
  })
  // `image-set(a 1x, b 2x)`: the last one is the finest. Several layers: the first one is on top.
  return /image-set\(/.test(last) ? found.reverse() : found
}

function kept(element: Element, name: string, maxWidth: number): readonly string[] {
  if (name === 'amp-img') {
    const own = resourceUrl(attribute(element, 'src'))
    const { named: lazy, guessed } = lazyAddresses(asLazy(element), maxWidth)
    return [...lazy, ...guessed, ...(own === undefined ? [] : [own])]
  }
  const { named: lazy } = lazyAddresses(element, maxWidth)
  const isPicture = pictureClass.test(attribute(element, 'class') ?? '') || attribute(element, 'role') === 'img'
  return lazy.filter((url) => looksLikePicture(url) || isPicture)
}

/** Its srcset under a name of those that are looked at. */
function asLazy(element: Element): Element {
  const copy = element.cloneNode(false) as Element // a clone of an element
  const set = attribute(element, 'srcset')
  if (set) copy.setAttribute('data-srcset', set)
  return copy
}

function drawn(svg: Element): StandIn | undefined {
  const box = svg.getBoundingClientRect()
  const isLarge = box.width >= least.width && box.height >= least.height
  const url = isLarge && svg.parentElement?.closest('svg') === null ? drawing(svg) : undefined
  return url === undefined ? undefined : { candidates: [url], alt: nameOf(svg), twin: undefined }
}

function nameOf(svg: Element): string | undefined {
  const title = allElements('title', svg)[0]
  return named(svg) ?? (title ? textContent(title)?.trim() : undefined)
}

function aroundPhotograph(svg: Element): StandIn | undefined {
  const [photograph, ...others] = allElements('image', svg)
  if (!photograph || others.length > 0 || allElements('path, text, polygon, polyline', svg).length > 3) return undefined
  const box = svg.getBoundingClientRect()
  const url = resourceUrl(attribute(photograph, 'href') ?? attribute(photograph, 'xlink:href'))
  if (!url || !/^https?:/.test(url) || box.width < least.width || box.height < least.height) return undefined
  return { candidates: [url], alt: nameOf(svg), twin: undefined }
}
