// Who wrote the article, as the page says.
import type { NearBlock } from './aroundHeading.ts'
import { decodeEntities } from './entities.ts'
import { foldedApart } from './folded.ts'
import { namesOf } from './jsonLd.ts'
import { names, plainText } from './measureText.ts'
import type { Source } from './metadata.ts'

/** `near` are the lines that stand with the title. */
export function byline(source: Source, siteName: string | undefined, near: readonly NearBlock[]): string | undefined {
  const { article, linked, metas, meta, document } = source
  const isSite = (name: string) => siteName !== undefined && foldedApart(name) === foldedApart(siteName)
  const said = signed(near, isSite)
  const stated = namesOf(article?.['author'] ?? article?.['creator'], linked)
  const people = stated.filter(({ isPerson, name }) => isPerson && !isSite(name))
  const label = /written by|author|verfasst|escrito|écrit/i.test(meta('twitter:label1') ?? '')
    ? metas('twitter:data1')
    : []
  const fromMeta = [
    ...metas('author', 'article:author', 'article:author:name', 'parsely-author', 'sailthru.author', 'dc.creator'),
    ...metas('dcterms.creator', 'citation_author', 'byl', 'cxenseparse:author'),
    ...label,
  ]
  const known =
    joined(people.map(({ name }) => withoutSite(name, siteName))) ?? joined(fromMeta.filter((name) => !isSite(name)))
  // What the page is fed by may name whoever put the text in; what it tells its readers is meant.
  if (known !== undefined && said !== undefined && !shareWord(known, said)) return said
  return (
    known ??
    marked(document, isSite) ??
    said ??
    written(near, isSite) ??
    opener(document, isSite) ??
    joined(stated.map(({ name }) => name)) ??
    joined(fromMeta)
  )
}

function withoutSite(name: string, siteName: string | undefined): string {
  const end = siteName === undefined ? '' : `, ${siteName.toLowerCase()}`
  return end.length > 2 && name.toLowerCase().endsWith(end) ? name.slice(0, -end.length) : name
}

function shareWord(one: string, other: string): boolean {
  const words = new Set(foldedApart(one).split(' '))
  return foldedApart(other)
    .split(' ')
    .some((word) => word.length > 1 && words.has(word))
}

const marks =
  '[itemprop~=author], a[rel~=author], [class*=byline], [class*=author], [id*=byline], [class*=writer], [class*=contributor]'
const bylineName =
  /(^|[-_ ])(byline|by-line|author|authors|author-?name|article-?author|post-?author|entry-?author|p-author|writer|written-?by)([-_ ]|$|__?name)/i

/** What is marked as a byline, or is called one and reads like one; never from a comment, a list or the page's foot. */
function marked(document: Document, isSite: (name: string) => boolean): string | undefined {
  for (const element of document.querySelectorAll(marks)) {
    const isMarked = element.hasAttribute('itemprop') || element.getAttribute('rel') !== null
    if (element.closest('nav, footer, [class*=comment], [class*=related], [class*=teaser], [class*=card]')) continue
    // Some pages put all that is said about an article beside its text.
    const aside = element.closest('aside')
    if (aside && !(isMarked && aside.closest('article, main') && !aside.querySelector('h2, h3, h4, ul'))) continue
    if (!isMarked && !bylineName.test(names(element))) continue
    const name = nameIn(element)
    if (name !== undefined && !isSite(name)) return name
  }
  return undefined
}

const byName =
  /^(?:(?:written|posted|reported|words|story|text|article|authored|created|started) )?by(?:[:\s]|(?=\p{Lu}\p{Ll}))|^(?:von|par|por|di|door|av|autor|author|auteur|autore)(?:\(s\))?[:\s]|^(?:作者|文|記者|撰文|автор)\s*[:：]/iu
/** "Published 3 May 2021 by Ada Byron" */
const byAfterDate = /\d{4}\W*\bby\s+(\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){1,3})\s*$/u
const onlyLabel = /^(?:(?:(?:written|posted|words|story|text) )?by|author(?:\(s\)|s)?|von|par|por|autor|auteur)\s*:?$/i

/** A line with the title that says "By" and a name, in one block or in two. */
function signed(near: readonly NearBlock[], isSite: (name: string) => boolean): string | undefined {
  for (const [at, { text, block }] of near.entries()) {
    if (text.length > 150) continue
    const after = byAfterDate.exec(text)?.[1]
    const next = onlyLabel.test(text) ? near[at + 1] : undefined
    const name =
      after ?? (next ? nameLike(nameIn(next.block)) : byName.test(text) ? nameLike(nameIn(block)) : undefined)
    if (name !== undefined && !isSite(name)) return name
  }
  return undefined
}

/** Two to six words, each with a capital or of a script without. */
function nameLike(text: string | undefined): string | undefined {
  return text !== undefined && /^\p{L}/u.test(text) && !/^\p{Ll}+ \p{Ll}+/u.test(text) ? text : undefined
}

/** A line with the title that is called an author, or whose only link leads to one. */
function written(near: readonly NearBlock[], isSite: (name: string) => boolean): string | undefined {
  for (const { text, block } of near) {
    if (text.length > 150) continue
    const isCalled = [block, block.parentElement, block.parentElement?.parentElement].some(
      (one) => one && /author|byline|contributor|writer/i.test(names(one)) && plainText(one).length < 200,
    )
    const link = isCalled ? null : block.querySelector(authorLink)
    const name = link ? cleaned(plainText(link)) : isCalled ? nameIn(block) : undefined
    if (name !== undefined && !isSite(name)) return name
  }
  return undefined
}

const authorLink = 'a[href*="/author/"], a[href*="/authors/"], a[href*="/contributor/"], a[href*="/contributors/"]'

/** Who began a thread: the first of those whose posts stand on the page. */
function opener(document: Document, isSite: (name: string) => boolean): string | undefined {
  const posts = document.querySelectorAll(post)
  if (posts.length < 2) return undefined
  for (const one of document.querySelectorAll(poster)) {
    if (one.closest('nav, aside, footer, header') || !one.closest(post)) continue
    const name = cleaned(plainText(one))
    return name === undefined || isSite(name) ? undefined : name
  }
  return undefined
}

const post = '[class*=post], [class*=message], [class*=Post], [class*=topic], [id^=post], [id^=msg]'
const poster =
  '[class~=username], [class*=user-name], [class*=PostUser-name], [class*=poster] a, [class*=message-name], [class~=author], [data-author] [class*=author]'

/** The names of its links, else its first line that is more than a label. */
function nameIn(element: Element): string | undefined {
  const stated = element.querySelector('meta[itemprop~=name][content]')?.getAttribute('content')
  if (stated) return cleaned(stated)
  const inner = [...element.querySelectorAll('[rel~=author], [itemprop~=name]')]
  const links = inner.length > 0 ? inner : [...element.querySelectorAll('a[href]')]
  const linked = joined(links.map(plainText).filter((text) => text.split(' ').length <= 5))
  if (linked !== undefined && /\p{L}/u.test(linked)) return linked
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const line = (walker.currentNode as Text).data.replace(/\s+/g, ' ').trim()
    if (line === '' || isLabel.test(line)) continue
    return cleaned(line)
  }
  return undefined
}

const isLabel =
  /^((?:(?:written|posted|reported|words|story|text|article|authored|created|started) )?by|author|authors|von|par|por|di|door|and|&|,|:|·|\||-)[:\s]*$/i

function joined(all: readonly string[]): string | undefined {
  const unique: string[] = []
  for (const one of all) {
    const name = cleaned(one)
    if (name !== undefined && !unique.some((other) => foldedApart(other).includes(foldedApart(name)))) unique.push(name)
  }
  return unique.length > 0 ? unique.slice(0, 10).join(', ') : undefined
}

const by =
  /^(?:(?:written|posted|reported|words|story|text|authored|recipe|article|review|created|published) by|by|via|author|von|par|por|di|door|av|af|автор)[\s:]+|^(?:作者|文|記者|撰文)\s*[:：]\s*/iu

function cleaned(text: string): string | undefined {
  const name = decodeEntities(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(by, '')
    // Where a style sheet parts them and the markup does not.
    .replace(/^(?:Written by|By|Recipe by|Reviewed by)(?=\p{Lu}\p{Ll})/u, '')
    .replace(/\s*[|·•–—⋅]\s.*$/, '')
    .replace(/\s+-\s.*$/, '')
    .replace(/[,;:]\s*$/, '')
    .trim()
  if (name.length < 2 || name.length > 100 || !/\p{L}/u.test(name)) return undefined
  if (
    /https?:|www\.|@|\.(com|org|net)\b|^\d|\b(19|20)\d\d\b|^admin|^staff$|^author$|^unknown$|^null$|^share\b|^follow\b|^read\b|^view\b|^more\b|^updated\b|\bposts?\b|\bcomments?\b|^the author$|^\w+(\.\w+){2,}$|\badmin$|\bbio$|^discussion$/i.test(
      name,
    )
  ) {
    return undefined
  }
  return name.split(' ').length > 12 ? undefined : name
}
