// State that several panes share and that no library keeps: which dialog is open, where the cursor is. A value, and those who want to know.
export type Store<T> = {
  get(): T
  set(next: T): void
  /** Shallow: only the fields given change. */
  change(fields: Partial<T>): void
  subscribe(listener: () => void): () => void
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  const set = (next: T) => {
    if (Object.is(next, value)) return
    value = next
    for (const listener of [...listeners]) listener()
  }
  return {
    get: () => value,
    set,
    change(fields) {
      const isSame = Object.entries(fields).every(([key, field]) => Object.is(value[key as keyof T], field))
      if (!isSame) set({ ...value, ...fields })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
