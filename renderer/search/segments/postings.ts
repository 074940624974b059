// The articles a word is in, how often in each field, and where: written and read. Articles ascend and are numbered within their segment.
// In blocks of 128; a word in more than one block begins with a table of how long the places of each are, so that places are found without reading all.
//   a word in few articles: for each the distance to the one before << 1 | 1 when it is once in the text and nowhere else; else << 1, then its counts
//   a word in one of sixteen or more: a bit for each article of the segment, then four bits for each that has it: how often in the text, or 0; then the counts of the latter
//   places: for each article the first, then distances
import { ByteReader, ByteWriter, DamagedIndex } from './bytes.ts'
import { countIn, placesIn } from './fields.ts'

export const postingsPerBlock = 128
/** Words in at least one article of so many are written as bits. */
const denseShare = 16
const mostInNibble = 15

/** Collects one word after the other. */
export class PostingsWriter {
  readonly #bytes = new ByteWriter(1 << 12)
  readonly #places = new ByteWriter(1 << 12)
  readonly #table = new ByteWriter(256)
  readonly #head = new ByteWriter(8)
  /** Of the word that is being collected, in order. */
  articles = new Uint32Array(1 << 10)
  counts = new Uint32Array(1 << 10)
  count = 0
  #placesStart = 0

  /** `articlesInSegment`: so many are numbered. */
  constructor(private readonly articlesInSegment: number) {}

  begin(): void {
    this.#places.clear()
    this.#table.clear()
    this.count = 0
    this.#placesStart = 0
  }

  /** Then `place` for each of its places, or `copyPlaces`. */
  article(article: number, counts: number): void {
    const at = this.count
    if (at > 0 && at % postingsPerBlock === 0) this.#endBlock()
    if (at === this.articles.length) {
      this.articles = doubled(this.articles)
      this.counts = doubled(this.counts)
    }
    this.articles[at] = article
    this.counts[at] = counts
    this.count = at + 1
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
    this.#bytes.clear()
    if (isDense(this.count, this.articlesInSegment)) this.#writeDense()
    else this.#writeSparse()
    to(this.#bytes.written())
    to(this.#places.written())
    return { postings: head + this.#bytes.length, places: this.#places.length }
  }

  #writeSparse(): void {
    let last = -1
    for (let at = 0; at < this.count; at++) {
      const article = this.articles[at]!
      const counts = this.counts[at]!
      const distance = article - last - 1
      last = article
      if (counts === 1) this.#bytes.varint(distance * 2 + 1)
      else {
        this.#bytes.varint(distance * 2)
        this.#writeCounts(counts)
      }
    }
  }

  #writeDense(): void {
    const bits = new Uint8Array(bytesOfBits(this.articlesInSegment))
    const nibbles = new Uint8Array((this.count + 1) >> 1)
    for (let at = 0; at < this.count; at++) {
      const article = this.articles[at]!
      const counts = this.counts[at]!
      bits[article >> 3]! |= 1 << (article & 7)
      if (counts <= mostInNibble) nibbles[at >> 1]! |= counts << ((at & 1) * 4)
    }
    this.#bytes.append(bits)
    this.#bytes.append(nibbles)
    for (let at = 0; at < this.count; at++) if (this.counts[at]! > mostInNibble) this.#writeCounts(this.counts[at]!)
  }

  #writeCounts(counts: number): void {
    const others = counts >>> 15
    this.#bytes.varint((countIn(counts, 'text') << 1) | (others === 0 ? 0 : 1))
    if (others !== 0) this.#bytes.varint(others)
  }

  #endBlock(): void {
    this.#table.varint(this.#places.length - this.#placesStart)
    this.#placesStart = this.#places.length
  }
}

/** The table of a word in so many articles is no longer than this. */
export function tableSize(count: number): number {
  return count > postingsPerBlock ? 5 + 5 * Math.ceil(count / postingsPerBlock) : 0
}

function isDense(count: number, articlesInSegment: number): boolean {
  return count > postingsPerBlock && count * denseShare >= articlesInSegment
}

function bytesOfBits(articles: number): number {
  return (articles + 7) >> 3
}

/** Four bytes; those from `end` on count as 0. */
function wordAt(bytes: Uint8Array, at: number, end: number): number {
  let word = bytes[at]!
  if (at + 3 < end) word |= (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
  else for (let more = 1; at + more < end; more++) word |= bytes[at + more]! << (8 * more)
  return word
}

/** The postings of words, decoded: those of one, or of several one behind the other. The memory is used again. */
export class Postings {
  articles = new Uint32Array(1_024)
  /** See fields.ts. */
  counts = new Uint32Array(1_024)
  /** Of the word that was decoded last: where its postings begin, and how many they are. */
  start = 0
  count = 0
  /** The same when it is written as bits. */
  #bits: { readonly bytes: Uint8Array; readonly from: number; readonly to: number } | undefined

  /** Nothing is held any more. */
  clear(): void {
    this.start = this.count = 0
    this.#bits = undefined
  }

  /** Makes room for so many more: once for several words, where they are known before. */
  reserve(more: number): void {
    const wanted = this.start + this.count + more
    if (wanted <= this.articles.length) return
    const capacity = Math.ceil(wanted * 1.25)
    this.articles = grown(this.articles, capacity)
    this.counts = grown(this.counts, capacity)
  }

  /** In the place of all that is held. `bytes` hold them from `at` up to and without `end`. */
  decode(bytes: Uint8Array, at: number, end: number, count: number, articlesInSegment: number): void {
    this.clear()
    this.append(bytes, at, end, count, articlesInSegment)
  }

  /** Behind what is held. */
  append(bytes: Uint8Array, at: number, end: number, count: number, articlesInSegment: number): void {
    this.reserve(count)
    this.start += this.count
    this.count = count
    let start = at
    if (count > postingsPerBlock) {
      const reader = new ByteReader(bytes, at)
      const table = reader.varint()
      start = reader.at + table
    }
    this.#bits = undefined
    const stop = isDense(count, articlesInSegment)
      ? this.#decodeDense(bytes, start, articlesInSegment)
      : this.#decodeSparse(bytes, start)
    if (stop !== end) throw new DamagedIndex('postings have another length than was noted')
  }

  /** Sets a bit for each article of the word that was decoded last, while what it was read from is still there. */
  addTo(articleBits: Uint32Array): void {
    const { articles, start, count } = this
    if (this.#bits) {
      const { bytes, from, to } = this.#bits
      for (let at = from, word = 0; at < to; at += 4, word++) articleBits[word]! |= wordAt(bytes, at, to)
    } else
      for (let at = start; at < start + count; at++) {
        const article = articles[at]!
        articleBits[article >> 5]! |= 1 << (article & 31)
      }
  }

  #decodeSparse(bytes: Uint8Array, start: number): number {
    const { articles, counts } = this
    const stop = this.start + this.count
    let at = start
    let article = -1
    for (let index = this.start; index < stop; index++) {
      let value = bytes[at++]!
      if (value > 127) {
        value &= 127
        let byte = 128
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at++]!
          value |= (byte & 127) << shift
        }
      }
      article += (value >>> 1) + 1
      articles[index] = article
      if ((value & 1) === 1) counts[index] = 1
      // A few times in the text and nowhere else.
      else if ((bytes[at]! & 129) === 0) counts[index] = bytes[at++]! >>> 1
      else at = this.#readCounts(bytes, at, index)
    }
    return at
  }

  #decodeDense(bytes: Uint8Array, start: number, articlesInSegment: number): number {
    const { articles, counts, count, start: first } = this
    const bits = start + bytesOfBits(articlesInSegment)
    const stop = first + count
    let index = first
    for (let at = start, base = 0; at < bits; at += 4, base += 32) {
      let word = wordAt(bytes, at, bits)
      for (; word !== 0; word &= word - 1) articles[index++] = base + 31 - Math.clz32(word & -word)
    }
    if (index !== stop) throw new DamagedIndex('a word is in other articles than was noted')
    this.#bits = { bytes, from: start, to: bits }
    let at = bits + ((count + 1) >> 1)
    let nibbles = bits
    for (index = first; index + 1 < stop; index += 2) {
      const both = bytes[nibbles++]!
      const low = both & 15
      const high = both >> 4
      if (low > 0) counts[index] = low
      else at = this.#readCounts(bytes, at, index)
      if (high > 0) counts[index + 1] = high
      else at = this.#readCounts(bytes, at, index + 1)
    }
    if (index < stop) {
      const low = bytes[nibbles]! & 15
      if (low > 0) counts[index] = low
      else at = this.#readCounts(bytes, at, index)
    }
    return at
  }

  #readCounts(bytes: Uint8Array, start: number, index: number): number {
    let at = start
    let byte = bytes[at++]!
    let value = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!
      value |= (byte & 127) << shift
    }
    let held = value >>> 1
    if ((value & 1) === 1) {
      byte = bytes[at++]!
      value = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++]!
        value |= (byte & 127) << shift
      }
      held |= value << 15
    }
    this.counts[index] = held
    return at
  }
}

function doubled(array: Uint32Array): Uint32Array<ArrayBuffer> {
  return grown(array, array.length * 2)
}

function grown(array: Uint32Array, capacity: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(capacity)
  larger.set(array)
  return larger
}

/** Where a number is among these, which ascend, from `from` up to and without `to`; undefined when it is not there. */
export function indexOf(article: number, articles: Uint32Array, from: number, to: number): number | undefined {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (articles[middle]! < article) low = middle + 1
    else high = middle
  }
  return low < to && articles[low] === article ? low : undefined
}

/** Reads where a word stands in some of its articles. Asked in ascending order of articles. */
export class PlacesReader {
  readonly #starts: Uint32Array
  readonly #lasts: Uint32Array
  readonly #first: number
  readonly #end: number
  #block = 0
  #blockRead = -1
  #bytes: Uint8Array = new Uint8Array(0)
  #at = 0
  #index = 0

  /** `postings` hold the word's, `count` of them from `start` on; `bytes` begin as those they were decoded from. `readPlaces`: a part of the word's places. */
  constructor(
    private readonly postings: Postings,
    { start: first, count }: { readonly start: number; readonly count: number },
    bytes: Uint8Array,
    placesLength: number,
    private readonly readPlaces: (from: number, length: number) => Uint8Array,
  ) {
    const { articles } = postings
    this.#first = first
    this.#end = first + count
    const blocks = Math.max(1, Math.ceil(count / postingsPerBlock))
    this.#starts = new Uint32Array(blocks + 1)
    this.#lasts = new Uint32Array(blocks)
    for (let block = 0; block < blocks; block++)
      this.#lasts[block] = articles[first + Math.min(count, (block + 1) * postingsPerBlock) - 1] ?? 0
    this.#starts[blocks] = placesLength
    if (count <= postingsPerBlock) return
    const reader = new ByteReader(bytes)
    reader.varint()
    for (let block = 0, start = 0; block < blocks; block++) {
      this.#starts[block] = start
      start += reader.varint()
    }
  }

  /** Where it stands in the article, ascending, added to `into`; how many. 0 when it is not there. */
  read(article: number, into: number[]): number {
    while (this.#block < this.#lasts.length && this.#lasts[this.#block]! < article) this.#block += 1
    if (this.#block === this.#lasts.length) return 0
    const from = this.#first + this.#block * postingsPerBlock
    const index = indexOf(article, this.postings.articles, from, Math.min(this.#end, from + postingsPerBlock))
    // Of the forms of a word most are not in the article: neither read nor gone through for it.
    if (index === undefined) return 0
    if (this.#blockRead !== this.#block) {
      const start = this.#starts[this.#block]!
      this.#bytes = this.readPlaces(start, this.#starts[this.#block + 1]! - start)
      this.#at = 0
      this.#index = from
      this.#blockRead = this.#block
    }
    const { counts } = this.postings
    for (; this.#index < index; this.#index++)
      for (let skip = placesIn(counts[this.#index]!); skip > 0; skip--) while (this.#bytes[this.#at++]! > 127);
    const number = placesIn(counts[index]!)
    const reader = new ByteReader(this.#bytes, this.#at)
    let place = 0
    for (let at = 0; at < number; at++) into.push((place += reader.varint()))
    this.#at = reader.at
    this.#index += 1
    return number
  }
}
