// What the page says of itself, from the places where pages say it, the most deliberate first: JSON-LD, meta elements, microdata, what is
// visibly a byline or a date. Nothing is guessed: what the page does not state stays unknown.
import { aroundHeading } from './aroundHeading.ts'
import { byline } from './byline.ts'
import type { Called } from './called.ts'
import { clipped } from './clipped.ts'
import { machineDate } from './dates.ts'
import type { Draft, Facts } from './draft.ts'
import { decodeEntities } from './entities.ts'
import { folded } from './folded.ts'
import { hasType, list, namesOf, textOf, type LinkedObject } from './jsonLd.ts'
import { published, revisionShown } from './published.ts'
import { paragraphs } from './text.ts'
import { resolve } from './addresses.ts'
import { title } from './title.ts'
import { titleOfTextFile } from './textFile.ts'

export function metadata(draft: Draft) {
  const { document, url, base } = draft
  const source = readSource(draft)
  const facts: Facts = {}
  const set = <K extends keyof Facts>(key: K, value: Facts[K] | undefined) => {
    if (value !== undefined && value !== '') facts[key] = value
  }
  set('lang', language(source))
  set('dir', direction(document, facts.lang))
  set('siteName', clipped(siteName(source), 200))
  set('isArticle', isArticle(source))
  const found =
    title(source, facts.siteName, new URL(url), facts.isArticle !== undefined) ??
    titleOfTextFile(document, new URL(url))
  set('title', clipped(found, titleCharacters) ?? '')
  const { list: lines } = paragraphs(document.body)
  const near = aroundHeading(lines, facts.title ?? '')
  set('byline', clipped(byline(source, facts.siteName, near, lines, facts.isArticle !== undefined), 300))
  const revised = modified(source) ?? revisionShown(near, facts.lang)
  set('publishedAt', published(source, url, facts.lang, near, lines, revised))
  set('modifiedAt', revised)
  set('description', clipped(description(source), 1_000))
  set('licence', licence(source, base))
  set('canonicalUrl', canonical(source, url, base))
  set('leadImage', leadImage(source))
  if (source.article && isFalse(source.article['isAccessibleForFree'])) facts.forPayers = true
  set('kinds', kinds(source))
  draft.facts = facts
}

/** Where the facts come from. */
export type Source = {
  readonly document: Document
  readonly linked: readonly LinkedObject[]
  /** What the page calls its elements: see called.ts. */
  readonly called: Called
  /** The linked object that is this page's article. */
  readonly article: LinkedObject | undefined
  meta(...keys: readonly string[]): string | undefined
  metas(...keys: readonly string[]): string[]
}

const titleCharacters = 300

function readSource({ document, linked, called }: Draft): Source {
  const byKey = new Map<string, string[]>()
  for (const element of document.querySelectorAll('meta[content]')) {
    const value = element.getAttribute('content')?.replace(/\s+/g, ' ').trim()
    const keys = `${element.getAttribute('name') ?? ''} ${element.getAttribute('property') ?? ''} ${element.getAttribute('itemprop') ?? ''}`
    if (!value) continue
    for (const key of new Set(keys.toLowerCase().split(/\s+/).filter(Boolean))) {
      byKey.set(key, [...(byKey.get(key) ?? []), value])
    }
  }
  const metas = (...keys: readonly string[]) => keys.flatMap((key) => byKey.get(key) ?? [])
  return { document, linked, called, article: articleOf(linked, document), metas, meta: (...keys) => metas(...keys)[0] }
}

const articleTypes =
  /Article|BlogPosting|Report|SocialMediaPosting|DiscussionForumPosting|Review$|Recipe|HowTo|QAPage|Question$|Book|Course|VideoObject|PodcastEpisode/

const ofOtherThings = /VideoObject|PodcastEpisode|Book$|Course|Review$/

/** Pages carry objects of other articles too; the one that bears the page's title is meant, else the only one. */
function articleOf(linked: readonly LinkedObject[], document: Document): LinkedObject | undefined {
  const articles = linked.filter((object) => hasType(object, /Article|BlogPosting|Report/))
  const candidates = articles.length > 0 ? articles : linked.filter((object) => hasType(object, articleTypes))
  const pageTitle = folded(document.title)
  const named = candidates.find((object) => {
    const headline = folded(textOf(object['headline']) ?? textOf(object['name']) ?? '')
    return headline !== '' && pageTitle.includes(headline)
  })
  if (named) return named
  const [only] = candidates
  // A film or a book on the page is what the page is about only where the page is called so.
  if (candidates.length === 1) return only && hasType(only, ofOtherThings) ? undefined : only
  return candidates.find((object) => object['mainEntityOfPage'] !== undefined)
}

function isArticle({ article, meta }: Source): Facts['isArticle'] {
  if (article && hasType(article, /Article$|BlogPosting$|Report$/)) return 'in-linked-data'
  return article === undefined && /^article$/i.test(meta('og:type') ?? '') ? 'in-meta' : undefined
}

/** Of the whole page, whatever it is about. */
function kinds({ linked, meta }: Source): string {
  const types = linked.flatMap((object) => list(object['@type'])).filter((type) => typeof type === 'string')
  return [...types, meta('og:type') ?? ''].join(' ').toLowerCase().trim()
}

function language({ document, meta, article }: Source): string | undefined {
  const stated = [
    document.documentElement.getAttribute('lang'),
    document.documentElement.getAttribute('xml:lang'),
    document.body.getAttribute('lang'),
    textOf(article?.['inLanguage']),
    meta('og:locale', 'content-language', 'dc.language'),
    document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content'),
  ]
  for (const value of stated) {
    const tag = value?.trim().replace(/_/g, '-')
    if (!tag || !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) continue
    try {
      return Intl.getCanonicalLocales(tag)[0]
    } catch {
      continue // not a language tag
    }
  }
  return undefined
}

const rightToLeft = /^(ar|he|iw|fa|ur|yi|ps|sd|ug|dv|ckb)\b/i

function direction(document: Document, lang: string | undefined): 'ltr' | 'rtl' | undefined {
  const stated = document.body.getAttribute('dir') ?? document.documentElement.getAttribute('dir')
  const value = stated?.toLowerCase()
  if (value === 'rtl' || value === 'ltr') return value
  return lang !== undefined && rightToLeft.test(lang) ? 'rtl' : undefined
}

function siteName({ meta, article, linked }: Source): string | undefined {
  const publisher = namesOf(article?.['publisher'], linked)[0]?.name
  const site = linked.find((object) => hasType(object, /^WebSite$/))
  return (
    meta('og:site_name') ??
    publisher ??
    textOf(site?.['name']) ??
    meta('application-name', 'twitter:app:name:iphone', 'dc.publisher')
  )
}

function description({ meta, article }: Source): string | undefined {
  const text =
    meta('og:description', 'description', 'twitter:description', 'dc.description') ?? textOf(article?.['description'])
  return text === undefined ? undefined : decodeEntities(text)
}

function modified({ article, metas }: Source): string | undefined {
  for (const value of [
    textOf(article?.['dateModified']),
    ...metas('article:modified_time', 'og:updated_time', 'datemodified', 'dcterms.modified', 'last-modified'),
  ]) {
    const date = value === undefined ? undefined : machineDate(value)
    if (date !== undefined) return date
  }
  return undefined
}

function licence({ document, article }: Source, base: string): string | undefined {
  const link = document.querySelector(':is(link, a)[rel~=license][href]')?.getAttribute('href')
  const stated = textOf(article?.['license']) ?? link ?? undefined
  if (stated === undefined) return undefined
  return /^https?:|^\//.test(stated) ? resolve(stated, base) : clipped(stated, 300)
}

/** A page sometimes names its site's front page, or an address of the machine it was made on; neither is its address. */
function canonical({ document, meta }: Source, url: string, base: string): string | undefined {
  const stated = document.querySelector('link[rel~=canonical][href]')?.getAttribute('href') ?? meta('og:url')
  const absolute = stated ? resolve(stated, base) : undefined
  if (!absolute || !/^https?:/.test(absolute)) return undefined
  const [there, here] = [new URL(absolute), new URL(url)]
  const isFrontPage = there.pathname === '/' && there.search === '' && here.pathname !== '/'
  if (isFrontPage || there.username !== '' || !there.hostname.includes('.') !== !here.hostname.includes('.'))
    return undefined
  return absolute
}

function leadImage({ metas, document }: Source): string | undefined {
  for (const address of metas('og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image')) {
    const name = assetIn(address)
    if (name) return name
  }
  return assetIn(document.querySelector('link[rel=image_src]')?.getAttribute('href') ?? '')
}

function assetIn(address: string): string | undefined {
  return /^offprint-asset:([0-9a-f]{64}\.[a-z0-9]{1,5})$/.exec(address)?.[1]
}

function isFalse(value: unknown): boolean {
  return list(value).some((one) => one === false || (typeof one === 'string' && /^false$/i.test(one)))
}
