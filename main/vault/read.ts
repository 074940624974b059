// Whole files, checked on the way in: what comes out is what was once written, or it does not come out.
import { createHash } from 'node:crypto'
import { createReadStream, promises as files } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { codeOf } from './disk.ts'

export type Measure = { readonly sha256: string; readonly sizeBytes: number }
/** What a file must be. */
export type Expected = { readonly sha256: string; readonly sizeBytes?: number }

export type Found<T> =
  | { readonly kind: 'whole'; readonly value: T }
  | { readonly kind: 'missing' }
  /** `reason` continues the sentence "blobs/ab/... : ". */
  | { readonly kind: 'damaged'; readonly reason: string }

export async function read(path: string, expected?: Expected): Promise<Found<Buffer>> {
  return reading(async () => {
    const bytes = await files.readFile(path)
    return judge(bytes, expected && measure(bytes), expected)
  })
}

/** Without holding the file in memory. */
export async function check(
  path: string,
  expected: Expected,
  signal?: AbortSignal | undefined,
): Promise<Found<Measure>> {
  return reading(async () => {
    const found = await measureFile(path, signal)
    return judge(found, found, expected)
  })
}

export function measure(bytes: Uint8Array): Measure {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length }
}

async function measureFile(path: string, signal: AbortSignal | undefined): Promise<Measure> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  await pipeline(
    createReadStream(path, { highWaterMark: 1 << 18 }),
    async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        hash.update(chunk)
        sizeBytes += chunk.length
      }
    },
    signal ? { signal } : {},
  )
  return { sha256: hash.digest('hex'), sizeBytes }
}

function judge<T>(value: T, found: Measure | undefined, expected: Expected | undefined): Found<T> {
  if (!found || !expected) return { kind: 'whole', value }
  if (expected.sizeBytes !== undefined && found.sizeBytes !== expected.sizeBytes)
    return { kind: 'damaged', reason: `it has ${found.sizeBytes} bytes instead of ${expected.sizeBytes}` }
  if (found.sha256 !== expected.sha256) return { kind: 'damaged', reason: 'its checksum does not hold' }
  return { kind: 'whole', value }
}

async function reading<T>(work: () => Promise<Found<T>>): Promise<Found<T>> {
  try {
    return await work()
  } catch (thrown) {
    const code = codeOf(thrown)
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' }
    if (code === undefined || code === 'ABORT_ERR') throw thrown
    return { kind: 'damaged', reason: `it cannot be read (${code})` }
  }
}
