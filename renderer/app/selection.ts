// Where the person is: the view or the search, the rows it shows, the row under the cursor, the rows chosen, the article that is open.
import { listOf, type View } from '../library/lists.ts'
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
  /** The rows from here to the cursor are being chosen; `besides`: what was chosen before. */
  readonly range?: { readonly from: string; readonly besides: ReadonlySet<string> } | undefined
  readonly open?: string | undefined
  /** The latest search that was answered, the words of it that are to be marked, and what it has found in the Trash. */
  readonly found: Found
  /** Those that are marked in the open article: of the search it was opened from. */
  readonly marks: readonly string[]
  /** It was opened before its search was answered: the marks of that search are still to come. */
  readonly marksDue?: string | undefined
}

type Found = {
  readonly query: string
  readonly marks: readonly string[]
  readonly trashed: ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()
const nothingFound: Found = { query: '', marks: [], trashed: none }

export const selection = createStore<Selection>({
  view: { kind: 'inbox' },
  query: '',
  rows: [],
  isWhole: true,
  chosen: none,
  found: nothingFound,
  marks: [],
})

export function isSearching(now: Selection): boolean {
  return now.query.trim() !== ''
}

/** Where the cursor was in the views one has left, to be there again. */
const cursors = new Map<string, string | undefined>()

function keepCursor() {
  const now = selection.get()
  if (!isSearching(now)) cursors.set(listOf(now.view), now.cursor)
}

export function showView(view: View) {
  const now = selection.get()
  const isThere = listOf(view) === listOf(now.view) && !isSearching(now)
  keepCursor()
  const cursor = isThere ? undefined : cursors.get(listOf(view))
  // The rows stay until the list knows its own: the same view may be asked for again.
  selection.change({ view, query: '', cursor, chosen: none, range: undefined })
  showList()
  focusList()
}

/** Where only the text is shown, or it has the list's place, the list is back. */
export function showList() {
  panes.change({ isOverlayOpen: false, isFocused: false })
  if (panes.get().width !== 'wide') closeArticle()
}

/** Whoever clears it is where the search began. */
export function typeQuery(query: string) {
  keepCursor()
  const cursor = query.trim() === '' ? cursors.get(listOf(selection.get().view)) : undefined
  selection.change({ query, chosen: none, cursor, range: undefined })
}

let lastPlace = 0

/** Mostly it is where it was, or next to it. */
export function placeIn(rows: readonly string[], id: string): number {
  const near = [lastPlace, lastPlace + 1, lastPlace - 1].find((at) => rows[at] === id)
  return (lastPlace = near ?? rows.indexOf(id))
}

const unknown: readonly string[] = []

let sayListed: () => void = () => undefined
/** Resolves when the rows of a list are known for the first time. */
export const firstListed = new Promise<void>((resolve) => (sayListed = resolve))

/**
 * Said by the list when its rows are known; undefined while they are not. The cursor stays on its article, or goes to the next one that is left.
 * Of a long list it may be on one that is still to come.
 */
export function setRows(known: readonly string[] | undefined, isWhole: boolean) {
  const rows = known ?? unknown
  const now = selection.get()
  if (now.rows === rows && now.isWhole === isWhole) return
  if (!known) return selection.change({ rows, isWhole: false })
  sayListed()
  const held = now.cursor !== undefined && placeIn(rows, now.cursor) >= 0
  const mayCome = !isWhole && now.cursor !== undefined && placeIn(now.rows, now.cursor) < 0
  const cursor = held || mayCome ? now.cursor : leftNear(now.rows, now.cursor, rows)
  const chosen = stillListed(now.chosen, rows)
  selection.change({ rows, isWhole, cursor, chosen, range: chosen === now.chosen ? now.range : undefined })
}

/** Many may have gone at once, above it too: its place says nothing. */
function leftNear(before: readonly string[], id: string | undefined, rows: readonly string[]): string | undefined {
  const place = id === undefined ? -1 : placeIn(before, id)
  if (place < 0) return undefined
  const left = new Set(rows)
  return before.slice(place).find((one) => left.has(one)) ?? rows.at(-1)
}

/** Where one is in the list, to come back to when what was done from there has been taken back: the cursor, and the rows that were chosen. */
export function placeToComeBack(): () => Promise<void> {
  const { view, query, cursor, chosen } = selection.get()
  return async () => {
    const now = selection.get()
    if (now.view !== view || now.query !== query) return
    await whenListed([...chosen, ...(cursor === undefined ? [] : [cursor])])
    selection.change({ cursor, chosen, range: undefined })
  }
}

/** Resolves when these are listed; never, when somebody goes elsewhere before they are. */
function whenListed(ids: Iterable<string>): Promise<void> {
  const { view, query } = selection.get()
  const awaited = [...ids]
  let seen: readonly string[] | undefined
  return new Promise((resolve) => {
    const stop = selection.subscribe(() => look())
    const look = () => {
      const now = selection.get()
      if (now.view !== view || now.query !== query) return stop()
      if (now.rows === seen) return
      seen = now.rows
      const listed = new Set(seen)
      if (!awaited.every((id) => listed.has(id))) return
      stop()
      resolve()
    }
    look()
  })
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
    range: undefined,
    marks: query.trim() !== '' && isAnswered ? found.marks : [],
    marksDue: isAnswered ? undefined : query,
  })
}

/** Said by the list when a search has been answered; undefined when it has ended. */
export function setFound({ query, marks, trashed }: Found = nothingFound) {
  const isDue = selection.get().marksDue === query
  selection.change({ found: { query, marks, trashed }, ...(isDue ? { marks, marksDue: undefined } : {}) })
}

/** These rows lie in the Trash, all of them: as the view says, or what has been found there. */
export function areRowsInTrash(now: Selection, ids: ReadonlySet<string>): boolean {
  if (!isSearching(now)) return now.view.kind === 'trash'
  const { trashed } = now.found
  return trashed.size > 0 && ids.size > 0 && [...ids].every((id) => trashed.has(id))
}

/** False when something else is asked meanwhile. Without a search there is nothing to wait for. */
export function whenAnswered(query: string): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = selection.subscribe(() => look())
    const look = () => {
      const now = selection.get()
      const isAnswered = now.query === query && (!isSearching(now) || now.found.query === query)
      if (now.query === query && !isAnswered) return
      stop()
      resolve(isAnswered)
    }
    look()
  })
}

export function closeArticle() {
  selection.change({ open: undefined })
}

/** Moves the cursor by so many rows; from nowhere it goes to the open article's row, or to the first. */
export function moveCursor(step: number, { extend = false }: { extend?: boolean } = {}): string | undefined {
  const { rows, cursor, open } = selection.get()
  if (rows.length === 0) return undefined
  const from = placeIn(rows, cursor ?? open ?? '')
  // From nowhere the next and the one before are the first; the last is the last.
  const at = from >= 0 ? from + step : step === Infinity ? step : 0
  const to = rows[Math.max(0, Math.min(rows.length - 1, at))]
  if (to === undefined) return undefined
  if (extend) chooseTo(to)
  else selection.change({ cursor: to, range: undefined })
  return to
}

/** To the article before or after the one that is read; where that has left the list, its row is the one that took its place. */
export function turnArticle(by: 1 | -1) {
  const { rows, open, cursor } = selection.get()
  const isListed = open !== undefined && placeIn(rows, open) >= 0
  if (isListed) selection.change({ cursor: open })
  const id = !isListed && by === 1 && cursor !== undefined ? cursor : moveCursor(by)
  if (id !== undefined) openArticle(id)
}

export function toggleChosen(id: string) {
  const chosen = new Set(selection.get().chosen)
  if (!chosen.delete(id)) chosen.add(id)
  selection.change({ chosen, cursor: id, range: undefined })
}

/** From where choosing began, first of all the cursor, to `id`, both included: whoever has gone too far goes back. */
export function chooseTo(id: string) {
  const { rows, cursor, open, chosen, range = { from: cursor ?? open ?? id, besides: chosen } } = selection.get()
  const start = placeIn(rows, range.from)
  const end = placeIn(rows, id)
  const within = rows.slice(Math.min(start < 0 ? end : start, end), Math.max(start, end) + 1)
  selection.change({ chosen: new Set([...range.besides, ...within]), cursor: id, range })
}

/** What is chosen while the rest of a long list is being read: commands wait for it. */
let choosing: Promise<void> = Promise.resolve()

export function chooseAll(): Promise<void> {
  const { view, query } = selection.get()
  selection.change({ chosen: new Set(selection.get().rows), range: undefined })
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
  selection.change({ chosen: none, range: undefined })
}

/** There is no list beside the text, in which one could see where its cursor is and what is chosen. */
export function isTextAlone(): boolean {
  const { width, isFocused } = panes.get()
  return selection.get().open !== undefined && (width !== 'wide' || isFocused)
}

/** The article being read, else the row under the cursor. */
export function atHand({ isReading }: { isReading: boolean }): string | undefined {
  const { open, cursor } = selection.get()
  return isReading || isTextAlone() ? (open ?? cursor) : (cursor ?? open)
}

/** What a command acts on: the article being read, whatever is chosen in the list beside it; else the rows chosen, else the one under the cursor. */
export function targets(where: { isReading: boolean }): readonly string[] {
  const { chosen, open } = selection.get()
  const isOne = chosen.size === 0 || (open !== undefined && (where.isReading || isTextAlone()))
  if (!isOne) return [...chosen]
  const one = atHand(where)
  return one === undefined ? [] : [one]
}
