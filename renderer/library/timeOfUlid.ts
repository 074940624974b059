/** The time that a ULID begins with, in ISO 8601. */
export function timeOfUlid(ulid: string): string {
  let time = 0
  for (const digit of ulid.slice(0, 10)) time = time * 32 + '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(digit)
  return new Date(time).toISOString()
}
