// Writes bits from the lowest up, as GIF and WebP both want them.

export class BitWriter {
  #bytes: number[] = []
  #current = 0
  #used = 0

  write(value: number, count: number): void {
    for (let bit = 0; bit < count; bit += 1) {
      this.#current |= ((value >>> bit) & 1) << this.#used
      this.#used += 1
      if (this.#used === 8) this.#flush()
    }
  }

  bytes(): Uint8Array {
    if (this.#used > 0) this.#flush()
    return Uint8Array.from(this.#bytes)
  }

  #flush(): void {
    this.#bytes.push(this.#current)
    this.#current = 0
    this.#used = 0
  }
}
