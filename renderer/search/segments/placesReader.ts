// Where a word stands in its articles, read a block of them at a time; how that is written stands in postings.ts.
import { ByteReader, DamagedIndex } from './bytes.ts'
import { placesIn } from './fields.ts'
import { postingsPerBlock, seek, type Postings } from './postings.ts'

/** Reads where a word stands in some of its articles. Asked in ascending order of articles. */
export class PlacesReader {
  readonly #first: number
  readonly #end: number
  /** Where the places of each block begin, and where the last ends; undefined until one is asked for. */
  #starts: Uint32Array | undefined
  #blockRead = -1
  #bytes: Uint8Array = new Uint8Array(0)
  #at = 0
  #index = 0
  /** What was asked for last stands there, or would. */
  #last: number

  /** `postings` hold the word's, `count` of them from `start` on; `bytes` begin as those they were decoded from. `readPlaces`: a part of the word's places. */
  constructor(
    private readonly postings: Postings,
    { start: first, count }: { readonly start: number; readonly count: number },
    private readonly bytes: Uint8Array,
    private readonly placesLength: number,
    private readonly readPlaces: (from: number, length: number) => Uint8Array,
  ) {
    this.#first = this.#last = first
    this.#end = first + count
  }

  /** Where it stands in the article, ascending, added to `into`; how many. 0 when it is not there. */
  read(article: number, into: number[]): number {
    const { articles } = this.postings
    this.#last = seek(article, articles, this.#last, this.#end)
    // Of the forms of a word most are not in the article: neither read nor gone through for it.
    if (this.#last === this.#end || articles[this.#last] !== article) return 0
    return this.readAt(this.#last, into)
  }

  /** The same in the article that stands there among the postings. */
  readAt(index: number, into: number[]): number {
    const block = Math.floor((index - this.#first) / postingsPerBlock)
    if (this.#blockRead !== block) {
      const starts = (this.#starts ??= this.#readStarts())
      this.#bytes = this.readPlaces(starts[block]!, starts[block + 1]! - starts[block]!)
      this.#at = 0
      this.#index = this.#first + block * postingsPerBlock
      this.#blockRead = block
    }
    const { counts } = this.postings
    const bytes = this.#bytes
    let at = this.#at
    for (; this.#index < index; this.#index++)
      for (let skip = placesIn(counts[this.#index]!); skip > 0; skip--) while (bytes[at++]! > 127);
    const number = placesIn(counts[index]!)
    for (let left = number, place = 0; left > 0; left--) {
      let byte = bytes[at++]!
      let distance = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++]!
        distance |= (byte & 127) << shift
      }
      into.push((place += distance))
    }
    // Nothing is read behind the end: what stands there is no number.
    if (at > bytes.length) throw new DamagedIndex('places run over their end')
    this.#at = at
    this.#index += 1
    return number
  }

  #readStarts(): Uint32Array {
    const count = this.#end - this.#first
    const blocks = Math.ceil(count / postingsPerBlock)
    const starts = new Uint32Array(blocks + 1)
    starts[blocks] = this.placesLength
    if (count <= postingsPerBlock) return starts
    const reader = new ByteReader(this.bytes)
    reader.varint()
    for (let block = 0, start = 0; block < blocks; block++) {
      starts[block] = start
      start += reader.varint()
    }
    return starts
  }
}
