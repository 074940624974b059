// The words of all articles, in memory: for each word the articles it is in, and for each article its words in order.
// Numbers in flat arrays, no object a word or place, so that 10,000 articles take some tens of megabytes.
import { eachToken, foldWord } from './tokenise.ts'

export type Texts = { readonly title: string; readonly text: string; readonly notes: string; readonly about: string }

/** In the order they stand in an article's words. `about`: byline, site, tags and address. */
export const textFields = ['title', 'text', 'notes', 'about'] as const
export type TextField = (typeof textFields)[number]

/** How often a word stands in each field, in one number of 30 bits, which the engine keeps without a box. */
const shifts = { text: 0, title: 14, notes: 20, about: 25 } as const
const most = { text: 0x3fff, title: 0x3f, notes: 0x1f, about: 0x1f } as const

export function countIn(counts: number, field: TextField): number {
  return (counts >> shifts[field]) & most[field]
}

/** Dead postings are swept out when there are this many more than living articles. */
const deadShare = 0.25

export class TextIndex {
  /** Numbers of articles in use run below this. */
  get size(): number {
    return this.#words.length
  }
  get articleCount(): number {
    return this.#live
  }
  get averageLength(): number {
    return this.#live === 0 ? 1 : this.#totalLength / this.#live
  }
  get termCount(): number {
    return this.#terms.length
  }

  readonly #ids = new Map<string, number>()
  readonly #terms: string[] = []
  /** Article, counts, article, counts ...; articles ascending, removed ones among them. */
  readonly #postings: number[][] = []
  /** In how many living articles a word is. */
  readonly #articlesWith: number[] = []
  readonly #words: (Uint32Array | undefined)[] = []
  /** Four a article: where each field ends in its words. */
  readonly #ends: number[] = []
  #live = 0
  #dead = 0
  #totalLength = 0
  /** Terms in order, without the newest ones, which are looked through one by one until there are many. */
  #sorted: number[] = []
  #sortedCount = 0
  /** Of the article that is being added: its words, and how often each is in it. */
  #scratch = new Uint32Array(4_096)
  #counts = new Uint32Array(4_096)

  /** The number of the new article. */
  add(texts: Texts): number {
    const article = this.#words.length
    const different: number[] = []
    let length = 0
    for (const field of textFields) {
      const unit = 1 << shifts[field]
      const full = most[field] * unit
      eachToken(texts[field], (raw) => {
        const term = this.#termOf(raw)
        if (length === this.#scratch.length) this.#scratch = grown(this.#scratch)
        this.#scratch[length++] = term
        const before = this.#counts[term] ?? 0
        if (before === 0) different.push(term)
        if ((before & full) !== full) this.#counts[term] = before + unit
      })
      this.#ends.push(length)
    }
    this.#words.push(this.#scratch.slice(0, length))
    for (const term of different) {
      this.#postings[term]?.push(article, this.#counts[term] ?? 0)
      this.#articlesWith[term] = (this.#articlesWith[term] ?? 0) + 1
      this.#counts[term] = 0
    }
    this.#live += 1
    this.#totalLength += length
    return article
  }

  remove(article: number): void {
    const words = this.#words[article]
    if (!words) return
    for (const term of new Set(words)) this.#articlesWith[term] = (this.#articlesWith[term] ?? 0) - 1
    this.#words[article] = undefined
    this.#live -= 1
    this.#dead += 1
    this.#totalLength -= words.length
    if (this.#dead > 200 && this.#dead > deadShare * this.#live) this.#sweep()
  }

  isAlive(article: number): boolean {
    return this.#words[article] !== undefined
  }

  lengthOf(article: number): number {
    return this.#words[article]?.length ?? 0
  }

  /** The number of a word, or undefined when no article has ever held it. */
  term(word: string): number | undefined {
    return this.#ids.get(word)
  }

  /** In how many articles. */
  articlesWith(term: number): number {
    return this.#articlesWith[term] ?? 0
  }

  /** The numbers of all words that begin so, the word itself included. */
  termsFrom(prefix: string): number[] {
    this.#sort()
    const found: number[] = []
    for (let at = this.#lowerBound(prefix); at < this.#sorted.length; at++) {
      const term = this.#sorted[at] ?? 0
      if (!this.#terms[term]?.startsWith(prefix)) break
      found.push(term)
    }
    for (let term = this.#sortedCount; term < this.#terms.length; term++)
      if (this.#terms[term]?.startsWith(prefix)) found.push(term)
    return found.filter((term) => this.articlesWith(term) > 0)
  }

  termsWith(part: string): number[] {
    const found: number[] = []
    for (const [term, word] of this.#terms.entries())
      if (word.includes(part) && this.articlesWith(term) > 0) found.push(term)
    return found
  }

  /** Calls back for each article with the word, in ascending order. */
  eachPosting(term: number, visit: (article: number, counts: number) => void): void {
    const postings = this.#postings[term] ?? []
    for (let at = 0; at < postings.length; at += 2) {
      const article = postings[at] ?? 0
      if (this.#words[article]) visit(article, postings[at + 1] ?? 0)
    }
  }

  /** How often the words stand side by side in a field; for the last place any of `last` will do. */
  countPhrase(article: number, terms: readonly number[], last: ReadonlySet<number>, field: TextField): number {
    const words = this.#words[article]
    if (!words) return 0
    const [start, end] = this.#bounds(article, field)
    let count = 0
    for (let at = start; at + terms.length < end; at++) {
      let matched = 0
      while (matched < terms.length && words[at + matched] === terms[matched]) matched += 1
      if (matched === terms.length && last.has(words[at + matched] ?? -1)) count += 1
    }
    return count
  }

  #bounds(article: number, field: TextField): readonly [number, number] {
    const at = article * textFields.length + textFields.indexOf(field)
    return [field === 'title' ? 0 : (this.#ends[at - 1] ?? 0), this.#ends[at] ?? 0]
  }

  #termOf(raw: string): number {
    // Most words stand as they are folded; then folding can be saved.
    const known = this.#ids.get(raw)
    if (known !== undefined) return known
    const folded = foldWord(raw)
    const again = this.#ids.get(folded)
    if (again !== undefined) return again
    const own = ownCopy(folded)
    const term = this.#terms.length
    this.#ids.set(own, term)
    this.#terms.push(own)
    this.#postings.push([])
    this.#articlesWith.push(0)
    if (term === this.#counts.length) this.#counts = grown(this.#counts)
    return term
  }

  #sort(): void {
    if (this.#terms.length - this.#sortedCount < 2_000 && this.#sortedCount > 0) return
    const news = Array.from({ length: this.#terms.length - this.#sortedCount }, (_, index) => this.#sortedCount + index)
    const byWord = (a: number, b: number) => ((this.#terms[a] ?? '') < (this.#terms[b] ?? '') ? -1 : 1)
    this.#sorted = merged(this.#sorted, news.sort(byWord), byWord)
    this.#sortedCount = this.#terms.length
  }

  #lowerBound(word: string): number {
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#terms[this.#sorted[middle] ?? 0] ?? '') < word) low = middle + 1
      else high = middle
    }
    return low
  }

  #sweep(): void {
    for (const [term, postings] of this.#postings.entries()) {
      let kept = 0
      for (let at = 0; at < postings.length; at += 2) {
        if (!this.#words[postings[at] ?? 0]) continue
        postings[kept++] = postings[at] ?? 0
        postings[kept++] = postings[at + 1] ?? 0
      }
      this.#postings[term]?.splice(kept)
    }
    this.#dead = 0
  }
}

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}

/** A part of a string keeps the whole string in memory: here, an article for each of its rarest words. */
function ownCopy(text: string): string {
  return text.length < 13 ? text : JSON.parse(JSON.stringify(text))
}

function merged(a: readonly number[], b: readonly number[], compare: (a: number, b: number) => number): number[] {
  const all: number[] = []
  let inA = 0
  let inB = 0
  while (inA < a.length && inB < b.length) all.push(compare(a[inA]!, b[inB]!) < 0 ? a[inA++]! : b[inB++]!)
  return [...all, ...a.slice(inA), ...b.slice(inB)]
}
