// The pictures, styles and fonts of a frozen page, kept by content, and the page with their addresses in the place of its own.
// Free of Electron: what fetches and what stores are given.
import type { Version } from '../../preload/article.ts'
import { failed, ok, type Failure, type Result } from '../../preload/failure.ts'
import { asImported, rewriteCss, withAllDefined } from './cssReferences.ts'
import { decodeDataUrl } from './dataUrl.ts'
import type { Fetched } from './fetchBytes.ts'
import type { FrozenFrame, FrozenPage, FrozenResource } from './frozenPage.ts'
import { fontType, imageType } from './imageType.ts'
import { inertSvg } from './inertSvg.ts'
import type { Limits } from './limits.ts'
import { roomFor, type Room } from './roomFor.ts'

type BlobUse = Version['blobs'][number]

export type KeptResources = {
  /** The page, its resources as `offprint-asset:` addresses. */
  readonly html: string
  readonly blobs: readonly BlobUse[]
  /** Pictures that were there and were not kept because of their size. */
  readonly tooLarge: number
  /** Pictures, fonts and larger forms of pictures for which there was no room: see roomFor.ts. */
  readonly leftOut: number
}

export type ResourceOptions = {
  readonly page: FrozenPage
  readonly nonce: string
  /** What was in its frames: kept by the same limits, and written into the page. */
  readonly frames?: ReadonlyMap<number, FrozenFrame> | undefined
  readonly limits: Limits
  /** What the page itself has loaded: of what its styles name, nothing else is kept. */
  readonly loaded: ReadonlySet<string>
  /** How much of it, unpacked, by address; absent where nobody has counted. */
  readonly loadedBytes?: ReadonlyMap<string, number> | undefined
  fetch(url: string, kind: FrozenResource['kind']): Promise<Result<Fetched>>
  /** The name it will have; a failure once nothing can be stored any more. */
  putBlob(bytes: Uint8Array, ext: string): Result<string>
}

/** Connections at a time, as browsers have it for one host. */
const atATime = 6
const maxImports = 5
/** A picture wider than this is taken only where the page has no other. */
const widestPx = 2_560
/** No side longer than this: it held the place of a picture that did not come. */
const placeholderPx = 40
/** What the picture measures, for extraction: the place for it can be kept free. */
const sizeAttribute = 'data-offprint-size'
/** Longer films are no pictures, and take a decoder's memory. */
const maxFrames = 2_000

/** What stands in the place of something that is not kept. */
type Kept =
  | { readonly kind: 'asset'; readonly name: string; readonly size?: Size | undefined }
  | { readonly kind: 'text'; readonly text: string }
  | undefined
type Size = { readonly width: number; readonly height: number }
type TooMuch = { readonly kind: 'too-wide' | 'no-room' }
type Bounds = {
  readonly maxWidth: number
  /** Whatever room it takes. */
  readonly mustKeep: boolean
}
type Stored = { readonly kind: 'stored'; readonly name: string; readonly size: Size | undefined }

/** Fails only where storing fails; whatever cannot be had is left out. */
export async function keepResources(options: ResourceOptions): Promise<Result<KeptResources>> {
  const keeping = new Keeping(options)
  const html = await withResources(keeping, options)
  if (keeping.failure) return failed(keeping.failure)
  const { blobs, tooLarge, leftOut } = keeping
  return ok({ html, blobs: [...blobs.values()], tooLarge, leftOut })
}

type Part = Pick<ResourceOptions, 'page' | 'nonce' | 'frames'>

async function withResources(keeping: Keeping, part: Part): Promise<string> {
  const { resources } = part.page
  const kept: Kept[] = new Array<Kept>(resources.length).fill(undefined)
  const work = async (some: readonly number[]) => {
    const waiting = [...some]
    const next = async () => {
      for (let at = waiting.shift(); at !== undefined && !keeping.failure; at = waiting.shift()) {
        const resource = resources[at]
        if (resource) kept[at] = await keeping.keep(resource)
      }
    }
    await Promise.all(Array.from({ length: atATime }, next))
  }
  const isStyle = (at: number) => resources[at]?.kind.startsWith('style')
  const all = [...resources.keys()]
  keeping.pictures = work(all.filter((at) => !isStyle(at)))
  await Promise.all([keeping.pictures, work(all.filter(isStyle))])
  const frames = new Map<string, string>()
  for (const [number, frame] of part.frames ?? []) frames.set(String(number), await withResources(keeping, frame))
  return withFrames(written(part, kept), part.nonce, frames)
}

/** The markup of a page and of all its frames. */
function textsOf({ page, frames }: Part): string[] {
  return [page.html, ...[...(frames?.values() ?? [])].flatMap(textsOf)]
}

/** As documents in the attributes of their frames: whatever is in them, it ends where the attribute does. */
function withFrames(html: string, nonce: string, frames: ReadonlyMap<string, string>): string {
  if (frames.size === 0) return html
  return html.replace(new RegExp(` srcdoc="offprint-frame:${nonce}-(\\d+)"`, 'g'), (_whole, number: string) => {
    const inside = frames.get(number) ?? ''
    return ` srcdoc="${attributeValue(inside)}"`
  })
}

/** As it stands between double quotes. */
export function attributeValue(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}

class Keeping {
  readonly blobs = new Map<string, BlobUse>()
  tooLarge = 0
  leftOut = 0
  failure: Failure | undefined
  /** What the page shows goes before what its styles name, where there is not room for both. */
  pictures: Promise<unknown> = Promise.resolve()
  readonly #options: ResourceOptions
  readonly #room: Room
  readonly #assets = new Map<string, Promise<Stored | TooMuch | undefined>>()
  #underWay = 0
  readonly #waiting: (() => void)[] = []
  #count = 0
  #bytes = 0

  constructor(options: ResourceOptions) {
    this.#options = options
    const texts = textsOf(options)
    const counted = options.loadedBytes && [...options.loadedBytes.values()]
    const loadedBytes = (counted ?? texts.map((text) => text.length)).reduce((sum, bytes) => sum + bytes, 0)
    this.#room = roomFor(texts, loadedBytes)
  }

  async keep({ kind, candidates, isBroken }: FrozenResource): Promise<Kept> {
    if (kind === 'style') {
      const [url] = candidates
      const text = url === undefined ? undefined : await this.#style(url, 0)
      return text === undefined ? undefined : { kind: 'text', text }
    }
    if (isBroken) {
      const bytes = candidates[0] === undefined ? undefined : await this.#bytesOf(candidates[0], kind)
      if (bytes) this.#typed(bytes) // counts it where it is too large
      return undefined
    }
    let last: string | undefined
    // The page has no form of it yet: to somebody who scrolls it would have shown one.
    const mustKeep = kind === 'image' && !candidates.some((url) => this.#isLoaded(url))
    for (const url of candidates) {
      if (kind === 'style-asset' && !this.#isLoaded(url)) continue
      const isLast = candidates.at(-1) === url
      const asset = await this.#asset(url, kind, { maxWidth: isLast ? Infinity : widestPx, mustKeep })
      if (asset?.kind === 'stored') {
        // What the page meant is not to be had; a grey speck drawn large in its place would hide that.
        if (kind === 'image' && url !== candidates[0] && last === undefined && isSpeck(asset.size)) return undefined
        return { ...asset, kind: 'asset' }
      }
      if (asset?.kind === 'too-wide' || (asset && kind === 'image')) last ??= url
    }
    // A picture of the article that is to be had in no other way is kept, however large it is.
    const asset =
      last === undefined ? undefined : await this.#asset(last, kind, { maxWidth: Infinity, mustKeep: kind === 'image' })
    return asset?.kind === 'stored' ? { ...asset, kind: 'asset' } : undefined
  }

  #isLoaded(url: string): boolean {
    return url.startsWith('data:') || this.#options.loaded.has(url)
  }

  /** The same address is fetched once, whoever asks; again only where it was too much and is wanted all the same. */
  async #asset(url: string, kind: FrozenResource['kind'], bounds: Bounds): Promise<Stored | TooMuch | undefined> {
    // A picture must not wait for what waits for the pictures.
    const key = kind === 'style-asset' ? `style ${url}` : url
    const known = this.#assets.get(key)
    if (known) {
      const asset = await known
      const isWantedNow =
        (asset?.kind === 'too-wide' && bounds.maxWidth === Infinity) || (asset?.kind === 'no-room' && bounds.mustKeep)
      if (!isWantedNow) return asset
    }
    const asked = this.#store(url, kind, bounds)
    this.#assets.set(key, asked)
    return asked
  }

  async #store(
    url: string,
    kind: FrozenResource['kind'],
    { maxWidth, mustKeep }: Bounds,
  ): Promise<Stored | TooMuch | undefined> {
    const bytes = await this.#bytesOf(url, kind)
    const typed = bytes && this.#typed(bytes)
    if (!typed) return undefined
    if ((typed.size?.width ?? 0) > maxWidth) return { kind: 'too-wide' }
    const sizeBytes = typed.bytes.length
    if (kind === 'style-asset') await this.pictures
    const isLoaded = this.#isLoaded(url)
    if (mustKeep && !isLoaded) this.#room.noteLoaded(sizeBytes)
    else if ((kind === 'style-asset' || !isLoaded) && !this.#room.has(sizeBytes)) {
      this.leftOut++
      return { kind: 'no-room' }
    }
    this.#room.noteKept(sizeBytes)
    const stored = this.#options.putBlob(typed.bytes, typed.ext)
    if (!stored.ok) {
      this.failure ??= stored.failure
      return undefined
    }
    this.blobs.set(stored.value, { name: stored.value, sizeBytes, use: typed.use })
    return { kind: 'stored', name: stored.value, size: typed.size }
  }

  async #bytesOf(url: string, kind: FrozenResource['kind']): Promise<Uint8Array | undefined> {
    const fetched = await this.#fetched(url, kind)
    if (!fetched?.ok) {
      if (fetched?.failure.code === 'too-large') this.tooLarge++
      return undefined
    }
    const { bytes } = fetched.value
    // What a frame in another process has loaded is not among what was counted.
    if (this.#options.loaded.has(url) && !this.#options.loadedBytes?.has(url)) this.#room.noteLoaded(bytes.length)
    return bytes
  }

  async #fetched(url: string, kind: FrozenResource['kind']): Promise<Result<Fetched> | undefined> {
    const { limits, fetch } = this.#options
    if (this.failure || this.#bytes > limits.totalBytes || ++this.#count > limits.assets) return undefined
    const fetched = url.startsWith('data:')
      ? decodeDataUrl(url, limits.assetBytes)
      : await this.#inTurn(() => fetch(url, kind))
    if (fetched.ok) this.#bytes += fetched.value.bytes.length
    return fetched
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    while (this.#underWay >= atATime) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#underWay++
    try {
      return await work()
    } finally {
      this.#underWay--
      this.#waiting.shift()?.()
    }
  }

  #typed(
    bytes: Uint8Array,
  ): { bytes: Uint8Array; ext: string; use: BlobUse['use']; size?: Size | undefined } | undefined {
    const font = fontType(bytes)
    if (font) return { bytes, ext: font.ext, use: 'font' }
    const image = imageType(bytes)
    if (!image) return undefined
    if (image.ext === 'svg') {
      const text = inertSvg(new TextDecoder().decode(bytes))
      return text === undefined ? undefined : { bytes: new TextEncoder().encode(text), ext: 'svg', use: 'image' }
    }
    const { width = 0, height = 0 } = image.size ?? {}
    if (width * height > this.#options.limits.imagePixels || image.frames > maxFrames) {
      this.tooLarge++
      return undefined
    }
    if (width <= 2 && height <= 2 && image.size) return undefined // It counts readers, or fills space.
    return { bytes, ext: image.ext, use: 'image', size: image.size }
  }

  /** A style sheet with those it imports in their places. */
  async #style(url: string, depth: number): Promise<string | undefined> {
    const fetched = depth > maxImports ? undefined : await this.#fetched(url, 'style')
    if (!fetched?.ok) return undefined
    const { bytes, contentType } = fetched.value
    if (/^text\/html\b/i.test(contentType)) return undefined
    const css = withAllDefined(decodedText(bytes, contentType))
    const wanted = new Map<string, string | undefined>()
    rewriteCss(css, url, (reference) => void wanted.set(`${reference.kind} ${reference.url}`, undefined))
    for (const key of wanted.keys()) {
      const [kind, target] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)]
      if (kind === 'import') wanted.set(key, await this.#style(target, depth + 1))
      else if (this.#isLoaded(target)) {
        const asset = await this.#asset(target, 'style-asset', { maxWidth: Infinity, mustKeep: false })
        if (asset?.kind === 'stored') wanted.set(key, `offprint-asset:${asset.name}`)
      }
    }
    const imports: string[] = []
    const own = rewriteCss(css, url, (reference) => {
      const answer = wanted.get(`${reference.kind} ${reference.url}`)
      if (reference.kind === 'asset') return answer
      if (answer !== undefined) imports.push(asImported(answer, reference.conditions))
      return undefined
    })
    return [...imports, own].join('\n')
  }
}

function isSpeck(size: Size | undefined): boolean {
  return size !== undefined && Math.max(size.width, size.height) <= placeholderPx
}

/** As a browser reads it: byte order mark, header, @charset, UTF-8. */
function decodedText(bytes: Uint8Array, contentType: string): string {
  const inside = /^@charset "([^"]{1,40})";/.exec(String.fromCharCode(...bytes.subarray(0, 60)))?.[1]
  const charset = /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1] ?? inside ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes) // A charset that nobody knows.
  }
}

/** `src="offprint-resource:…"` where the picture is missing becomes a mark; its alternative text is shown. */
function written({ page, nonce }: Part, kept: readonly Kept[]): string {
  const pattern = new RegExp(
    `( (?:src|poster|href|content|data-offprint-image)=")?offprint-resource:${nonce}-(\\d+)(")?`,
    'g',
  )
  return page.html.replace(
    pattern,
    (_whole, attribute: string | undefined, index: string, quote: string | undefined) => {
      const one = kept[Number(index)]
      if (one?.kind === 'text') return inStyleElement(one.text)
      const size =
        / (?:src|data-offprint-image)=/.test(attribute ?? '') && one?.kind === 'asset' && one.size
          ? ` ${sizeAttribute}="${one.size.width},${one.size.height}"`
          : ''
      if (one) return `${attribute ?? ''}offprint-asset:${one.name}${quote ?? ''}${size}`
      if (attribute === undefined) return quote === undefined ? '' : `data:,${quote}`
      return attribute === ' src="' ? ' data-offprint-missing=""' : `${attribute}"`
    },
  )
}

function inStyleElement(css: string): string {
  return css.replace(/<(?=\/style|!--)/gi, '\\3c ')
}
