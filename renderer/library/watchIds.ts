// The ids of a view, in order, kept up with the library. Of a view of 100,000 the first page comes at once, with its rows, and the rest
// in pieces; a change of a few articles moves those few and reads nothing else.
import type { Article } from '../../preload/article.ts'
import { articleIds, newest, type Sort } from './articles.ts'
import { breathe } from './breathe.ts'
import { onLibraryChanged } from './changes.ts'
import { database } from './database.ts'
import { keyIn, listOf, listRange, type View } from './lists.ts'

export type Listed = {
  readonly ids: readonly string[]
  /** How many there are; more than `ids` while the rest is still being read. */
  readonly total: number
  /** Of the first page, which is read with its rows. */
  readonly rows: readonly Article[]
  /** The rest is wanted now: someone is on the way to it. */
  hurry(): void
}

/** A screen of the densest rows, and what is drawn around it. */
const pageSize = 40
/** What another question has to wait for at most: the browser answers one after the other. */
const pieceSize = 1_000
/** The rest waits so long: whoever leafs through views is not to wait for the rest of those that went by. */
const restAfterMs = 200
/** Who may know all at once is waited for so long; then the library is read as well, and who is first is taken. */
const patienceMs = 300
/** From here on reading all anew costs less than finding the place of each. */
const mostEntered = 60
/** Reading anew takes at most this share of the time while the library is being filled. */
const restFactor = 6

/**
 * Calls back with the list and after each change of it, until the returned function is called. `known`: who may have the whole of it at hand,
 * the newest first; what does not begin and count as the library says is not taken.
 */
export function watchIds(
  view: View,
  sort: Sort,
  onList: (list: Listed) => void,
  known: (signal: AbortSignal) => Promise<readonly string[] | undefined> = () => Promise.resolve(undefined),
): () => void {
  const list = listOf(view)
  const isByDate = sort === 'newest' || sort === 'oldest'
  /** The key of each article in this list, as it was listed and as it is now. */
  const changed = new Map<string, { readonly from: string | undefined; readonly to: string | undefined }>()
  let ids: readonly string[] | undefined
  const stopping = new AbortController()
  let isStopped = false
  let isBusy = false
  let restUntil = 0
  const rest = deferred()

  const show = (next: readonly string[], total = next.length, rows: readonly Article[] = []) => {
    if (!isStopped) onList({ ids: next, total, rows, hurry: rest.resolve })
  }
  const readAll = async (onPart?: (part: readonly string[]) => void, isOvertaken = () => false) => {
    const began = performance.now()
    const next = isByDate
      ? await idsInPieces(list, () => isStopped || isOvertaken(), onPart)
      : await articleIds(view, sort)
    if (sort === 'oldest') next.reverse()
    restUntil = performance.now() + restFactor * (performance.now() - began)
    return next
  }
  const readFirst = async () => {
    if (sort !== 'newest') {
      ids = await readAll()
      return show(ids)
    }
    const [count, rows] = await database.transaction('r', database.counts, database.articles, () =>
      Promise.all([database.counts.get(list), newest(view, { limit: pageSize })]),
    )
    const first = rows.map((row) => row.id)
    const isMore = rows.length === pageSize
    const total = isMore ? Math.max(count?.count ?? 0, first.length) : first.length
    show(first, total, rows)
    if (isMore) {
      const waiting = setTimeout(rest.resolve, restAfterMs)
      await rest.promise
      clearTimeout(waiting)
      if (isStopped) return
      ids = await readRest(first, total)
      if (isStopped) return
      show(ids)
    } else ids = first
  }
  const readRest = async (first: readonly string[], total: number): Promise<readonly string[]> => {
    const isRight = (all: readonly string[] | undefined) =>
      all?.length === total && first.every((id, at) => id === all[at])
    const quick = known(stopping.signal).then((all) => (isRight(all) ? all : undefined))
    let isOvertaken = false
    const slow = async () => {
      const early = await Promise.race([quick, pause(patienceMs)])
      // Whoever flings the list is overtaken: what is known of it is shown as it comes.
      return (
        early ??
        readAll(
          (part) => isOvertaken || show(part, Math.max(total, part.length)),
          () => isOvertaken,
        )
      )
    }
    const read = slow()
    const all = await Promise.race([read, quick.then((known) => known ?? read)])
    isOvertaken = true
    return all
  }
  const follow = async () => {
    const moves = [...changed]
    const entered = moves.flatMap(([id, { from, to }]) => (to === undefined || to === from ? [] : [[id, to] as const]))
    if (!ids || !isByDate || entered.length > mostEntered) {
      await new Promise((resolve) => setTimeout(resolve, restUntil - performance.now()))
      changed.clear()
      ids = await readAll()
    } else {
      changed.clear()
      const out = new Set(moves.flatMap(([id, { from, to }]) => (to === undefined || to !== from ? [id] : [])))
      if (out.size === 0) return
      ids = await withEntered(
        ids.filter((id) => !out.has(id)),
        entered,
        list,
        sort === 'newest',
      )
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
  const stop = onLibraryChanged((some, moves) => {
    for (const id of some) {
      const move = moves.get(id)
      const [before, to] = [changed.get(id), keyIn(list, move?.to ?? [])]
      const from = before ? before.from : keyIn(list, move?.from ?? [])
      // Without a move it is gone, from wherever it was.
      if (move === undefined || from !== undefined || to !== undefined) changed.set(id, { from, to })
    }
    if (changed.size > 0 && !isBusy && !isStopped) void run(follow)
  })
  void run(readFirst)
  return () => {
    isStopped = true
    stopping.abort()
    rest.resolve()
    stop()
  }
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((settle) => (resolve = settle))
  return { promise, resolve }
}

/** The newest first. `onPart`: the beginning, each time twice as much of it, so that all the copies are no longer than the list. */
async function idsInPieces(
  list: string,
  isStopped: () => boolean,
  onPart: (part: readonly string[]) => void = () => undefined,
): Promise<string[]> {
  const [lower, upper] = listRange(list)
  const all: string[] = []
  /** Of the piece before: those that share the key with its end come twice. */
  let seen = new Set<string>()
  let size = pieceSize
  let nextPart = pieceSize
  for (let from = lower; !isStopped();) {
    const piece = await database.articles.where('lists').between(from, upper).limit(size).primaryKeys()
    for (const id of piece) if (!seen.has(id)) all.push(id)
    const last = piece.at(-1)
    const next = piece.length < size || last === undefined ? undefined : await keyOf(last, list)
    if (next === undefined) break
    // As many as that were saved in the same millisecond.
    size = next === from ? 2 * size : pieceSize
    seen = new Set(piece)
    from = next
    if (all.length >= nextPart) {
      onPart([...all])
      nextPart = 2 * all.length
    }
    await breathe()
  }
  return all
}

async function keyOf(id: string, list: string): Promise<string | undefined> {
  const row = await database.articles.get(id)
  return row && keyIn(list, row.lists)
}

/** The list with these, each where its key belongs. */
async function withEntered(
  ids: string[],
  entered: readonly (readonly [id: string, key: string])[],
  list: string,
  isNewestFirst: boolean,
): Promise<readonly string[]> {
  const keys = new Map<string, string | undefined>(entered)
  const standsBefore = async (other: string | undefined, id: string) => {
    if (other === undefined) return false
    if (!keys.has(other)) keys.set(other, await keyOf(other, list))
    const [a, b] = [keys.get(other) ?? '', keys.get(id) ?? '']
    return (a === b ? other < id : a < b) === isNewestFirst
  }
  for (const [id] of entered) {
    let [low, high] = [0, ids.length]
    // What is read in from the vault mostly comes last, and what is saved first.
    if (await standsBefore(ids.at(-1), id)) low = high
    while (low < high) {
      const middle = low === 0 && high === ids.length ? 0 : (low + high) >>> 1
      if (await standsBefore(ids[middle], id)) low = middle + 1
      else high = middle
    }
    ids.splice(low, 0, id)
  }
  return ids
}

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined))
}
