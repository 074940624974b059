// Who wants to know which articles are other than before: the search worker does. Screens ask Dexie itself.

type Listener = (ids: readonly string[]) => void

const listeners = new Set<Listener>()

/** Calls back after each transaction with the ids of articles that were added, changed or removed by it. Returns the way to stop. */
export function onLibraryChanged(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function libraryChanged(ids: readonly string[]): void {
  if (ids.length > 0) for (const listener of listeners) listener(ids)
}
