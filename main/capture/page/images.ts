// Which addresses an image of the page may be kept from, the best first: what was offered, what was shown, what a script would have put
// there, what stands in the noscript element beside it.
import { bestOfSrcset } from '../srcset.ts'
import { isTracker } from '../trackers.ts'
import { lazyAddresses } from './lazyAddresses.ts'
import {
  allElements,
  attribute,
  emptyDocument,
  nextElementSibling,
  parentElement,
  previousElementSibling,
  resourceUrl,
  textContent,
} from './dom.ts'

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
  const own = lazyAddresses(image, maxWidth)
  const lazy = [...lazyPictureSet(image, maxWidth), ...own.named]
  const isPlaceholder =
    !shown || (shown.startsWith('data:') && lazy.length + own.guessed.length > 0) || placeholderName.test(shown)
  const isBroken = image.complete && image.naturalWidth === 0 && image.currentSrc !== ''
  const isDot = isLoaded && image.naturalWidth <= 2 && image.naturalHeight <= 2
  const twin = isPlaceholder || isDot || !isLoaded || isStretched(image) ? noscriptTwin(image) : undefined
  const twinSource = twin && twinAddress(twin, maxWidth)

  const offered = isPlaceholder && lazy.length > 0 ? [] : offeredSources(image, maxWidth)
  const isStandIn = isDot || isPlaceholder || (twin !== undefined && isLoaded)
  const kept = isStandIn ? [] : [shown]
  // Where a source of the picture element is broken, the image has an address of its own.
  const plain = isBroken ? [resourceUrl(attribute(image, 'src'))] : []
  const all = [...offered, ...lazy, ...kept, twinSource, ...own.guessed, ...(isDot ? [] : [shown]), ...plain]
  const usable = all.filter((url, at): url is string => url !== undefined && all.indexOf(url) === at && !isTracker(url))
  const whole = isBroken ? usable.filter((url) => url !== shown) : usable
  const candidates = (whole.length > 0 ? whole : usable)
    .map((url) => (url.startsWith('blob:') ? (blobs.get(url) ?? drawn(image)) : url))
    .filter((url) => url !== undefined)
  const isNothing = candidates.length === 0 && (isDot || (shown !== undefined && isTracker(shown)))
  if (isNothing || (isCountingPixel(image) && lazy.length === 0)) return undefined
  return { candidates, isBroken: whole.length === 0 && usable.length > 0, twin }
}

function offeredSources(image: HTMLImageElement, maxWidth: number): (string | undefined)[] {
  const source = chosenSource(image)
  return [source && attribute(source, 'srcset'), attribute(image, 'srcset')].map((set) =>
    set ? resourceUrl(bestOfSrcset(set, maxWidth)) : undefined,
  )
}

/** Of a picture element: the first of the sources whose conditions hold, as in the page. */
function chosenSource(image: HTMLImageElement): Element | undefined {
  const picture = parentElement(image)
  if (picture?.localName !== 'picture') return undefined
  return [...picture.children].find((source) => source.localName === 'source' && holds(source))
}

function lazyPictureSet(image: HTMLImageElement, maxWidth: number): readonly string[] {
  const source = chosenSource(image)
  return source ? lazyAddresses(source, maxWidth).named : []
}

function holds(source: Element): boolean {
  const media = attribute(source, 'media')
  const type = attribute(source, 'type')
  if (type && !/^image\/(?:jpeg|png|gif|webp|avif|svg\+xml|bmp|x-icon)$/i.test(type.trim())) return false
  return !media || matchMedia(media).matches
}

/** A few pixels, blurred over the place of the picture that is to come. */
function isStretched(image: HTMLImageElement): boolean {
  return image.naturalWidth <= 100 && image.getBoundingClientRect().width > image.naturalWidth * 4
}

function isCountingPixel(image: HTMLImageElement): boolean {
  const [width, height] = [attribute(image, 'width'), attribute(image, 'height')].map((size) =>
    size ? parseInt(size, 10) : NaN,
  )
  return (width ?? NaN) <= 1 && (height ?? NaN) <= 1
}

/** The noscript element beside an image, or beside the box around it. */
export function noscriptTwin(image: Element): Element | undefined {
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
  const markup = parsed(textContent(twin) ?? '')
  const sets = [...markup.querySelectorAll('source[srcset], img[srcset]')].map((one) => one.getAttribute('srcset'))
  const best = sets.map((set) => resourceUrl(set ? bestOfSrcset(set, maxWidth) : undefined))
  return best.find((url) => url !== undefined) ?? resourceUrl(markup.querySelector('img')?.getAttribute('src'))
}

/** Markup as inert nodes: nothing in them loads or runs. */
export function parsed(markup: string): DocumentFragment {
  const template = emptyDocument().createElement('template')
  template.innerHTML = markup
  return template.content
}

/** What the page made itself of what it fetched, by its blob: address. */
const blobs = new Map<string, string>()

/** A picture that is larger is drawn instead. */
const blobBytes = 15_000_000

/** Reads the pictures that have no address on the web, for the freezing that follows. Call before `freeze`. */
export async function readBlobs(): Promise<void> {
  const addresses = allElements('img')
    .map((image) => (image instanceof HTMLImageElement ? image.currentSrc : ''))
    .filter((url) => url.startsWith('blob:'))
  await Promise.all(
    [...new Set(addresses)].slice(0, 200).map(async (url) => {
      try {
        const blob = await (await fetch(url)).blob()
        if (blob.size > blobBytes) return
        blobs.set(url, await dataUrl(blob))
      } catch {
        blobs.delete(url) // Taken back by the page, or kept from us: it is drawn as it is shown.
      }
    }),
  )
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(new Error('unreadable'))
    reader.readAsDataURL(blob)
  })
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
