// The title of the article, without the name of the site.
import { decodeEntities } from './entities.ts'
import { foldedAlike } from './folded.ts'
import type { Source } from './metadata.ts'
import { plainText } from './measureText.ts'
import { textOf } from './jsonLd.ts'

export function title(
  source: Source,
  siteName: string | undefined,
  { hostname: host, pathname: path }: URL,
  isArticle: boolean,
): string | undefined {
  const { document, article, meta } = source
  const isSite = (one: string) => siteName !== undefined && foldedAlike(one) === foldedAlike(siteName)
  const headline = textOf(article?.['headline']) ?? textOf(article?.['name'])
  const whole = [
    headline,
    meta('og:title'),
    meta('twitter:title'),
    meta('dc.title', 'citation_title', 'parsely-title'),
    document.title,
  ]
    .flatMap((one) => (one ? [cleared(one.slice(0, longest))] : []))
    .filter((one, _at, all) => !isCutShort(one, all))
  const isTooLong = (text: string) => isDescription.test(text) && !isStatedTwice(text, whole)
  // The front page is about the site: there its name is the title, with what it says of itself.
  const [first] = whole
  if (path === '/' && first !== undefined && (isSite(first) || startsWithSite(first, siteName, host))) return first
  const stated = whole
    .map((one) => withoutSite(withoutSection(one, whole), siteName, host))
    .filter((one, _at, all) => one !== '' && !isTooLong(one) && (!isSite(one) || all.every(isSite)))
  // What stands on the page as its heading is the title when the page's own statements agree with it. Some pages hold theirs twice.
  const lower = headingsOf(document, 'h2, h3')
  const headings = [...new Set(headingsOf(document, 'h1').map((text) => withoutLabel(text, whole)))].filter(
    (text, _at, all) =>
      text.length < 300 &&
      !isTooLong(text) &&
      !standsBefore(text, whole, lower) &&
      !all.some((other) => continues(text, other)),
  )
  // Over a first section that is called like the window the title stands all the same; the name of a book is stated too.
  const isOnlyHeading =
    headings.length === 1 && !whole.some((one) => foldedAlike(one).includes(foldedAlike(headings[0] ?? '')))
  const agreed =
    best(headings, stated, isSame) ??
    best(headings, stated, isSameUnspaced) ??
    best(headings.slice(0, 1), stated, isEnd) ??
    best(
      headings.filter((text) => !isSite(text) && !isHost(text, host) && !text.includes(' | ')),
      whole,
      isBeginning,
    ) ??
    best(headings, stated, isNearly) ??
    best(
      headingsOf(document, 'h2').filter((text) => !isSite(text) && !isHost(text, host)),
      stated,
      isOnlyHeading ? isEqual : isSame,
    ) ??
    best(headings, stated, agree) ??
    best(headings.length === 0 ? lower : [], stated, isEnd)
  if (agreed) return withoutSiteAtEnd(spaced(agreed, stated), siteName, host)
  // A page's only heading is its title also where searchers are told another in other words; on a front page it may be a slogan.
  const [only, ...more] = headings
  if (only && more.length === 0 && !isSite(only) && !isHost(only, host)) {
    const likeness = Math.max(0, ...stated.map((one) => similarity(foldedAlike(only), foldedAlike(one))))
    const words = only.split(' ').length
    const other = addressSays(path, only, stated[0] ?? '')
    const isAlike = likeness >= leastLikeness && other <= 0
    const isOfPage =
      path.length > 1 && words >= 2 && (isAlike || (likeness < hardlyAny && other < 0) || stated.every(isBrokenOff))
    if (isOfPage || (isArticle && words >= 3 && likeness > 0))
      return withoutSiteAtEnd(spaced(only, stated), siteName, host)
  }
  const likeliest = isArticle ? stated[0] : mostOfAddress(stated, path)
  if (likeliest === undefined) return only
  // Where another statement goes on after it, it is whole as it stands.
  const isWhole = whole.includes(likeliest) && whole.some((one) => continues(one, likeliest))
  return isWhole ? likeliest : withoutAddition(likeliest, path)
}

/** "Section - Title", which another place calls "Title : section". */
function withoutSection(text: string, whole: readonly string[]): string {
  const [first = ''] = text.split(sectionEnd)
  const after = text.slice(first.length).replace(sectionEnd, '')
  const last = text.split(sectionEnd).at(-1) ?? ''
  const before = text.slice(0, text.lastIndexOf(last)).replace(/\s+[-:|\u2013\u2014\u00b7]\s+$/, '')
  const isIn = (part: string, section: string) =>
    foldedAlike(part) !== '' && foldedAlike(section).split(' ').includes(foldedAlike(part))
  for (const other of whole) {
    if (after !== '' && other.startsWith(after) && isIn(other.slice(after.length).replace(sectionEnd, ''), first))
      return after
    if (before !== '' && other.endsWith(before) && isIn(last, other.slice(0, -before.length))) return before
  }
  return text
}

const sectionEnd = /\s+[-:|\u2013\u2014\u00b7]\s+/

/** "Thread: ", where the page calls itself what stands after it, and nowhere that. */
function withoutLabel(heading: string, whole: readonly string[]): string {
  const named = /^\p{L}+: (.+)$/u.exec(heading)?.[1]
  return named !== undefined && whole.includes(named) && !whole.some((one) => one.includes(heading)) ? named : heading
}

/** One space between words; nothing that only says where a word may be parted. */
function cleared(text: string): string {
  return decodeEntities(text)
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s|\u00b7\u2022]+(?=\S)/, '')
    .trim()
}

/** A style sheet may part words that the markup of a heading does not, or a number at its end; what is said elsewhere does. */
function spaced(heading: string, stated: readonly string[]): string {
  const numbered = /^(.+[\p{L}?!.)]) ?#\d+$/u.exec(heading)?.[1]
  if (numbered !== undefined && stated.some((one) => one.startsWith(`${numbered} `))) return numbered
  const own = foldedAlike(heading)
  const isSpaced = (one: string) => one.length > own.length && one.replaceAll(' ', '') === own.replaceAll(' ', '')
  return stated.find((one) => isSpaced(foldedAlike(one))) ?? heading
}

/** The beginning of a description, where the whole of it did not fit. */
function isBrokenOff(text: string): boolean {
  return /(?:\u2026|\.\.\.)$/.test(text)
}

/** Some places hold the beginning only of what another says in full. */
function isCutShort(text: string, all: readonly string[]): boolean {
  if (!isBrokenOff(text)) return false
  const beginning = text.replace(/[\s.\u2026]+$/, '')
  return all.some((one) => one.length > text.length && one.startsWith(beginning))
}

/** A title of three lines is one all the same when the window bears it too. */
function isStatedTwice(text: string, whole: readonly string[]): boolean {
  const own = foldedAlike(text)
  return whole.filter((one) => foldedAlike(one).startsWith(own)).length > 1
}

/** Whose words the page's address has more of: above 0 those of the other, below 0 those of the one. */
function addressSays(path: string, one: string, other: string): number {
  const words = new Set(foldedAlike(path).split(' '))
  const share = (text: string) => {
    const own = foldedAlike(text.split(separators)[0] ?? '').split(' ')
    return own.filter((word) => words.has(word)).length / own.length
  }
  return share(other) - share(one)
}

/** The first, unless another has far more of the words of the page's address: some sites state their slogan as the title of every page. */
function mostOfAddress(stated: readonly string[], path: string): string | undefined {
  const slug = path.split('/').findLast((part) => /\p{L}{2}/u.test(part)) ?? ''
  const words = new Set(
    foldedAlike(slug)
      .split(' ')
      .filter((word) => word.length > 3 && /\p{L}/u.test(word)),
  )
  const covered = (text: string) => {
    const own = new Set(foldedAlike(text).split(' '))
    return words.size === 0 ? 0 : [...words].filter((word) => own.has(word)).length / words.size
  }
  const [first] = stated
  if (first === undefined) return undefined
  return stated.find((one) => covered(one) - covered(first) > farMore) ?? first
}

const farMore = 0.4

/** Chosen by cross-validation: less, and slogans become titles; more, and nothing changes. */
const leastLikeness = 0.4

/** One word that both have by chance. */
const hardlyAny = 0.1

/** Characters of what may be a title that are looked at: some pages have a megabyte there. */
const longest = 2_000

/** What a page says to searchers after a dash, when enough stands before it: that it is free, that it was tested. */
function withoutAddition(stated: string, path: string): string {
  const [first = ''] = stated.split(separators)
  const rest = stated.slice(first.length)
  // What the address says too was not added for searchers.
  const isOwn = addressSays(path, first, rest.replace(separators, '')) > 0
  return first.split(' ').length >= 3 && !isOwn ? first : stated
}

/** The same and more after a bar or a dash. */
function continues(longer: string, text: string): boolean {
  return (
    longer.length > text.length &&
    longer.startsWith(text) &&
    separators.test(longer.slice(text.length, text.length + 4))
  )
}

/** The name of the site, and what it says of itself. */
function startsWithSite(text: string, siteName: string | undefined, host: string): boolean {
  const [first = '', ...rest] = text.split(separators)
  return rest.length > 0 && isExactly(first, foldedAlike(siteName ?? ''), host)
}

/** The name of a blog, above each of its posts: the page says "Blog: Post" of itself in one place and "Post" in another, or over the text. */
function standsBefore(heading: string, whole: readonly string[], lower: readonly string[]): boolean {
  const own = foldedAlike(heading)
  return whole.some((one) => {
    const rest = foldedAlike(one).startsWith(`${own} `) ? foldedAlike(one).slice(own.length + 1) : ''
    if (rest === '') return false
    const others = heading.split(' ').length <= longestName ? [...whole, ...lower] : whole
    return others.some((other) => foldedAlike(other) === rest)
  })
}

function isHost(text: string, host: string): boolean {
  const letters = foldedAlike(text).replace(/ /g, '')
  return letters.length > 2 && host.replace(/[^a-z0-9]/g, '').includes(letters)
}

/** Word for word, or the first of the parts that bars and dashes make, as many as there are. */
function isBeginning(heading: string, whole: string): boolean {
  const own = foldedAlike(heading)
  const parts = whole.split(separators).map(foldedAlike)
  return own !== '' && parts.some((_, at) => parts.slice(0, at + 1).join(' ') === own)
}

/** Some pages put their description where the title belongs. */
const isDescription = /^.{150,}[.!]$/

/** Without what only stands beside the words: a button, a note, a label for screen readers. */
function headingsOf(document: Document, name: string): string[] {
  return [...document.querySelectorAll(name)].flatMap((heading) => {
    const text = cleared((linesOf(heading) || plainText(heading)).slice(0, longest))
    return text === '' ? [] : [text]
  })
}

function linesOf(heading: Element): string {
  if (heading.firstChild === heading.lastChild && heading.firstElementChild === null) return plainText(heading)
  const copy = heading.cloneNode(true) as Element
  for (const part of copy.querySelectorAll(besides)) part.remove()
  for (const pause of copy.querySelectorAll('br')) pause.replaceWith(' ')
  partLines(copy)
  return plainText(copy)
}

/** "Lines below<span>Lines</span>": a small letter does not run into a capital one of another element, whatever shows the two as lines. */
function partLines(heading: Element) {
  const walker = heading.ownerDocument.createTreeWalker(heading, NodeFilter.SHOW_TEXT)
  let before: Text | undefined
  while (walker.nextNode()) {
    const text = walker.currentNode as Text // the walker shows nothing else
    if (before && /\p{Ll}{3}$/u.test(before.data) && /^\p{Lu}\p{Ll}/u.test(text.data)) before.data += ' '
    before = text
  }
}

const besides =
  'button, div, p, ul, svg, style, script, [hidden], [class*=sr-only], [class*=visually-hidden], [class*=screen-reader], [class*=descriptor], .label, ' +
  '[class*=badge], [class*=prefix], [class*=headerlink], [class*=permalink]'

function best(
  headings: readonly string[],
  stated: readonly string[],
  is: (heading: string, one: string) => boolean,
): string | undefined {
  for (const one of stated) {
    const found = headings.find((heading) => is(heading, one))
    if (found) return found
  }
  return undefined
}

const separators = /\s+[|\u2013\u2014\u00b7\u00bb\u2022-]\s+|\s+::\s+|\s\|/

/** Cuts "Title | Site" and "Site: Title" where the part is the site's name or its host's. */
function withoutSite(text: string, siteName: string | undefined, host: string): string {
  const parts = text.split(separators)
  if (parts.length < 2) return text
  const site = foldedAlike(siteName ?? '')
  const isSite = (part: string) => {
    const own = foldedAlike(part)
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
  // In front stands the name of the site and nothing else; "Acme Payments" there is what the page is about.
  if (isExactly(first, site, host))
    return text.slice(text.indexOf(first) + first.length).replace(/^[\s|\u2013\u2014\u00b7\u00bb\u2022:-]+/, '')
  // After an upright bar nothing but a site or a section is ever said.
  const rest = cutEnd(text, last)
  const isAfterBar = text.slice(0, text.lastIndexOf(last)).trimEnd().endsWith('|')
  return isAfterBar && rest.includes(' ') ? withoutSite(rest, siteName, host) : text
}

/** `site`: the name of the site, folded. */
function isExactly(part: string, site: string, host: string): boolean {
  const own = foldedAlike(part)
  const letters = own.replace(/ /g, '')
  const isOfHost = host
    .replace(/^www\./, '')
    .split('.')
    .includes(letters)
  return own === '' || isOfHost || letters === site.replace(/ /g, '')
}

/** A heading is cut only where its end is the site's name and nothing else, and after an upright bar. */
function withoutSiteAtEnd(heading: string, siteName: string | undefined, host: string): string {
  const parts = heading.split(separators)
  const last = parts.at(-1) ?? ''
  const site = foldedAlike(siteName ?? '')
  const isSite =
    (foldedAlike(last).length > 3 && isExactly(last, site, host)) || (site !== '' && foldedAlike(last) === site)
  const own = parts.length > 1 && isSite ? cutEnd(heading, last) : heading
  const [beforeBar = ''] = own.split(' | ')
  return beforeBar.split(' ').length >= 3 ? beforeBar.trim() : own
}

function cutEnd(text: string, last: string): string {
  return text.slice(0, text.lastIndexOf(last)).replace(/[\s|\u2013\u2014\u00b7\u00bb\u2022:-]+$/, '')
}

/** Word for word, or what stands before the name of the site. */
function isSame(heading: string, stated: string): boolean {
  const own = foldedAlike(heading)
  return own !== '' && (own === foldedAlike(stated) || own === foldedAlike(stated.split(separators)[0] ?? ''))
}

function isEqual(heading: string, stated: string): boolean {
  return foldedAlike(heading) === foldedAlike(stated) && foldedAlike(heading) !== ''
}

/** A style sheet parts what one of them does not. */
function isSameUnspaced(heading: string, stated: string): boolean {
  const own = foldedAlike(heading).replaceAll(' ', '')
  return own.length > 8 && own === foldedAlike(stated).replaceAll(' ', '')
}

function agree(heading: string, stated: string): boolean {
  const [a, b] = [foldedAlike(heading), foldedAlike(stated)]
  if (a === '' || b === '') return false
  if (stated.split(separators).some((part) => foldedAlike(part) === a)) return true
  return (a.length > 8 && b.startsWith(a)) || (b.length > 8 && a.startsWith(b)) || similarity(a, b) > nearly
}

/** Nearly all words of both; what the page says after a bar or a dash may be the book that its title is in. */
function isNearly(heading: string, stated: string): boolean {
  return similarity(foldedAlike(heading), foldedAlike(stated.split(separators)[0] ?? '')) > nearly
}

const nearly = 0.7

/** "Name of the site: title" */
function isEnd(heading: string, stated: string): boolean {
  const own = foldedAlike(heading)
  const [before = '', ...rest] = stated.split(/:\s/)
  return (
    rest.length > 0 && own !== '' && before.split(' ').length <= longestName && own === foldedAlike(rest.join(': '))
  )
}

/** Words of the name of a site. */
const longestName = 4

/** The share of words that both have. */
function similarity(a: string, b: string): number {
  const [one, other] = [new Set(a.split(' ')), new Set(b.split(' '))]
  const shared = [...one].filter((word) => other.has(word)).length
  return shared / Math.max(one.size, other.size)
}
