// Vault -> library. Acts are folded into states, states and version records become rows.
// The cursor is written in the same transaction as what it covers: the states with the rows, or the states marked `dirty`,
// whose rows are made next, also after a crash. So nothing is skipped, and reading the same acts twice changes nothing.
import type { Act } from '../../preload/act.ts'
import type { Cursor } from '../../preload/contract.ts'
import { ok, type Result } from '../../preload/failure.ts'
import { libraryChanged } from './changes.ts'
import { database, type Row, type StoredState } from './database.ts'
import { deriveRows, type Derived } from './deriveRows.ts'
import { canonicalUrlOf, foldAct, idsOf, sharedOf, winner, type Shared } from './fold.ts'
import { getMany, inPieces } from './inPieces.ts'
import { inTurn } from './inTurn.ts'
import { vaultPort } from './vaultPort.ts'
import { writeDerived } from './writeDerived.ts'

export type CaughtUp = {
  /** Articles added, changed or removed. */
  readonly changed: readonly string[]
  /** Files of the vault that could not be read; their articles are listed with what the acts say. */
  readonly damaged: readonly string[]
}

export type Progress = (progress: { readonly done: number; readonly total: number }) => void

/** More ids than this are folded first, and their rows are made in batches. */
const mostAtOnce = 2_000
/** Articles a transaction: what their texts take in memory, and how long an act of the reader's may have to wait, are the reasons. */
const batchSize = 50
/** How often in a session a version that could not be read is asked for again: its files may still be on the way from another machine. */
const mostTries = 10

/** Reads what is new in the vault. What a reader does meanwhile waits for a batch, not for the end. */
export async function catchUp(onProgress?: Progress): Promise<Result<CaughtUp>> {
  const total = gather()
  for (let more = true; more;) {
    const read = await inTurn(() => readOnce(total))
    if (!read.ok) return read
    more = read.value
  }
  // Also the rows that a crash left to be made.
  const made = await makeDirtyRows(total, onProgress)
  if (!made.ok) return made
  const retried = await inTurn(() => retryLacking(total))
  return retried.ok ? ok(total.result()) : retried
}

/** What was read earlier in the same turn, by id: nobody has changed it since. What is missing is read. */
export type Known = {
  readonly rows: ReadonlyMap<string, Row>
  readonly states: ReadonlyMap<string, StoredState>
}

const nothingKnown: Known = { rows: new Map(), states: new Map() }

/** Takes in acts that have just been written, without waiting for the tails, which hold them once more. Only from within inTurn. */
export async function takeIn(acts: readonly Act[], known = nothingKnown): Promise<Result<CaughtUp>> {
  const total = gather()
  const taken = await takeInNow(acts, total, { known })
  return taken.ok ? ok(total.result()) : taken
}

type Total = ReturnType<typeof gather>

function gather() {
  const changed = new Set<string>()
  const damaged = new Set<string>()
  return {
    add(derived: Derived) {
      const ids = [...derived.rows.map((row) => row.id), ...derived.gone]
      for (const id of ids) changed.add(id)
      for (const file of derived.damaged) damaged.add(file)
      const none: readonly string[] = []
      const moves = derived.rows.map(
        ({ id, lists }) => [id, { from: derived.before.get(id)?.lists ?? none, to: lists }] as const,
      )
      libraryChanged(ids, new Map(moves))
    },
    result: (): CaughtUp => ({ changed: [...changed], damaged: [...damaged] }),
  }
}

/** One answer of the vault; true when there is more. */
async function readOnce(total: Total): Promise<Result<boolean>> {
  const before = (await database.meta.get('cursor'))?.value as Cursor | undefined // the key says which kind of value it is
  const read = await vaultPort().request('vault.acts', before ?? {})
  if (!read.ok) return read
  const { acts, cursor, more } = read.value
  // A row is made when all acts are folded, so that no list shows an article as it was on the way.
  const taken = more ? await foldOnly(acts, cursor) : await takeInNow(acts, total, { cursor })
  return taken.ok ? ok(more) : taken
}

async function takeInNow(
  acts: readonly Act[],
  total: Total,
  { cursor, known = nothingKnown }: { readonly cursor?: Cursor; readonly known?: Known },
): Promise<Result<null>> {
  const states = await foldIntoStates(acts, known.states)
  if (states.length > mostAtOnce || newArticles(states) > batchSize) {
    await foldOnly(acts, cursor)
    return cursor ? ok(null) : makeDirtyRowsNow(total, states)
  }
  const shared = await foldIntoShared(acts)
  if (states.length === 0 && shared.length === 0) {
    if (cursor) await database.meta.put({ key: 'cursor', value: cursor })
    return ok(null)
  }
  const derived = await deriveRows(states, known.rows)
  if (!derived.ok) return derived
  await writeDerived(derived.value, { shared, ...(cursor ? { cursor } : {}) })
  total.add(derived.value)
  return ok(null)
}

async function foldOnly(acts: readonly Act[], cursor: Cursor | undefined): Promise<Result<null>> {
  const states = await foldIntoStates(acts)
  const shared = await foldIntoShared(acts)
  await database.transaction('rw', [database.states, database.shared, database.meta], async () => {
    await inPieces(states, (piece) => database.states.bulkPut(piece.map((state) => ({ ...state, dirty: 1 as const }))))
    await database.shared.bulkPut(shared)
    await database.meta.delete('settled')
    if (cursor) await database.meta.put({ key: 'cursor', value: cursor })
  })
  return ok(null)
}

/** Makes the rows of all states that were folded and not shown yet, a batch a turn. */
async function makeDirtyRows(total: Total, onProgress?: Progress): Promise<Result<null>> {
  if (await database.meta.get('settled')) return ok(null)
  const ids = await dirtyIds()
  // The newest first: what a person looks for while the rest is still being made.
  ids.reverse()
  for (let done = 0; done < ids.length; done += batchSize) {
    onProgress?.({ done, total: ids.length })
    const made = await inTurn(async () => {
      const states = await database.states.bulkGet(ids.slice(done, done + batchSize))
      return makeDirtyRowsNow(
        total,
        states.filter((state) => state !== undefined),
      )
    })
    if (!made.ok) return made
  }
  if (ids.length > 0) onProgress?.({ done: ids.length, total: ids.length })
  await inTurn(async () => {
    // Others may have been folded meanwhile, by another call that is about to make their rows.
    if ((await dirtyIds()).length === 0) await database.meta.put({ key: 'settled', value: true })
  })
  return ok(null)
}

/** An index may hold what was taken out of it for a while yet: after a filling this walks past every article there is. */
function dirtyIds(): Promise<string[]> {
  return database.states.where('dirty').equals(1).primaryKeys()
}

async function makeDirtyRowsNow(total: Total, states: readonly StoredState[]): Promise<Result<null>> {
  for (let start = 0; start < states.length; start += mostAtOnce) {
    const stored = await database.states.bulkGet(states.slice(start, start + mostAtOnce).map((state) => state.id))
    const derived = await deriveRows(stored.filter((state) => state !== undefined).filter((state) => state.dirty === 1))
    if (!derived.ok) return derived
    await writeDerived(derived.value, {})
    total.add(derived.value)
  }
  return ok(null)
}

const tries = new Map<string, number>()

async function retryLacking(total: Total): Promise<Result<null>> {
  const lacking = await database.articles.where('lacking').equals(1).primaryKeys()
  const again = lacking.filter((id) => (tries.get(id) ?? 0) < mostTries).slice(0, batchSize)
  if (again.length === 0) return ok(null)
  for (const id of again) tries.set(id, (tries.get(id) ?? 0) + 1)
  const states = await database.states.bulkGet(again)
  const derived = await deriveRows(states.filter((state) => state !== undefined))
  if (!derived.ok) return derived
  const found = derived.value.rows.filter((row) => !row.lacking)
  if (found.length > 0) {
    await writeDerived(derived.value, {})
    total.add(derived.value)
  }
  return ok(null)
}

/** The states that the acts change, not yet written. */
async function foldIntoStates(
  acts: readonly Act[],
  known: ReadonlyMap<string, StoredState> = nothingKnown.states,
): Promise<StoredState[]> {
  const unread = [...new Set(acts.flatMap(idsOf))].filter((id) => !known.has(id))
  const before = new Map([...known, ...(await statesOf(unread))])
  const states = new Map<string, StoredState>(before)
  for (const act of acts) for (const id of idsOf(act)) states.set(id, foldStored(states.get(id), id, act))
  return [...states.values()].filter((state) => state !== before.get(state.id))
}

/** By id; what there is none of is missing. */
export async function statesOf(ids: readonly string[]): Promise<ReadonlyMap<string, StoredState>> {
  const found = await getMany(database.states, ids)
  return new Map(found.filter((state) => state !== undefined).map((state) => [state.id, state]))
}

function foldStored(before: StoredState | undefined, id: string, act: Act): StoredState {
  const after = foldAct(before, id, act)
  if (after === before) return before
  const canonicalUrl = canonicalUrlOf(after)
  const { canonicalUrl: _old, ...rest } = { ...stored(before), ...after } as StoredState
  return canonicalUrl === undefined ? rest : { ...rest, canonicalUrl }
}

/** What only the library knows of a state; a purge empties the rest. */
function stored(state: StoredState | undefined): Partial<StoredState> {
  return {
    ...(state?.head === undefined ? {} : { head: state.head }),
    ...(state?.groupedUrl === undefined ? {} : { groupedUrl: state.groupedUrl }),
    ...(state?.dirty === undefined ? {} : { dirty: state.dirty }),
  }
}

async function foldIntoShared(acts: readonly Act[]): Promise<Shared[]> {
  const news = acts.map(sharedOf).filter((entry) => entry !== undefined)
  if (news.length === 0) return []
  const before = await database.shared.bulkGet([...new Set(news.map((entry) => entry.key))])
  const known = new Map(before.filter((entry) => entry !== undefined).map((entry) => [entry.key, entry]))
  const changed = new Map<string, Shared>()
  for (const entry of news) {
    const old = changed.get(entry.key) ?? known.get(entry.key)
    const latest = winner(old, entry)
    if (latest !== old) changed.set(entry.key, latest)
  }
  return [...changed.values()]
}

function newArticles(states: readonly StoredState[]): number {
  return states.filter((state) => state.head === undefined && !state.purged).length
}
