// Ids that sort by the time they were made: 48 bits of time, 80 of chance, Crockford base 32 (github.com/ulid/spec).
import { randomBytes } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
let lastTime = 0
let lastChance = 0n

/** Within one millisecond, and when the clock goes back, each id is one more than the last. */
export function newUlid(now: number = Date.now()): string {
  if (now > lastTime) {
    lastTime = now
    // The top bit stays free, so that counting up within the millisecond cannot overflow.
    lastChance = BigInt(`0x${randomBytes(10).toString('hex')}`) >> 1n
  } else lastChance += 1n
  return encode(BigInt(lastTime), 10) + encode(lastChance, 16)
}

function encode(value: bigint, length: number): string {
  let text = ''
  for (let rest = value, at = 0; at < length; at += 1, rest >>= 5n) text = alphabet[Number(rest & 31n)] + text
  return text
}
