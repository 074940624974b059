import { useSyncExternalStore } from 'react'
import type { Store } from './createStore.ts'

/** `select` must give the same value for the same state: a field, a number, a string; never a new object. */
export function useStore<T>(store: Store<T>): T
export function useStore<T, S>(store: Store<T>, select: (value: T) => S): S
export function useStore<T, S>(store: Store<T>, select?: (value: T) => S): T | S {
  return useSyncExternalStore(store.subscribe, () => (select ? select(store.get()) : store.get()))
}
