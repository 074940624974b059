// Where the person is: the view or the search, the rows it shows, the row under the cursor, the rows chosen, the article that is open.
import type { View } from '../library/lists.ts'
import { createStore } from '../ui/createStore.ts'
import { panes } from './panes.ts'
import { focusList } from './searchField.ts'
import { rememberSearch } from './searchHistory.ts'

export type Selection = {
  readonly view: View
  /** What stands in the search field; when it holds anything, the list shows what it finds. */
  readonly query: string
  /** The ids listed, in order; the list says so. Of a long list the first are known before the rest. */
  readonly rows: readonly string[]
  readonly isWhole: boolean
  readonly cursor?: string | undefined
  readonly chosen: ReadonlySet<string>
  readonly open?: string | undefined
  /** The latest search that was answered, and the words of it that are to be marked. */
  readonly found: { readonly query: string; readonly marks: readonly string[] }
  /** Those that are marked in the open article: of the search it was opened from. */
  readonly marks: readonly string[]
  /** It was opened before its search was answered: the marks of that search are still to come. */
  readonly marksDue?: string | undefined
}

const none: ReadonlySet<string> = new Set()

export const selection = createStore<Selection>({
  view: { kind: 'inbox' },
  query: '',
  rows: [],
  isWhole: true,
  chosen: none,
  found: { query: '', marks: [] },
  marks: [],
})

export function isSearching(now: Selection): boolean {
  return now.query.trim() !== ''
}

export function showView(view: View) {
  // The rows stay until the list knows its own: the same view may be asked for again.
  selection.change({ view, query: '', cursor: undefined, chosen: none })
  panes.change({ isOverlayOpen: false, isFocused: false })
  if (panes.get().width !== 'wide') closeArticle()
  focusList()
}

export function typeQuery(query: string) {
  selection.change({ query, chosen: none, cursor: undefined })
}

let lastPlace = 0

/** Mostly it is where it was, or next to it. */
export function placeIn(rows: readonly string[], id: string): number {
  const near = [lastPlace, lastPlace + 1, lastPlace - 1].find((at) => rows[at] === id)
  return (lastPlace = near ?? rows.indexOf(id))
}

/** Said by the list when its rows are known. The cursor stays on its article, or on the place where that article was. */
export function setRows(rows: readonly string[], isWhole: boolean) {
  const now = selection.get()
  if (now.rows === rows && now.isWhole === isWhole) return
  const place = now.cursor === undefined ? -1 : placeIn(now.rows, now.cursor)
  const held = now.cursor !== undefined && placeIn(rows, now.cursor) >= 0
  const cursor = held ? now.cursor : place < 0 ? undefined : rows[Math.min(place, rows.length - 1)]
  selection.change({ rows, isWhole, cursor, chosen: stillListed(now.chosen, rows) })
}

/** Resolves when all rows of the list are known; at once when they are. */
export function whenWhole(): Promise<void> {
  return new Promise((resolve) => {
    const stop = selection.subscribe(() => look())
    const look = () => {
      if (!selection.get().isWhole) return
      stop()
      resolve()
    }
    look()
  })
}

function stillListed(chosen: ReadonlySet<string>, rows: readonly string[]): ReadonlySet<string> {
  if (chosen.size === 0) return chosen
  const left = rows.filter((id) => chosen.has(id))
  return left.length === chosen.size ? chosen : new Set(left)
}

export function openArticle(id: string) {
  const { query, found } = selection.get()
  const isAnswered = query.trim() === '' || found.query === query
  rememberSearch(query)
  selection.change({
    open: id,
    cursor: id,
    marks: query.trim() !== '' && isAnswered ? found.marks : [],
    marksDue: isAnswered ? undefined : query,
  })
}

/** Said by the list when a search has been answered. */
export function setFound(query: string, marks: readonly string[]) {
  const isDue = selection.get().marksDue === query
  selection.change({ found: { query, marks }, ...(isDue ? { marks, marksDue: undefined } : {}) })
}

export function closeArticle() {
  selection.change({ open: undefined })
}

/** Moves the cursor by so many rows; from nowhere it goes to the open article's row, or to the first. */
export function moveCursor(step: number, { extend = false }: { extend?: boolean } = {}): string | undefined {
  const { rows, cursor, open, chosen } = selection.get()
  if (rows.length === 0) return undefined
  const from = placeIn(rows, cursor ?? open ?? '')
  // From nowhere the next and the one before are the first; the last is the last.
  const at = from >= 0 ? from + step : step === Infinity ? step : 0
  const to = rows[Math.max(0, Math.min(rows.length - 1, at))]
  if (to === undefined) return undefined
  selection.change({
    cursor: to,
    ...(extend ? { chosen: new Set([...chosen, ...(cursor === undefined ? [] : [cursor]), to]) } : {}),
  })
  return to
}

export function toggleChosen(id: string) {
  const chosen = new Set(selection.get().chosen)
  if (!chosen.delete(id)) chosen.add(id)
  selection.change({ chosen, cursor: id })
}

/** From the cursor to `id`, both included. */
export function chooseTo(id: string) {
  const { rows, cursor, chosen } = selection.get()
  const [from, to] = [rows.indexOf(cursor ?? id), rows.indexOf(id)].sort((a, b) => a - b)
  selection.change({ chosen: new Set([...chosen, ...rows.slice(from, (to ?? 0) + 1)]), cursor: id })
}

/** What is chosen while the rest of a long list is being read: commands wait for it. */
let choosing: Promise<void> = Promise.resolve()

export function chooseAll(): Promise<void> {
  const { view, query } = selection.get()
  selection.change({ chosen: new Set(selection.get().rows) })
  choosing = whenWhole().then(() => {
    const now = selection.get()
    // Whoever has gone elsewhere meanwhile no longer means that list.
    if (now.view === view && now.query === query && now.chosen.size > 0) selection.change({ chosen: new Set(now.rows) })
  })
  return choosing
}

/** Resolves when what was chosen is known. */
export function whenChosen(): Promise<void> {
  return choosing
}

export function chooseNone() {
  selection.change({ chosen: none })
}

/** What a command acts on: the rows chosen, else the article being read, else the row under the cursor. */
export function targets({ isReading }: { isReading: boolean }): readonly string[] {
  const { chosen, open, cursor } = selection.get()
  if (chosen.size > 0) return [...chosen]
  const one = isReading ? (open ?? cursor) : (cursor ?? open)
  return one === undefined ? [] : [one]
}
