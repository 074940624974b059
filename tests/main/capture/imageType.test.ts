import { describe, expect, it } from 'vitest'
import { fontType, imageType } from '../../../main/capture/imageType.ts'

const bytes = (...parts: (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part])))
const big = (number: number) => [(number >>> 24) & 255, (number >>> 16) & 255, (number >>> 8) & 255, number & 255]
const little = (number: number, length: number) => Array.from({ length }, (_, at) => (number >>> (8 * at)) & 255)

const png = (width: number, height: number) =>
  bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], big(13), 'IHDR', big(width), big(height), [8, 6, 0, 0, 0])
const gifFrame = bytes([0x2c], [0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0])
const gif = (frames: number) =>
  bytes(
    'GIF89a',
    little(3, 2),
    little(2, 2),
    [0x80, 0, 0],
    [0, 0, 0, 255, 255, 255],
    ...Array.from({ length: frames }, () => [0x21, 0xf9, 4, 0, 0, 0, 0, 0, ...gifFrame]),
    [0x3b],
  )
const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 11, 8, 0x01, 0x2c, 0x02, 0x58, 3, 0, 0, 0, 0, 0])

describe('imageType', () => {
  it.each([
    ['a PNG', png(800, 600), { ext: 'png', size: { width: 800, height: 600 } }],
    ['a JPEG behind its application data', jpeg, { ext: 'jpg', size: { width: 600, height: 300 } }],
    ['a GIF', gif(1), { ext: 'gif', size: { width: 3, height: 2 }, frames: 1 }],
    [
      'an extended WebP',
      bytes('RIFF', little(30, 4), 'WEBPVP8X', little(10, 4), [0, 0, 0, 0], little(1599, 3), little(899, 3)),
      { ext: 'webp', size: { width: 1600, height: 900 } },
    ],
    [
      'a lossy WebP',
      bytes('RIFF', little(30, 4), 'WEBPVP8 ', little(10, 4), [0, 0, 0, 0x9d, 1, 0x2a], little(640, 2), little(480, 2)),
      { ext: 'webp', size: { width: 640, height: 480 } },
    ],
    [
      'a lossless WebP',
      bytes('RIFF', little(30, 4), 'WEBPVP8L', little(10, 4), [0x2f], little(99 | (49 << 14), 4), [0]),
      { ext: 'webp', size: { width: 100, height: 50 } },
    ],
    [
      'an AVIF',
      bytes(
        big(28),
        'ftypavif',
        big(0),
        'avifmif1miaf',
        big(20),
        'ispe',
        big(0),
        big(320),
        big(200),
        'mdat0000000000000000',
      ),
      { ext: 'avif', size: { width: 320, height: 200 } },
    ],
    ['an icon', bytes([0, 0, 1, 0, 1, 0, 32, 32, 0, 0]), { ext: 'ico', size: { width: 32, height: 32 } }],
    ['an SVG', bytes('<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>'), { ext: 'svg' }],
    ['an SVG with a document type', bytes('<!DOCTYPE svg PUBLIC "a" "b">\n<svg/>'), { ext: 'svg' }],
  ])('knows %s by its bytes', (_what, data, type) => expect(imageType(data)).toMatchObject(type))

  it.each([
    ['nothing', bytes()],
    ['a page', bytes('<!doctype html><html><svg></svg>')],
    ['a script', bytes('alert(1)')],
    ['a PNG that ends in its header', png(1, 1).subarray(0, 12)],
    ['text that speaks of SVG', bytes('about <svg>')],
    ['a film', bytes(big(28), 'ftypisom', big(0))],
  ])('I1: takes %s for no picture', (_what, data) => expect(imageType(data)).toBeUndefined())

  it('is done at once with a text of many comments', () => {
    const began = performance.now()
    expect(imageType(bytes('<!---->'.repeat(500)))).toBeUndefined()
    expect(performance.now() - began).toBeLessThan(1_000)
  })

  it('I2: reads the size of a picture of 30,000 by 30,000 without decoding it', () => {
    expect(imageType(png(30_000, 30_000))?.size).toEqual({ width: 30_000, height: 30_000 })
  })

  it('I2: counts the frames of a GIF', () => expect(imageType(gif(10_000))?.frames).toBe(10_000))
})

describe('fontType', () => {
  it.each([
    ['wOF2', 'woff2'],
    ['wOFF', 'woff'],
    ['OTTO', 'otf'],
    ['\0\x01\0\0', 'ttf'],
  ])('knows %j', (start, ext) => expect(fontType(bytes(start, '....'))).toEqual({ ext }))
  it('knows no other', () => expect(fontType(bytes('<svg'))).toBeUndefined())
})
