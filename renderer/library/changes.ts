// Who wants to know which articles are other than before: the search worker, the list.

/** The keys of the lists in which an article stood before and stands now: see lists.ts. */
export type Move = { readonly from: readonly string[]; readonly to: readonly string[] }
type Moves = ReadonlyMap<string, Move>
/** An id without a move is in no list any more. */
type Listener = (ids: readonly string[], moves: Moves) => void

const listeners = new Set<Listener>()

/** Calls back after each transaction with the ids of articles that were added, changed or removed by it. Returns the way to stop. */
export function onLibraryChanged(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function libraryChanged(ids: readonly string[], moves: Moves = new Map()): void {
  if (ids.length > 0) for (const listener of listeners) listener(ids, moves)
}
