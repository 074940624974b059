// What the reader lets commands do to it, and whether it has the person's attention.
import { createStore } from '../ui/createStore.ts'

export type ReaderHandle = {
  focus(): void
  page(direction: 1 | -1): void
  /** How many places in the text match the search it was opened from. */
  matches(): number
  walkMatches(direction: 1 | -1): void
  show(tab: 'article' | 'snapshot'): void
}

export const readerHandle = createStore<ReaderHandle | undefined>(undefined)

/** The focus is in the reader: in its frame, or on one of its controls. */
export function isReading(): boolean {
  return document.activeElement?.closest('[data-pane="reader"]') != null
}
