// What an article is besides its words, as filters ask for it.
import type { Article } from '../../preload/article.ts'
import { dayOf } from './days.ts'
import { foldPhrase } from './foldPhrase.ts'
import type { Filter, StateName } from './operators.ts'

export type Facts = {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly savedAt: number
  readonly savedDay: string
  readonly publishedDay: string
  /** As the page states it; '' when it does not. */
  readonly publishedAt: string
  readonly tags: readonly string[]
  readonly host: string
  readonly siteName: string
  readonly author: string
  readonly lang: string
  readonly words: number
  readonly states: readonly StateName[]
  readonly hasNote: boolean
  readonly hasImage: boolean
  readonly hasPdf: boolean
}

export function factsOf(article: Article): Facts {
  const saved = new Date(article.savedAt)
  const savedDay = dayOf(saved)
  const states: StateName[] = [article.place === 'archive' ? 'archived' : article.place]
  if (article.progress === 0) states.push('unread')
  if (article.favourite) states.push('favourite')
  if (article.highlights > 0) states.push('highlighted')
  return {
    id: article.id,
    savedAt: saved.getTime(),
    savedDay,
    // As the page states it, whatever the day is where the reader is.
    publishedDay: article.publishedAt?.slice(0, 10) ?? savedDay,
    publishedAt: article.publishedAt ?? '',
    tags: article.tags.map(foldPhrase),
    host: hostOf(article.url),
    siteName: foldPhrase(article.siteName ?? ''),
    author: foldPhrase(article.byline ?? ''),
    lang: (article.lang ?? '').toLowerCase(),
    words: article.words,
    states: article.trashed ? ['trashed'] : states,
    hasNote: article.note !== undefined,
    hasImage: article.thumbnail !== undefined && article.thumbnailOf !== 'page',
    hasPdf: article.pdf !== undefined,
  }
}

export function matches(facts: Facts, filter: Filter): boolean {
  switch (filter.kind) {
    case 'tag':
      return isTagged(facts.tags, filter)
    case 'site':
      return isFrom(facts.host, facts.siteName, filter)
    case 'author':
      return facts.author.includes(filter.author)
    case 'lang':
      return isIn(facts.lang, filter)
    case 'is':
      return facts.states.includes(filter.state)
    case 'has':
      return { note: facts.hasNote, image: facts.hasImage, pdf: facts.hasPdf }[filter.thing]
    case 'words':
      return facts.words >= filter.range.from && facts.words <= filter.range.to
    case 'published':
      return facts.publishedDay >= filter.days.from && facts.publishedDay < filter.days.to
    case 'saved':
      return facts.savedDay >= filter.days.from && facts.savedDay < filter.days.to
  }
}

export function isTagged(tags: readonly string[], { tag: asked, open }: Extract<Filter, { kind: 'tag' }>): boolean {
  return tags.some((tag) => tag === asked || tag.startsWith(`${asked}/`) || (open && tag.startsWith(asked)))
}

export function isFrom(host: string, siteName: string, { site, open }: Extract<Filter, { kind: 'site' }>): boolean {
  return (
    host === site ||
    host.endsWith(`.${site}`) ||
    siteName.includes(site) ||
    (open && host.split('.').some((_, index, parts) => parts.slice(index).join('.').startsWith(site)))
  )
}

export function isIn(lang: string, filter: Extract<Filter, { kind: 'lang' }>): boolean {
  return lang === filter.lang || lang.startsWith(`${filter.lang}-`)
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '')
  } catch {
    return '' // an import may carry what is no address; it has no host to ask for
  }
}
