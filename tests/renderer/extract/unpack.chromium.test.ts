import { expect, test } from 'vitest'
import { unpack } from '../../../renderer/extract/unpack.ts'

const text = 'The tide came in twice that day. '.repeat(10_000)
const plain = new TextEncoder().encode(text)

async function pack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

test('a gzipped page is unpacked, and one that is not comes back as it is', async () => {
  const unpacked = await unpack(await pack(plain), plain.length)
  expect(new TextDecoder().decode(unpacked)).toBe(text)
  expect(await unpack(plain, 1)).toBe(plain)
})

test('a page that grows beyond the limit is given up', async () => {
  expect(await unpack(await pack(plain), plain.length - 1)).toBeUndefined()
})

test('a page that breaks off, or is damaged, is given up', async () => {
  const packed = await pack(plain)
  expect(await unpack(packed.slice(0, -9), plain.length)).toBeUndefined()
  expect(await unpack(packed.fill(7, 20), plain.length)).toBeUndefined()
})
