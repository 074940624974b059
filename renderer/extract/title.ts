// The title of the article, without the name of the site.
import type { Source } from './metadata.ts'
import { plainText } from './measureText.ts'
import { textOf } from './jsonLd.ts'

export function title(source: Source, siteName: string | undefined): string | undefined {
  const { document, article, meta } = source
  const documentTitle = document.title.replace(/\s+/g, ' ').trim()
  const headline = textOf(article?.['headline']) ?? textOf(article?.['name'])
  const stated = [
    headline,
    meta('og:title'),
    meta('twitter:title'),
    meta('dc.title', 'citation_title', 'parsely-title'),
    documentTitle,
  ]
    .flatMap((one) => (one ? [withoutSite(decoded(one), siteName)] : []))
    .filter((one) => one !== '')
  // What stands on the page as its heading is the title when the page's own statements agree with it.
  const headings = [...document.querySelectorAll('h1')]
    .map(plainText)
    .filter((text) => text.length > 0 && text.length < 300)
  const agreed = headings.find((heading) => stated.some((one) => agree(heading, one)))
  if (agreed) return agreed
  const [first] = stated
  return first ?? headings[0]
}

/** Cuts "Title | Site" and "Site: Title" where the part is the site's name; else only an obvious tail. */
function withoutSite(text: string, siteName: string | undefined): string {
  const parts = text.split(/\s+[|\u2013\u2014\u00b7\u00bb\u2022-]\s+|\s+::\s+/)
  if (parts.length < 2) return text
  const site = folded(siteName ?? '')
  const isSite = (part: string) =>
    site !== '' &&
    (folded(part) === site || (folded(part).length > 3 && site.includes(folded(part))) || folded(part).includes(site))
  const first = parts[0] ?? ''
  const last = parts.at(-1) ?? ''
  if (isSite(last)) return text.slice(0, text.lastIndexOf(last)).replace(/[\s|\u2013\u2014\u00b7\u00bb\u2022:-]+$/, '')
  if (isSite(first)) return text.slice(first.length).replace(/^[\s|\u2013\u2014\u00b7\u00bb\u2022:-]+/, '')
  return text
}

function agree(heading: string, stated: string): boolean {
  const [a, b] = [folded(heading), folded(stated)]
  if (a === '' || b === '') return false
  return a === b || (a.length > 8 && b.startsWith(a)) || (b.length > 8 && a.startsWith(b)) || similarity(a, b) > 0.7
}

/** The share of words that both have. */
function similarity(a: string, b: string): number {
  const [one, other] = [new Set(a.split(' ')), new Set(b.split(' '))]
  const shared = [...one].filter((word) => other.has(word)).length
  return shared / Math.max(one.size, other.size)
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function decoded(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
  return text
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (whole, name: string) => named[name] ?? whole)
    .replace(/&#(\d{1,6});/g, (whole, code: string) =>
      Number(code) > 31 && Number(code) < 0x110000 ? String.fromCodePoint(Number(code)) : whole,
    )
    .replace(/\s+/g, ' ')
    .trim()
}
