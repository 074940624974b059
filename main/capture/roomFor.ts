// How much may be kept of a page: at most three times what it has loaded, so that a library does not grow by what its reader never saw. Text
// counts as it lies on the disk, packed; pictures and fonts lie there as they came.
import { gzipSync } from 'node:zlib'

const times = 3

export type Room = {
  /** The page has loaded so much, or would have for somebody who scrolls to its end. */
  noteLoaded(sizeBytes: number): void
  noteKept(sizeBytes: number): void
  /** Whether a file of this size still has its place. */
  has(sizeBytes: number): boolean
}

/** `texts`: what is kept of the page and its frames as markup. */
export function roomFor(texts: readonly string[], loadedBytes: number): Room {
  let loaded = loadedBytes
  let kept = 0
  let packed: number | undefined
  const unpacked = texts.reduce((sum, text) => sum + text.length, 0)
  return {
    noteLoaded: (sizeBytes) => void (loaded += sizeBytes),
    noteKept: (sizeBytes) => void (kept += sizeBytes),
    has(sizeBytes) {
      const left = times * loaded - kept - sizeBytes
      if (left >= unpacked) return true // Packing takes its time, and makes nothing larger.
      packed ??= texts.reduce((sum, text) => sum + gzipSync(text).length, 0)
      return left >= packed
    },
  }
}
