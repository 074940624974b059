// Which addresses an image of the page may be kept from, the best first: what was offered, what was shown, what a script would have put
// there, what stands in the noscript element beside it.
import { bestOfSrcset } from '../srcset.ts'
import { isTracker } from '../trackers.ts'
import {
  attribute,
  emptyDocument,
  nextElementSibling,
  parentElement,
  previousElementSibling,
  resourceUrl,
  textContent,
} from './dom.ts'

const lazySrcsets = [
  'data-srcset',
  'data-lazy-srcset',
  'data-original-set',
  'data-src-set',
  'data-bgset',
  'data-responsive-srcset',
]
const lazySources = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-original-src',
  'data-lazy',
  'data-lazyload',
  'data-lazy-load',
  'data-ll-src',
  'data-hi-res-src',
  'data-hires',
  'data-full-src',
  'data-full',
  'data-large-file',
  'data-orig-file',
  'data-actualsrc',
  'data-echo',
  'data-img-src',
  'data-image',
  'data-image-src',
  'data-url',
  'data-defer-src',
  'data-delayed-url',
  'data-raw-src',
  'data-runner-src',
  'data-pin-media',
  'data-cfsrc',
]

const placeholderName =
  /(?:blank|spacer|placeholder|transparent|loading|loader|lazy|1x1|pixel|dummy|grey|gray)[^/]*\.(?:gif|png|svg|jpe?g|webp)(?:\?|$)/i

export type ImageSources = {
  readonly candidates: readonly string[]
  /** The only address there is, and the page could not show what is there. */
  readonly isBroken: boolean
  readonly twin: Element | undefined
}

/** Undefined: the picture counts readers, or fills space; it is not kept. */
export function imageSources(image: HTMLImageElement, maxWidth: number): ImageSources | undefined {
  const shown = resourceUrl(image.currentSrc) ?? resourceUrl(attribute(image, 'src'))
  const isLoaded = image.complete && image.naturalWidth > 0
  const lazy = [...lazySets(image, maxWidth), ...lazySources.map((name) => attribute(image, name))]
    .map(resourceUrl)
    .filter((url) => url !== undefined && !url.startsWith('blob:'))
  const isPlaceholder = !shown || (shown.startsWith('data:') && lazy.length > 0) || placeholderName.test(shown)
  const isBroken = image.complete && image.naturalWidth === 0 && image.currentSrc !== ''
  const isDot = isLoaded && image.naturalWidth <= 2 && image.naturalHeight <= 2
  const twin = isPlaceholder || isDot || !isLoaded ? noscriptTwin(image) : undefined
  const twinSource = twin && twinAddress(twin, maxWidth)

  const offered = isPlaceholder && lazy.length > 0 ? [] : offeredSources(image, maxWidth)
  const kept = isDot || isPlaceholder ? [] : [shown]
  const all = [...offered, ...lazy, ...kept, twinSource, ...(isDot ? [] : [shown])]
  const usable = all.filter((url, at): url is string => url !== undefined && all.indexOf(url) === at && !isTracker(url))
  const whole = isBroken ? usable.filter((url) => url !== shown) : usable
  const candidates = (whole.length > 0 ? whole : usable)
    .map((url) => (url.startsWith('blob:') ? drawn(image) : url))
    .filter((url) => url !== undefined)
  const isNothing = candidates.length === 0 && (isDot || (shown !== undefined && isTracker(shown)))
  if (isNothing || (isCountingPixel(image) && lazy.length === 0)) return undefined
  return { candidates, isBroken: whole.length === 0 && usable.length > 0, twin }
}

function offeredSources(image: HTMLImageElement, maxWidth: number): (string | undefined)[] {
  return [...pictureSets(image), attribute(image, 'srcset')]
    .map((set) => (set ? resourceUrl(bestOfSrcset(set, maxWidth)) : undefined))
    .slice(0, 3)
}

/** Of a picture element: the sources whose conditions hold, in order; the first one wins, as in the page. */
function pictureSets(image: HTMLImageElement): (string | null)[] {
  const picture = parentElement(image)
  if (picture?.localName !== 'picture') return []
  return [...picture.children]
    .filter((source) => source.localName === 'source' && holds(source))
    .slice(0, 1)
    .map((source) => attribute(source, 'srcset') ?? attribute(source, 'data-srcset'))
}

function holds(source: Element): boolean {
  const media = attribute(source, 'media')
  const type = attribute(source, 'type')
  if (type && !/^image\/(?:jpeg|png|gif|webp|avif|svg\+xml|bmp|x-icon)$/i.test(type.trim())) return false
  return !media || matchMedia(media).matches
}

function lazySets(image: HTMLImageElement, maxWidth: number): (string | undefined)[] {
  return lazySrcsets.map((name) => {
    const set = attribute(image, name)
    return set ? bestOfSrcset(set, maxWidth) : undefined
  })
}

function isCountingPixel(image: HTMLImageElement): boolean {
  const [width, height] = [attribute(image, 'width'), attribute(image, 'height')].map((size) =>
    size ? parseInt(size, 10) : NaN,
  )
  return (width ?? NaN) <= 1 && (height ?? NaN) <= 1
}

/** The noscript element beside an image, or beside the box around it. */
function noscriptTwin(image: Element): Element | undefined {
  for (let at: Element | null = image, up = 0; at && up < 3; at = parentElement(at), up++) {
    for (const beside of [nextElementSibling(at), previousElementSibling(at)]) {
      if (beside?.localName === 'noscript' && /<img|^\s*$/i.test(textContent(beside) ?? '')) return beside
    }
    const parent = parentElement(at)
    if (!parent || /^(?:article|section|main|body|p|li|td)$/.test(parent.localName)) return undefined
  }
  return undefined
}

function twinAddress(twin: Element, maxWidth: number): string | undefined {
  const [image] = parsed(textContent(twin) ?? '').querySelectorAll('img')
  if (!image) return undefined
  const set = image.getAttribute('srcset')
  return resourceUrl(set ? bestOfSrcset(set, maxWidth) : undefined) ?? resourceUrl(image.getAttribute('src'))
}

/** Markup as inert nodes: nothing in them loads or runs. */
export function parsed(markup: string): DocumentFragment {
  const template = emptyDocument().createElement('template')
  template.innerHTML = markup
  return template.content
}

function drawn(image: HTMLImageElement): string | undefined {
  const canvas = emptyCanvas(image.naturalWidth, image.naturalHeight)
  canvas?.getContext('2d')?.drawImage(image, 0, 0)
  return canvas && canvasAddress(canvas)
}

function emptyCanvas(width: number, height: number): HTMLCanvasElement | undefined {
  if (width === 0 || height === 0 || width * height > 16_000_000) return undefined
  // The page may have put its own createElement on the document. Bound first: Electron's types confuse `call`.
  const create: (name: string) => HTMLElement = Document.prototype.createElement.bind(document)
  const canvas = create('canvas') as HTMLCanvasElement // as its name says
  canvas.width = width
  canvas.height = height
  return canvas
}

/** What is drawn on it, unless it holds pictures of other sites: those may not be read. */
export function canvasAddress(canvas: HTMLCanvasElement): string | undefined {
  if (canvas.width * canvas.height === 0 || canvas.width * canvas.height > 16_000_000) return undefined
  try {
    return canvas.toDataURL('image/png')
  } catch {
    return undefined // The browser keeps other sites' pictures to itself.
  }
}
