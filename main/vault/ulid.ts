// ULIDs: 10 characters of time, 16 of chance. Each one made here is greater than the one before, also within a millisecond and when the clock goes back.
import { randomBytes } from 'node:crypto'

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const chanceBits = 80n

let last = 0n

export function newUlid(): string {
  const fresh = (BigInt(Date.now()) << chanceBits) | BigInt(`0x${randomBytes(10).toString('hex')}`)
  last = fresh > last ? fresh : last + 1n
  let text = ''
  for (let rest = last; text.length < 26; rest >>= 5n) text = digits.charAt(Number(rest & 31n)) + text
  return text
}

/** When it was made, in milliseconds since 1970. */
export function timeOfUlid(ulid: string): number {
  return [...ulid.slice(0, 10)].reduce((ms, digit) => ms * 32 + digits.indexOf(digit), 0)
}
