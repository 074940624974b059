// Two or three letters with which a great many words begin: how often any of those words stands in each article, so that a question for them reads
// one list and not thousands. The word that is no longer than its beginning is not among them: it counts more.
import { ByteWriter, decodeKey } from './bytes.ts'
import { countIn, most, textFields } from './fields.ts'
import { PostingsWriter } from './postings.ts'

/** Of a segment: letters, where their postings lie, how long those are, in how many articles. */
export type Beginning = readonly [letters: string, at: number, length: number, count: number]

/** Longer beginnings have fewer words, and of a single letter nothing is asked for long. */
export const lettersOfBeginnings = [2, 3] as const
/** A list is kept when the postings of its words are so many times the articles. */
const times = 1
/** What fewer articles hold is read at once. */
const fewestArticles = 1_024

/** Sums the words up that begin with the letters that come just now, so many of them. */
export class BeginningsWriter {
  readonly #counts: Uint32Array
  readonly #touched: Uint32Array
  readonly #lists: { readonly key: Uint8Array; readonly bytes: Uint8Array; readonly count: number }[] = []
  readonly #key: Uint8Array
  #keyLength = 0
  #articles = 0
  #postings = 0
  /** In one field of one article there are more than can be noted. */
  #isTooMuch = false

  constructor(
    private readonly articlesInSegment: number,
    private readonly letters: number,
  ) {
    this.#key = new Uint8Array(3 * letters)
    const size = articlesInSegment < fewestArticles ? 0 : articlesInSegment
    this.#counts = new Uint32Array(size)
    this.#touched = new Uint32Array(size)
  }

  /** A word, in order, with its postings. */
  add(key: Uint8Array, length: number, postings: PostingsWriter): void {
    const end = this.#counts.length === 0 ? undefined : endOfLetters(key, length, this.letters)
    if (end === undefined) return
    if (!this.#isSame(key, end)) {
      this.#end()
      this.#key.set(key.subarray(0, end))
      this.#keyLength = end
    }
    // The word itself, whatever its accents.
    if (end === length || key[end] === 0) return
    const { articles, counts, count } = postings
    for (let at = 0; at < count; at++) {
      const article = articles[at]!
      const before = this.#counts[article]!
      if (before === 0) this.#touched[this.#articles++] = article
      else if (overflows(before, counts[at]!)) this.#isTooMuch = true
      this.#counts[article] = before + counts[at]!
    }
    this.#postings += count
  }

  /** `write`: takes the lists one after the other; `at`: where the first lies. */
  finish(write: (bytes: Uint8Array) => void, at: number): Beginning[] {
    this.#end()
    let next = at
    return this.#lists.map(({ key, bytes, count }): Beginning => {
      write(bytes)
      next += bytes.length
      return [decodeKey(key, key.length), next - bytes.length, bytes.length, count]
    })
  }

  #end(): void {
    if (!this.#isTooMuch && this.#postings > 0 && this.#postings >= times * this.articlesInSegment) this.#keep()
    for (let at = 0; at < this.#articles; at++) this.#counts[this.#touched[at]!] = 0
    this.#articles = this.#postings = this.#keyLength = 0
    this.#isTooMuch = false
  }

  #keep(): void {
    const writer = new PostingsWriter()
    writer.begin()
    for (let article = 0; article < this.articlesInSegment; article++)
      if (this.#counts[article]! > 0) writer.article(article, this.#counts[article]!)
    const bytes = new ByteWriter(this.articlesInSegment)
    writer.finish((piece) => bytes.append(piece))
    this.#lists.push({
      key: this.#key.slice(0, this.#keyLength),
      bytes: bytes.written().slice(),
      count: this.#articles,
    })
  }

  #isSame(key: Uint8Array, length: number): boolean {
    if (length !== this.#keyLength) return false
    for (let at = 0; at < length; at++) if (key[at] !== this.#key[at]) return false
    return true
  }
}

/** Where the first so many letters end; undefined when the word has fewer. */
function endOfLetters(key: Uint8Array, length: number, letters: number): number | undefined {
  let end = 0
  for (let letter = 0; letter < letters; letter++) {
    if (end >= length || key[end] === 0) return undefined
    end += key[end]! < 0x80 ? 1 : key[end]! < 0xe0 ? 2 : 3
  }
  return end
}

function overflows(a: number, b: number): boolean {
  if (a < 0x4000 && b < 0x4000) return false
  return textFields.some((field) => countIn(a, field) + countIn(b, field) > most[field])
}
