// What all articles are besides their words, by slot, in flat columns: filters go through them, and they are written to the disk as they are.
// A slot is an article's number for as long as it is in the index; one that was freed is used again.
import { columnBytes, columnNames, columnsOf, type ColumnName, type Columns } from './columns.ts'
import type { Days } from './days.ts'
import { isFrom, isIn, isTagged, type Facts } from './facts.ts'
import { foldPhrase } from './foldPhrase.ts'
import { idLength, IdTable } from './idTable.ts'
import type { Filter, StateName } from './operators.ts'
import { lift, mostLiftOf } from './rank.ts'

/** Facts as they are kept: `hash` of what was indexed, `length` of the article in words of the index. */
export type StoredFacts = Omit<Facts, 'savedDay' | 'publishedDay'> & { readonly hash: number; readonly length: number }

const dayMs = 86_400_000
const bitOf = { unread: 4, favourite: 8, highlighted: 16, trashed: 32, note: 64, image: 128, pdf: 256 } as const
const places: readonly StateName[] = ['inbox', 'later', 'archived']

/** Strings that many articles have in common, by number. */
class Names {
  readonly all: string[]
  readonly #numbers: Map<string, number>

  constructor(all: readonly string[] = ['']) {
    this.all = [...all]
    this.#numbers = new Map(all.map((name, number) => [name, number]))
  }

  number(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.all.length)
    return this.all.push(name) - 1
  }
}

export type StoredTable = {
  readonly size: number
  readonly count: number
  readonly totalLength: number
  readonly names: {
    readonly sites: string[]
    readonly authors: string[]
    readonly tags: string[]
    readonly langs: string[]
  }
}

/** One of so many slots more than are in use is there from the start. */
const roomShare = 32

/** So many pieces `stored` gives. */
export const tablePieces = 2 + columnNames.length

export class FactTable {
  /** Slots in use run below this; some may be free. */
  size = 0
  /** Articles. */
  count = 0
  totalLength = 0
  /** A bit a slot: an article is there, and not in the Trash; an article is there. */
  kept = new Uint32Array(32)
  alive = new Uint32Array(32)
  #capacity = 1_024
  columns: Columns = columnsOf(1_024)
  #newestFirst: Uint32Array | undefined
  /** Slots that can be used again; looked for when the first is wanted. */
  #free: number[] | undefined
  readonly #ids = new IdTable(
    () => this.size,
    () => this.columns.ids,
  )
  sites = new Names()
  authors = new Names()
  tags = new Names()
  langs = new Names()

  slotOf(id: string): number | undefined {
    return this.#ids.find(id)
  }

  idAt(slot: number): string {
    return this.#ids.idAt(slot)
  }

  /** All slots below `size`, the newest article first; of those saved in the same instant the lower id first. Free ones are among them. */
  newestFirst(): Uint32Array {
    const { savedAt } = this.columns
    return (this.#newestFirst ??= Uint32Array.from({ length: this.size }, (_, slot) => slot).sort(
      (a, b) => savedAt[b]! - savedAt[a]! || this.#ids.compare(a, b),
    ))
  }

  /** In that order. */
  isListedBefore(a: number, b: number): boolean {
    const { savedAt } = this.columns
    return savedAt[a]! === savedAt[b]! ? this.#ids.compare(a, b) < 0 : savedAt[a]! > savedAt[b]!
  }

  /** The ids of these, one behind the other in one text. */
  idsAt(slots: Uint32Array): string {
    const letters = new Uint8Array(slots.length * idLength)
    for (let at = 0; at < slots.length; at++) this.#ids.writeId(slots[at]!, letters, at * idLength)
    return new TextDecoder('latin1').decode(letters)
  }

  allIds(): string[] {
    const ids: string[] = []
    for (let slot = 0; slot < this.size; slot++) if (this.isAlive(slot)) ids.push(this.idAt(slot))
    return ids
  }

  isAlive(slot: number): boolean {
    return ((this.alive[slot >> 5]! >>> (slot & 31)) & 1) === 1
  }

  get averageLength(): number {
    return this.count === 0 ? 1 : this.totalLength / this.count
  }

  /** In the slot the article has, or in a new one; which it is. */
  put(facts: StoredFacts): number {
    let slot = this.slotOf(facts.id)
    const isNew = slot === undefined
    if (slot === undefined) {
      slot = this.#freeSlots().pop() ?? this.#newSlot()
      this.#ids.add(facts.id, slot)
      this.count += 1
    } else this.totalLength -= this.columns.lengths[slot]!
    const { columns } = this
    if (isNew || columns.savedAt[slot] !== facts.savedAt) this.#newestFirst = undefined
    columns.savedAt[slot] = facts.savedAt
    columns.hashes[slot] = facts.hash
    columns.published[slot] = Number(facts.publishedAt.slice(0, 10).replaceAll('-', '').padEnd(8, '0')) || 0
    columns.words[slot] = facts.words
    columns.lengths[slot] = facts.length
    columns.sites[slot] = this.sites.number(facts.host || facts.siteName ? `${facts.host}\n${facts.siteName}` : '')
    columns.authors[slot] = this.authors.number(facts.author)
    columns.tags[slot] = this.tags.number(facts.tags.join('\n'))
    columns.langs[slot] = this.langs.number(facts.lang)
    columns.bits[slot] = bitsOf(facts)
    this.totalLength += facts.length
    this.#note(slot)
    return slot
  }

  remove(slot: number): void {
    this.#ids.remove(slot)
    this.totalLength -= this.columns.lengths[slot]!
    this.columns.lengths[slot] = 0
    this.alive[slot >> 5]! &= ~(1 << (slot & 31))
    this.kept[slot >> 5]! &= ~(1 << (slot & 31))
    this.count -= 1
    this.#free?.push(slot)
  }

  /**
   * The score of an article with what it gains: a little more for new and for favourite ones. It changes from day to day. Where it is clearly less than `least`
   * it is not worked out: it is said to be less then, and no more.
   */
  lifter(now: number): (score: number, slot: number, least: number) => number {
    const { savedAt, bits } = this.columns
    const day = Math.floor(now / dayMs) * dayMs
    return (score, slot, least) => {
      const most = score * mostLiftOf(savedAt[slot]!, day)
      if (most < least) return most
      return score * lift(savedAt[slot]!, (bits[slot]! & bitOf.favourite) !== 0, day)
    }
  }

  /** Sets a bit for each slot that matches; free slots may be among them. */
  filter(filter: Filter, into: Uint32Array): void {
    const { columns, size } = this
    switch (filter.kind) {
      case 'tag': {
        const isAsked = (tags: string) => tags !== '' && isTagged(tags.split('\n').map(foldPhrase), filter)
        return named(columns.tags, this.tags, isAsked, size, into)
      }
      case 'site': {
        const isAsked = (site: string) => {
          const [host = '', siteName = ''] = site.split('\n')
          return isFrom(host, siteName, filter)
        }
        return named(columns.sites, this.sites, isAsked, size, into)
      }
      case 'author':
        return named(columns.authors, this.authors, (author) => author.includes(filter.author), size, into)
      case 'lang':
        return named(columns.langs, this.langs, (lang) => isIn(lang, filter), size, into)
      case 'is': {
        const [bits, wanted] = bitsOfState(filter.state)
        return withBits(columns.bits, bits, wanted, size, into)
      }
      case 'has':
        return withBits(columns.bits, bitOf[filter.thing], bitOf[filter.thing], size, into)
      case 'words':
        return within(columns.words, filter.range.from, filter.range.to, size, into)
      case 'saved': {
        const [from, to] = instantsOf(filter.days)
        return within(columns.savedAt, from, to - 1, size, into)
      }
      case 'published': {
        const [start, end] = instantsOf(filter.days)
        const from = dayNumber(filter.days.from)
        const to = dayNumber(filter.days.to)
        const { published, savedAt } = columns
        for (let slot = 0; slot < size; slot++) {
          const day = published[slot]!
          const fits = day === 0 ? savedAt[slot]! >= start && savedAt[slot]! < end : day >= from && day < to
          if (fits) into[slot >> 5]! |= 1 << (slot & 31)
        }
      }
    }
  }

  /** What is written to the disk: first what every question needs, then a piece for each column. */
  stored(): { readonly json: StoredTable; readonly bytes: Uint8Array[] } {
    const { size, count, totalLength } = this
    return {
      json: {
        size,
        count,
        totalLength,
        names: { sites: this.sites.all, authors: this.authors.all, tags: this.tags.all, langs: this.langs.all },
      },
      bytes: [
        ...[this.alive, this.kept].map((mask) => new Uint8Array(mask.buffer, 0, maskBytes(size))),
        ...columnNames.map((name) => new Uint8Array(this.columns[name].buffer, 0, columnBytes(name, size))),
      ],
    }
  }

  /** `read`: fills these bytes with a piece of what `stored` gave, by its number. Columns are read when they are first asked for, until the next change at the latest. */
  restore({ size, count, totalLength, names }: StoredTable, read: (piece: number, into: Uint8Array) => void): void {
    this.sites = new Names(names.sites)
    this.authors = new Names(names.authors)
    this.tags = new Names(names.tags)
    this.langs = new Names(names.langs)
    // What is added soon has room: to copy all columns for the first few dozen articles held a question up.
    const capacity = (size + Math.floor(size / roomShare) + 63) & ~31
    this.size = size
    this.#newestFirst = undefined
    this.count = count
    this.totalLength = totalLength
    this.#capacity = capacity
    this.alive = new Uint32Array(capacity >> 5)
    this.kept = new Uint32Array(capacity >> 5)
    read(0, new Uint8Array(this.alive.buffer, 0, maskBytes(size)))
    read(1, new Uint8Array(this.kept.buffer, 0, maskBytes(size)))
    const pieceOf = (name: ColumnName) => 2 + columnNames.indexOf(name)
    this.columns = columnsOf(capacity, (name, bytes) => read(pieceOf(name), bytes.subarray(0, columnBytes(name, size))))
  }

  #freeSlots(): number[] {
    if (this.#free) return this.#free
    this.#free = []
    for (let slot = 0; slot < this.size; slot++) if (!this.isAlive(slot)) this.#free.push(slot)
    return this.#free
  }

  #note(slot: number): void {
    const bit = 1 << (slot & 31)
    this.alive[slot >> 5]! |= bit
    if ((this.columns.bits[slot]! & bitOf.trashed) === 0) this.kept[slot >> 5]! |= bit
    else this.kept[slot >> 5]! &= ~bit
  }

  #newSlot(): number {
    // By an eighth: what stands empty is held in memory too.
    if (this.size === this.#capacity) this.#grow((Math.ceil(this.size * 1.125) + 31) & ~31)
    return this.size++
  }

  #grow(capacity: number): void {
    if (capacity <= this.#capacity) return
    const larger = columnsOf(capacity)
    for (const name of columnNames) larger[name].set(this.columns[name])
    this.columns = larger
    this.#capacity = capacity
    this.kept = copied(this.kept, new Uint32Array(capacity >> 5))
    this.alive = copied(this.alive, new Uint32Array(capacity >> 5))
  }
}

/** Of a bit for each slot. */
function maskBytes(size: number): number {
  return ((size + 31) >> 5) * 4
}

function copied(from: Uint32Array, to: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  to.set(from)
  return to
}

function bitsOf({ states, hasNote, hasImage, hasPdf }: StoredFacts): number {
  const place = states.map((state) => places.indexOf(state)).find((at) => at >= 0) ?? 0
  let bits = place | (hasNote ? bitOf.note : 0) | (hasImage ? bitOf.image : 0) | (hasPdf ? bitOf.pdf : 0)
  for (const state of ['unread', 'favourite', 'highlighted', 'trashed'] as const)
    if (states.includes(state)) bits |= bitOf[state]
  return bits
}

/** Which bits are looked at, and what they must be. */
function bitsOfState(state: StateName): readonly [bits: number, wanted: number] {
  if (state === 'trashed') return [bitOf.trashed, bitOf.trashed]
  const place = places.indexOf(state)
  if (place >= 0) return [3 | bitOf.trashed, place]
  const bit = bitOf[state as 'unread'] // only those are left
  return [bit | bitOf.trashed, bit]
}

function named(
  column: Uint32Array | Uint16Array,
  names: Names,
  isAsked: (name: string) => boolean,
  size: number,
  into: Uint32Array,
): void {
  const fits = Uint8Array.from(names.all, (name) => (isAsked(name) ? 1 : 0))
  for (let slot = 0; slot < size; slot++) into[slot >> 5]! |= fits[column[slot]!]! << (slot & 31)
}

function withBits(column: Uint16Array, bits: number, wanted: number, size: number, into: Uint32Array): void {
  for (let slot = 0; slot < size; slot++) if ((column[slot]! & bits) === wanted) into[slot >> 5]! |= 1 << (slot & 31)
}

/** Both ends included. */
function within(column: Float64Array | Uint32Array, from: number, to: number, size: number, into: Uint32Array): void {
  for (let slot = 0; slot < size; slot++)
    if (column[slot]! >= from && column[slot]! <= to) into[slot >> 5]! |= 1 << (slot & 31)
}

/** From the first up to and without the second, by the days where the reader is. */
function instantsOf({ from, to }: Days): readonly [from: number, to: number] {
  return [from === '' ? -Infinity : midnight(from), to === '~' ? Infinity : midnight(to)]
}

function midnight(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const at = new Date(2000, month - 1, date)
  at.setFullYear(year, month - 1, date)
  return at.getTime()
}

function dayNumber(day: string): number {
  return day === '' ? 0 : day === '~' ? Infinity : Number(day.replaceAll('-', ''))
}
