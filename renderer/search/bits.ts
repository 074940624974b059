// A bit for each slot of the index.

export function isAmong(mask: Uint32Array, slot: number | undefined): boolean {
  return slot !== undefined && ((mask[slot >> 5]! >>> (slot & 31)) & 1) === 1
}

/** How many are set. */
export function countOf(mask: Uint32Array): number {
  let count = 0
  for (let at = 0; at < mask.length; at++) count += bitsIn(mask[at]!)
  return count
}

/** Of a single word of a mask. */
export function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** In ascending order. */
export function eachSlot(mask: Uint32Array, visit: (slot: number) => void): void {
  for (let word = 0; word < mask.length; word++)
    for (let bits = mask[word]!; bits !== 0; bits &= bits - 1) visit((word << 5) + 31 - Math.clz32(bits & -bits))
}
