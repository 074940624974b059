// Which articles were added, changed or removed since the search index last said that it has them on its disk. Written with the change itself,
// so that no crash between library and index leaves an article that is not found.
import { database, type Meta } from './database.ts'

export type Unindexed = Extract<Meta, { readonly value: number; readonly key: `unindexed ${string}` }>

const prefix = 'unindexed '
/** After a filling there are as many as articles. */
const atOnce = 1_000

export function unindexedKey(id: string): `unindexed ${string}` {
  return `${prefix}${id}`
}

export function isUnindexed(meta: Meta): meta is Unindexed {
  return meta.key.startsWith(prefix)
}

/** Within the transaction that changes them; it must hold `meta`. */
export async function markUnindexed(ids: readonly string[]): Promise<void> {
  // The number tells a later change of the same article from the one that was indexed.
  if (ids.length > 0) await database.meta.bulkPut(ids.map((id) => ({ key: unindexedKey(id), value: Math.random() })))
}

export async function unindexedIds(): Promise<string[]> {
  const keys = await database.meta.where('key').startsWith(prefix).primaryKeys()
  return keys.map((key) => String(key).slice(prefix.length))
}

/** What was changed again meanwhile stays. */
export async function forgetUnindexed(marks: readonly Unindexed[]): Promise<void> {
  for (let from = 0; from < marks.length; from += atOnce) {
    const some = marks.slice(from, from + atOnce)
    await database.transaction('rw', database.meta, async () => {
      const now = await database.meta.bulkGet(some.map(({ key }) => key))
      await database.meta.bulkDelete(some.filter(({ value }, at) => now[at]?.value === value).map(({ key }) => key))
    })
  }
}
