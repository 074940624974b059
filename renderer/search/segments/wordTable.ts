// Words as they are written -> a number, without a string for each word that is looked up: most of what filling an index costs would be that.

const empty = -1

export class WordTable {
  #slots = new Int32Array(1 << 12).fill(empty)
  #count = 0
  #hashes = new Int32Array(1 << 11)
  #starts = new Uint32Array((1 << 11) + 1)
  #numbers = new Int32Array(1 << 11)
  #characters = new Uint16Array(1 << 14)

  /** The number of the word that stands there, or undefined. `hash`: as eachSpan gives it. */
  find(text: string, start: number, end: number, hash: number): number | undefined {
    const mask = this.#slots.length - 1
    const wanted = hash | 0
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const word = this.#slots[at]!
      if (word === empty) return undefined
      if (this.#hashes[word] === wanted && this.#is(word, text, start, end)) return this.#numbers[word]
    }
  }

  /** A word that is not there yet. */
  add(text: string, start: number, end: number, hash: number, number: number): void {
    if ((this.#count + 1) * 2 > this.#slots.length) this.#grow()
    const word = this.#count++
    const from = this.#starts[word]!
    const to = from + end - start
    if (to > this.#characters.length) this.#characters = copied(this.#characters, new Uint16Array(to * 2))
    for (let at = start; at < end; at++) this.#characters[from + at - start] = text.charCodeAt(at)
    this.#starts[word + 1] = to
    this.#hashes[word] = hash
    this.#numbers[word] = number
    this.#place(word)
  }

  #is(word: number, text: string, start: number, end: number): boolean {
    const from = this.#starts[word]!
    if (this.#starts[word + 1]! - from !== end - start) return false
    for (let at = start; at < end; at++) if (this.#characters[from + at - start] !== text.charCodeAt(at)) return false
    return true
  }

  #place(word: number): void {
    const mask = this.#slots.length - 1
    let at = this.#hashes[word]! & mask
    while (this.#slots[at] !== empty) at = (at + 1) & mask
    this.#slots[at] = word
  }

  #grow(): void {
    const size = this.#slots.length * 2
    this.#slots = new Int32Array(size).fill(empty)
    this.#hashes = copied(this.#hashes, new Int32Array(size / 2))
    this.#numbers = copied(this.#numbers, new Int32Array(size / 2))
    this.#starts = copied(this.#starts, new Uint32Array(size / 2 + 1))
    for (let word = 0; word < this.#count; word++) this.#place(word)
  }
}

function copied<T extends Int32Array | Uint32Array | Uint16Array>(from: T, to: T): T {
  to.set(from)
  return to
}
