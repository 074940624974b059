// Lays one run of words over another: which word of the pattern stands where in the text, with as few words changed, put in or left out as can be.
import type { Token } from './tokens.ts'

export type Alignment = {
  readonly score: number
  /** For each word of the pattern: the place in the text, and whether the same word stands there. `undefined`: it is gone. */
  readonly places: readonly (Place | undefined)[]
}

type Place = { readonly at: number; readonly isSame: boolean }

const same = 2
const changed = -1
const missing = -1

/** `text` may begin before the pattern and end after it at no cost; the pattern is laid out whole. */
export function align(pattern: readonly Token[], text: readonly Token[], from: number, to: number): Alignment {
  const width = to - from + 1
  // Where each best score came from: 1 both words, 2 a word of the pattern is gone, 3 a word was put in.
  const ways = new Uint8Array((pattern.length + 1) * width)
  let above = new Int32Array(width)
  let row = new Int32Array(width)
  for (let i = 1; i <= pattern.length; i++) {
    const word = pattern[i - 1]!.word
    row[0] = i * missing
    ways[i * width] = 2
    for (let j = 1; j < width; j++) {
      const both = above[j - 1]! + (word === text[from + j - 1]!.word ? same : changed)
      const gone = above[j]! + missing
      const putIn = row[j - 1]! + (i === pattern.length ? 0 : missing)
      const best = Math.max(both, gone, putIn)
      row[j] = best
      ways[i * width + j] = best === both ? 1 : best === gone ? 2 : 3
    }
    ;[above, row] = [row, above]
  }
  const places: (Place | undefined)[] = new Array<Place | undefined>(pattern.length).fill(undefined)
  let j = width - 1
  for (let i = pattern.length; i > 0;) {
    const way = ways[i * width + j]
    if (way === 1) {
      const at = from + j - 1
      places[i - 1] = { at, isSame: pattern[i - 1]!.word === text[at]!.word }
      j -= 1
    }
    if (way === 3) j -= 1
    else i -= 1
  }
  return { score: above[width - 1]!, places }
}
