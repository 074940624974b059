// Articles -> a segment. All words go into flat arrays and are sorted by counting, so that a thousand articles are one piece of work.
import { eachToken, exactOf, foldedOf, joinedOf, joins, partsOf, termOf } from '../tokenise.ts'
import { stem } from '../stem.ts'
import { encodeKey } from './bytes.ts'
import { countIn, most, textFields, unitOf, type TextField } from './fields.ts'
import { endsPerArticle } from './segment.ts'
import { SegmentWriter } from './segmentWriter.ts'

export type Texts = Readonly<Record<TextField, string>>

export class SegmentBuilder {
  readonly #numbers = new Map<string, number>()
  readonly #terms: string[] = []
  /** The stemmers of the languages a word was met in, a bit each. */
  readonly #stemmers: number[] = []
  /** Words by how they are written: the term, then its parts. Most words are met again as they were written. */
  readonly #raws = new Map<string, number | readonly number[]>()
  #words: Uint32Array<ArrayBuffer>
  #places: Uint32Array<ArrayBuffer>
  #length = 0
  /** Of each article: where its words end, and its fields. */
  readonly #kept: number[] = []
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
      let before = -2
      let beforeRaw = ''
      eachToken(text, (raw, start) => {
        const known = this.#raws.get(raw) ?? this.#meet(raw)
        if (typeof known === 'number') this.#put(known, place, bit)
        else for (const number of known) this.#put(number, place, bit)
        if (start === before + 1 && joins(text, before, start)) {
          const joined = joinedOf(beforeRaw, raw)
          if (joined !== undefined) this.#put(this.#numberOf(joined), place - 1, bit)
        }
        place += 1
        before = start + raw.length
        beforeRaw = raw
      })
      // A place between two fields stays empty, so that no phrase runs from one into the next.
      place += 1
      if (field !== 'text') this.#fieldEnds.push(place)
    }
    this.#wordEnds.push(this.#length)
    return this.#length - begin
  }

  /** Writes the segment in pieces; returns how long it is. */
  build(write: (bytes: Uint8Array) => void): number {
    const terms = this.#terms
    const order = inOrder(terms)
    const { starts, articles, places } = this.#sorted()
    const writer = new SegmentWriter(write)
    const stems = new Map<string, number[]>()
    for (let rank = 0; rank < order.length; rank++) {
      const term = order[rank]!
      this.#writePostings(writer, articles, places, starts[term]!, starts[term + 1]!)
      const text = terms[term]!
      const key = encodeKey(text)
      writer.endTerm(key, key.length)
      for (let bits = this.#stemmers[term]!; bits !== 0; bits &= bits - 1) {
        const stemmed = stem(exactOf(text), 31 - Math.clz32(bits & -bits))
        // A word is always looked for under itself too.
        if (stemmed === foldedOf(text)) continue
        const words = stems.get(stemmed)
        if (!words) stems.set(stemmed, [rank])
        else if (words.at(-1) !== rank) words.push(rank)
      }
    }
    for (const text of [...stems.keys()].sort()) {
      const key = encodeKey(text)
      writer.stem(key, key.length, stems.get(text)!)
    }
    const ends = new DataView(new ArrayBuffer(this.#fieldEnds.length * 4))
    for (const [at, end] of this.#fieldEnds.entries()) ends.setUint32(at * 4, end, true)
    return writer.finish(this.articles, new Uint8Array(ends.buffer))
  }

  #writePostings(writer: SegmentWriter, articles: Uint32Array, places: Uint32Array, from: number, to: number): void {
    const { postings } = writer
    const kept = this.#kept
    postings.begin()
    for (let at = from; at < to;) {
      const article = articles[at]!
      let end = at
      let counts = 0
      kept.length = 0
      for (; end < to && articles[end] === article; end++) {
        const field = this.#fieldOf(article, places[end]!)
        if (countIn(counts, field) === most[field]) continue
        counts += unitOf(field)
        kept.push(places[end]!)
      }
      postings.article(article, counts)
      let before = 0
      for (const place of kept) {
        postings.place(place - before)
        before = place
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
  #sorted() {
    const starts = new Uint32Array(this.#terms.length + 1)
    for (let at = 0; at < this.#length; at++) starts[this.#words[at]! + 1]! += 1
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
    }
    return { starts, articles, places }
  }

  #put(term: number, place: number, bit: number): void {
    if (this.#length === this.#words.length) {
      this.#words = grown(this.#words)
      this.#places = grown(this.#places)
    }
    this.#words[this.#length] = term
    this.#places[this.#length++] = place
    this.#stemmers[term]! |= bit
  }

  #meet(raw: string): number | readonly number[] {
    const term = this.#numberOf(termOf(raw))
    const parts = partsOf(raw)
    const known = parts ? [term, ...parts.filter((part) => part !== '').map((part) => this.#numberOf(part))] : term
    this.#raws.set(ownCopy(raw), known)
    return known
  }

  #numberOf(term: string): number {
    const known = this.#numbers.get(term)
    if (known !== undefined) return known
    const number = this.#terms.length
    const own = ownCopy(term)
    this.#numbers.set(own, number)
    this.#terms.push(own)
    this.#stemmers.push(0)
    return number
  }
}

/** The numbers of the words in their order. Words that begin alike are sorted together: most comparisons are saved by that. */
function inOrder(terms: readonly string[]): Uint32Array {
  const groups = new Map<string, number[]>()
  for (const [number, term] of terms.entries()) {
    const beginning = term.slice(0, 3)
    const group = groups.get(beginning)
    if (group) group.push(number)
    else groups.set(beginning, [number])
  }
  const order = new Uint32Array(terms.length)
  let at = 0
  for (const beginning of [...groups.keys()].sort()) {
    const group = groups.get(beginning)!.sort((a, b) => (terms[a]! < terms[b]! ? -1 : 1))
    order.set(group, at)
    at += group.length
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
