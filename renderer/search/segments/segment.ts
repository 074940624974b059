// One part of the index, never changed once it is written: its words, the articles they are in, and where each field of an article ends.
//   postings and places of all words | postings of beginnings | words | index of words | what letters its blocks hold | stems | index of stems | ends of fields | where all that lies
import type { Beginning } from './beginnings.ts'
import { ReadMemory } from './readMemory.ts'
import { compareBytes, DamagedIndex, decodeKey } from './bytes.ts'
import { Dictionary, DictionaryCursor, blockSize, type Source } from './dictionary.ts'
import { PlacesReader } from './placesReader.ts'
import { tableSize, type Postings } from './postings.ts'
import { blocksWith } from './trigrams.ts'

export const segmentFormat = 7
const magic = 0x6f666678
export const footerSize = 8
/** Of each article: where its title, notes and about end. */
export const endsPerArticle = 3

export type Layout = {
  readonly format: number
  readonly articles: number
  readonly terms: number
  readonly stems: number
  readonly beginnings: readonly Beginning[]
  /** Where each part ends. */
  readonly ends: {
    readonly records: number
    readonly terms: number
    readonly termIndex: number
    readonly trigrams: number
    readonly stems: number
    readonly stemIndex: number
    readonly fields: number
  }
}

/** Bytes: about as long to read as to ask for. */
const farApart = 1 << 15
const mostAtOnce = 1 << 18
const wholeWord = 1 << 16
const mostPlaces = 1 << 15

/** A word of a segment: `at` is where its postings begin; its places follow them. */
export type Term = {
  readonly ordinal: number
  /** Articles that have it, those since removed among them. */
  readonly count: number
  readonly at: number
  readonly postings: number
  readonly places: number
}

export class TermCursor extends DictionaryCursor {
  count = 0
  at = 0
  postings = 0
  places = 0

  protected override readPayload(begins: boolean): void {
    if (begins) this.at = this.payload.varint()
    else this.at += this.postings + this.places
    const head = this.payload.varint()
    if ((head & 1) === 1) {
      this.count = 1
      this.postings = ((head >> 1) & 3) + 1
      this.places = (head >> 3) + 1
      return
    }
    this.count = head >>> 1
    this.postings = this.payload.varint()
    this.places = this.payload.varint()
  }

  term(): Term {
    const { ordinal, count, at, postings, places } = this
    return { ordinal, count, at, postings, places }
  }

  text(): string {
    return decodeKey(this.key, this.keyLength)
  }
}

/** Bytes of a segment from `at` on, until the question is answered. */
export type Read = { readonly bytes: Uint8Array; readonly at: number }

/** Many words of a segment, in order, without an object for each. */
export class TermList {
  length = 0
  at = new Float64Array(64)
  postings = new Uint32Array(64)
  places = new Uint32Array(64)
  counts = new Uint32Array(64)

  /** In how many articles the words are, those that are in several counted for each. */
  get articles(): number {
    let sum = 0
    for (let at = 0; at < this.length; at++) sum += this.counts[at]!
    return sum
  }

  clear(): void {
    this.length = 0
  }

  add({ at, postings, places, count }: Omit<Term, 'ordinal'>): void {
    if (this.length === this.at.length) {
      this.at = larger(this.at, new Float64Array(this.length * 2))
      this.postings = larger(this.postings, new Uint32Array(this.length * 2))
      this.places = larger(this.places, new Uint32Array(this.length * 2))
      this.counts = larger(this.counts, new Uint32Array(this.length * 2))
    }
    this.at[this.length] = at
    this.postings[this.length] = postings
    this.places[this.length] = places
    this.counts[this.length++] = count
  }
}

function larger<T extends Float64Array | Uint32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

/** A stem with the words that have it. */
export class StemCursor extends DictionaryCursor {
  readonly ordinals: number[] = []

  protected override readPayload(): void {
    const count = this.payload.varint()
    if (count > 100_000) throw new DamagedIndex('a stem has too many words')
    this.ordinals.length = count
    let ordinal = -1
    for (let at = 0; at < count; at++) this.ordinals[at] = ordinal += this.payload.varint() + 1
  }
}

export class Segment {
  readonly terms: Dictionary
  readonly stems: Dictionary
  readonly articles: number
  readonly #beginnings: ReadonlyMap<string, Omit<Term, 'ordinal'>>
  readonly #fieldsAt: number
  readonly #trigramsAt: number
  /** For looking up one word after the other. */
  #termCursor: TermCursor | undefined
  #longCursor: TermCursor | undefined
  #stemCursor: StemCursor | undefined

  constructor(
    readonly source: Source,
    readonly size: number,
  ) {
    const footer = exactly(source, size - footerSize, footerSize)
    const view = new DataView(footer.buffer, footer.byteOffset)
    const length = view.getUint32(0, true)
    if (view.getUint32(4, true) !== magic || length > size) throw new DamagedIndex('a segment has no end')
    const layout = JSON.parse(new TextDecoder().decode(exactly(source, size - footerSize - length, length))) as Layout // ours: the magic number stands behind it, and the catalog knows its size
    if (layout.format !== segmentFormat) throw new DamagedIndex('a segment is of another release')
    const { ends } = layout
    this.#beginnings = new Map(
      layout.beginnings.map(([letters, at, postings, count]) => [letters, { at, postings, places: 0, count }]),
    )
    this.articles = layout.articles
    this.#fieldsAt = ends.stemIndex
    this.#trigramsAt = ends.termIndex
    const part = (from: number, to: number) => exactly(source, from, to - from)
    this.terms = new Dictionary(
      source,
      { at: ends.records, length: ends.terms - ends.records, count: layout.terms },
      part(ends.terms, ends.termIndex),
    )
    this.stems = new Dictionary(
      source,
      { at: ends.trigrams, length: ends.stems - ends.trigrams, count: layout.stems },
      part(ends.stems, ends.stemIndex),
    )
  }

  /** Calls back for each word from the key on, as long as it wants; it must not ask for other words meanwhile. `blocksAtOnce`: more than one where many words are expected. */
  eachTerm(key: Uint8Array, visit: (cursor: TermCursor) => boolean, blocksAtOnce = 1): void {
    if (this.terms.blocks === 0) return
    const block = this.terms.blockOf(key, key.length)
    const cursor = blocksAtOnce === 1 ? this.#at(block) : this.#from(block, blocksAtOnce)
    while (cursor.next()) if (compareBytes(cursor.key, cursor.keyLength, key, key.length) >= 0 && !visit(cursor)) return
  }

  /** The ordinals of the words that have this stem, ascending. */
  withStem(key: Uint8Array): readonly number[] {
    if (this.stems.blocks === 0) return []
    const cursor = (this.#stemCursor ??= new StemCursor(this.stems, 0, 1))
    const block = this.stems.blockOf(key, key.length)
    cursor.goTo(block, this.stems.readBlock(block))
    while (cursor.next()) {
      const order = compareBytes(cursor.key, cursor.keyLength, key, key.length)
      if (order === 0) return [...cursor.ordinals]
      if (order > 0) return []
    }
    return []
  }

  /** All words that are longer than these letters and begin with them, as if they were one; undefined when they are read one by one. */
  beginning(letters: string): Omit<Term, 'ordinal'> | undefined {
    return this.#beginnings.get(letters)
  }

  /** A bit for each block of words that may hold these letters; undefined when each may. */
  blocksWith(part: Uint8Array): Uint8Array | undefined {
    return blocksWith(part, this.terms.blocks, (at, length) => exactly(this.source, this.#trigramsAt + at, length))
  }

  /** At a block, to go through all from there; a cursor of the caller's own. */
  cursor(block: number, blocksAtOnce: number): TermCursor {
    return new TermCursor(this.terms, block, blocksAtOnce)
  }

  /** Calls back for the words with these ordinals, which ascend: those of one block are one look at it. */
  eachOf(ordinals: readonly number[], visit: (cursor: TermCursor) => void): void {
    let cursor: TermCursor | undefined
    let block = -1
    for (const ordinal of ordinals) {
      const own = Math.floor(ordinal / blockSize)
      if (!cursor || own !== block) cursor = this.#at(own)
      block = own
      do {
        if (!cursor.next()) throw new DamagedIndex('a stem has a word that is not there')
      } while (cursor.ordinal < ordinal)
      visit(cursor)
    }
  }

  /** The word with this ordinal; what it says holds until the next word is asked for. */
  termAt(ordinal: number): TermCursor {
    let found: TermCursor | undefined
    this.eachOf([ordinal], (cursor) => (found = cursor))
    if (!found) throw new DamagedIndex('a stem has a word that is not there')
    return found
  }

  #from(block: number, blocksAtOnce: number): TermCursor {
    const cursor = (this.#longCursor ??= this.cursor(0, blocksAtOnce))
    cursor.goTo(block, cursor.read(block, Math.min(this.terms.blocks, block + blocksAtOnce)))
    return cursor
  }

  #at(block: number): TermCursor {
    if (block >= this.terms.blocks) throw new DamagedIndex('a stem has a word that is not there')
    const cursor = (this.#termCursor ??= this.cursor(0, 1))
    cursor.goTo(block, this.terms.readBlock(block))
    return cursor
  }

  decode(term: Term, into: Postings): void {
    const bytes = exactly(this.source, term.at, term.postings, passing.lend(term.postings))
    into.decode(bytes, 0, term.postings, term.count, this.articles)
  }

  /** Decodes the postings of words that stand in order behind what is held, one after the other; those that lie close together are read at once. */
  decodeAll(words: TermList, into: Postings, visit: (word: number) => void): void {
    this.#eachRun(words, 0, passing, (bytes, start, from, to) => {
      for (let word = from; word < to; word++) this.#append(words, word, bytes, start, into, visit)
    })
  }

  /** The same, where it may be asked soon where they stand: as much of that as lies close by is read along, and handed on. */
  decodeWithPlaces(words: TermList, into: Postings, visit: (word: number, read: Read) => void): void {
    this.#eachRun(words, mostPlaces, forQuestion, (bytes, start, from, to) => {
      const read = { bytes, at: start }
      for (let word = from; word < to; word++) this.#append(words, word, bytes, start, into, () => visit(word, read))
    })
  }

  /** `placesRead`: so many bytes of places are read along behind the last word. */
  #eachRun(
    { at, postings, places, length }: TermList,
    placesRead: number,
    memory: ReadMemory,
    visit: (bytes: Uint8Array, start: number, from: number, to: number) => void,
  ): void {
    for (let from = 0; from < length;) {
      const start = at[from]!
      let to = from
      let end = start
      do {
        end = at[to]! + postings[to]! + Math.min(placesRead, places[to]!)
        to += 1
      } while (to < length && at[to]! - end <= farApart && at[to]! + postings[to]! - start <= mostAtOnce)
      visit(exactly(this.source, start, end - start, memory.lend(end - start)), start, from, to)
      from = to
    }
  }

  #append(
    { at, postings, counts }: TermList,
    word: number,
    bytes: Uint8Array,
    start: number,
    into: Postings,
    visit: (word: number) => void,
  ): void {
    const own = at[word]! - start
    into.append(bytes, own, own + postings[word]!, counts[word]!, this.articles)
    visit(word)
  }

  /** Decodes the postings of a word, and says where it stands in its articles, as long as they are not decoded over. */
  places(term: Term, into: Postings): PlacesReader {
    // The places lie behind the postings: of most words both are read at once.
    const isWhole = term.postings + term.places <= wholeWord
    const length = term.postings + (isWhole ? term.places : 0)
    const bytes = exactly(this.source, term.at, length, forQuestion.lend(length))
    into.decode(bytes, 0, term.postings, term.count, this.articles)
    return this.#places(term, into, into, bytes, isWhole)
  }

  /** The same of a word whose postings `held` holds, from `start` on. `read`: what may hold its places, too. */
  placesOf(term: Term, held: Postings, start: number, read: Read | undefined): PlacesReader {
    const which = { start, count: term.count }
    const all = term.postings + term.places
    if (read && term.at + all <= read.at + read.bytes.length)
      return this.#places(term, held, which, read.bytes.subarray(term.at - read.at), true)
    const isWhole = all <= wholeWord
    const length = isWhole ? all : Math.min(term.postings, tableSize(term.count))
    return this.#places(term, held, which, exactly(this.source, term.at, length, forQuestion.lend(length)), isWhole)
  }

  #places(
    term: Term,
    held: Postings,
    which: { readonly start: number; readonly count: number },
    bytes: Uint8Array,
    isWhole: boolean,
  ): PlacesReader {
    return new PlacesReader(held, which, bytes, term.places, (from, length) => {
      const at = term.postings + from
      return isWhole
        ? bytes.subarray(at, at + length)
        : exactly(this.source, term.at + at, length, forQuestion.lend(length))
    })
  }

  /** Where the title, the notes and the about of an article end in its words. */
  fieldEnds(article: number): readonly [number, number, number] {
    const bytes = exactly(this.source, this.#fieldsAt + article * endsPerArticle * 4, endsPerArticle * 4)
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    return [view.getUint32(0, true), view.getUint32(4, true), view.getUint32(8, true)]
  }

  allFieldEnds(): Uint8Array {
    return exactly(this.source, this.#fieldsAt, this.articles * endsPerArticle * 4)
  }
}

/** The end of a segment's bytes. */
export function footerOf(layout: Layout): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(layout))
  const bytes = new Uint8Array(text.length + footerSize)
  bytes.set(text)
  const view = new DataView(bytes.buffer)
  view.setUint32(text.length, text.length, true)
  view.setUint32(text.length + 4, magic, true)
  return bytes
}

/** For what is decoded at once. */
const passing = new ReadMemory(1 << 14, 'one')
/** For what is looked at until the question is answered: where words stand. */
const forQuestion = new ReadMemory(1 << 21, 'many')

/** What was read for the last question is not looked at any more. */
export function forgetReads(): void {
  forQuestion.clear()
}

function exactly(source: Source, at: number, length: number, into?: Uint8Array): Uint8Array {
  const bytes = at < 0 ? undefined : source.read(at, length, into)
  if (bytes?.length !== length) throw new DamagedIndex('a segment is cut')
  return bytes
}

export function sourceOf(bytes: Uint8Array): Source {
  return { read: (at, length) => bytes.subarray(at, at + length) }
}
