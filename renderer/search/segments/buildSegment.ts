// Articles -> a segment. All words go into flat arrays and are sorted by counting, so that a thousand articles are one piece of work.
import { eachSpan, exactOf, foldedOf, joinedOf, joins, partsOf, termOf } from '../tokenise.ts'
import { stem, stemAnew } from '../stem.ts'
import { encodeKey } from './bytes.ts'
import { countIn, fieldGap, most, textFields, unitOf, type TextField } from './fields.ts'
import type { PostingsWriter } from './postings.ts'
import { endsPerArticle } from './segment.ts'
import { SegmentWriter } from './segmentWriter.ts'
import { WordTable } from './wordTable.ts'

export type Texts = Readonly<Record<TextField, string>>

/** Places written between two pauses; a word of the dictionary takes as long as so many. */
const atOnce = 8_192
const costOfWord = 16
/** Fewer may be among the stems that are remembered. */
const manyTerms = 5_000

export class SegmentBuilder {
  readonly #numbers = new Map<string, number>()
  readonly #terms: string[] = []
  /** The stemmers of the languages a word was met in, a bit each. */
  #stemmers = new Uint32Array(1_024)
  /** Words by how they are written: the number of the term, or of one of `severals`, counted down from -1. */
  readonly #raws = new WordTable()
  /** A term and its parts. */
  readonly #severals: (readonly number[])[] = []
  /** Terms in the order of the text, and where each stands. */
  #words: Uint32Array<ArrayBuffer>
  #places: Uint32Array<ArrayBuffer>
  #length = 0
  /** Of each article: where its words end, and its fields. */
  readonly #wordEnds: number[] = []
  readonly #fieldEnds: number[] = []

  /** `words`: about how many are expected. */
  constructor(words = 2_048) {
    this.#words = new Uint32Array(words)
    this.#places = new Uint32Array(words)
  }

  get articles(): number {
    return this.#wordEnds.length
  }

  get words(): number {
    return this.#length
  }

  /** Returns how long the article is, in words. */
  add(texts: Texts, stemmer: number | undefined): number {
    const bit = stemmer === undefined ? 0 : 1 << stemmer
    const begin = this.#length
    let place = 0
    for (const field of textFields) {
      const text = texts[field]
      let beforeStart = 0
      let before = -2
      eachSpan(text, (start, end, hash) => {
        const known = this.#raws.find(text, start, end, hash) ?? this.#meet(text, start, end, hash)
        if (known >= 0) this.#put(known, place, bit)
        else for (const number of this.#severals[-1 - known]!) this.#put(number, place, bit)
        if (start === before + 1 && joins(text, before, start)) {
          const joined = joinedOf(text.slice(beforeStart, before), text.slice(start, end))
          if (joined !== undefined) this.#put(this.#numberOf(joined), place - 1, bit)
        }
        place += 1
        beforeStart = start
        before = end
      })
      if (before >= 0) place += fieldGap
      if (field !== 'text') this.#fieldEnds.push(place)
    }
    this.#wordEnds.push(this.#length)
    return this.#length - begin
  }

  /** Writes the segment in pieces, and pauses wherever it yields; returns how long it is. Nothing is added any more. */
  *build(write: (bytes: Uint8Array) => void): Generator<void, number> {
    const terms = this.#terms
    const order = yield* inOrder(terms)
    const { starts, articles, places } = yield* this.#sorted()
    const writer = new SegmentWriter(write, this.articles)
    const stems = new Map<string, number[]>()
    const stemOf = terms.length > manyTerms ? stemAnew : stem
    let done = 0
    for (let rank = 0; rank < order.length; rank++) {
      const term = order[rank]!
      this.#writePostings(writer.postings, articles, places, starts[term]!, starts[term + 1]!)
      const text = terms[term]!
      const key = encodeKey(text)
      writer.endTerm(key, key.length)
      for (let bits = this.#stemmers[term]!; bits !== 0; bits &= bits - 1) {
        const stemmed = stemOf(exactOf(text), 31 - Math.clz32(bits & -bits))
        // A word is always looked for under itself too.
        if (stemmed === foldedOf(text)) continue
        const words = stems.get(stemmed)
        if (!words) stems.set(stemmed, [rank])
        else if (words.at(-1) !== rank) words.push(rank)
      }
      done += starts[term + 1]! - starts[term]! + costOfWord
      if (done < atOnce) continue
      done = 0
      yield
    }
    const stemmed = [...stems.keys()]
    for (const number of yield* inOrder(stemmed)) {
      const text = stemmed[number]!
      const key = encodeKey(text)
      writer.stem(key, key.length, stems.get(text)!)
    }
    yield
    const ends = new DataView(new ArrayBuffer(this.#fieldEnds.length * 4))
    for (const [at, end] of this.#fieldEnds.entries()) ends.setUint32(at * 4, end, true)
    return yield* writer.finish(new Uint8Array(ends.buffer))
  }

  #writePostings(postings: PostingsWriter, articles: Uint32Array, places: Uint32Array, from: number, to: number): void {
    postings.begin()
    for (let at = from; at < to;) {
      const article = articles[at]!
      let end = at + 1
      while (end < to && articles[end] === article) end += 1
      // Once in the text and nowhere else is by far the most frequent.
      if (end - at === 1 && places[at]! >= this.#fieldEnds[article * endsPerArticle + endsPerArticle - 1]!) {
        postings.article(article, 1)
        postings.place(places[at]!)
        at = end
        continue
      }
      let counts = 0
      let kept = at
      for (let next = at; next < end; next++) {
        const place = places[next]!
        const field = this.#fieldOf(article, place)
        if (countIn(counts, field) === most[field]) continue
        counts += unitOf(field)
        places[kept++] = place
      }
      postings.article(article, counts)
      for (let next = at, before = 0; next < kept; next++) {
        postings.place(places[next]! - before)
        before = places[next]!
      }
      at = end
    }
  }

  #fieldOf(article: number, place: number): TextField {
    const at = article * endsPerArticle
    for (let field = 0; field < endsPerArticle; field++)
      if (place < this.#fieldEnds[at + field]!) return textFields[field]!
    return 'text'
  }

  /** All words with article and place, those of one term together, in order. */
  *#sorted() {
    const starts = new Uint32Array(this.#terms.length + 1)
    for (let at = 0; at < this.#length; at++) {
      starts[this.#words[at]! + 1]! += 1
      if (at % (atOnce * 16) === 0) yield
    }
    for (let term = 1; term < starts.length; term++) starts[term]! += starts[term - 1]!
    const next = starts.slice()
    const articles = new Uint32Array(this.#length)
    const places = new Uint32Array(this.#length)
    let at = 0
    for (const [article, end] of this.#wordEnds.entries()) {
      for (; at < end; at++) {
        const to = next[this.#words[at]!]!++
        articles[to] = article
        places[to] = this.#places[at]!
      }
      if (article % 64 === 0) yield
    }
    return { starts, articles, places }
  }

  #put(term: number, place: number, bit: number): void {
    const at = this.#length
    if (at === this.#words.length) {
      this.#words = grown(this.#words)
      this.#places = grown(this.#places)
    }
    this.#words[at] = term
    this.#places[at] = place
    this.#length = at + 1
    if ((this.#stemmers[term]! & bit) !== bit) this.#stemmers[term]! |= bit
  }

  #meet(text: string, start: number, end: number, hash: number): number {
    const raw = text.slice(start, end)
    const term = this.#numberOf(termOf(raw))
    const parts = partsOf(raw)?.filter((part) => part !== '') ?? []
    const number =
      parts.length === 0 ? term : -this.#severals.push([term, ...parts.map((part) => this.#numberOf(part))])
    this.#raws.add(text, start, end, hash, number)
    return number
  }

  #numberOf(term: string): number {
    const known = this.#numbers.get(term)
    if (known !== undefined) return known
    const number = this.#terms.length
    const own = ownCopy(term)
    this.#numbers.set(own, number)
    this.#terms.push(own)
    if (number === this.#stemmers.length) this.#stemmers = grown(this.#stemmers)
    return number
  }
}

/** The numbers of the words in their order. Words that begin alike are sorted together: most comparisons are saved by that. */
function* inOrder(terms: readonly string[]): Generator<void, Uint32Array> {
  const groups = new Map<string, number[]>()
  for (const [number, term] of terms.entries()) {
    const beginning = term.slice(0, 3)
    const group = groups.get(beginning)
    if (group) group.push(number)
    else groups.set(beginning, [number])
    if (number % atOnce === 0) yield
  }
  const order = new Uint32Array(terms.length)
  let at = 0
  for (const beginning of [...groups.keys()].sort()) {
    const group = groups.get(beginning)!.sort((a, b) => (terms[a]! < terms[b]! ? -1 : 1))
    order.set(group, at)
    at += group.length
    yield
  }
  return order
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
