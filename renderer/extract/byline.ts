// Who wrote the article, as the page says.
import { namesOf } from './jsonLd.ts'
import { names, plainText } from './measureText.ts'
import type { Source } from './metadata.ts'

export function byline(source: Source, siteName: string | undefined): string | undefined {
  const { article, linked, metas, document } = source
  const isSite = (name: string) => siteName !== undefined && folded(name) === folded(siteName)
  const linkedNames = namesOf(article?.['author'] ?? article?.['creator'], linked)
  const people = linkedNames.filter(({ isPerson, name }) => isPerson && !isSite(name))
  const others = linkedNames.filter(({ name }) => !isSite(name))
  const fromMeta = metas(
    'author',
    'article:author',
    'article:author:name',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'citation_author',
    'byl',
  )
  return (
    joined((people.length > 0 ? people : others).map(({ name }) => name)) ??
    joined(fromMeta.filter((name) => !isSite(name))) ??
    visible(document, isSite)
  )
}

const marked =
  '[itemprop~=author] [itemprop~=name], [itemprop~=author], a[rel~=author], [class*=byline], [class*=author], [id*=byline], [class*=writer]'
const bylineName =
  /(^|[-_ ])(byline|by-line|author|authors|author-?name|article-?author|post-?author|entry-?author|p-author|writer|written-?by)([-_ ]|$|__?name)/i

/** What is marked as a byline, or is called one and reads like one; never from a comment, a list or the page's foot. */
function visible(document: Document, isSite: (name: string) => boolean): string | undefined {
  for (const element of document.querySelectorAll(marked)) {
    if (element.closest('aside, nav, footer, [class*=comment], [class*=related], [class*=teaser], [class*=card]'))
      continue
    const isMarked = element.hasAttribute('itemprop') || element.getAttribute('rel') !== null
    if (!isMarked && !bylineName.test(names(element))) continue
    const inner = element.querySelector('[rel~=author], [itemprop~=name]')
    const name = cleaned(plainText(withoutDates(inner ?? element)))
    if (name !== undefined && !isSite(name)) return name
  }
  return undefined
}

/** "By A. Writer, 3 May 2026": the date has an element of its own more often than the name. */
function withoutDates(element: Element): Element {
  const dates = 'time, [class*=date], [class*=time]'
  if (!element.querySelector(dates)) return element
  const copy = element.cloneNode(true) as Element // a clone of an element is one
  for (const date of copy.querySelectorAll(dates)) date.remove()
  return copy
}

function joined(all: readonly string[]): string | undefined {
  const unique: string[] = []
  for (const one of all) {
    const name = cleaned(one)
    if (name !== undefined && !unique.some((other) => folded(other).includes(folded(name)))) unique.push(name)
  }
  return unique.length > 0 ? unique.slice(0, 10).join(', ') : undefined
}

const by =
  /^(written by|posted by|reported by|words by|story by|text by|by|von|par|por|di|door|av|av:|af|автор)[\s:]+|^(作者|文|記者|撰文)\s*[:：]\s*/iu

function cleaned(text: string): string | undefined {
  const name = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(by, '')
    .replace(/\s*[|·•–—]\s.*$/, '')
    .replace(/[,;:]\s*$/, '')
    .trim()
  if (name.length < 2 || name.length > 100 || !/\p{L}/u.test(name)) return undefined
  if (/https?:|www\.|@|\.(com|org|net)\b|^\d|\b(19|20)\d\d\b|admin|^staff$|^author$|^unknown$|^null$/i.test(name))
    return undefined
  return name.split(' ').length > 12 ? undefined : name
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
