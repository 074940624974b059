// Words in order, each written as what it has other than the one before, in blocks of 64. Only the first word of each block is held in memory.
// A block: the length of its keys (2 bytes), the keys (shared length, own length, own bytes), then what belongs to each.
import { ByteReader, ByteWriter, DamagedIndex } from './bytes.ts'
import { ReadMemory } from './readMemory.ts'
import type { TrigramWriter } from './trigrams.ts'

export const blockSize = 64
/** Bytes of a key; longer ones are cut before they get here. */
export const longestKey = 250

/** `into`: memory that may be filled again, at least as long; else what is read is the caller's. */
export type Source = { read(at: number, length: number, into?: Uint8Array): Uint8Array }

export class DictionaryWriter {
  readonly #blocks = new ByteWriter(1 << 16)
  readonly #starts: number[] = []
  readonly #firstKeys = new ByteWriter(1 << 12)
  readonly #keyStarts: number[] = []
  readonly #keys = new ByteWriter()
  readonly #last = new Uint8Array(256)
  #lastLength = 0
  #inBlock = 0
  count = 0
  /** What belongs to the words of this block: written by the caller after `add`. */
  readonly payload = new ByteWriter()

  constructor(private readonly trigrams?: TrigramWriter) {}

  /** In ascending order. True when the word begins a block. */
  add(key: Uint8Array, length: number): boolean {
    const begins = this.#inBlock === 0
    let shared = 0
    if (begins) {
      this.#starts.push(this.#blocks.length)
      this.#keyStarts.push(this.#firstKeys.length)
      this.#firstKeys.byte(length)
      this.#firstKeys.append(key.subarray(0, length))
      this.trigrams?.beginBlock()
    } else {
      const most = Math.min(length, this.#lastLength)
      while (shared < most && key[shared] === this.#last[shared]) shared += 1
    }
    this.#keys.byte(shared)
    this.#keys.byte(length - shared)
    this.#keys.copy(key, shared, length)
    this.trigrams?.add(key, length, shared)
    this.#last.set(key.subarray(0, length))
    this.#lastLength = length
    this.count += 1
    return begins
  }

  /** After what belongs to the word was written. */
  endWord(): void {
    this.#inBlock += 1
    if (this.#inBlock === blockSize) this.#endBlock()
  }

  #endBlock(): void {
    if (this.#inBlock === 0) return
    this.#blocks.byte(this.#keys.length & 255)
    this.#blocks.byte(this.#keys.length >> 8)
    this.#blocks.append(this.#keys.written())
    this.#blocks.append(this.payload.written())
    this.#keys.clear()
    this.payload.clear()
    this.#inBlock = 0
  }

  /** The blocks, and what is to be held in memory. */
  finish(): { readonly blocks: Uint8Array; readonly index: Uint8Array } {
    this.#endBlock()
    const index = new ByteWriter(this.#firstKeys.length + this.#starts.length * 8)
    for (const numbers of [this.#starts, this.#keyStarts])
      index.append(new Uint8Array(Uint32Array.from(numbers).buffer))
    index.append(this.#firstKeys.written())
    return { blocks: this.#blocks.written(), index: index.written() }
  }
}

/** Where a dictionary lies in its file. */
export type DictionaryPlace = { readonly at: number; readonly length: number; readonly count: number }

/** Blocks as they were read; `start(n)`: where block n begins in `bytes`, `end`: the first that is not there. */
export type Run = {
  readonly bytes: Uint8Array
  readonly from: number
  readonly end: number
  start(block: number): number
}

export class Dictionary {
  /** Where each block begins, and its first key among those of all. */
  readonly #starts: Uint32Array
  readonly #keyStarts: Uint32Array
  readonly #index: Uint8Array
  /** Groups of blocks read last: what one looks for next is often what one has just looked for, or begins alike. */
  readonly #recent = new Map<number, Run>()

  constructor(
    readonly source: Source,
    readonly place: DictionaryPlace,
    index: Uint8Array,
  ) {
    const blocks = Math.ceil(place.count / blockSize)
    if (index.length < blocks * 8) throw new DamagedIndex('a dictionary is cut')
    // Numbers as they lie on the disk, not one after the other: a start has no time for a loop over ten thousand blocks.
    const { buffer, byteOffset } = index.byteOffset % 4 === 0 ? index : index.slice()
    this.#starts = new Uint32Array(buffer, byteOffset, blocks)
    this.#keyStarts = new Uint32Array(buffer, byteOffset + blocks * 4, blocks)
    this.#index = index.subarray(blocks * 8)
  }

  get blocks(): number {
    return this.#keyStarts.length
  }

  /** The last block whose first word is not after the key; 0 when there is none. */
  blockOf(key: Uint8Array, length: number): number {
    let low = 0
    let high = this.blocks
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.#compareFirst(middle, key, length) <= 0) low = middle
      else high = middle
    }
    return low
  }

  #compareFirst(block: number, key: Uint8Array, length: number): number {
    const index = this.#index
    const at = this.#keyStarts[block]!
    const own = index[at]!
    const shorter = own < length ? own : length
    for (let byte = 0; byte < shorter; byte++)
      if (index[at + 1 + byte] !== key[byte]) return index[at + 1 + byte]! - key[byte]!
    return own - length
  }

  /** The first key of a block. */
  firstKey(block: number): Uint8Array {
    const at = this.#keyStarts[block]!
    return this.#index.subarray(at + 1, at + 1 + this.#index[at]!)
  }

  /** Bytes with which all words of a block begin; 0 for the last block, whose end is not known. */
  sharedInBlock(block: number): number {
    return block + 1 < this.blocks ? this.#sharedBy(block, block + 1) : 0
  }

  /** The last block that begins with the same bytes as this one. */
  lastBeginningAs(block: number, length: number): number {
    let low = block
    let step = 1
    while (low + step < this.blocks && this.#sharedBy(block, low + step) >= length) {
      low += step
      step *= 2
    }
    for (; step >= 1; step >>= 1)
      if (low + step < this.blocks && this.#sharedBy(block, low + step) >= length) low += step
    return low
  }

  #sharedBy(a: number, b: number): number {
    const index = this.#index
    const [first, second] = [this.#keyStarts[a]!, this.#keyStarts[b]!]
    const most = Math.min(index[first]!, index[second]!)
    let same = 0
    while (same < most && index[first + 1 + same] === index[second + 1 + same]) same += 1
    return same
  }

  /** The block, with others beside it: they are remembered. */
  readBlock(block: number): Run {
    const group = Math.floor(block / groupSize)
    const known = this.#recent.get(group)
    if (known) return known
    const run = this.readBlocks(group * groupSize, Math.min(this.blocks, (group + 1) * groupSize))
    if (this.#recent.size === mostRecent) this.#recent.clear()
    this.#recent.set(group, run)
    return run
  }

  /** Blocks from `from` up to and without `to`, read at once, into `memory` when it is given. */
  readBlocks(from: number, to: number, memory?: ReadMemory): Run {
    const first = this.#starts[from]!
    const length = this.#startOf(to) - first
    const bytes = this.source.read(this.place.at + first, length, memory?.lend(length))
    if (bytes.length !== length) throw new DamagedIndex('a dictionary is cut')
    return { bytes, from, end: to, start: (block: number) => this.#startOf(block) - first }
  }

  #startOf(block: number): number {
    return block < this.#starts.length ? this.#starts[block]! : this.place.length
  }
}

/** Where to end a run that begins at a block: blocks nobody asked for are read along, for to ask for others takes as long as to read some dozens of them. */
export function endOfRun(from: number, blocks: number, isWanted: (block: number) => boolean): number {
  let end = from + 1
  for (let at = end; at < Math.min(blocks, from + mostInRun) && at - end <= mostBetween; at++)
    if (isWanted(at)) end = at + 1
  return end
}

const mostInRun = 192
const mostBetween = 24
/** To read so many takes no longer than to read one, and the forms of a word mostly lie side by side: some seven kilobytes. */
const groupSize = 16
const mostRecent = 64
const blocksAtOnce = 64

/** Goes through a dictionary from a block on. Subclasses read what belongs to each word. */
export class DictionaryCursor {
  readonly key = new Uint8Array(256)
  keyLength = 0
  ordinal: number
  protected payload: ByteReader = new ByteReader(new Uint8Array(0))
  #bytes = new Uint8Array(0)
  #at = 0
  #run: Run | undefined
  /** Of the run alone. */
  readonly #memory = new ReadMemory(0, 'one')

  /** `atOnce`: blocks read at a time; one for a single word, many for going through all. */
  constructor(
    protected readonly dictionary: Dictionary,
    block = 0,
    private readonly atOnce = blocksAtOnce,
  ) {
    this.ordinal = block * blockSize - 1
  }

  /** False after the last word. */
  next(): boolean {
    const ordinal = this.ordinal + 1
    if (ordinal >= this.dictionary.place.count) return false
    this.ordinal = ordinal
    if (ordinal % blockSize === 0) this.#enter(ordinal / blockSize)
    const shared = this.#bytes[this.#at++]!
    const own = this.#bytes[this.#at++]!
    if (shared + own > longestKey || this.#at + own > this.#bytes.length) throw new DamagedIndex('a word is too long')
    for (let at = 0; at < own; at++) this.key[shared + at] = this.#bytes[this.#at + at]!
    this.#at += own
    this.keyLength = shared + own
    this.readPayload(ordinal % blockSize === 0)
    return true
  }

  /** Blocks from `from` up to and without `to`; they hold until the cursor reads others. */
  read(from: number, to: number): Run {
    return this.atOnce === 1 ? this.dictionary.readBlock(from) : this.dictionary.readBlocks(from, to, this.#memory)
  }

  /** The next word is the first of this block, which is in the run. */
  goTo(block: number, run: Run): void {
    this.ordinal = block * blockSize - 1
    this.#run = run
    this.#bytes = run.bytes as Uint8Array<ArrayBuffer> // never shared between threads
  }

  protected readPayload(_begins: boolean): void {}

  #enter(block: number): void {
    if (!this.#run || block >= this.#run.end) {
      this.#run = this.read(block, Math.min(this.dictionary.blocks, block + this.atOnce))
      this.#bytes = this.#run.bytes as Uint8Array<ArrayBuffer> // never shared between threads
    }
    const start = this.#run.start(block)
    this.#at = start + 2
    this.payload = new ByteReader(this.#bytes, start + 2 + (this.#bytes[start]! | (this.#bytes[start + 1]! << 8)))
  }
}
