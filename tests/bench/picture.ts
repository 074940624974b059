// A picture drawn by arithmetic, as a PNG: each number gives another one. Real enough to be decoded, small enough to be kept by the thousand.
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

export function picture(width: number, height: number, n: number): Uint8Array {
  const [red = 0, green = 0, blue = 0] = createHash('sha256').update(String(n)).digest()
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (1 + width * 3) + 1 + x * 3
      const band = Math.sin((x + y * (1 + (n % 5))) / 40) * 40
      rows[at] = clamp(red + band)
      rows[at + 1] = clamp(green + (y * 80) / height)
      rows[at + 2] = clamp(blue + (x * 80) / width)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8) // eight bits, red green blue
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function clamp(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)))
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(data.length + 12)
  whole.writeUInt32BE(data.length, 0)
  whole.set(named, 4)
  whole.writeUInt32BE(sumOf(named), data.length + 8)
  return whole
}

/** CRC-32 as the PNG specification gives it. */
function sumOf(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
