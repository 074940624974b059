// What bytes are, by how they begin, never by what a server calls them; and how large the picture is, without decoding it.

export type ImageType = {
  readonly ext: 'png' | 'jpg' | 'gif' | 'webp' | 'avif' | 'bmp' | 'ico' | 'svg'
  /** Pixels; undefined for SVG, and where the header does not say. */
  readonly size: { readonly width: number; readonly height: number } | undefined
  /** More than one in a moving GIF. */
  readonly frames: number
}
export type FontType = { readonly ext: 'woff2' | 'woff' | 'ttf' | 'otf' }

export function imageType(bytes: Uint8Array): ImageType | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const begins = (...start: number[]) => start.every((byte, at) => bytes[at] === byte)
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  try {
    if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) {
      return { ext: 'png', size: { width: view.getUint32(16), height: view.getUint32(20) }, frames: 1 }
    }
    if (begins(0xff, 0xd8, 0xff)) return { ext: 'jpg', size: jpegSize(view), frames: 1 }
    if (text(0, 4) === 'GIF8') {
      return {
        ext: 'gif',
        size: { width: view.getUint16(6, true), height: view.getUint16(8, true) },
        frames: gifFrames(bytes),
      }
    }
    if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP')
      return { ext: 'webp', size: webpSize(view, text(12, 16)), frames: 1 }
    if (text(4, 8) === 'ftyp' && /avif|avis|mif1|msf1/.test(text(8, 32)))
      return { ext: 'avif', size: avifSize(bytes, view), frames: 1 }
    if (text(0, 2) === 'BM' && bytes.length > 26) {
      return {
        ext: 'bmp',
        size: { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) },
        frames: 1,
      }
    }
    if (begins(0, 0, 1, 0) && (bytes[4] ?? 0) > 0)
      return { ext: 'ico', size: { width: bytes[6] || 256, height: bytes[7] || 256 }, frames: 1 }
  } catch (error) {
    if (error instanceof RangeError) return undefined // It ends within its own header: no picture.
    throw error
  }
  return isSvg(bytes) ? { ext: 'svg', size: undefined, frames: 1 } : undefined
}

export function fontType(bytes: Uint8Array): FontType | undefined {
  switch (String.fromCharCode(...bytes.subarray(0, 4))) {
    case 'wOF2':
      return { ext: 'woff2' }
    case 'wOFF':
      return { ext: 'woff' }
    case 'OTTO':
      return { ext: 'otf' }
    case '\0\x01\0\0':
    case 'true':
      return { ext: 'ttf' }
    default:
      return undefined
  }
}

function isSvg(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 4_096))
  return /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*(?:<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:\w+:)?svg[\s>/]/i.test(
    start,
  )
}

/** Walks the segments up to the one that begins a frame. */
function jpegSize(view: DataView): ImageType['size'] {
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + (marker >= 0xd0 && marker <= 0xd9 ? 0 : view.getUint16(at + 2))
  }
  return undefined
}

function gifFrames(bytes: Uint8Array): number {
  const tableSize = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  const afterBlocks = (from: number) => {
    let at = from
    while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0)
    return at + 1
  }
  let frames = 0
  for (let at = 13 + tableSize(bytes[10] ?? 0); at < bytes.length;) {
    const kind = bytes[at]
    if (kind === 0x2c) {
      frames++
      at = afterBlocks(at + 11 + tableSize(bytes[at + 9] ?? 0))
    } else if (kind === 0x21) at = afterBlocks(at + 2)
    else break
  }
  return Math.max(frames, 1)
}

function webpSize(view: DataView, kind: string): ImageType['size'] {
  const three = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
  switch (kind) {
    case 'VP8X':
      return { width: three(24) + 1, height: three(27) + 1 }
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
    }
    default:
      return undefined
  }
}

/** The largest of the sizes it declares: an alpha plane and thumbnails declare theirs too. */
function avifSize(bytes: Uint8Array, view: DataView): ImageType['size'] {
  let size: ImageType['size']
  const end = Math.min(bytes.length - 16, 65_536)
  for (let at = 4; at < end; at++) {
    if (view.getUint32(at) !== 0x69737065) continue // `ispe`
    const found = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (!size || found.width * found.height > size.width * size.height) size = found
  }
  return size
}
