// A page as it lies on the disk, unpacked where it is gzipped. Here and not in main: what crosses to this page is copied several times on its way.
import { isGzipped } from '../../preload/extraction.ts'

/** Undefined when it cannot be unpacked, or grows to more than that many bytes. What is not packed comes back as it is. */
export async function unpack(bytes: Uint8Array, limitBytes: number): Promise<Uint8Array | undefined> {
  if (!isGzipped(bytes)) return bytes
  const { readable, writable } = new DecompressionStream('gzip')
  const writer = writable.getWriter()
  const written = writer.write(new Uint8Array(bytes)).then(() => writer.close())
  written.catch(() => undefined) // whoever reads hears of it
  const reader = readable.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value)
      length += part.value.length
      if (length > limitBytes) {
        await reader.cancel()
        return undefined
      }
    }
  } catch {
    return undefined // damaged, or several in one: main tells them apart
  }
  return joined(parts, length)
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
