// The title of the article, without the name of the site.
import { decodeEntities } from './entities.ts'
import type { Source } from './metadata.ts'
import { plainText } from './measureText.ts'
import { textOf } from './jsonLd.ts'

export function title(
  source: Source,
  siteName: string | undefined,
  host: string,
  isArticle: boolean,
): string | undefined {
  const { document, article, meta } = source
  const isSite = (one: string) => siteName !== undefined && folded(one) === folded(siteName)
  const documentTitle = document.title.replace(/\s+/g, ' ').trim()
  const headline = textOf(article?.['headline']) ?? textOf(article?.['name'])
  const stated = [
    headline,
    meta('og:title'),
    meta('twitter:title'),
    meta('dc.title', 'citation_title', 'parsely-title'),
    documentTitle,
  ]
    .flatMap((one) => (one ? [withoutSite(decodeEntities(one).replace(/\s+/g, ' ').trim(), siteName, host)] : []))
    .filter((one, _at, all) => one !== '' && (!isSite(one) || all.every(isSite)))
  // What stands on the page as its heading is the title when the page's own statements agree with it.
  const headings = [...document.querySelectorAll('h1')]
    .map(plainText)
    .filter((text) => text.length > 0 && text.length < 300)
  const agreed = headings.find((heading) => stated.some((one) => agree(heading, one)))
  if (agreed) return agreed
  // An article's own heading is its title also where the page tells searchers another; elsewhere it may be a slogan.
  const [only] = headings
  if (isArticle && headings.length === 1 && only && only.split(' ').length >= 3 && !isSite(only)) return only
  const [first] = stated
  return first ?? headings[0]
}

const separators = /\s+[|\u2013\u2014\u00b7\u00bb\u2022-]\s+|\s+::\s+|\s\|/

/** Cuts "Title | Site" and "Site: Title" where the part is the site's name or its host's. */
function withoutSite(text: string, siteName: string | undefined, host: string): string {
  const parts = text.split(separators)
  if (parts.length < 2) return text
  const site = folded(siteName ?? '')
  const isSite = (part: string) => {
    const own = folded(part)
    if (own === '') return true
    if (site !== '' && (own === site || (own.length > 3 && site.includes(own)) || own.includes(site))) return true
    const letters = own.replace(/ /g, '')
    const hostLetters = host.replace(/[^a-z0-9]/g, '')
    if (letters.length > 2 && hostLetters.includes(letters)) return true
    const words = own.split(' ')
    return words.length <= 3 && words.some((word) => word.length > 4 && hostLetters.includes(word))
  }
  const first = parts[0] ?? ''
  const last = parts.at(-1) ?? ''
  if (isSite(last)) return withoutSite(cutEnd(text, last), siteName, host)
  if (isSite(first))
    return text.slice(text.indexOf(first) + first.length).replace(/^[\s|\u2013\u2014\u00b7\u00bb\u2022:-]+/, '')
  // After an upright bar nothing but a site or a section is ever said.
  const rest = cutEnd(text, last)
  const isAfterBar = text.slice(0, text.lastIndexOf(last)).trimEnd().endsWith('|')
  return isAfterBar && rest.includes(' ') ? withoutSite(rest, siteName, host) : text
}

function cutEnd(text: string, last: string): string {
  return text.slice(0, text.lastIndexOf(last)).replace(/[\s|\u2013\u2014\u00b7\u00bb\u2022:-]+$/, '')
}

function agree(heading: string, stated: string): boolean {
  const [a, b] = [folded(heading), folded(stated)]
  if (a === '' || b === '') return false
  if (a === b || stated.split(separators).some((part) => folded(part) === a)) return true
  return (a.length > 8 && b.startsWith(a)) || (b.length > 8 && a.startsWith(b)) || similarity(a, b) > 0.7
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
