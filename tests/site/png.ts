// Pictures made by arithmetic, so that every test has real images of any size and nobody's photographs.
import { crc32, deflateSync } from './deflate.ts'

/** An RGB PNG of hills, a sky and a sun; another seed is another picture. The same arguments give the same bytes. */
export function png(seed: string, widthPx: number, heightPx: number): Uint8Array {
  const paint = landscape(hash(seed), widthPx, heightPx)
  const rows = new Uint8Array(heightPx * (1 + widthPx * 3))
  let at = 0
  for (let y = 0; y < heightPx; y += 1) {
    rows[at++] = 0
    for (let x = 0; x < widthPx; x += 1) {
      const [red, green, blue] = paint(x, y)
      rows[at++] = red
      rows[at++] = green
      rows[at++] = blue
    }
  }
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, widthPx)
  view.setUint32(4, heightPx)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array(0)),
  ])
}

type Colour = readonly [number, number, number]

function landscape(seed: number, widthPx: number, heightPx: number): (x: number, y: number) => Colour {
  const hue = (seed % 97) / 97
  const sunX = (0.2 + (0.6 * ((seed >>> 7) % 53)) / 53) * widthPx
  const sunY = 0.28 * heightPx
  const sunRadius = 0.07 * heightPx
  const sky: Colour = [150 + 70 * hue, 180, 235 - 60 * hue]
  // The hills' outlines are worked out once a column; a pixel then costs a few comparisons.
  const hills = [0, 1, 2].map((n) =>
    Array.from({ length: widthPx }, (_, x) => {
      const t = (x / widthPx) * Math.PI * 2
      return heightPx * (0.5 + 0.14 * n + 0.06 * Math.sin(t * (1 + n) + seed + n) + 0.02 * Math.sin(t * 7 + seed * n))
    }),
  )
  const ground: readonly Colour[] = [
    [110, 130 - 40 * hue, 130],
    [80, 110 - 30 * hue, 90 + 20 * hue],
    [50, 75, 60 * hue + 30],
  ]
  return (x, y) => {
    for (let n = 2; n >= 0; n -= 1) {
      if (y > hills[n]![x]!) return grained(ground[n]!, x, y, seed)
    }
    if ((x - sunX) ** 2 + (y - sunY) ** 2 < sunRadius ** 2) return [250, 226, 150]
    const fade = y / heightPx
    return [sky[0] + 60 * fade, sky[1] + 40 * fade, sky[2]].map(clamp) as unknown as Colour
  }
}

// A little grain, as a photograph has: without it a megapixel compresses to nothing and is no real image.
function grained(colour: Colour, x: number, y: number, seed: number): Colour {
  const grain = ((Math.imul(x + 1, 73856093) ^ Math.imul(y + 1, 19349663) ^ seed) >>> 9) & 7
  return colour.map((part) => clamp(part + grain)) as unknown as Colour
}

function clamp(part: number): number {
  return Math.max(0, Math.min(255, Math.round(part)))
}

function hash(text: string): number {
  let value = 2166136261
  for (let n = 0; n < text.length; n += 1) value = Math.imul(value ^ text.charCodeAt(n), 16777619) >>> 0
  return value
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(named.length + 8)
  out.writeUInt32BE(data.length, 0)
  named.copy(out, 4)
  out.writeUInt32BE(crc32(named), named.length + 4)
  return out
}
