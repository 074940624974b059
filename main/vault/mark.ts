// offprint.json: makes a folder a vault. Which format, which vault, when and by what it was made.
import { z } from 'zod'
import { instant, ulid } from '../../preload/article.ts'
import { markPath, onDisk } from './layout.ts'
import { read } from './read.ts'
import { seal, unseal } from './sealed.ts'
import { newUlid } from './ulid.ts'

/** The format of vaults that this release writes. */
export const vaultFormat = 1

const mark = z.object({ format: z.literal(vaultFormat), id: ulid, madeAt: instant, madeBy: z.string() })
const claims = z.object({ format: z.number().optional().catch(undefined), id: ulid.optional().catch(undefined) })

export type FoundMark =
  | { readonly kind: 'ours'; readonly id: string }
  | { readonly kind: 'missing' }
  /** There without a byte of what it said, as a power cut or a sync program leaves a file. */
  | { readonly kind: 'empty'; readonly id: string; readonly reason: string }
  | { readonly kind: 'newer'; readonly id: string }
  /** Damaged; `isReadable` when what it says still makes sense, so that nothing stops a reader from going on. */
  | { readonly kind: 'damaged'; readonly id: string; readonly isReadable: boolean; readonly reason: string }

/** For a vault whose own id cannot be read. The library is filled anew then, which costs time and nothing else. */
const unknownId = '00000000000000000000000000'

export async function readMark(root: string): Promise<FoundMark> {
  const found = await read(onDisk(root, markPath))
  if (found.kind === 'missing') return found
  if (found.kind === 'damaged') return { kind: 'damaged', id: unknownId, isReadable: false, reason: found.reason }
  // Some file systems give a file that a power cut interrupted its length, and zeros.
  if (found.value.every((byte) => byte === 0)) return { kind: 'empty', id: unknownId, reason: 'it is empty' }
  const unsealed = unseal(found.value)
  const claimed = claims.safeParse(unsealed.value).data
  const id = claimed?.id ?? unknownId
  // Every format seals this one file as format 1 does, so that a flipped digit is not taken for a newer release.
  if (claimed?.format !== undefined && claimed.format > vaultFormat && unsealed.ok) return { kind: 'newer', id }
  const parsed = mark.safeParse(unsealed.value)
  if (unsealed.ok && parsed.success) return { kind: 'ours', id: parsed.data.id }
  const reason = unsealed.ok ? 'it does not say what it must' : unsealed.reason
  return { kind: 'damaged', id, isReadable: parsed.success, reason }
}

export function newMark(madeBy: string, now: Date): { id: string; bytes: Buffer } {
  const id = newUlid()
  return { id, bytes: seal(mark.parse({ format: vaultFormat, id, madeAt: now.toISOString(), madeBy })) }
}
