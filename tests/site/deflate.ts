// What PNG asks of zlib. Node 20 of the older minor versions has no zlib.crc32.
import { constants, deflateSync as deflate } from 'node:zlib'

export function deflateSync(bytes: Uint8Array): Uint8Array {
  return deflate(bytes, { level: constants.Z_BEST_SPEED })
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = table[(value ^ byte) & 0xff]! ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
