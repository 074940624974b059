// Id -> slot, in flat arrays: a Map of a hundred thousand ids would take more memory than all else that is held.

const empty = -1
const removed = -2

export class IdTable {
  #slots = new Int32Array(1_024).fill(empty)
  #used = 0

  /** `idAt`: the id in a slot. */
  constructor(private readonly idAt: (slot: number) => string) {}

  find(id: string): number | undefined {
    const mask = this.#slots.length - 1
    for (let at = hashOf(id) & mask; ; at = (at + 1) & mask) {
      const slot = this.#slots[at]!
      if (slot === empty) return undefined
      if (slot !== removed && this.idAt(slot) === id) return slot
    }
  }

  /** An id that is not there yet. */
  add(id: string, slot: number): void {
    if ((this.#used + 1) * 3 > this.#slots.length * 2) this.#rehash()
    this.#put(id, slot)
  }

  remove(id: string): void {
    const mask = this.#slots.length - 1
    for (let at = hashOf(id) & mask; this.#slots[at] !== empty; at = (at + 1) & mask) {
      const slot = this.#slots[at]!
      if (slot === removed || this.idAt(slot) !== id) continue
      this.#slots[at] = removed
      return
    }
  }

  #put(id: string, slot: number): void {
    const mask = this.#slots.length - 1
    let at = hashOf(id) & mask
    while (this.#slots[at] !== empty) at = (at + 1) & mask
    this.#slots[at] = slot
    this.#used += 1
  }

  #rehash(): void {
    const living = this.#slots.filter((slot) => slot >= 0)
    let size = 1_024
    while (size < (living.length + 1) * 2) size *= 2
    this.#slots = new Int32Array(size).fill(empty)
    this.#used = 0
    for (const slot of living) this.#put(this.idAt(slot), slot)
  }
}

function hashOf(id: string): number {
  let hash = 0x811c9dc5
  // The end of a ULID is chance; its beginning is much the same in all.
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
