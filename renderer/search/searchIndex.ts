// The index: articles in, ranked answers out. In the memory of one worker; knows nothing of Dexie or messages.
import type { Article } from '../../preload/article.ts'
import { evaluate, type Answer } from './evaluate.ts'
import { factsOf, type Facts } from './facts.ts'
import type { Query } from './parseQuery.ts'
import { TextIndex, type Texts } from './textIndex.ts'

/** `notes`: the notes on its highlights. */
export type Indexed = { readonly article: Article; readonly text: string; readonly notes: readonly string[] }

export class SearchIndex {
  readonly #texts = new TextIndex()
  readonly #facts: (Facts | undefined)[] = []
  readonly #numbers = new Map<string, number>()
  /** Of the words an article was put in with, so that an act that changes none of them costs nothing. */
  readonly #marks: string[] = []

  get articleCount(): number {
    return this.#numbers.size
  }

  has(id: string): boolean {
    return this.#numbers.has(id)
  }

  /** Adds an article, or replaces it. */
  put({ article, text, notes }: Indexed): void {
    const about = [article.byline, article.siteName, ...article.tags, ...addressWords(article.url)]
      .filter(Boolean)
      .join('\n')
    const texts: Texts = { title: article.title, text, notes: [article.note ?? '', ...notes].join('\n'), about }
    const mark = [article.version, text.length, texts.title, texts.notes, about].join('\n')
    const known = this.#numbers.get(article.id)
    if (known !== undefined && this.#marks[known] === mark) {
      this.#facts[known] = factsOf(article)
      return
    }
    this.remove(article.id)
    const number = this.#texts.add(texts)
    this.#numbers.set(article.id, number)
    this.#facts[number] = factsOf(article)
    this.#marks[number] = mark
  }

  remove(id: string): void {
    const number = this.#numbers.get(id)
    if (number === undefined) return
    this.#texts.remove(number)
    this.#numbers.delete(id)
    this.#facts[number] = undefined
    this.#marks[number] = ''
  }

  search(query: Query, page: { readonly limit: number; readonly offset: number }, now: number): Answer {
    return evaluate(query, this.#texts, this.#facts, page, now)
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
