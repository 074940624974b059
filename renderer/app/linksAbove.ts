// Links on their way, and those that failed, stand above the first row, where the cursor does not go: from there the keys scroll to them.
import { createStore } from '../ui/createStore.ts'
import { moveCursor } from './selection.ts'

/** Said by the list. Scrolls by so many rows, as a step of the cursor would; false where the cursor is to go. */
export const linksAbove = createStore<{ readonly scroll?: (rows: number) => boolean }>({})

export function moveInList(rows: number) {
  if (!linksAbove.get().scroll?.(rows)) moveCursor(rows)
}
