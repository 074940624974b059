// What the index costs to read where it may lie: a piece of some sizes from a private file, and as a value of IndexedDB. In a worker.
import { Dexie, type Table } from 'dexie'
import { opfsStore } from '../../../renderer/search/segments/opfsStore.ts'
import type { Measured } from './measure.ts'

/** A block of a dictionary, the postings of a word, those of a frequent word. */
const sizes = [700, 16_384, 65_536]
const values = 200
const batch = 20

class Pieces extends Dexie {
  declare readonly pieces: Table<Uint8Array, number>
  constructor() {
    super('stores')
    this.version(1).stores({ pieces: '' })
  }
}

/** Milliseconds a read. */
export async function measureStores(): Promise<Measured> {
  const figures: Record<string, readonly number[]> = {}
  const store = await opfsStore()
  const database = new Pieces()
  for (const size of sizes) {
    const piece = Uint8Array.from({ length: size }, (_, at) => (at * 31) & 255)
    const file = await store.open(`stores-${size}`)
    for (let n = 0; n < values; n++) file.write(n * size, piece)
    file.flush()
    await database.pieces.bulkPut(
      Array.from({ length: values }, () => piece),
      Array.from({ length: values }, (_, n) => n),
    )
    const order = Array.from({ length: values }, (_, n) => (n * 37) % values)
    const fromFile: number[] = []
    const fromDatabase: number[] = []
    for (let from = 0; from < values; from += batch) {
      const some = order.slice(from, from + batch)
      const before = performance.now()
      for (const n of some) file.read(n * size, size)
      fromFile.push((performance.now() - before) / batch)
      const between = performance.now()
      for (const n of some) await database.pieces.get(n)
      fromDatabase.push((performance.now() - between) / batch)
    }
    file.close()
    figures[`opfs${size}`] = fromFile
    figures[`indexedDb${size}`] = fromDatabase
  }
  database.close()
  return figures
}
