// A damaged store may come up with rows missing and say nothing: what belongs together must still be there together.
import { database } from './database.ts'

/**
 * A start looks at so many articles: at all of a small library; of a large one, whose texts are hundreds of megabytes, at the next part.
 * Nothing is asked of the whole: what a start does must not grow with the library.
 */
const partSize = 1_000

export async function isWhole(): Promise<boolean> {
  if (await database.meta.get('rebuilding')) return true // it is being made whole
  const from = String((await database.meta.get('checked'))?.value ?? '')
  const { isRight, end } = await database.transaction('r', database.tables, () => lookAt(from))
  if (end !== from) await database.meta.put({ key: 'checked', value: end })
  return isRight
}

async function lookAt(from: string): Promise<{ isRight: boolean; end: string }> {
  const ids = await database.articles.where('id').above(from).limit(partSize).primaryKeys()
  const last = ids.at(-1)
  const end = ids.length === partSize && last !== undefined ? last : ''
  const upTo = end === '' ? '\uffff' : end
  const [first, counts, stateIds, lacking, ...held] = await Promise.all([
    database.articles.limit(1).primaryKeys(),
    database.counts.bulkGet(['all', 'trash']),
    database.states.where('head').between(from, upTo, false, true).primaryKeys(),
    database.articles.where('lacking').equals(1).primaryKeys(),
    ...['texts', 'bodies', 'records'].map((name) =>
      database.table(name).where('id').between(from, upTo, false, true).count(),
    ),
  ])
  const isRight =
    first.length > 0 === counts.some((entry) => (entry?.count ?? 0) > 0) &&
    (await areShown(stateIds, new Set(ids))) &&
    held.every((count) => count === ids.length - lacking.filter((id) => id > from && id <= upTo).length)
  return { isRight, end }
}

/** Every article that states were shown in has its row, and every row has its own state. */
async function areShown(stateIds: readonly string[], rows: ReadonlySet<string>): Promise<boolean> {
  const folded = stateIds.filter((id) => !rows.has(id))
  if (stateIds.length - folded.length !== rows.size) return false
  const states = await database.states.bulkGet(folded)
  return states.every((state) => state?.head !== undefined && rows.has(state.head))
}
