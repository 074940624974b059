// An article as it is found: its words, field by field.
import type { Article } from '../../preload/article.ts'
import type { Texts } from './segments/buildSegment.ts'

/** `notes`: the notes on its highlights; `quotes`: what was highlighted. */
export type Indexed = {
  readonly article: Article
  readonly text: string
  readonly notes: readonly string[]
  readonly quotes?: readonly string[]
}

export function textsOf({ article, text, notes, quotes = [] }: Indexed): Texts {
  const about = [article.byline, article.siteName, ...article.tags, ...addressWords(article.url), ...quotes]
  // An excerpt is the page's own summary, or how the text begins; that need not be found twice.
  if (article.excerpt && !text.startsWith(article.excerpt.slice(0, 40))) about.push(article.excerpt)
  return {
    title: article.title,
    notes: [article.note ?? '', ...notes].join('\n'),
    about: about.filter(Boolean).join('\n'),
    text,
  }
}

/** The words of the path say what a page is about, often in another way than its title. */
function addressWords(url: string): string[] {
  try {
    const { hostname, pathname } = new URL(url)
    return [hostname.replace(/^www\./, ''), decodeURIComponent(pathname)]
  } catch {
    return [] // no address, or one with a broken escape: it has no words
  }
}
