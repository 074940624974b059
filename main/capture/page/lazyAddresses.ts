// Where the programs that load pictures late keep the addresses: attributes of many names, and values of several shapes.
import { bestOfSrcset } from '../srcset.ts'
import { attribute, attributeNames, resourceUrl } from './dom.ts'

export type LazyAddresses = {
  /** Under names that mean a picture, the best first. */
  readonly named: readonly string[]
  /** Under other names; by their looks they are addresses of pictures. */
  readonly guessed: readonly string[]
}

const set = /(?:^|-)(?:srcset|src-set|original-set|bgset|src-responsive)$/
const meansPicture =
  /(?:^|-)(?:src|source|original|lazy|lazyload|retina|normal|echo|cfsrc|actualsrc|hires|full|image|img|url|bg|background|background-image|interchange|large-file|orig-file|pin-media|large|dynamic-image|highres|raw)$/
/** Smaller ones first shown, and what is shown on other occasions. */
const meansAnother =
  /fallback|error|hover|placeholder|poster|video|audio|iframe|avatar|thumb|small|low|lqip|preview|blur|tiny|iesrc/
const meansBetter = /retina|2x|large|full|hi-?-?res|highres|orig|zoom|raw/
const plain =
  /^(?:src|srcset|sizes|href|alt|title|class|id|style|width|height|role|longdesc|usemap|cite|action|content|value)$|^aria-|^on|^data-(?:offprint|href|link|permalink|share|caption|credit|alt)/
const pictureName = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp)(?:[?#|,;:\s\])"'&!/]|$)/i

export function lazyAddresses(element: Element, maxWidth: number): LazyAddresses {
  const found = attributeNames(element).flatMap((name, at) => {
    const lower = name.toLowerCase()
    const value = attribute(element, name) ?? ''
    if (plain.test(lower) || value.length < 3 || value.length > 20_000) return []
    const isNamed = (set.test(lower) || meansPicture.test(lower)) && !meansAnother.test(lower)
    if (!isNamed && (meansAnother.test(lower) || !pictureName.test(value))) return []
    const address = resourceUrl(addressIn(value, element, maxWidth))
    if (address === undefined || address.startsWith('blob:')) return []
    const rank = set.test(lower) || isSet(value) ? 0 : meansBetter.test(lower) ? 1 : 2
    return [{ address, isNamed, order: rank * 1_000 + at }]
  })
  found.sort((a, b) => a.order - b.order)
  const those = (isNamed: boolean) => found.filter((one) => one.isNamed === isNamed).map(({ address }) => address)
  return { named: those(true), guessed: those(false) }
}

export function looksLikePicture(address: string): boolean {
  return pictureName.test(address)
}

function isSet(value: string): boolean {
  return /\s\d+(?:\.\d+)?[wx]\s*(?:,|$)/.test(value)
}

function addressIn(value: string, element: Element, maxWidth: number): string | undefined {
  const text = value.trim()
  if (isSet(text)) return bestOfSrcset(text, maxWidth)
  const inCss = /^url\(\s*["']?([^"')]+)["']?\s*\)/i.exec(text)?.[1]
  if (inCss !== undefined) return inCss
  if (/^\{\s*"/.test(text)) return widestOf(text, maxWidth)
  const choices = [...text.matchAll(/\[\s*([^\s,[\]]+)\s*,[^\]]*\]/g)].map(([, address]) => address)
  if (choices.length > 0) return choices.at(-1) // `[small.jpg, small], [large.jpg, large]`
  const parts = text.split('|')
  if (parts.length > 1) return parts.at(-1) // `once.jpg|twice.jpg`
  return /\{width\}|%7Bwidth%7D/.test(text) ? withWidth(text, element, maxWidth) : text
}

/** `{"https://…/a.jpg": [480, 300], …}` */
function widestOf(text: string, maxWidth: number): string | undefined {
  let sizes: unknown
  try {
    sizes = JSON.parse(text)
  } catch {
    return undefined // It only looked like data.
  }
  if (typeof sizes !== 'object' || sizes === null) return undefined
  const candidates = Object.entries(sizes).flatMap(([url, size]: [string, unknown]) => {
    const width: unknown = Array.isArray(size) ? size[0] : undefined
    return typeof width === 'number' && !/\s/.test(url) ? [`${url} ${width}w`] : []
  })
  return bestOfSrcset(candidates.join(', '), maxWidth)
}

/** The address holds a place for the width; which widths there are stands beside it. */
function withWidth(text: string, element: Element, maxWidth: number): string {
  const widths = (attribute(element, 'data-widths') ?? '').match(/\d+/g)?.map(Number) ?? []
  const fitting = widths.filter((width) => width <= maxWidth)
  return text.replace(/\{width\}|%7Bwidth%7D/g, String(fitting.length > 0 ? Math.max(...fitting) : 1_200))
}
