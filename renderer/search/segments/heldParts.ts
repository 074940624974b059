// The parts the index is made of: small ones in memory (and on the disk in the journal or the catalog), others each in a file; and how several become one.
import { DamagedIndex } from './bytes.ts'
import { PartWriter, type StoredPart } from './catalog.ts'
import { gone, mergeSegments } from './mergeSegments.ts'
import { Segment, sourceOf } from './segment.ts'
import type { Store, StoredFile } from './store.ts'

/** Smaller parts are kept in memory. */
export const smallArticles = 128

/** A segment with the slot of each of its articles, or `gone`. */
export type HeldPart = {
  readonly segment: Segment
  readonly slots: Uint32Array<ArrayBuffer>
  goneCount: number
  /** The slot of article 0, or what it would be: most parts hold their articles in the order of their slots, without a gap. */
  readonly firstSlot: number
  readonly file?: PartFile
  readonly bytes?: Uint8Array
}

export type PartFile = {
  readonly name: string
  readonly size: number
  readonly sum: number
  readonly handle: StoredFile
}

export function heldPart(
  held: { readonly bytes: Uint8Array } | { readonly file: PartFile },
  slots: Uint32Array<ArrayBuffer>,
  goneCount = countGone(slots),
): HeldPart {
  const segment =
    'file' in held
      ? new Segment(held.file.handle, held.file.size)
      : new Segment(sourceOf(held.bytes), held.bytes.length)
  const first = slots.findIndex((slot) => slot !== gone)
  return { segment, slots, goneCount, firstSlot: (slots[first] ?? 0) - first, ...held }
}

/** Which article of the part is in this slot; undefined when none is. `atOnce`: looked for where it lies in most parts, and nowhere else. */
export function articleIn({ slots, firstSlot }: HeldPart, slot: number, atOnce: boolean): number | undefined {
  const guess = slot - firstSlot
  if (slots[guess] === slot) return guess
  const at = atOnce ? -1 : slots.indexOf(slot)
  return at < 0 ? undefined : at
}

function countGone(slots: Uint32Array): number {
  let count = 0
  for (const slot of slots) if (slot === gone) count += 1
  return count
}

export function storedPart({ file, bytes, slots, goneCount }: HeldPart): StoredPart {
  const held = { articles: slots.length, gone: goneCount }
  if (file) return { kind: 'file', name: file.name, size: file.size, sum: file.sum, ...held }
  return { kind: 'inline', size: bytes?.length ?? 0, ...held }
}

/** `inline`: the bytes of a part that has no file. */
export async function openPart(
  store: Store,
  stored: StoredPart,
  slots: Uint32Array<ArrayBuffer>,
  inline: Uint8Array,
): Promise<HeldPart> {
  if (stored.kind === 'inline') return heldPart({ bytes: inline }, slots, stored.gone)
  const { name, size, sum } = stored
  const handle = await store.open(name)
  if (handle.size() < size) throw new DamagedIndex('a part of the index is missing')
  return heldPart({ file: { name, size, sum, handle } }, slots, stored.gone)
}

export type NewFile = { readonly name: string; readonly handle: StoredFile }

export type Merge = {
  readonly inputs: readonly HeldPart[]
  readonly fileName?: string
  /** Goes on until then; true when all is written. */
  step(until: number): boolean
  /** What has become of the inputs, without what was removed from them meanwhile. */
  made(): HeldPart
  drop(): void
}

export async function startMerge(chosen: readonly HeldPart[], newFile: () => Promise<NewFile>): Promise<Merge> {
  // In the order of their slots, so that what is made of them can be guessed where an article is: see articleIn.
  const inputs = [...chosen].sort((a, b) => a.firstSlot - b.firstSlot)
  let articles = 0
  const numbered = inputs.map(({ segment, slots }) => ({
    segment,
    numbers: slots.map((slot) => (slot === gone ? gone : articles++)),
  }))
  const slots = () => {
    const now = new Uint32Array(articles).fill(gone)
    for (const [input, { numbers }] of numbered.entries()) {
      // Tens of thousands at once: a pair of numbers for each would hold a question up.
      const { slots: own } = inputs[input]!
      for (let at = 0; at < numbers.length; at++) if (numbers[at] !== gone) now[numbers[at]!] = own[at]!
    }
    return now
  }
  if (articles < smallArticles) {
    const pieces: Uint8Array[] = []
    const steps = mergeSegments(numbered, (bytes) => pieces.push(bytes.slice()))
    return {
      inputs,
      step: (until) => runUntil(steps, until),
      made: () => heldPart({ bytes: joined(pieces) }, slots()),
      drop: () => undefined,
    }
  }
  const { name, handle } = await newFile()
  const writer = new PartWriter(handle)
  const steps = writer.all(mergeSegments(numbered, writer.write))
  return {
    inputs,
    fileName: name,
    step: (until) => runUntil(steps, until),
    made: () => heldPart({ file: { name, size: handle.size(), sum: writer.sum, handle } }, slots()),
    drop: () => handle.close(),
  }
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

/** True when the steps are done. */
export function runUntil(steps: Generator<void, unknown>, until: number): boolean {
  do {
    if (steps.next().done) return true
  } while (performance.now() < until)
  return false
}
