// Words of the index that a word may have been meant for: one edit away for five letters or more, two for nine or more.
// An edit leaves out, adds or changes a letter, or swaps two that stand side by side. Whole blocks are left out by what their words begin with.
import { decodeKey, encodeKey } from './segments/bytes.ts'
import { blockSize, endOfRun, type Run } from './segments/dictionary.ts'
import { ReadMemory } from './segments/readMemory.ts'
import type { Segment } from './segments/segment.ts'
import { foldedOf } from './tokenise.ts'

export type Near = { readonly word: string; readonly edits: number; readonly articles: number }

/** How many edits a word of this length may have; 0 when it is too short to be corrected. */
export function editsFor(word: string): number {
  const letters = [...word].length
  return /\p{N}/u.test(word) || letters < 5 ? 0 : letters < 9 ? 1 : 2
}

/** What was typed may have lost the letters that make its word long enough. */
function mostEdits(word: string): number {
  const letters = [...word].length
  return /\p{N}/u.test(word) || letters < 4 ? 0 : letters < 7 ? 1 : 2
}

/** The words near `word`, itself left out, with the articles that have each, in all segments together; the nearest and most frequent first. */
export function findNear(segments: readonly Segment[], word: string, limit: number): Near[] {
  const edits = mostEdits(word)
  if (edits === 0) return []
  const found = new Map<string, { edits: number; count: number }>()
  for (const segment of segments) {
    eachNear(segment, word, edits, (near, distance, ordinal) => {
      if (distance > Math.max(editsFor(word), editsFor(near))) return
      const count = segment.termAt(ordinal).count
      const known = found.get(near)
      if (known) known.count += count
      else found.set(near, { edits: distance, count })
    })
  }
  return [...found]
    .sort(([, a], [, b]) => a.edits - b.edits || b.count - a.count)
    .slice(0, limit)
    .map(([near, { edits: distance, count }]) => ({ word: near, edits: distance, articles: count }))
}

/** Edits of bytes that two swapped letters of three bytes each take at most. */
const swappedBytes = 6
const memory = new ReadMemory(1 << 14, 'one')

function eachNear(
  segment: Segment,
  word: string,
  edits: number,
  visit: (near: string, edits: number, ordinal: number) => void,
): void {
  const { terms } = segment
  const table = new EditTable(encodeKey(word), edits * (isAscii(word) ? 1 : swappedBytes))
  const candidates = blocksHoldingPart(segment, word, edits)
  const isCandidate = (block: number) => !candidates || ((candidates[block >> 3]! >> (block & 7)) & 1) === 1
  let run: Run | undefined
  for (let block = 0; block < terms.blocks; block++) {
    if (!isCandidate(block)) continue
    const dead = table.deadAt(terms.firstKey(block), terms.sharedInBlock(block))
    if (dead !== undefined) {
      // The last of them may go on with other words.
      block = Math.max(block, terms.lastBeginningAs(block, dead) - 1)
      continue
    }
    if (!run || block >= run.end) run = terms.readBlocks(block, endOfRun(block, terms.blocks, isCandidate), memory)
    table.eachFitting(run.bytes, run.start(block), (key, length, index) => {
      const near = foldedOf(decodeKey(key, length))
      if (near === word) return
      const distance = editsBetween(word, near, edits)
      if (distance <= edits) visit(near, distance, block * blockSize + index)
    })
  }
}

/**
 * The blocks whose words may be near: cut in one piece more than there are edits, one piece of the word is whole in what it was meant for.
 * A letter between two pieces belongs to neither, for two swapped letters would break both. Undefined when each block may hold one.
 */
function blocksHoldingPart(segment: Segment, word: string, edits: number): Uint8Array | undefined {
  if (!isAscii(word)) return undefined
  const key = encodeKey(word)
  const [beginning, ...others] = piecesOf(key, edits)
  const found = others.map((piece) => segment.blocksWith(piece))
  const [first, second] = found
  if (!beginning || !first || (edits > 1 && !second)) return undefined
  if (second) for (let at = 0; at < first.length; at++) first[at]! |= second[at]!
  const { terms } = segment
  const from = terms.blockOf(beginning, beginning.length)
  const to = terms.blockOf(Uint8Array.of(...beginning, 0xff), beginning.length + 1)
  for (let block = from; block <= to; block++) first[block >> 3]! |= 1 << (block & 7)
  return first
}

/** The first is short, for what begins alike lies together; the others have at least three letters, which the index of letters needs. */
function piecesOf(key: Uint8Array, edits: number): Uint8Array[] {
  const start = edits === 1 ? Math.min(3, key.length - 4) : key.length < 11 ? 1 : 2
  const rest = key.subarray(start + 1)
  if (edits === 1) return [key.subarray(0, start), rest]
  const middle = (rest.length - 1) >> 1
  return [key.subarray(0, start), rest.subarray(0, middle), rest.subarray(middle + 1)]
}

/** The distances between beginnings of the word and of a key, a row for each byte of the key. */
class EditTable {
  readonly #key = new Uint8Array(256)
  readonly #rows: Uint8Array[]
  /** The first row in which all distances are too great. */
  #dead = 256

  constructor(
    private readonly word: Uint8Array,
    private readonly most: number,
  ) {
    this.#rows = Array.from({ length: 257 }, () => new Uint8Array(word.length + 1))
    for (let at = 0; at <= word.length; at++) this.#rows[0]![at] = at
  }

  /** So many of these bytes say that no key that begins with them can be near; undefined when one can. */
  deadAt(key: Uint8Array, length: number): number | undefined {
    this.#dead = 256
    for (let at = 0; at < length; at++) {
      this.#key[at] = key[at]!
      if (!this.#addRow(at + 1)) return at + 1
    }
    return undefined
  }

  /** Goes through a block of a dictionary. */
  eachFitting(bytes: Uint8Array, start: number, visit: (key: Uint8Array, length: number, index: number) => void): void {
    const end = start + 2 + (bytes[start]! | (bytes[start + 1]! << 8))
    this.#dead = 256
    for (let at = start + 2, index = 0; at < end; index++) {
      const same = bytes[at++]!
      const own = bytes[at++]!
      if (same >= this.#dead) {
        at += own
        continue
      }
      this.#dead = 256
      const length = same + own
      for (let byte = 0; byte < own; byte++) this.#key[same + byte] = bytes[at + byte]!
      at += own
      let stop = same
      while (stop < length && this.#key[stop] !== 0) {
        if (!this.#addRow(++stop)) break
      }
      if (this.#dead <= length) continue
      // What follows is the same word with other accents; so are keys that share it.
      if (stop < length) this.#dead = stop + 1
      if (this.#rows[stop]![this.word.length]! <= this.most) visit(this.#key, length, index)
    }
  }

  /** False when no way goes on. */
  #addRow(depth: number): boolean {
    const { word, most } = this
    const row = this.#rows[depth]!
    const above = this.#rows[depth - 1]!
    const key = this.#key
    const from = Math.max(1, depth - most)
    const to = Math.min(word.length, depth + most)
    const far = most + 1
    row[from - 1] = from === 1 ? Math.min(depth, far) : far
    let least = row[from - 1]!
    const letter = key[depth - 1]
    for (let at = from; at <= to; at++) {
      const over = at < depth + most ? above[at]! : far
      let value = Math.min(over, row[at - 1]!) + 1
      const across = above[at - 1]! + (word[at - 1] === letter ? 0 : 1)
      if (across < value) value = across
      if (depth > 1 && at > 1 && word[at - 1] === key[depth - 2] && word[at - 2] === letter)
        value = Math.min(value, this.#rows[depth - 2]![at - 2]! + 1)
      if (most > 1 && value > 2) value = Math.min(value, this.#swappedAround(depth, at) + 2)
      row[at] = value
      if (value < least) least = value
    }
    if (to < word.length) row[to + 1] = far
    if (least <= most) return true
    this.#dead = depth
    return false
  }

  /** The distance before two letters that change places, where the word or the key has another one between them; Infinity when there are none. */
  #swappedAround(depth: number, at: number): number {
    const { word } = this
    const key = this.#key
    const letter = key[depth - 1]
    let least = Infinity
    if (depth > 1 && at > 2 && word[at - 1] === key[depth - 2] && word[at - 3] === letter)
      least = this.#rows[depth - 2]![at - 3]!
    if (depth > 2 && at > 1 && word[at - 1] === key[depth - 3] && word[at - 2] === letter)
      least = Math.min(least, this.#rows[depth - 3]![at - 2]!)
    return least
  }
}

/** Edits between two words, letter by letter, two swapped letters being one also where another was lost or put between them; more than `most` is `most + 1`. */
export function editsBetween(a: string, b: string, most: number): number {
  const [first, second] = [[...a], [...b]]
  if (Math.abs(first.length - second.length) > most) return most + 1
  const rows = [Array.from({ length: second.length + 1 }, (_, at) => at)]
  const swapped = (row: number, at: number, rowsApart: number, apart: number) =>
    row >= rowsApart &&
    at >= apart &&
    first[row - 1] === second[at - apart] &&
    first[row - rowsApart] === second[at - 1]
      ? rows[row - rowsApart]![at - apart]! + rowsApart + apart - 3
      : Infinity
  for (let row = 1; row <= first.length; row++) {
    const next = [row]
    const above = rows[row - 1]!
    for (let at = 1; at <= second.length; at++) {
      const same = first[row - 1] === second[at - 1]
      next.push(
        Math.min(
          above[at]! + 1,
          next[at - 1]! + 1,
          above[at - 1]! + (same ? 0 : 1),
          swapped(row, at, 2, 2),
          swapped(row, at, 3, 2),
          swapped(row, at, 2, 3),
        ),
      )
    }
    rows.push(next)
  }
  return Math.min(most + 1, rows[first.length]![second.length]!)
}

function isAscii(text: string): boolean {
  return /^[a-z]*$/.test(text)
}
