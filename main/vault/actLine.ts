// An act as a line of a file under acts/: JSON, its keys in the order of the schema, and last `sum`: the first 16 hexadecimal digits of the sha256 of
// the line's bytes before `,"sum":`. A newline ends the line. Acts of kinds we do not know are a newer release's and right where they are.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { act as actSchema, clock as clockSchema, type Act } from '../../preload/act.ts'

export type ActLine =
  | { readonly kind: 'act'; readonly act: Act; readonly clock: string }
  | { readonly kind: 'unknown'; readonly clock: string | undefined }
  | { readonly kind: 'damaged' }

const opening = ',"sum":"'
const closing = '"}'
const sumDigits = 16
const endBytes = opening.length + sumDigits + closing.length
const clocked = z.object({ clock: clockSchema })

/** `act` as the schema gave it; with the newline. */
export function encodeAct(act: Act): Buffer {
  const body = Buffer.from(JSON.stringify(act).slice(0, -1))
  return Buffer.concat([body, Buffer.from(`${opening}${sumOf(body)}${closing}\n`)])
}

/** A line without its newline. */
export function decodeLine(line: Buffer): ActLine {
  const body = line.subarray(0, Math.max(0, line.length - endBytes))
  if (line.toString('latin1', body.length) !== `${opening}${sumOf(body)}${closing}`) return { kind: 'damaged' }
  let value: unknown
  try {
    value = JSON.parse(line.toString())
  } catch {
    return { kind: 'damaged' } // its sum holds over something that was never JSON
  }
  const act = actSchema.safeParse(value)
  return act.success
    ? { kind: 'act', act: act.data, clock: act.data.clock }
    : { kind: 'unknown', clock: clocked.safeParse(value).data?.clock }
}

/** The acts that stand whole in a damaged line: two whose newline was lost, or one with something behind it. */
export function salvage(line: Buffer): Act[] {
  const text = line.toString('latin1')
  const ends = [...text.matchAll(/,"sum":"[0-9a-f]{16}"\}/g)].map((end) => end.index + endBytes)
  // A quote inside a value is escaped, so this is the beginning of an act and nothing else.
  const starts = [...text.matchAll(/\{"clock":"/g)].map((start) => start.index)
  return starts.flatMap((start) => {
    const end = ends.find((one) => one > start)
    const found = end === undefined ? undefined : decodeLine(line.subarray(start, end))
    return found?.kind === 'act' ? [found.act] : []
  })
}

/** For what stands behind the last newline of a file: a whole act with another byte where its newline was, not one that is still being copied. */
export function hasLostNewline(line: Buffer): boolean {
  return decodeLine(line).kind === 'damaged' && salvage(line).length > 0
}

function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, sumDigits)
}
