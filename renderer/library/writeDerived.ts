// Rows and all that hangs on them, in one transaction, the counts of the lists with them.
import type { Cursor } from '../../preload/contract.ts'
import { database, type Row } from './database.ts'
import type { Derived } from './deriveRows.ts'
import type { Shared } from './fold.ts'
import { inPieces } from './inPieces.ts'
import { listOfKey, passageCount } from './lists.ts'
import { markUnindexed } from './unindexed.ts'

export async function writeDerived(
  derived: Derived,
  also: { readonly shared?: readonly Shared[]; readonly cursor?: Cursor },
): Promise<void> {
  const gone = [...derived.gone]
  // What can no longer be read must not show the text of another version under its name.
  const bare = derived.rows.filter((row) => row.lacking).map((row) => row.id)
  const changes = countChanges(derived)
  await database.transaction('rw', database.tables, async () => {
    await inPieces(derived.states, (piece) => database.states.bulkPut(piece))
    await inPieces(derived.rows, (piece) => database.articles.bulkPut(piece))
    if (derived.contents.length > 0) {
      await database.records.bulkPut(derived.contents.map(({ id, record }) => ({ id, record })))
      await database.bodies.bulkPut(derived.contents.map(({ id, html }) => ({ id, html })))
      await database.texts.bulkPut(derived.contents.map(({ id, text }) => ({ id, ...text })))
    }
    if (gone.length > 0) await database.articles.bulkDelete(gone)
    if (gone.length + bare.length > 0) {
      for (const table of [database.records, database.bodies, database.texts])
        await table.bulkDelete([...gone, ...bare])
    }
    const marked = [...derived.before.values()].filter((row) => row.highlights > 0).map((row) => row.id)
    if (marked.length > 0) await database.highlights.where('article').anyOf(marked).delete()
    if (derived.highlights.length > 0) await database.highlights.bulkPut(derived.highlights)
    await applyCounts(changes)
    await markUnindexed([...derived.rows.map((row) => row.id), ...gone])
    if (also.shared && also.shared.length > 0) await database.shared.bulkPut(also.shared)
    if (also.cursor) await database.meta.put({ key: 'cursor', value: also.cursor })
  })
}

function countChanges(derived: Derived): Map<string, number> {
  const changes = new Map<string, number>()
  const count = (name: string, by: number) => changes.set(name, (changes.get(name) ?? 0) + by)
  const add = (row: Row, by: number) => {
    for (const key of row.lists) count(listOfKey(key), by)
    if (!row.trashed) count(passageCount, by * row.highlights)
  }
  for (const row of derived.before.values()) add(row, -1)
  for (const row of derived.rows) add(row, 1)
  return new Map([...changes].filter(([, by]) => by !== 0))
}

async function applyCounts(changes: ReadonlyMap<string, number>): Promise<void> {
  if (changes.size === 0) return
  const lists = [...changes.keys()]
  const before = await database.counts.bulkGet(lists)
  const after = lists.map((list, index) => ({ list, count: (before[index]?.count ?? 0) + (changes.get(list) ?? 0) }))
  await database.counts.bulkPut(after.filter(({ count }) => count > 0))
  await database.counts.bulkDelete(after.filter(({ count }) => count <= 0).map(({ list }) => list))
}
