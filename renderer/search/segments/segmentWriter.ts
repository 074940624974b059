// Writes a segment, word by word in order. Postings go out as they come; words and stems are kept until the end, front-coded.
import { BeginningsWriter, lettersOfBeginnings } from './beginnings.ts'
import type { ByteWriter } from './bytes.ts'
import { DictionaryWriter } from './dictionary.ts'
import { PostingsWriter } from './postings.ts'
import { footerOf, segmentFormat } from './segment.ts'
import { TrigramWriter } from './trigrams.ts'

/** Most words are in one article, a few times at most: that is one byte. See TermCursor. */
function writeSizes(payload: ByteWriter, count: number, postings: number, places: number): void {
  if (count === 1 && postings <= 4 && places <= 16) return payload.byte(1 | ((postings - 1) << 1) | ((places - 1) << 3))
  payload.varint(count * 2)
  payload.varint(postings)
  payload.varint(places)
}

const betweenPauses = 1 << 18

export class SegmentWriter {
  readonly postings: PostingsWriter
  readonly #trigrams = new TrigramWriter()
  readonly #terms = new DictionaryWriter(this.#trigrams)
  readonly #stems = new DictionaryWriter()
  readonly #beginnings: readonly BeginningsWriter[]
  #length = 0

  /** `write`: takes the bytes of the segment one piece after the other. `articles`: so many are numbered. */
  constructor(
    private readonly write: (bytes: Uint8Array) => void,
    private readonly articles: number,
  ) {
    this.postings = new PostingsWriter()
    this.#beginnings = lettersOfBeginnings.map((letters) => new BeginningsWriter(articles, letters))
  }

  /** The word whose postings have been put into `postings`. Words come in order; the first is number 0. */
  endTerm(key: Uint8Array, length: number): void {
    const at = this.#length
    for (const beginnings of this.#beginnings) beginnings.add(key, length, this.postings)
    const begins = this.#terms.add(key, length)
    const { postings, places } = this.postings.finish((bytes) => this.#out(bytes))
    const { payload } = this.#terms
    if (begins) payload.varint(at)
    writeSizes(payload, this.postings.count, postings, places)
    this.#terms.endWord()
  }

  get termCount(): number {
    return this.#terms.count
  }

  /** Stems in order, each with the numbers of its words, ascending. */
  stem(key: Uint8Array, length: number, ordinals: ArrayLike<number>): void {
    this.#stems.add(key, length)
    const { payload } = this.#stems
    payload.varint(ordinals.length)
    let before = -1
    for (let at = 0; at < ordinals.length; at++) {
      payload.varint(ordinals[at]! - before - 1)
      before = ordinals[at]!
    }
    this.#stems.endWord()
  }

  /** `fieldEnds`: as Segment.allFieldEnds gives them. Pauses wherever it yields: some megabytes are written; returns how long the segment is. */
  *finish(fieldEnds: Uint8Array): Generator<void, number> {
    const beginnings = this.#beginnings.flatMap((one) => one.finish((bytes) => this.#out(bytes), this.#length))
    const records = this.#length
    const terms = this.#terms.finish()
    yield* this.#outInPieces(terms.blocks)
    const termBlocks = this.#length
    this.#out(terms.index)
    const termIndex = this.#length
    yield
    const trigramBits = yield* this.#trigrams.finish()
    yield* this.#outInPieces(trigramBits)
    const trigrams = this.#length
    const stems = this.#stems.finish()
    yield* this.#outInPieces(stems.blocks)
    const stemBlocks = this.#length
    this.#out(stems.index)
    const stemIndex = this.#length
    yield* this.#outInPieces(fieldEnds)
    this.#out(
      footerOf({
        format: segmentFormat,
        articles: this.articles,
        terms: this.#terms.count,
        stems: this.#stems.count,
        beginnings,
        ends: { records, terms: termBlocks, termIndex, trigrams, stems: stemBlocks, stemIndex, fields: this.#length },
      }),
    )
    return this.#length
  }

  *#outInPieces(bytes: Uint8Array): Generator<void, void> {
    for (let from = 0; from < bytes.length; from += betweenPauses) {
      this.#out(bytes.subarray(from, from + betweenPauses))
      yield
    }
  }

  #out(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    this.write(bytes)
    this.#length += bytes.length
  }
}
