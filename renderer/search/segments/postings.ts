// The articles a word is in, how often in each field, and where: written and read. Articles ascend and are numbered within their segment.
// In blocks of 128; a word in more than one block begins with a table of how long the places of each are, so that places are found without reading all.
//   a word in up to three articles: for each the distance to the one before << 1 | 1 when it is once in the text and nowhere else; else << 1, then its counts
//   a word in more, block by block: how many bits a distance takes | 128 when a count takes four bits, else two; the distances; the counts, 0 for what does not
//   fit or is not of the text alone; then the counts of these
//   places: for each article the first, then distances
// Of bits as wide as the widest needs nothing has to be guessed while reading: numbers of bytes, a frequent one in one byte and others in more, took more than three times as long.
import { ByteReader, ByteWriter, DamagedIndex } from './bytes.ts'
import { countIn } from './fields.ts'

export const postingsPerBlock = 128
/** Words in more articles are written in blocks; most words are in one or two, and take less room as numbers of bytes. */
const mostAsBytes = 3
const wideCounts = 0x80
/** So that any distance lies in four bytes, whatever bit it begins at. */
const mostBits = 25

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
    if (this.count > mostAsBytes) for (let from = 0; from < this.count; from += postingsPerBlock) this.#writeBlock(from)
    else this.#writeAsBytes()
    to(this.#bytes.written())
    to(this.#places.written())
    return { postings: head + this.#bytes.length, places: this.#places.length }
  }

  #writeAsBytes(): void {
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

  #writeBlock(from: number): void {
    const to = Math.min(this.count, from + postingsPerBlock)
    let widest = 0
    let overTwoBits = 0
    let overFourBits = 0
    for (let at = from; at < to; at++) {
      widest |= this.#distance(at)
      if (this.counts[at]! > 3) overTwoBits += 1
      if (this.counts[at]! > 15) overFourBits += 1
    }
    const bits = 32 - Math.clz32(widest)
    if (bits > mostBits) throw new RangeError('a segment has too many articles')
    const isWide = (to - from) / 4 + overFourBits < overTwoBits
    this.#bytes.byte(bits | (isWide ? wideCounts : 0))
    this.#pack(from, to, bits, (at) => this.#distance(at))
    const most = isWide ? 15 : 3
    this.#pack(from, to, isWide ? 4 : 2, (at) => (this.counts[at]! <= most ? this.counts[at]! : 0))
    for (let at = from; at < to; at++) if (this.counts[at]! > most) this.#writeCounts(this.counts[at]!)
  }

  #distance(at: number): number {
    return this.articles[at]! - (at === 0 ? -1 : this.articles[at - 1]!) - 1
  }

  #pack(from: number, to: number, width: number, valueOf: (at: number) => number): void {
    let waiting = 0
    let bits = 0
    for (let at = from; at < to; at++) {
      waiting |= valueOf(at) << bits
      for (bits += width; bits >= 8; bits -= 8) {
        this.#bytes.byte(waiting & 255)
        waiting >>>= 8
      }
    }
    if (bits > 0) this.#bytes.byte(waiting)
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

let collected: Uint32Array | undefined
/** Where bits are set that nobody asked for: all postings are decoded by the same loop. */
let unlooked = new Uint32Array(0)

/** Whatever `decode` decodes of a segment sets a bit for each of its articles in `bits`, too; they are not gone through once more for it. */
export function collecting(bits: Uint32Array, decode: () => void): void {
  collected = bits
  try {
    decode()
  } finally {
    collected = undefined
  }
}

function room(articles: number): Uint32Array {
  if (unlooked.length * 32 < articles) unlooked = new Uint32Array((articles + 31) >> 5)
  return unlooked
}

/** The postings of words, decoded: those of one, or of several one behind the other. The memory is used again. */
export class Postings {
  articles = new Uint32Array(1_024)
  /** See fields.ts. */
  counts = new Uint32Array(1_024)
  /** Of the word that was decoded last: where its postings begin, and how many they are. */
  start = 0
  count = 0
  /** Where each article sets its bit. */
  #bits: Uint32Array = unlooked

  /** Nothing is held any more. */
  clear(): void {
    this.start = this.count = 0
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
    this.#bits = collected ?? room(articlesInSegment)
    const stop = count > mostAsBytes ? this.#decodeBlocks(bytes, start) : this.#decodeBytes(bytes, start)
    if (stop !== end) throw new DamagedIndex('postings have another length than was noted')
    if (count > 0 && this.articles[this.start + count - 1]! >= articlesInSegment)
      throw new DamagedIndex('a word is in an article that is not there')
  }

  #decodeBytes(bytes: Uint8Array, start: number): number {
    const { articles, counts } = this
    const bits = this.#bits
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
      bits[article >> 5]! |= 1 << (article & 31)
      if ((value & 1) === 1) counts[index] = 1
      // A few times in the text and nowhere else.
      else if ((bytes[at]! & 129) === 0) counts[index] = bytes[at++]! >>> 1
      else at = this.#readCounts(bytes, at, index)
    }
    return at
  }

  #decodeBlocks(bytes: Uint8Array, start: number): number {
    const stop = this.start + this.count
    let at = start
    let article = -1
    for (let from = this.start; from < stop; from += postingsPerBlock) {
      const to = Math.min(stop, from + postingsPerBlock)
      const head = bytes[at++]!
      const width = head & 31
      if (width > mostBits) throw new DamagedIndex('a distance has too many bits')
      article = this.#unpackArticles(bytes, at, width, from, to, article)
      at += ((to - from) * width + 7) >> 3
      at =
        (head & wideCounts) === 0 ? this.#unpackTwoBits(bytes, at, from, to) : this.#unpackFourBits(bytes, at, from, to)
    }
    return at
  }

  /** As many bytes are taken as the width may touch, so that none lies behind the counts that follow. Returns the last article. */
  #unpackArticles(bytes: Uint8Array, at: number, width: number, from: number, to: number, before: number): number {
    const { articles } = this
    const bits = this.#bits
    const mask = (1 << width) - 1
    let article = before
    let bit = at * 8
    if (width <= 9)
      for (let index = from; index < to; index++, bit += width) {
        const byte = bit >>> 3
        article += (((bytes[byte]! | (bytes[byte + 1]! << 8)) >>> (bit & 7)) & mask) + 1
        articles[index] = article
        bits[article >> 5]! |= 1 << (article & 31)
      }
    else if (width <= 17)
      for (let index = from; index < to; index++, bit += width) {
        const byte = bit >>> 3
        const three = bytes[byte]! | (bytes[byte + 1]! << 8) | (bytes[byte + 2]! << 16)
        article += ((three >>> (bit & 7)) & mask) + 1
        articles[index] = article
        bits[article >> 5]! |= 1 << (article & 31)
      }
    else
      for (let index = from; index < to; index++, bit += width) {
        const byte = bit >>> 3
        const four = bytes[byte]! | (bytes[byte + 1]! << 8) | (bytes[byte + 2]! << 16) | (bytes[byte + 3]! << 24)
        article += ((four >>> (bit & 7)) & mask) + 1
        articles[index] = article
        bits[article >> 5]! |= 1 << (article & 31)
      }
    return article
  }

  #unpackTwoBits(bytes: Uint8Array, start: number, from: number, to: number): number {
    const { counts } = this
    let at = start + ((to - from + 3) >> 2)
    let next = start
    let index = from
    for (; index + 3 < to; index += 4) {
      const four = bytes[next++]!
      if ((counts[index] = four & 3) === 0) at = this.#readCounts(bytes, at, index)
      if ((counts[index + 1] = (four >> 2) & 3) === 0) at = this.#readCounts(bytes, at, index + 1)
      if ((counts[index + 2] = (four >> 4) & 3) === 0) at = this.#readCounts(bytes, at, index + 2)
      if ((counts[index + 3] = four >> 6) === 0) at = this.#readCounts(bytes, at, index + 3)
    }
    for (let shift = 0; index < to; index++, shift += 2)
      if ((counts[index] = (bytes[next]! >> shift) & 3) === 0) at = this.#readCounts(bytes, at, index)
    return at
  }

  #unpackFourBits(bytes: Uint8Array, start: number, from: number, to: number): number {
    const { counts } = this
    let at = start + ((to - from + 1) >> 1)
    let next = start
    let index = from
    for (; index + 1 < to; index += 2) {
      const two = bytes[next++]!
      if ((counts[index] = two & 15) === 0) at = this.#readCounts(bytes, at, index)
      if ((counts[index + 1] = two >> 4) === 0) at = this.#readCounts(bytes, at, index + 1)
    }
    if (index < to && (counts[index] = bytes[next]! & 15) === 0) at = this.#readCounts(bytes, at, index)
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

/** Where the first of these, which ascend, stands that is not before the article, from `from` up to and without `to`; `to` when there is none. In steps that grow: quick where it is close by. */
export function seek(article: number, articles: Uint32Array, from: number, to: number): number {
  if (from >= to || articles[from]! >= article) return from
  let step = 1
  while (from + step < to && articles[from + step]! < article) step *= 2
  let before = from + (step >> 1)
  let after = Math.min(from + step, to)
  while (after - before > 1) {
    const middle = (before + after) >> 1
    if (articles[middle]! < article) before = middle
    else after = middle
  }
  return after
}
