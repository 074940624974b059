// Library from the vault alone. The rows that are there stay readable until their new ones replace them; what the vault no longer knows goes last.
// A rebuild that was interrupted is finished by the next start.
import { ok, type Result } from '../../preload/failure.ts'
import { libraryChanged } from './changes.ts'
import { database } from './database.ts'
import { catchUp, type CaughtUp, type Progress } from './ingest.ts'
import { inTurn } from './inTurn.ts'
import { listOfKey, listRange, passageCount } from './lists.ts'
import { markUnindexed } from './unindexed.ts'
import { vaultPort } from './vaultPort.ts'

export type Rebuilt = {
  readonly articles: number
  readonly damaged: readonly string[]
  /** Records of versions whose act was lost, and which are back. */
  readonly adopted: readonly string[]
}

export async function rebuild(onProgress?: Progress): Promise<Result<Rebuilt>> {
  // A vault that is away for a while is no reason to forget what is known of it.
  const isThere = await vaultPort().request('vault.acts', {})
  if (!isThere.ok) return isThere
  // A vault that takes nothing is read as it is; `verify` still names what it has lost.
  const adopted = await vaultPort().request('vault.adopt')
  await inTurn(() =>
    database.transaction('rw', [database.states, database.records, database.shared, database.meta], async () => {
      await Promise.all([database.states.clear(), database.records.clear(), database.shared.clear()])
      await database.meta.put({ key: 'rebuilding', value: true })
      await database.meta.delete('cursor')
    }),
  )
  const filled = await fill(onProgress)
  if (!filled.ok) return filled
  const files = adopted.ok ? adopted.value.files : []
  return ok({ articles: await database.articles.count(), damaged: filled.value.damaged, adopted: files })
}

/** Reads what is new, and ends a rebuild that was cut short. */
export async function fill(onProgress?: Progress): Promise<Result<CaughtUp>> {
  const filled = await catchUp(onProgress)
  if (!filled.ok || !(await database.meta.get('rebuilding'))) return filled
  const gone = await inTurn(sweep)
  libraryChanged(gone)
  return ok({ ...filled.value, changed: [...filled.value.changed, ...gone] })
}

/** Removes what no act speaks of any more, and counts the lists anew. */
async function sweep(): Promise<readonly string[]> {
  return database.transaction('rw', database.tables, async () => {
    const heads = new Set(await database.states.orderBy('head').uniqueKeys())
    const gone = (await database.articles.toCollection().primaryKeys()).filter((id) => !heads.has(id))
    for (const table of [database.articles, database.bodies, database.texts]) await table.bulkDelete(gone)
    await markUnindexed(gone)
    const marks = await database.highlights.toCollection().toArray()
    await database.highlights.bulkDelete(
      marks.filter(({ article }) => !heads.has(article)).map(({ article, id }) => [article, id]),
    )
    const counts = new Map<string, number>()
    await database.articles.orderBy('lists').eachKey((key) => {
      const list = listOfKey(String(key))
      counts.set(list, (counts.get(list) ?? 0) + 1)
    })
    const marked = await database.articles
      .where('lists')
      .between(...listRange('highlights'))
      .toArray()
    const passages = marked.reduce((sum, row) => sum + row.highlights, 0)
    if (passages > 0) counts.set(passageCount, passages)
    await database.counts.clear()
    await database.counts.bulkPut([...counts].map(([list, count]) => ({ list, count })))
    await database.meta.delete('rebuilding')
    return gone
  })
}
