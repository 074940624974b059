// The records of the journal: a kind, the length of what is told in JSON, that, and the bytes of a segment if there is one.
import type { StoredFacts } from './factTable.ts'
import type { Gathered } from './gathering.ts'
import { DamagedIndex } from './segments/bytes.ts'

export type Record =
  | { readonly kind: 'segment'; readonly facts: readonly Gathered[]; readonly segment: Uint8Array }
  | { readonly kind: 'facts'; readonly facts: readonly StoredFacts[] }
  | { readonly kind: 'remove'; readonly ids: readonly string[] }

const kinds = ['segment', 'facts', 'remove'] as const
const headSize = 8

/** Articles with their words, in the order the segment numbers them. */
export function segmentRecord(facts: readonly Gathered[], segment: Uint8Array): Uint8Array[] {
  return record('segment', facts, segment)
}

export function factRecord(facts: readonly StoredFacts[]): Uint8Array[] {
  return record('facts', facts)
}

export function removeRecord(ids: readonly string[]): Uint8Array[] {
  return record('remove', ids)
}

export function readRecord(bytes: Uint8Array): Record {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const kind = kinds[view.getUint32(0, true)]
  const end = headSize + view.getUint32(4, true)
  // Ours: its checksum was right.
  const told: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(headSize, end)))
  switch (kind) {
    case 'segment':
      return {
        kind,
        facts: (told as (StoredFacts | null)[]).map((facts) => facts ?? undefined),
        segment: bytes.subarray(end),
      }
    case 'facts':
      return { kind, facts: told as StoredFacts[] }
    case 'remove':
      return { kind, ids: told as string[] }
    default:
      throw new DamagedIndex('the journal is of another release')
  }
}

function record(kind: Record['kind'], told: unknown, bytes?: Uint8Array): Uint8Array[] {
  const text = new TextEncoder().encode(JSON.stringify(told))
  const head = new DataView(new ArrayBuffer(headSize))
  head.setUint32(0, kinds.indexOf(kind), true)
  head.setUint32(4, text.length, true)
  return [new Uint8Array(head.buffer), text, ...(bytes ? [bytes] : [])]
}
