// The articles a word is in, how often in each field, and where: written and read. Articles ascend and are numbered within their segment.
// In blocks of 128; a word in more than one block begins with a table of them, so that places are found without reading all.
//   an article: distance to the one before << 1 | 1 when it is once in the text and nowhere else; else << 1, then its counts
//   places: for each article the first, then distances
import { ByteReader, ByteWriter, DamagedIndex } from './bytes.ts'
import { countIn, placesIn } from './fields.ts'

export const postingsPerBlock = 128

/** Collects one word after the other. */
export class PostingsWriter {
  readonly #blocks = new ByteWriter(1 << 12)
  readonly #places = new ByteWriter(1 << 12)
  readonly #table = new ByteWriter(256)
  readonly #head = new ByteWriter(8)
  count = 0
  #last = -1
  #blockLast = -1
  #blockStart = 0
  #placesStart = 0

  begin(): void {
    this.#blocks.clear()
    this.#places.clear()
    this.#table.clear()
    this.count = 0
    this.#last = this.#blockLast = -1
    this.#blockStart = this.#placesStart = 0
  }

  /** Then `place` for each of its places, or `copyPlaces`. */
  article(article: number, counts: number): void {
    if (this.count > 0 && this.count % postingsPerBlock === 0) this.#endBlock()
    const distance = article - this.#last - 1
    if (counts === 1) this.#blocks.varint(distance * 2 + 1)
    else {
      this.#blocks.varint(distance * 2)
      const others = packOthers(counts)
      this.#blocks.varint((countIn(counts, 'text') << 1) | (others === 0 ? 0 : 1))
      if (others !== 0) this.#blocks.varint(others)
    }
    this.#last = article
    this.count += 1
  }

  /** `distance`: from the place before, or from 0. */
  place(distance: number): void {
    this.#places.varint(distance)
  }

  /** The places of one article, as another segment has them. */
  copyPlaces(bytes: Uint8Array, from: number, to: number): void {
    this.#places.copy(bytes, from, to)
  }

  /** Writes the word to `to`; returns how long its postings and its places are. */
  finish(to: (bytes: Uint8Array) => void): { readonly postings: number; readonly places: number } {
    let head = 0
    if (this.count > postingsPerBlock) {
      this.#endBlock()
      this.#head.clear()
      this.#head.varint(this.#table.length)
      to(this.#head.written())
      to(this.#table.written())
      head = this.#head.length + this.#table.length
    }
    to(this.#blocks.written())
    to(this.#places.written())
    return { postings: head + this.#blocks.length, places: this.#places.length }
  }

  #endBlock(): void {
    this.#table.varint(this.#last - this.#blockLast)
    this.#table.varint(this.#blocks.length - this.#blockStart)
    this.#table.varint(this.#places.length - this.#placesStart)
    this.#blockLast = this.#last
    this.#blockStart = this.#blocks.length
    this.#placesStart = this.#places.length
  }
}

/** Counts of the fields other than the text, small numbers first. */
function packOthers(counts: number): number {
  return counts >>> 15
}

/** The postings of one word, decoded: reused from word to word. */
export class Postings {
  articles = new Uint32Array(1_024)
  /** See fields.ts. */
  counts = new Uint32Array(1_024)
  count = 0

  decode(bytes: Uint8Array, count: number): void {
    if (count > this.articles.length) {
      this.articles = new Uint32Array(count * 2)
      this.counts = new Uint32Array(count * 2)
    }
    this.count = count
    const { articles, counts } = this
    let index = 0
    eachPosting(bytes, count, (article, held) => {
      articles[index] = article
      counts[index++] = held
    })
  }
}

/** The articles of a word in order, with its counts in each (see fields.ts). */
export function eachPosting(bytes: Uint8Array, count: number, visit: (article: number, counts: number) => void): void {
  let at = 0
  if (count > postingsPerBlock) {
    const reader = new ByteReader(bytes)
    const table = reader.varint()
    at = reader.at + table
  }
  let article = -1
  for (let index = 0; index < count; index++) {
    let byte = bytes[at++]!
    let value = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!
      value |= (byte & 127) << shift
    }
    value >>>= 0
    article += (value >>> 1) + 1
    if ((value & 1) === 1) {
      visit(article, 1)
      continue
    }
    byte = bytes[at++]!
    value = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!
      value |= (byte & 127) << shift
    }
    let packed = value >>> 1
    if ((value & 1) === 1) {
      byte = bytes[at++]!
      value = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++]!
        value |= (byte & 127) << shift
      }
      packed |= value << 15
    }
    visit(article, packed >>> 0)
  }
  if (at !== bytes.length) throw new DamagedIndex('postings have another length than was noted')
}

/** Reads where a word stands in some of its articles. Asked in ascending order of articles. */
export class PlacesReader {
  readonly #starts: Uint32Array
  readonly #lasts: Uint32Array
  #block = 0
  #blockRead = -1
  #bytes: Uint8Array = new Uint8Array(0)
  #at = 0
  #index = 0

  /** `postings`: the word's, decoded, and `bytes` they were decoded from. `read`: a part of the word's places. */
  constructor(
    private readonly postings: Postings,
    bytes: Uint8Array,
    placesLength: number,
    private readonly readPlaces: (from: number, length: number) => Uint8Array,
  ) {
    const { articles, count } = postings
    const blocks = Math.max(1, Math.ceil(count / postingsPerBlock))
    this.#starts = new Uint32Array(blocks + 1)
    this.#lasts = new Uint32Array(blocks)
    for (let block = 0; block < blocks; block++)
      this.#lasts[block] = articles[Math.min(count, (block + 1) * postingsPerBlock) - 1] ?? 0
    this.#starts[blocks] = placesLength
    if (count <= postingsPerBlock) return
    const reader = new ByteReader(bytes)
    reader.varint()
    for (let block = 0, start = 0; block < blocks; block++) {
      reader.varint()
      reader.varint()
      this.#starts[block] = start
      start += reader.varint()
    }
  }

  /** Where it stands in the article, ascending, added to `into`; how many. 0 when it is not there. */
  read(article: number, into: number[]): number {
    while (this.#block < this.#lasts.length && this.#lasts[this.#block]! < article) this.#block += 1
    if (this.#block === this.#lasts.length) return 0
    if (this.#blockRead !== this.#block) {
      const from = this.#starts[this.#block]!
      this.#bytes = this.readPlaces(from, this.#starts[this.#block + 1]! - from)
      this.#at = 0
      this.#index = this.#block * postingsPerBlock
      this.#blockRead = this.#block
    }
    const { articles, counts, count } = this.postings
    while (this.#index < count && articles[this.#index]! < article) {
      for (let skip = placesIn(counts[this.#index]!); skip > 0; skip--) while (this.#bytes[this.#at++]! > 127);
      this.#index += 1
    }
    if (this.#index >= count || articles[this.#index] !== article) return 0
    const number = placesIn(counts[this.#index]!)
    const reader = new ByteReader(this.#bytes, this.#at)
    let place = 0
    for (let at = 0; at < number; at++) into.push((place += reader.varint()))
    this.#at = reader.at
    this.#index += 1
    return number
  }
}
