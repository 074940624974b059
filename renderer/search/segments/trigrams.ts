// Which blocks of a dictionary may hold a word with these letters in it: for each three bytes that follow each other, thrown together by a hash, a bit a block.
// A block without all the bits of what is looked for need not be read; most are none.

const slices = 1 << 10
/** A small dictionary is read as a whole. */
const fewestBlocks = 128
/** Between two pauses. */
const blocksAtOnce = 512

export class TrigramWriter {
  #rows = new Uint32Array((slices >> 5) * 64)
  #blocks = 0

  beginBlock(): void {
    const end = (this.#blocks + 1) * (slices >> 5)
    if (end > this.#rows.length) {
      const larger = new Uint32Array(this.#rows.length * 2)
      larger.set(this.#rows)
      this.#rows = larger
    }
    this.#blocks += 1
  }

  /** A word of the block; its first `shared` bytes are those of the word before. */
  add(key: Uint8Array, length: number, shared: number): void {
    const row = (this.#blocks - 1) * (slices >> 5)
    for (let at = Math.max(0, shared - 2); at + 2 < length; at++) {
      const slice = sliceOf(key, at)
      this.#rows[row + (slice >> 5)]! |= 1 << (slice & 31)
    }
  }

  /** The bits of all blocks for the first hash, then for the next; empty for a small dictionary. Pauses wherever it yields. */
  *finish(): Generator<void, Uint8Array> {
    if (this.#blocks < fewestBlocks) return new Uint8Array(0)
    const each = bytesOfSlice(this.#blocks)
    const bytes = new Uint8Array(each * slices)
    for (let block = 0; block < this.#blocks; block++) {
      if (block % blocksAtOnce === 0) yield
      for (let word = 0; word < slices >> 5; word++) {
        for (let bits = this.#rows[block * (slices >> 5) + word]!; bits !== 0; bits &= bits - 1) {
          const slice = (word << 5) + 31 - Math.clz32(bits & -bits)
          bytes[slice * each + (block >> 3)]! |= 1 << (block & 7)
        }
      }
    }
    return bytes
  }
}

/** A bit for each block that may hold `part`; undefined when each may. `read`: of what the writer gave. */
export function blocksWith(
  part: Uint8Array,
  blocks: number,
  read: (at: number, length: number) => Uint8Array,
): Uint8Array | undefined {
  if (blocks < fewestBlocks || part.length < 3) return undefined
  const each = bytesOfSlice(blocks)
  let all: Uint8Array | undefined
  for (let at = 0; at + 2 < part.length; at++) {
    const bits = read(sliceOf(part, at) * each, each)
    if (!all) all = bits.slice()
    else for (let byte = 0; byte < each; byte++) all[byte]! &= bits[byte]!
  }
  return all
}

function sliceOf(key: Uint8Array, at: number): number {
  const mixed = Math.imul(key[at]! | (key[at + 1]! << 8) | (key[at + 2]! << 16), 0x9e3779b1)
  return mixed >>> 22
}

function bytesOfSlice(blocks: number): number {
  return (blocks + 7) >> 3
}
