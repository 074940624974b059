import { expect, test } from 'vitest'
import { SegmentBuilder } from '../../../../renderer/search/segments/buildSegment.ts'
import { joined } from '../../../../renderer/search/segments/heldParts.ts'
import { mergeSegments } from '../../../../renderer/search/segments/mergeSegments.ts'
import { Segment, sourceOf } from '../../../../renderer/search/segments/segment.ts'

const articlesEach = 300

test('a merge reads its inputs from beginning to end in large pieces, and makes what one filling would have made', () => {
  const halves = [segmentOf(0), segmentOf(articlesEach)]
  let reads = 0
  const counted = halves.map(
    (bytes) =>
      new Segment(
        {
          read(at, length, into) {
            reads += 1
            // As a file would: into the memory it is given, which the next read writes over.
            const read = bytes.subarray(at, at + length)
            if (!into) return read.slice()
            into.set(read)
            return into.subarray(0, read.length)
          },
        },
        bytes.length,
      ),
  )
  reads = 0
  const merged = drained((write) =>
    mergeSegments(
      counted.map((segment, at) => ({
        segment,
        numbers: Uint32Array.from({ length: articlesEach }, (_, n) => at * articlesEach + n),
      })),
      write,
    ),
  )
  expect(merged).toEqual(segmentOf(0, 2 * articlesEach))
  const words = new Segment(sourceOf(merged), merged.length).terms.place.count
  expect(words).toBeGreaterThan(600)
  expect(reads).toBeLessThan(20)
})

test('a merge pauses often, also among words that stand in a single article each', () => {
  const words = 6_000
  const pages = [0, 1].map((page) => Array.from({ length: words }, (_, n) => `w${page * words + n}`).join(' '))
  const inputs = pages.map((text, number) => {
    const builder = new SegmentBuilder()
    builder.add({ title: '', notes: '', about: '', text }, undefined)
    const bytes = drained((write) => builder.build(write))
    return { segment: new Segment(sourceOf(bytes), bytes.length), numbers: Uint32Array.of(number) }
  })
  let pauses = 0
  for (const _ of mergeSegments(inputs, () => undefined)) pauses += 1
  expect(pauses).toBeGreaterThan((2 * words) / 1_000)
})

function segmentOf(from: number, count = articlesEach): Uint8Array {
  const builder = new SegmentBuilder()
  for (let n = from; n < from + count; n += 1)
    builder.add(
      { title: `Lamp ${n}`, notes: '', about: 'harbour', text: `The lamp of harbour number${n} and w${n % 7}.` },
      undefined,
    )
  return drained((write) => builder.build(write))
}

function drained(steps: (write: (bytes: Uint8Array) => void) => Generator<void, number>): Uint8Array {
  const pieces: Uint8Array[] = []
  for (const _ of steps((bytes) => pieces.push(bytes.slice()))) continue
  return joined(pieces)
}
