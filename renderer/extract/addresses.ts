// Makes every link absolute, by the page's own base. A link to a place in the same page becomes a bare `#place`.
import type { Draft } from './draft.ts'

export function addresses(draft: Draft) {
  const { document, url } = draft
  const base = resolve(document.querySelector('base[href]')?.getAttribute('href') ?? '', url) ?? url
  const here = withoutFragment(url)
  const hereByBase = withoutFragment(base)
  const known = new Map<string, string | undefined>()
  for (const element of document.querySelectorAll('a[href], area[href]')) {
    const stated = element.getAttribute('href') ?? ''
    if (!known.has(stated)) known.set(stated, settled(stated))
    const address = known.get(stated)
    if (address === undefined) element.removeAttribute('href')
    else if (address !== stated) element.setAttribute('href', address)
  }
  for (const element of document.querySelectorAll('base')) element.remove()
  draft.base = base

  function settled(stated: string): string | undefined {
    const absolute = resolve(stated, base)
    if (!absolute) return undefined
    const [address = '', ...fragment] = absolute.split('#')
    const isHere = fragment.length > 0 && (address === here || address === hereByBase)
    return isHere ? `#${decoded(fragment.join('#'))}` : absolute
  }
}

/** Absolute, of a scheme that a link may have, or nothing. */
export function resolve(address: string, base: string): string | undefined {
  const plain = address.replace(/[\t\n\f\r\0]/g, '').trim()
  if (plain === '') return undefined
  try {
    const url = new URL(plain, base)
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined
  } catch {
    return undefined // not an address
  }
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? ''
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment // an id may hold a bare per cent sign
  }
}
