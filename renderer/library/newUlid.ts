// A ULID made here: 10 characters of time, 16 of chance, Crockford base 32.
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function newUlid(): string {
  let time = ''
  for (let rest = Date.now(), n = 0; n < 10; n++, rest = Math.floor(rest / 32)) time = digits.charAt(rest % 32) + time
  const chance = crypto.getRandomValues(new Uint8Array(16))
  return time + Array.from(chance, (byte) => digits.charAt(byte % 32)).join('')
}
