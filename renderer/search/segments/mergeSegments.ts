// Several segments -> one, a few words at a time: what is held in memory is one word's postings and the new dictionary.
import { compareBytes, DamagedIndex } from './bytes.ts'
import type { Source } from './dictionary.ts'
import { placesIn } from './fields.ts'
import { Postings, type PostingsWriter } from './postings.ts'
import { endsPerArticle, StemCursor, TermCursor, type Segment } from './segment.ts'
import { SegmentWriter } from './segmentWriter.ts'

export const gone = 0xffffffff

/** `numbers`: the new number of each article, or `gone`; ascending over all inputs. */
export type MergeInput = { readonly segment: Segment; readonly numbers: Uint32Array }

/** Postings copied between two pauses; a word of the dictionary takes as long as so many. */
const atOnce = 8_192
const costOfWord = 16
/** Bytes of an input read at a time. */
const pieceSize = 1 << 16

/** Pauses wherever it yields; returns how long the new segment is. */
export function* mergeSegments(
  inputs: readonly MergeInput[],
  write: (bytes: Uint8Array) => void,
): Generator<void, number> {
  const articles = inputs.reduce((sum, { numbers }) => sum + numbers.length - countOf(numbers, gone), 0)
  const writer = new SegmentWriter(write, articles)
  const ordinals = inputs.map(({ segment }) => new Uint32Array(segment.terms.place.count).fill(gone))
  const cursors = inputs.map(({ segment }) => new TermCursor(segment.terms))
  const records = inputs.map(({ segment }) => readOn(segment.source))
  const postings = new Postings()
  let done = 0
  for (const { least, holders } of inOrder(cursors)) {
    const output = writer.postings
    output.begin()
    const key = cursors[least]!.key.slice(0, cursors[least]!.keyLength)
    for (const holder of holders) {
      const { segment, numbers } = inputs[holder]!
      const term = cursors[holder]!.term()
      const places = records[holder]!(term.at, term.postings + term.places)
      postings.decode(places, 0, term.postings, term.count, segment.articles)
      let at = term.postings
      for (let index = 0; index < postings.count; index++) {
        const counts = postings.counts[index]!
        const from = at
        for (let skip = placesIn(counts); skip > 0; skip--) while (places[at++]! > 127);
        const number = numbers[postings.articles[index]!]!
        if (number !== gone) copy(output, number, counts, places, from, at)
        if (++done < atOnce) continue
        done = 0
        // The decoded postings are ours alone: nothing else uses them while this waits.
        yield
      }
    }
    if (output.count > 0) {
      for (const holder of holders) ordinals[holder]![cursors[holder]!.ordinal] = writer.termCount
      writer.endTerm(key, key.length)
    }
    done += costOfWord * holders.length
    if (done < atOnce) continue
    done = 0
    yield
  }

  const stems = inputs.map(({ segment }) => new StemCursor(segment.stems))
  for (const { least, holders } of inOrder(stems)) {
    const words = new Set<number>()
    for (const holder of holders) {
      for (const ordinal of stems[holder]!.ordinals) {
        const now = ordinals[holder]![ordinal]!
        if (now !== gone) words.add(now)
      }
    }
    const { key, keyLength } = stems[least]!
    if (words.size > 0)
      writer.stem(
        key,
        keyLength,
        [...words].sort((a, b) => a - b),
      )
    done += costOfWord * holders.length + words.size
    if (done < atOnce) continue
    done = 0
    yield
  }
  return yield* writer.finish(fieldEnds(inputs, articles))
}

/**
 * Reads a file from its beginning to its end, a large piece at a time, in the same memory: a read for each word would take longer than all else
 * in a merge, and leave hundreds of megabytes to be collected. What it gives holds until it is asked again.
 */
function readOn(source: Source): (at: number, length: number) => Uint8Array {
  let into = new Uint8Array(pieceSize)
  let held = new Uint8Array(0)
  let heldAt = 0
  return (at, length) => {
    if (at < heldAt || at + length > heldAt + held.length) {
      if (length > into.length) into = new Uint8Array(length * 2)
      held = source.read(at, into.length, into) as Uint8Array<ArrayBuffer> // never shared between threads
      heldAt = at
      if (held.length < length) throw new DamagedIndex('a segment is cut')
    }
    return held.subarray(at - heldAt, at - heldAt + length)
  }
}

function copy(to: PostingsWriter, number: number, counts: number, places: Uint8Array, from: number, end: number) {
  to.article(number, counts)
  to.copyPlaces(places, from, end)
}

type Cursor = { readonly key: Uint8Array; readonly keyLength: number; next(): boolean }

/** Goes through all cursors together: each key once, with the cursors that stand at it, in their order. */
function* inOrder(cursors: readonly Cursor[]): Generator<{ least: number; holders: readonly number[] }> {
  const alive = cursors.map((cursor) => cursor.next())
  for (;;) {
    let least = -1
    let holders: number[] = []
    for (let at = 0; at < cursors.length; at++) {
      if (!alive[at]) continue
      const cursor = cursors[at]!
      const order =
        least < 0 ? -1 : compareBytes(cursor.key, cursor.keyLength, cursors[least]!.key, cursors[least]!.keyLength)
      if (order < 0) {
        least = at
        holders = [at]
      } else if (order === 0) holders.push(at)
    }
    if (least < 0) return
    yield { least, holders }
    for (const at of holders) alive[at] = cursors[at]!.next()
  }
}

function countOf(numbers: Uint32Array, wanted: number): number {
  let count = 0
  for (const number of numbers) if (number === wanted) count += 1
  return count
}

function fieldEnds(inputs: readonly MergeInput[], articles: number): Uint8Array {
  const size = endsPerArticle * 4
  const ends = new Uint8Array(articles * size)
  for (const { segment, numbers } of inputs) {
    const all = segment.allFieldEnds()
    for (let at = 0; at < numbers.length;) {
      const start = at++
      if (numbers[start] === gone) continue
      // Mostly nothing is gone, and this is one piece.
      while (at < numbers.length && numbers[at] !== gone) at += 1
      ends.set(all.subarray(start * size, at * size), numbers[start]! * size)
    }
  }
  return ends
}
