// Who wrote the article, as the page says.
import type { NearBlock } from './aroundHeading.ts'
import { findCalled } from './called.ts'
import { decodeEntities } from './entities.ts'
import { foldedApart } from './folded.ts'
import { namesOf } from './jsonLd.ts'
import { hasText, names, plainText } from './measureText.ts'
import type { Source } from './metadata.ts'
import { standsIn } from './standsIn.ts'

/** `near` are the lines that stand with the title, `lines` all lines of the page. */
export function byline(
  source: Source,
  siteName: string | undefined,
  near: readonly NearBlock[],
  lines: readonly NearBlock[],
  isArticle: boolean,
): string | undefined {
  const { article, linked, metas, meta } = source
  const isSite = (name: string) => siteName !== undefined && foldedApart(name) === foldedApart(siteName)
  const said = signed(near, isSite)
  const stated = namesOf(article?.['author'] ?? article?.['creator'], linked)
  const people = stated.filter(({ isPerson, name }) => isPerson && !isSite(name))
  const label = /written by|author|verfasst|escrito|écrit/i.test(meta('twitter:label1') ?? '')
    ? metas('twitter:data1')
    : []
  const fromMeta = [
    ...metas(
      'author',
      'article:author',
      'og:article:author',
      'article:author:name',
      'parsely-author',
      'sailthru.author',
      'dc.creator',
    ),
    ...metas('dcterms.creator'),
    ...metas('citation_author').map(givenNameFirst),
    ...metas('byl', 'cxenseparse:author'),
    ...label,
  ]
  const known =
    joined(people.map(({ name }) => withoutSite(name, siteName))) ?? joined(fromMeta.filter((name) => !isSite(name)))
  // What the page is fed by may name whoever put the text in; what it tells its readers is meant.
  if (known !== undefined && said !== undefined && !shareWord(known, said)) return said
  return (
    known ??
    said ??
    marked(source, isSite) ??
    written(near, isSite) ??
    (isArticle ? pictured(near) : undefined) ??
    sender(near) ??
    opener(source, isSite) ??
    signedBelow(lines, isSite) ??
    signed(near, () => false) ?? // the site itself, where it signs
    joined(stated.map(({ name }) => name)) ??
    joined(fromMeta)
  )
}

/** "Byron, Ada", as catalogues have it. */
function givenNameFirst(name: string): string {
  const [last, given, ...more] = name.split(/,\s*/)
  return last && given && more.length === 0 ? `${given} ${last}` : name
}

/** "Ada Byron, The Quay Review", also where the site calls itself "Quay Review of Ashford". */
function withoutSite(name: string, siteName: string | undefined): string {
  const end = /, (?:the )?([^,]+)$/i.exec(name)
  const site = new Set(foldedApart(siteName ?? '').split(' '))
  const isSite =
    end !== null &&
    foldedApart(end[1] ?? '')
      .split(' ')
      .every((word) => site.has(word))
  return isSite ? name.slice(0, end.index) : name
}

function shareWord(one: string, other: string): boolean {
  const words = new Set(foldedApart(one).split(' '))
  return foldedApart(other)
    .split(' ')
    .some((word) => word.length > 1 && words.has(word))
}

const marks = [
  '[itemprop~=author]',
  'a[rel~=author]',
  '[class*=byline]',
  '[class*=author]',
  '[id*=byline]',
  '[class*=writer]',
  '[class*=contributor]',
]
const bylineName =
  /(^|[-_ ])(byline|by-line|author|authors|author-?name|article-?author|post-?author|entry-?author|p-author|writer|written-?by)([-_ ]|$|__?name)/i

/** What is marked as a byline, or is called one and reads like one; never from a comment, a list or the page's foot. */
function marked({ document, called }: Source, isSite: (name: string) => boolean): string | undefined {
  for (const element of findCalled(document, marks, called)) {
    const isMarked = element.hasAttribute('itemprop') || element.getAttribute('rel') !== null
    if (standsIn(element, elsewhere) || isOfQuote(element)) continue
    // Some pages put all that is said about an article beside its text.
    const aside = element.closest('aside')
    if (aside && !(isMarked && aside.closest('article, main') && !aside.querySelector('h2, h3, h4, ul'))) continue
    if (!isMarked && !(bylineName.test(names(element)) && plainText(element).length < longestByline)) continue
    const name = nameIn(element)
    const people = name?.split(', ').filter((one) => !isSite(one)) ?? []
    if (people.length > 0) return people.join(', ')
  }
  return undefined
}

/** Nothing but a quotation. */
const isQuoted = /^[«„“"‹「『][^«„“‹「『]{20,}[»”"›」』][.,]?$/su

/** Who said what stands before it. */
function isOfQuote(element: Element): boolean {
  if (element.closest('blockquote, q, [class*=quote i]') !== null) return true
  let at: Element | null = element
  for (let level = 0; at && level < 3; level++, at = at.parentElement)
    if (at.previousElementSibling && isQuoted.test(plainText(at.previousElementSibling))) return true
  return false
}

/** Characters; more is a life of the author, or a whole page that is called one. */
const longestByline = 400

/** By whom something else on the page is: a comment, another article, a review of the goods. */
const elsewhere =
  'nav, footer, [class*=comment], [class*=related], [class*=teaser], [class*=card]:not([class~=vcard]), [itemprop~=review], [itemtype$="/Review"], ' +
  '[class*=testimonial], [class~=review], [class~=reviews]'

const byName =
  /^(?:(?:written|posted|reported|words|story|text|article|authored|created|started) )?by[:\s]|^(?:von|par|por|di|door|av|autor|author|auteur|autore)(?:\(s\))?[:\s]|^(?:thread starter|contributors?:)\s|^(?:作者|文|記者|撰文|автор|نویسنده|الكاتب|लेखक)\s*[:：]|^(?:โดย|بقلم|מאת)[:\s]/iu
/** Where a style sheet parts them and the markup does not. */
const byGlued = /^(?:Written by|Posted by|By)(?=\p{Lu}\p{Ll})/u
/** "Published 3 May 2021 by Ada Byron", "3 May 2021 · 5 min read · By Ada Byron, Editor" */
const byAfterDate = /(?:\d{4}\W*|[·|•]\s*)\b[Bb]y\s+(\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){1,3})\s*(?:$|[,·|•])/u
const onlyLabel = /^(?:(?:(?:written|posted|words|story|text) )?by|author(?:\(s\)|s)?|von|par|por|autor|auteur)\s*:?$/i

/** Where a Chinese report begins. */
const fromReporter = /^\s*\p{Script=Han}{2,12}[（(](?:记者|記者|通讯员)[\s:：]*(\p{Script=Han}{2,4})[）)]/u

/** A line with the title that says "By" and a name, in one block or in two. */
function signed(near: readonly NearBlock[], isSite: (name: string) => boolean): string | undefined {
  const reporter = near.map(({ text }) => fromReporter.exec(text)?.[1]).find((name) => name !== undefined)
  if (reporter !== undefined) return reporter
  for (const [at, { text, block }] of near.entries()) {
    if (text.length > 150 || isHeadingOfPart(text, block)) continue
    const after = byAfterDate.exec(text)?.[1]
    const next = onlyLabel.test(text) ? near[at + 1] : undefined
    const name =
      after ??
      (next
        ? nameLike(nameIn(next.block))
        : byName.test(text) || byGlued.test(text)
          ? nameLike(nameIn(block, saidFirst(text)))
          : undefined)
    if (name !== undefined && !isSite(name)) return name
  }
  return undefined
}

/** "Von zu Hause", "Par la poste": no name begins so, and a heading may. */
function isHeadingOfPart(text: string, block: Element): boolean {
  return /^h[2-6]$/.test(block.localName) && /^(?:[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v)\s\p{Ll}/u.test(text)
}

/** Of a line that begins with "By": what it says before it says anything else. */
function saidFirst(text: string): string {
  const name = text.replace(byName, '').replace(byGlued, '')
  return (
    name.split(/\s*[|·•–—⋅]\s|\s-\s|[.,;]?\s*\b(?:medically |fact[- ])?(?:reviewed|edited|checked|updated)\b/iu)[0] ??
    name
  )
}

/** What stands over the next column. */
const isOtherLabel = /^(?:affiliations?|published|updated|date|doi|contents|abstract|share|comments?)$/i

/** Two to six words, each with a capital or of a script without. */
function nameLike(text: string | undefined): string | undefined {
  if (text === undefined || isOtherLabel.test(text)) return undefined
  return /^\p{L}/u.test(text) && !/^\p{Ll}+,? \P{Lu}/u.test(text) ? text : undefined
}

/** A line with the title that is called an author, or whose only link leads to one. */
function written(near: readonly NearBlock[], isSite: (name: string) => boolean): string | undefined {
  for (const { text, block } of near) {
    if (text.length > 150 || isOfQuote(block)) continue
    const isCalled = [block, block.parentElement, block.parentElement?.parentElement].some(
      (one) => one && /author|byline|contributor|writer/i.test(names(one)) && plainText(one).length < 200,
    )
    const link = isCalled ? null : block.querySelector(authorLink)
    const name = link ? cleaned(plainText(link)) : isCalled ? nameIn(block) : undefined
    if (name !== undefined && !isSite(name)) return name
  }
  return undefined
}

/** A line with the title, close to a day, beside a picture that is called the same: whoever is to be seen there. */
function pictured(near: readonly NearBlock[]): string | undefined {
  for (const [at, { text, block }] of near.entries()) {
    if (text.length > 60 || !isPersonName.test(text) || !near.slice(Math.max(0, at - 2), at + 3).some(saysYear))
      continue
    const around = block.parentElement?.parentElement ?? block
    const images = plainText(around).length > longestByline ? [] : around.querySelectorAll('img[alt]')
    for (const image of images) if (foldedApart(image.getAttribute('alt') ?? '') === foldedApart(text)) return text
  }
  return undefined
}

function saysYear({ text }: NearBlock): boolean {
  return text.length < 60 && /\b(?:19|20)\d\d\b/.test(text)
}

/** A line anywhere that says who wrote, where all that do name the same; in the text itself others may be quoted. */
function signedBelow(lines: readonly NearBlock[], isSite: (name: string) => boolean): string | undefined {
  const found = new Set<string>()
  for (const [at, { text, block }] of lines.entries()) {
    if (
      text.length > 100 ||
      !(byWriter.test(text) || isWriterLabel.test(text)) ||
      standsIn(block, elsewhere) ||
      isOfQuote(block)
    )
      continue
    const next = isWriterLabel.test(text) ? lines[at + 1]?.block : undefined
    const name = next ? nameIn(next.closest('ul') ?? next) : nameIn(block, saidFirst(text))
    if (name?.split(/, | and /).every((one) => isPersonName.test(one)) && !isSite(name)) found.add(name)
  }
  return found.size === 1 ? [...found][0] : undefined
}

const byWriter =
  /^(?:(?:this (?:post|article|story) was )?(?:written|authored) by|(?:author|autor|autorin|auteur|autore|text|texte|texto|testo|tekst)(?:\(s\))?:|(?:текст|автор|автор текста):|escrito por|écrit par|verfasst von|geschrieben von)\s/i
const isWriterLabel =
  /^(?:written by|(?:about the )?author|author\(s\)|authors|autor|autorin|auteur|über den autor|verfasst von|écrit par|escrito por):?$/i

/** Of a letter in a list's archive: a name, and where letters reach whose it is, as archives write it for people only. */
function sender(near: readonly NearBlock[]): string | undefined {
  for (const { block } of near) {
    const link = block.querySelector('b + a[href^="mailto:"], strong + a[href^="mailto:"]')
    const name = link?.previousElementSibling
    if (link && name && /^\S+ at \S+$/.test(plainText(link))) return nameLike(cleaned(plainText(name)))
  }
  return undefined
}

const authorLink = 'a[href*="/author/"], a[href*="/authors/"], a[href*="/contributor/"], a[href*="/contributors/"]'

/** Who began a thread: the first of those whose posts stand on the page. */
function opener({ document, called }: Source, isSite: (name: string) => boolean): string | undefined {
  if ([...findCalled(document, posts, called)].length < 2) return undefined
  for (const one of findCalled(document, posters, called)) {
    if (one.closest('nav, aside, footer, header') || !one.closest(posts.join(', '))) continue
    const name = cleaned(plainText(one))
    return name === undefined || isSite(name) ? undefined : name
  }
  return undefined
}

const posts = ['[class*=post]', '[class*=message]', '[class*=Post]', '[class*=topic]', '[id^=post]', '[id^=msg]']
const posters = [
  '[class~=username]',
  '[class*=user-name]',
  '[class*=PostUser-name]',
  '[class*=poster] a',
  '[class*=message-name]',
  '[class~=author]',
  '[data-author] [class*=author]',
]

/** The names of its links, else its first line that is more than a label; where it is told, only of what stands in `said`. */
function nameIn(element: Element, said?: string): string | undefined {
  const stated = element.querySelector('meta[itemprop~=name][content]')?.getAttribute('content')
  if (stated) return cleaned(stated)
  const inner = [...element.querySelectorAll('[rel~=author], [itemprop~=name]')]
  const links =
    inner.length > 0 ? inner : [...element.querySelectorAll('a[href]')].filter((link) => !link.matches(topic))
  const texts = links.map(firstLine).filter((text) => text.split(' ').length <= 5)
  // So many are a menu.
  if (texts.length > manyNames) return undefined
  const linked = joined(said === undefined ? texts : texts.filter((text) => said.includes(text)))
  if (linked !== undefined && /\p{L}/u.test(linked)) return linked
  if (said !== undefined && texts.length > 0) return cleaned(said)
  const several = said === undefined ? peopleIn(element) : undefined
  if (several !== undefined) return several
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const line = (walker.currentNode as Text).data.replace(/\s+/g, ' ').trim()
    if (line === '' || isLabel.test(line) || walker.currentNode.parentElement?.matches(topic)) continue
    return cleaned(line)
  }
  return undefined
}

/** Where two or more boxes of one kind begin with a name each. */
function peopleIn(element: Element): string | undefined {
  const boxes = [...element.children].filter((one) => one.className !== '' && hasText(one))
  const alike = boxes.filter((one) => one.className === boxes[0]?.className)
  if (alike.length < 2 || alike.length > manyNames) return undefined
  const people = alike.map((one) => plainText(one.querySelector('p, div, span, a') ?? one))
  return people.every((name) => isPersonName.test(name)) ? joined(people) : undefined
}

/** Two to four words, each with a capital. */
export const isPersonName = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u

/** What the article is about. */
const topic = '[rel~=tag], [class~=tag], [class*=category], [href*="/tag/"], [href*="/tags/"], [href*="/category/"]'
const manyNames = 12

/** Without what stands below it in a box of its own: a role, a place. */
function firstLine(element: Element): string {
  const whole = plainText(element)
  const first = element.querySelector('p, div, span, h2, h3, h4, h5')
  const own = first ? plainText(first) : ''
  return own !== '' && whole.startsWith(own) && /^\p{Lu}/u.test(whole.slice(own.length)) ? own : whole
}

const isLabel =
  /^((?:(?:written|posted|reported|words|story|text|article|authored|created|started) )?by|author|authors|contributors?|thread starter|von|par|por|di|door|and|&|,|:|·|\||-)[:\s]*$/i

function joined(all: readonly string[]): string | undefined {
  const unique: string[] = []
  for (const one of all) {
    const name = cleaned(one)
    if (name !== undefined && !unique.some((other) => foldedApart(other).includes(foldedApart(name)))) unique.push(name)
  }
  return unique.length > 0 ? unique.slice(0, 10).join(', ') : undefined
}

const by =
  /^(?:(?:written|posted|reported|words|story|text|authored|recipe|article|review|created|published) by|by|via|author|contributors?(?=:)|thread starter|von|par|por|di|door|av|af|автор|โดย|بقلم|מאת)[\s:]+|^(?:作者|文|記者|撰文|نویسنده|الكاتب|लेखक)\s*[:：]\s*/iu

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
    .replace(/\s(?:\p{L}{0,2}기자|특파원|논설위원)$/u, '') // what they are
    .trim()
  if (name.length < 2 || name.length > 100 || !/\p{L}/u.test(name)) return undefined
  if (
    /https?:|www\.|@|\.(com|org|net)\b|^\d|\b(19|20)\d\d\b|^admin|^staff$|^author$|^unknown$|^null$|^undefined$|^webmaster$|^menu$|^(shop|buy|sign|log|learn|click) (now|up|in|more|here)\b|\$|^share\b|^follow\b|^read\b|^view\b|^more\b|^updated\b|\bposts?\b|\bcomments?\b|^the author$|^\w+(\.\w+){2,}$|^\w+: |\badmin$|\bbio$|^discussion$/i.test(
      name,
    )
  ) {
    return undefined
  }
  return name.split(' ').length > 12 ? undefined : name
}
