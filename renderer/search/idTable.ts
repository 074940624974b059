// Ids by slot and slots by id, in flat arrays: strings and a Map of a hundred thousand ids would take more memory than all else that is held.
// An id is a ULID: 26 characters of 5 bits each, of which 128 bits can be other than 0.
import { idNumbers } from './columns.ts'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const values = new Int8Array(128).fill(-1)
for (let value = 0; value < letters.length; value++) values[letters.charCodeAt(value)] = value
const letterCodes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
/** Characters of an id. */
export const idLength = 26

const oneId = new Uint8Array(idLength)
const latin1 = new TextDecoder('latin1')

const empty = -1
const removed = -2

export class IdTable {
  /** Made when an article is first looked for: questions of words never do. */
  #slots: Int32Array | undefined
  #used = 0
  readonly #asked = new Uint32Array(idNumbers)

  /** `size`: slots in use run below this. */
  constructor(
    private readonly size: () => number,
    /** Four numbers a slot; all are 0 where there is no article. */
    private readonly ids: () => Uint32Array,
  ) {}

  find(id: string): number | undefined {
    if (!parseId(id, this.#asked)) return undefined
    const slots = (this.#slots ??= this.#made(this.size()))
    const mask = slots.length - 1
    for (let at = hashOf(this.#asked, 0) & mask; ; at = (at + 1) & mask) {
      const slot = slots[at]!
      if (slot === empty) return undefined
      if (slot !== removed && this.#isAsked(slot)) return slot
    }
  }

  /** An id that is not there yet. */
  add(id: string, slot: number): void {
    if (!parseId(id, this.#asked)) throw new Error(`${id} is no id of an article.`)
    this.#slots ??= this.#made(this.size())
    if ((this.#used + 1) * 3 > this.#slots.length * 2) this.#slots = this.#made(this.size())
    this.ids().set(this.#asked, slot * idNumbers)
    this.#put(this.#slots, slot)
  }

  remove(slot: number): void {
    const slots = (this.#slots ??= this.#made(this.size()))
    const mask = slots.length - 1
    for (let at = hashOf(this.ids(), slot * idNumbers) & mask; slots[at] !== empty; at = (at + 1) & mask) {
      if (slots[at] !== slot) continue
      slots[at] = removed
      break
    }
    this.ids().fill(0, slot * idNumbers, (slot + 1) * idNumbers)
  }

  isFree(slot: number): boolean {
    const ids = this.ids()
    const at = slot * idNumbers
    return (ids[at]! | ids[at + 1]! | ids[at + 2]! | ids[at + 3]!) === 0
  }

  idAt(slot: number): string {
    this.writeId(slot, oneId, 0)
    // String.fromCharCode of all letters takes seven times as long.
    return latin1.decode(oneId)
  }

  /** Its 26 letters from `at` on: many ids are made into one text so, as each string by itself takes a hundred times as long. */
  writeId(slot: number, into: Uint8Array, at: number): void {
    const ids = this.ids()
    for (let character = 0; character < idLength; character++) {
      // The first character stands for the three highest bits.
      const bit = character * 5 - 2
      const from = slot * idNumbers + (bit >> 5)
      const inNumber = bit & 31
      const high = bit < 0 ? 0 : ids[from]!
      const low = inNumber > 27 ? ids[from + 1]! : 0
      const value = inNumber > 27 ? (high << (inNumber - 27)) | (low >>> (59 - inNumber)) : high >>> (27 - inNumber)
      into[at + character] = letterCodes[value & 31]!
    }
  }

  /** Below 0 when the id of the first comes before that of the second. */
  compare(a: number, b: number): number {
    const ids = this.ids()
    let [atA, atB] = [a * idNumbers, b * idNumbers]
    for (const end = atA + idNumbers; atA < end; atA++, atB++) if (ids[atA] !== ids[atB]) return ids[atA]! - ids[atB]!
    return 0
  }

  #isAsked(slot: number): boolean {
    const ids = this.ids()
    const asked = this.#asked
    const at = slot * idNumbers
    return ids[at] === asked[0] && ids[at + 1] === asked[1] && ids[at + 2] === asked[2] && ids[at + 3] === asked[3]
  }

  #put(slots: Int32Array, slot: number): void {
    const mask = slots.length - 1
    let at = hashOf(this.ids(), slot * idNumbers) & mask
    while (slots[at] !== empty) at = (at + 1) & mask
    slots[at] = slot
    this.#used += 1
  }

  /** Of all that are there. One loop that calls nothing: it is one of the first things that run after a start, when calls are slow. */
  #made(size: number): Int32Array {
    let length = 1_024
    while (length < (size + 1) * 2) length *= 2
    const slots = new Int32Array(length).fill(empty)
    const mask = length - 1
    const ids = this.ids()
    let used = 0
    for (let slot = 0, own = 0; slot < size; slot++, own += idNumbers) {
      const second = ids[own + 1]!
      const third = ids[own + 2]!
      const fourth = ids[own + 3]!
      if ((ids[own]! | second | third | fourth) === 0) continue
      const hash = Math.imul(fourth ^ Math.imul(third, 0x85ebca6b) ^ second, 0x9e3779b1)
      let at = (hash ^ (hash >>> 15)) & mask
      while (slots[at] !== empty) at = (at + 1) & mask
      slots[at] = slot
      used += 1
    }
    this.#used = used
    return slots
  }
}

/** False for what is no ULID. */
function parseId(id: string, into: Uint32Array): boolean {
  if (id.length !== idLength) return false
  into.fill(0)
  for (let character = 0; character < idLength; character++) {
    const code = id.charCodeAt(character)
    const value = code < 128 ? values[code]! : -1
    if (value < 0 || (character === 0 && value > 7)) return false
    const bit = character * 5 - 2
    const at = Math.max(0, bit >> 5)
    const inNumber = bit < 0 ? bit : bit & 31
    if (inNumber <= 27) into[at]! |= value << (27 - inNumber)
    else {
      into[at]! |= value >>> (inNumber - 27)
      into[at + 1]! |= value << (59 - inNumber)
    }
  }
  return true
}

/** `#made` has the same. */
function hashOf(ids: Uint32Array, at: number): number {
  // The end of a ULID is chance; its beginning is much the same in all.
  const hash = Math.imul(ids[at + 3]! ^ Math.imul(ids[at + 2]!, 0x85ebca6b) ^ ids[at + 1]!, 0x9e3779b1)
  return (hash ^ (hash >>> 15)) >>> 0
}
