// The other kinds of picture: GIF, WebP, SVG, and the ones that are no picture at all.
import { BitWriter } from './bits.ts'

/** Two frames that take turns, sixteen greys, without compression (a clear code before the table can grow). */
export function gif(widthPx: number, heightPx: number): Uint8Array {
  const parts: Uint8Array[] = [
    Buffer.from('GIF89a', 'latin1'),
    Uint8Array.of(widthPx & 255, widthPx >> 8, heightPx & 255, heightPx >> 8, 0xf3, 0, 0),
    Uint8Array.from({ length: 48 }, (_, n) => Math.floor(n / 3) * 17),
    Uint8Array.of(0x21, 0xff, 11),
    Buffer.from('NETSCAPE2.0', 'latin1'),
    Uint8Array.of(3, 1, 0, 0, 0),
  ]
  for (const frame of [0, 1]) {
    parts.push(Uint8Array.of(0x21, 0xf9, 4, 0, 40, 0, 0, 0))
    parts.push(Uint8Array.of(0x2c, 0, 0, 0, 0, widthPx & 255, widthPx >> 8, heightPx & 255, heightPx >> 8, 0, 4))
    const bits = new BitWriter()
    for (let n = 0; n < widthPx * heightPx; n += 1) {
      // Codes stay five bits wide while fewer than fourteen follow a clear code.
      if (n % 12 === 0) bits.write(16, 5)
      const diagonal = Math.floor(((n % widthPx) + Math.floor(n / widthPx)) / 8)
      bits.write((diagonal + frame * 8) % 16, 5)
    }
    bits.write(17, 5)
    const data = bits.bytes()
    for (let at = 0; at < data.length; at += 255) {
      const block = data.subarray(at, at + 255)
      parts.push(Uint8Array.of(block.length), block)
    }
    parts.push(Uint8Array.of(0))
  }
  parts.push(Uint8Array.of(0x3b))
  return Buffer.concat(parts)
}

/** A lossless WebP of two greens in checks: one bit a pixel, every other channel a constant. */
export function webp(widthPx: number, heightPx: number): Uint8Array {
  const bits = new BitWriter()
  bits.write(0x2f, 8)
  bits.write(widthPx - 1, 14)
  bits.write(heightPx - 1, 14)
  bits.write(0, 1) // no alpha
  bits.write(0, 3) // version
  bits.write(0, 1) // no transform
  bits.write(0, 1) // no colour cache
  bits.write(0, 1) // one group of prefix codes
  simpleCode(bits, [90, 180]) // green
  simpleCode(bits, [70])
  simpleCode(bits, [60])
  simpleCode(bits, [255])
  simpleCode(bits, [0]) // distance, unused
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) bits.write(((x >> 4) + (y >> 4)) & 1, 1)
  }
  const data = bits.bytes()
  const padded = data.length % 2 === 0 ? data : Buffer.concat([data, Uint8Array.of(0)])
  const out = Buffer.alloc(20)
  out.write('RIFF', 0, 'latin1')
  out.writeUInt32LE(12 + padded.length, 4)
  out.write('WEBPVP8L', 8, 'latin1')
  out.writeUInt32LE(data.length, 16)
  return Buffer.concat([out, padded])
}

export function svg(widthPx: number, heightPx: number): string {
  const bars = [0.35, 0.6, 0.45, 0.8, 0.7]
    .map(
      (part, n) => `<rect x="${20 + n * 50}" y="${(1 - part) * 150}" width="34" height="${part * 150}" fill="#47a"/>`,
    )
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 280 180">
<title>Five bars</title><rect width="280" height="180" fill="#f4f2ec"/>${bars}<path d="M10 150h260" stroke="#333"/></svg>`
}

/** An SVG that would act if anything let it. */
export function hostileSvg(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="100" onload="document.title='svg ran'">
<script>document.title='svg ran'</script><image href="/trackers/from-svg.png" width="1" height="1"/>
<use href="/trackers/sprite.svg#x"/><foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="/trackers/frame"></iframe></foreignObject>
<rect width="200" height="100" fill="#a44"/></svg>`
}

function simpleCode(bits: BitWriter, symbols: readonly [number] | readonly [number, number]): void {
  bits.write(1, 1)
  bits.write(symbols.length - 1, 1)
  bits.write(1, 1) // the first symbol takes eight bits
  for (const symbol of symbols) bits.write(symbol, 8)
}
