// The ids of a view, in order, kept up with the library. Of a view of 100,000 the first page comes at once and the rest in pieces;
// a change of a few articles moves those few and reads nothing else. No row is read but those that have changed.
import { articleIds, newestIds, type Sort } from './articles.ts'
import { breathe } from './breathe.ts'
import { onLibraryChanged } from './changes.ts'
import { database } from './database.ts'
import { listOf, listOfKey, listRange, type View } from './lists.ts'

export type Listed = {
  readonly ids: readonly string[]
  /** How many there are; more than `ids` while the rest is still being read. */
  readonly total: number
}

const pageSize = 120
const pieceSize = 8_000
/** From here on reading all anew costs less than finding the place of each. */
const mostMoved = 40
/** Reading anew takes at most this share of the time while the library is being filled. */
const restFactor = 6

/** Calls back with the list and after each change of it, until the returned function is called. */
export function watchIds(view: View, sort: Sort, onList: (list: Listed) => void): () => void {
  const list = listOf(view)
  const isByDate = sort === 'newest' || sort === 'oldest'
  const changed = new Set<string>()
  let ids: readonly string[] | undefined
  let isStopped = false
  let isBusy = false
  let restUntil = 0

  const show = (next: readonly string[], total = next.length) => {
    if (!isStopped) onList({ ids: next, total })
  }
  const readAll = async () => {
    const began = performance.now()
    const next = isByDate ? await idsInPieces(list, sort === 'newest', () => isStopped) : await articleIds(view, sort)
    restUntil = performance.now() + restFactor * (performance.now() - began)
    return next
  }
  const readFirst = async () => {
    const total = (await database.counts.get(list))?.count ?? 0
    if (sort === 'newest' && total > pageSize) show(await newestIds(view, { limit: pageSize }), total)
    ids = await readAll()
    show(ids)
  }
  const follow = async () => {
    const moved = [...changed]
    if (moved.length > mostMoved || !isByDate || !ids) {
      await new Promise((resolve) => setTimeout(resolve, restUntil - performance.now()))
      changed.clear()
      ids = await readAll()
    } else {
      changed.clear()
      ids = (await patched(ids, moved, list, sort === 'newest')) ?? (await readAll())
    }
    show(ids)
  }
  const run = async (work: () => Promise<void>) => {
    isBusy = true
    try {
      await work()
    } catch (error) {
      // The connection is gone; the library opens it again or says so itself.
      console.error('A list could not be read.', error)
    }
    isBusy = false
    if (changed.size > 0 && !isStopped) void run(follow)
  }
  const stop = onLibraryChanged((some) => {
    for (const id of some) changed.add(id)
    if (!isBusy && !isStopped) void run(follow)
  })
  void run(readFirst)
  return () => {
    isStopped = true
    stop()
  }
}

async function idsInPieces(list: string, isNewestFirst: boolean, isStopped: () => boolean): Promise<string[]> {
  const [lower, upper] = listRange(list)
  const all: string[] = []
  const seen = new Set<string>()
  for (let from = lower; !isStopped();) {
    const piece = await database.articles.where('lists').between(from, upper).limit(pieceSize).primaryKeys()
    // Those that share the key with the end of the piece before come twice.
    for (const id of piece) if (!seen.has(id)) all.push(id)
    const last = piece.at(-1)
    const next = piece.length < pieceSize || last === undefined ? undefined : await keyOf(last, list)
    if (next === undefined || next === from) break
    seen.clear()
    for (const id of piece.slice(-overlap)) seen.add(id)
    from = next
    await breathe()
  }
  return isNewestFirst ? all.reverse() : all
}

/** More articles than this are never saved in the same millisecond. */
const overlap = 1_000

async function keyOf(id: string, list: string): Promise<string | undefined> {
  return (await database.articles.get(id))?.lists.find((key) => listOfKey(key) === list)
}

/** The list with these articles where they belong now; undefined when reading it anew is simpler. */
async function patched(
  ids: readonly string[],
  moved: readonly string[],
  list: string,
  isNewestFirst: boolean,
): Promise<readonly string[] | undefined> {
  const rows = await database.articles.bulkGet([...moved])
  const keys = new Map(
    moved.flatMap((id, index) => {
      const key = rows[index]?.lists.find((one) => listOfKey(one) === list)
      return key === undefined ? [] : [[id, key] as const]
    }),
  )
  const isNew = moved.filter((id) => keys.has(id) && !ids.includes(id))
  const gone = new Set(moved.filter((id) => !keys.has(id)))
  const next = gone.size > 0 ? ids.filter((id) => !gone.has(id)) : [...ids]
  for (const id of moved) {
    const key = keys.get(id)
    const at = next.indexOf(id)
    if (key === undefined || at < 0) continue
    for (const [a, b] of [
      [next[at - 1], id],
      [id, next[at + 1]],
    ]) {
      if (a !== undefined && b !== undefined && !(await stands(a, b, list, isNewestFirst))) return undefined
    }
  }
  for (const id of isNew) {
    let [low, high] = [0, next.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = next[middle]
      if (other !== undefined && (await stands(other, id, list, isNewestFirst))) low = middle + 1
      else high = middle
    }
    next.splice(low, 0, id)
  }
  return next
}

async function stands(before: string, after: string, list: string, isNewestFirst: boolean): Promise<boolean> {
  const [a, b] = await Promise.all([keyOf(before, list), keyOf(after, list)])
  const isRising = a !== b ? (a ?? '') < (b ?? '') : before < after
  return isRising !== isNewestFirst
}
