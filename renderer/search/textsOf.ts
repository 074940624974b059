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
  about.push(...sentencesOnlyIn(article.excerpt ?? '', text.slice(0, farthest)))
  return {
    title: article.title,
    notes: [article.note ?? '', ...notes].join('\n'),
    about: about.filter(Boolean).join('\n'),
    text,
  }
}

/** An excerpt is the page's own summary, or how the text begins; what stands there as well need not be found twice. */
function sentencesOnlyIn(excerpt: string, text: string): string[] {
  if (excerpt === '') return []
  const beginning = ` ${text.replace(/\s+/g, ' ')}`
  return excerpt
    .replace(/\s+/g, ' ')
    .split(/(?<=[.!?…]) /)
    .filter((sentence) => !beginning.includes(` ${sentence.replace(/ ?(?:…|\.\.\.)$/, '')}`))
}

/** An excerpt is looked for in so many characters of the text. */
const farthest = 2_000

/** The words of the path say what a page is about, often in another way than its title. */
function addressWords(url: string): string[] {
  try {
    const { hostname, pathname } = new URL(url)
    return [hostname.replace(/^www\./, ''), decodeURIComponent(pathname)]
  } catch {
    return [] // no address, or one with a broken escape: it has no words
  }
}
