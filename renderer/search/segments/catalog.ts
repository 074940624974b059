// What the index is made of, as it lies on the disk: a catalog (all facts, and which file each part is in), a journal of what came after it, and the parts.
// A new catalog is written whole beside the old one; the newest that is whole counts, so a crash at any moment leaves an index.
// Its pieces have checksums of their own and are read when they are wanted: a start reads a tenth of it.
import { checksum, DamagedIndex } from './bytes.ts'
import type { Store, StoredFile } from './store.ts'

export const indexFormat = 9
const magic = 0x6f666378
const headSize = 12

export type StoredPart =
  | {
      readonly kind: 'file'
      readonly name: string
      readonly size: number
      readonly sum: number
      readonly articles: number
      readonly gone: number
    }
  /** In the catalog itself. */
  | { readonly kind: 'inline'; readonly size: number; readonly articles: number; readonly gone: number }

export type CatalogHead<T> = {
  readonly format: number
  /** Of the vault whose library is indexed. */
  readonly vault: string
  /** The whole library has been taken in. */
  readonly complete: boolean
  readonly nextFile: number
  readonly parts: readonly StoredPart[]
  readonly table: T
}

/** Writes a catalog: where its head ends, the head, how long each piece is with its checksum, the pieces. It counts from its last write on, which is that of its beginning. */
export async function writeCatalog<T>(
  file: StoredFile,
  head: CatalogHead<T>,
  pieces: readonly Uint8Array[],
  pause: () => Promise<void> | undefined,
): Promise<void> {
  const sums = new Uint32Array(pieces.length * 2)
  for (const [at, piece] of pieces.entries()) {
    sums[at * 2] = piece.length
    sums[at * 2 + 1] = sumOf(piece)
    await pause()
  }
  const told = new TextEncoder().encode(JSON.stringify({ head, pieces: [...sums] }))
  const writer = new PartWriter(file, headSize)
  for (const piece of [told, ...pieces]) {
    for (let from = 0; from < piece.length; from += betweenPauses) {
      writer.write(piece.subarray(from, from + betweenPauses))
      await pause()
    }
  }
  writer.finish()
  const beginning = new DataView(new ArrayBuffer(headSize))
  beginning.setUint32(0, magic, true)
  beginning.setUint32(4, told.length, true)
  beginning.setUint32(8, checksum(told), true)
  file.write(0, new Uint8Array(beginning.buffer))
}

export type Catalog<T> = {
  readonly head: CatalogHead<T>
  /** In the order in which they were written. */
  readonly pieces: readonly { readonly length: number; read(into: Uint8Array): void }[]
  /** Pauses now and then; whether all pieces are as they were written. */
  check(): Generator<void, boolean>
}

/** Undefined for what is not a whole catalog of this format. Its pieces throw DamagedIndex when they are not as they were written. */
export function readCatalog<T>(file: Pick<StoredFile, 'read' | 'size'>): Catalog<T> | undefined {
  const beginning = file.read(0, headSize)
  if (beginning.length < headSize) return undefined
  const view = new DataView(beginning.buffer, beginning.byteOffset, headSize)
  const length = view.getUint32(4, true)
  if (view.getUint32(0, true) !== magic || length > file.size()) return undefined
  const bytes = file.read(headSize, length)
  if (bytes.length !== length || checksum(bytes) !== view.getUint32(8, true)) return undefined
  const told = JSON.parse(new TextDecoder().decode(bytes)) as { head: CatalogHead<T>; pieces: number[] } // ours: magic number and checksum are right
  if (told.head.format !== indexFormat) return undefined
  const pieces: { length: number; at: number; sum: number }[] = []
  let end = headSize + length
  for (let at = 0; at < told.pieces.length; at += 2) {
    pieces.push({ length: told.pieces[at]!, at: end, sum: told.pieces[at + 1]! })
    end += told.pieces[at]!
  }
  if (end > file.size()) return undefined
  return {
    head: told.head,
    pieces: pieces.map((piece) => ({
      length: piece.length,
      read(into) {
        const read = file.read(piece.at, piece.length, into)
        if (read.length !== piece.length || sumOf(read) !== piece.sum)
          throw new DamagedIndex('a catalog is not as it was written')
        if (read.buffer !== into.buffer) into.set(read)
      },
    })),
    *check() {
      for (const { at, length: size, sum } of pieces)
        if (!(yield* isIntact({ read: (from, count, into) => file.read(at + from, count, into) }, size, sum)))
          return false
      return true
    },
  }
}

/** One change after the other, each with its length and checksum. What was cut off at the end of the file has not happened. */
export class Journal {
  #length: number
  records = 0

  constructor(private readonly file: StoredFile) {
    this.#length = file.size()
  }

  get length(): number {
    return this.#length
  }

  append(pieces: readonly Uint8Array[]): void {
    const bytes = new Uint8Array(8 + pieces.reduce((sum, piece) => sum + piece.length, 0))
    let at = 8
    for (const piece of pieces) {
      bytes.set(piece, at)
      at += piece.length
    }
    const view = new DataView(bytes.buffer)
    view.setUint32(0, bytes.length - 8, true)
    view.setUint32(4, checksum(bytes.subarray(8)), true)
    this.file.write(this.#length, bytes)
    this.#length += bytes.length
    this.records += 1
  }

  /** Calls back for each whole record; what comes next is written over the rest. */
  replay(visit: (record: Uint8Array) => void): void {
    const bytes = this.file.read(0, this.file.size())
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    let at = 0
    while (at + 8 <= bytes.length) {
      const length = view.getUint32(at, true)
      const record = bytes.subarray(at + 8, at + 8 + length)
      if (record.length !== length || checksum(record) !== view.getUint32(at + 4, true)) break
      visit(record)
      this.records += 1
      at += 8 + length
    }
    this.#length = at
  }

  flush(): void {
    this.file.flush()
  }

  close(): void {
    this.file.close()
  }
}

/** The numbers of the files of one kind, the newest first. */
export function numbersOf(names: readonly string[], kind: string): number[] {
  return names
    .flatMap((name) => (name.startsWith(`${kind}-`) ? [Number(name.slice(kind.length + 1))] : []))
    .filter(Number.isInteger)
    .sort((a, b) => b - a)
}

/** Writes a part of the index in large pieces, and knows the checksum of the whole. */
export class PartWriter {
  readonly #buffer = new Uint8Array(chunk)
  #inBuffer = 0
  #written: number
  #sum = 0

  constructor(
    private readonly file: StoredFile,
    at = 0,
  ) {
    this.#written = at
  }

  readonly write = (bytes: Uint8Array): void => {
    for (let from = 0; from < bytes.length;) {
      const count = Math.min(chunk - this.#inBuffer, bytes.length - from)
      this.#buffer.set(bytes.subarray(from, from + count), this.#inBuffer)
      this.#inBuffer += count
      from += count
      if (this.#inBuffer === chunk) this.#flush()
    }
  };

  /** Takes what these steps write, to its end. */
  *all(steps: Generator<void, unknown>): Generator<void, void> {
    yield* steps
    this.finish()
  }

  finish(): void {
    this.#flush()
  }

  /** The checksum of all that was written, once it is finished. */
  get sum(): number {
    return this.#sum
  }

  #flush(): void {
    if (this.#inBuffer === 0) return
    const bytes = this.#buffer.subarray(0, this.#inBuffer)
    this.file.write(this.#written, bytes)
    this.#sum = addSum(this.#sum, bytes)
    this.#written += bytes.length
    this.#inBuffer = 0
  }
}

const chunk = 1 << 16
const betweenPauses = 1 << 18

/** Pauses after each piece; whether the file holds what was written to it. */
export function* isIntact(file: Pick<StoredFile, 'read'>, size: number, sum: number): Generator<void, boolean> {
  let found = 0
  // The same memory for all of it: hundreds of megabytes of garbage would be left to lie until there is more.
  const into = new Uint8Array(chunk)
  for (let at = 0; at < size; at += chunk) {
    found = addSum(found, file.read(at, Math.min(chunk, size - at), into))
    yield
  }
  return found === sum
}

function sumOf(bytes: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += chunk) sum = addSum(sum, bytes.subarray(at, at + chunk))
  return sum
}

function addSum(sum: number, bytes: Uint8Array): number {
  return (Math.imul(sum, 31) + checksum(bytes)) >>> 0
}

/** Removes what belongs to no catalog any more. What cannot be removed now goes at the next start. */
export async function sweep(store: Store, isWanted: (name: string) => boolean): Promise<void> {
  for (const name of await store.names()) {
    if (isWanted(name)) continue
    try {
      await store.remove(name)
    } catch (error) {
      console.warn(`${name} of the search index could not be removed yet.`, error)
    }
  }
}
