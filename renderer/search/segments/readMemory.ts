// Memory to read into again and again: making an array for each read takes several times as long as the read itself.

export class ReadMemory {
  #bytes = new Uint8Array(0)
  #used = 0

  /** Lent to `one` reader at a time, and grown for it; or to `many`, until it is cleared or used up. */
  constructor(
    private readonly size: number,
    private readonly lentTo: 'one' | 'many',
  ) {}

  lend(length: number): Uint8Array {
    if (this.lentTo === 'one') {
      if (length > this.#bytes.length) this.#bytes = new Uint8Array(Math.max(this.size, length * 2))
      return this.#bytes
    }
    if (this.#bytes.length === 0) this.#bytes = new Uint8Array(this.size)
    if (this.#used + length > this.size) return new Uint8Array(length)
    this.#used += length
    return this.#bytes.subarray(this.#used - length, this.#used)
  }

  clear(): void {
    this.#used = 0
  }
}
