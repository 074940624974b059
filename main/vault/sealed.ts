// JSON files that carry their own checksum: version records, offprint.json, jobs.
//
// One key a line; the last one is `checksum`: the sha256, in hexadecimal, of all the bytes before the comma that precedes it. The end of such a
// file is always the same 85 bytes long: `,` newline `  "checksum": "` 64 digits `"` newline `}` newline. So each byte of the file is covered,
// and `head -c -85 FILE | sha256sum` checks it by hand.
import { createHash } from 'node:crypto'

const opening = ',\n  "checksum": "'
const closing = '"\n}\n'
const endBytes = opening.length + 64 + closing.length

/** `record` has at least one key, and none called checksum. */
export function seal(record: object): Buffer {
  const body = JSON.stringify(record, null, 2).slice(0, -2)
  return Buffer.from(`${body}${opening}${checksumOf(Buffer.from(body))}${closing}`)
}

export type Unsealed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: string; readonly value?: unknown }

/** Without its checksum. When that does not hold, `value` is what could still be read, for guessing at. */
export function unseal(bytes: Buffer): Unsealed {
  const body = bytes.subarray(0, Math.max(0, bytes.length - endBytes))
  const end = bytes.subarray(body.length).toString('latin1')
  const holds = end === `${opening}${checksumOf(body)}${closing}`
  try {
    const value: unknown = JSON.parse(holds ? `${body.toString()}\n}` : bytes.toString())
    return holds ? { ok: true, value } : { ok: false, reason: 'its checksum does not hold', value }
  } catch {
    return { ok: false, reason: holds ? 'it is not JSON' : 'its checksum does not hold' }
  }
}

function checksumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
