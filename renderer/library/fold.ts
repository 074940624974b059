// Acts -> the state of an article. Pure, and the same in any order and with any repetition: for each field the later act wins,
// a tag is a field, a highlight is a record of fields, a purge is final, and ids that share a canonical address are one article.
import type { Act } from '../../preload/act.ts'
import type { Place } from '../../preload/article.ts'
import { isAtLeastAsGood, type Worth } from '../../preload/worth.ts'

/** Clock and device in one string of fixed width: its plain order is the one that all devices agree on. */
export type Stamp = string

/** A field, and when it got its value. */
export type Field<T> = { readonly at: Stamp; readonly value: T }

type Fields<T> = Readonly<Record<string, Field<T>>>
type ActOf<K extends Act['act']> = Extract<Act, { act: K }>
export type HighlightColour = ActOf<'highlighted'>['colour']

export type Save = {
  readonly url: string
  readonly canonicalUrl: string
  readonly savedAt: string
  readonly current: boolean
  readonly worth?: Worth
}
export type HighlightPlace = Pick<ActOf<'highlighted'>, 'quote' | 'prefix' | 'suffix' | 'paragraph' | 'offset'>

export type HighlightState = {
  readonly place?: Field<HighlightPlace>
  readonly colour?: Field<HighlightColour>
  readonly note?: Field<string>
  readonly removed?: Field<boolean>
}

/** What the acts say of one id. A purged id keeps nothing but that it was purged. */
export type State = {
  readonly id: string
  readonly purged?: true
  readonly saves: Fields<Save>
  readonly tags: Fields<boolean>
  readonly highlights: Readonly<Record<string, HighlightState>>
  readonly corrected: Fields<string | undefined>
  readonly place?: Field<Place>
  readonly favourite?: Field<boolean>
  readonly progress?: Field<{ readonly progress: number; readonly paragraph: number }>
  /** When it was first read to its end. To look something up in it later does not read it anew. */
  readonly finishedAt?: Stamp
  readonly note?: Field<string>
  readonly pinned?: Field<string | undefined>
  readonly trashed?: Field<boolean>
}

/** What belongs to the whole library and not to an article: a saved search, a site's rule, a setting. `undefined`: removed. */
export type Shared = { readonly key: string } & Field<unknown>

export function stampOf(act: Act): Stamp {
  return `${act.clock} ${act.device}`
}

/** The ids whose state an act may change. */
export function idsOf(act: Act): readonly string[] {
  if (act.act === 'purged') return [act.article, ...(act.also ?? [])]
  return 'article' in act ? [act.article] : []
}

/** The state of `id` after one more act; the very same object when the act changes nothing. */
export function foldAct(state: State | undefined, id: string, act: Act): State {
  const before = state ?? emptyState(id)
  if (before.purged) return before
  const at = stampOf(act)
  switch (act.act) {
    case 'saved': {
      const { url, canonicalUrl, savedAt, current, worth } = act
      const value: Save = { url, canonicalUrl, savedAt, current, ...(worth && { worth }) }
      return withEntry(before, 'saves', act.version, { at, value })
    }
    case 'tagged':
      return withEntry(before, 'tags', act.tag, { at, value: true })
    case 'untagged':
      return withEntry(before, 'tags', act.tag, { at, value: false })
    case 'moved':
      return withField(before, 'place', { at, value: act.place })
    case 'favourited':
      return withField(before, 'favourite', { at, value: act.favourite })
    case 'progressed':
      return withProgress(before, { at, value: { progress: act.progress, paragraph: act.paragraph } })
    case 'noted':
      return withField(before, 'note', { at, value: act.note })
    case 'highlighted': {
      const { quote, prefix, suffix, paragraph, offset, colour } = act
      return withHighlight(before, act.highlight, {
        place: { at, value: { quote, prefix, suffix, paragraph, offset } },
        colour: { at, value: colour },
      })
    }
    case 'highlight-coloured':
      return withHighlight(before, act.highlight, { colour: { at, value: act.colour } })
    case 'highlight-noted':
      return withHighlight(before, act.highlight, { note: { at, value: act.note } })
    case 'highlight-removed':
      return withHighlight(before, act.highlight, { removed: { at, value: act.removed } })
    case 'corrected':
      return withEntry(before, 'corrected', act.field, { at, value: act.value })
    case 'version-pinned':
      return withField(before, 'pinned', { at, value: act.version })
    case 'trashed':
      return withField(before, 'trashed', { at, value: true })
    case 'restored':
      return withField(before, 'trashed', { at, value: false })
    case 'purged':
      return { ...emptyState(id), purged: true }
    case 'search-saved':
    case 'search-removed':
    case 'rule-made':
    case 'set':
      return before
    default:
      // An act of a newer release: what it says is not ours to know, and nothing is lost by leaving it in the vault.
      return before
  }
}

/** What an act says of the library as a whole, or `undefined` when it is about an article. */
export function sharedOf(act: Act): Shared | undefined {
  const at = stampOf(act)
  switch (act.act) {
    case 'search-saved':
      return { key: `search ${act.search}`, at, value: { name: act.name, query: act.query } }
    case 'search-removed':
      return { key: `search ${act.search}`, at, value: undefined }
    case 'rule-made':
      return { key: `rule ${act.site}`, at, value: act.rule }
    case 'set':
      return { key: `set ${act.key}`, at, value: act.value }
    default:
      return undefined
  }
}

/** The address that decides which ids are one article: that of the latest save. */
export function canonicalUrlOf(state: State): string | undefined {
  return latest(Object.values(state.saves))?.value.canonicalUrl
}

/** All states of one address as one: the oldest id's name, and for each field the latest of them all. Undefined when nothing is kept. */
export function mergeStates(states: readonly State[]): State | undefined {
  const kept = states.filter(isKept).sort((a, b) => (a.id < b.id ? -1 : 1))
  const [oldest, ...others] = kept
  return oldest && others.reduce((merged, state) => mergeTwo(merged, state), oldest)
}

export function isKept(state: State): boolean {
  return !state.purged && Object.keys(state.saves).length > 0
}

/**
 * The version to show: the pinned one, else the latest that was judged good enough, else the latest. Judged on a device that did not know of the one
 * before, it is judged here.
 */
export function shownVersion(state: State): string | undefined {
  const pinned = state.pinned?.value
  if (pinned !== undefined && state.saves[pinned]) return pinned
  const saves = Object.entries(state.saves)
  const good = saves.filter(([, save]) => save.value.current)
  if (good.length === 0) return lastOf(saves)?.[0]
  const inOrder = good.sort(([, a], [, b]) => (winner(a, b) === b ? -1 : 1))
  return inOrder.reduce((shown, next) => (isWorse(next[1].value, shown[1].value) ? shown : next))[0]
}

function lastOf(saves: readonly (readonly [string, Field<Save>])[]): readonly [string, Field<Save>] | undefined {
  const [first, ...others] = saves
  return first && others.reduce((a, b) => (winner(a[1], b[1]) === b[1] ? b : a), first)
}

function isWorse({ worth: next }: Save, { worth: shown }: Save): boolean {
  return next !== undefined && shown !== undefined && !isAtLeastAsGood(next, shown)
}

/**
 * When it was put into the Trash, if it is there. It is not where it was saved anew after that, by a device that did not know of it. What was read
 * again from what is kept has the date of the first reading.
 */
export function trashedAt({ trashed, saves }: State): string | undefined {
  if (!trashed?.value) return undefined
  const at = trashed.at.slice(0, 24)
  const isSavedAnew = Object.values(saves).some((save) => save.at > trashed.at && save.value.savedAt > at)
  return isSavedAnew ? undefined : at
}

export function latest<T>(fields: readonly Field<T>[]): Field<T> | undefined {
  return fields.reduce<Field<T> | undefined>((best, field) => winner(best, field), undefined)
}

/** The later of two; equal stamps, which only a copied device could make, are settled by content, the same way everywhere. */
export function winner<F extends Field<unknown>>(a: F | undefined, b: F): F {
  if (a === undefined) return b
  if (a.at !== b.at) return a.at < b.at ? b : a
  return (JSON.stringify(a.value) ?? '') < (JSON.stringify(b.value) ?? '') ? b : a
}

function emptyState(id: string): State {
  return { id, saves: {}, tags: {}, highlights: {}, corrected: {} }
}

type SingleField = 'place' | 'favourite' | 'progress' | 'note' | 'pinned' | 'trashed'

function withField(state: State, name: SingleField, field: Field<unknown>): State {
  return winner(state[name], field) === state[name] ? state : { ...state, [name]: field }
}

function withProgress(state: State, field: NonNullable<State['progress']>): State {
  const moved = withField(state, 'progress', field)
  return field.value.progress < 1 ? moved : withFinish(moved, field.at)
}

function withFinish(state: State, at: Stamp): State {
  return state.finishedAt !== undefined && state.finishedAt <= at ? state : { ...state, finishedAt: at }
}

function withEntry(state: State, name: 'saves' | 'tags' | 'corrected', key: string, field: Field<unknown>): State {
  const entries: Fields<unknown> = state[name]
  const before = Object.hasOwn(entries, key) ? entries[key] : undefined
  // A null prototype would be lost in IndexedDB; a computed key in a literal sets an own property even for `__proto__`.
  return winner(before, field) === before ? state : { ...state, [name]: { ...entries, [key]: field } }
}

function withHighlight(state: State, id: string, fields: HighlightState): State {
  const before = state.highlights[id]
  const after = mergeHighlights(before, fields)
  return after === before ? state : { ...state, highlights: { ...state.highlights, [id]: after } }
}

function mergeHighlights(a: HighlightState | undefined, b: HighlightState): HighlightState {
  if (a === undefined) return b
  const merged: Record<string, Field<unknown>> = { ...a }
  let changed = false
  for (const [name, field] of Object.entries(b)) {
    if (winner(merged[name], field) === merged[name]) continue
    merged[name] = field
    changed = true
  }
  return changed ? merged : a
}

function mergeTwo(a: State, b: State): State {
  let merged = a
  for (const name of ['place', 'favourite', 'progress', 'note', 'pinned', 'trashed'] as const) {
    const field = b[name]
    if (field) merged = withField(merged, name, field)
  }
  if (b.finishedAt !== undefined) merged = withFinish(merged, b.finishedAt)
  for (const name of ['saves', 'tags', 'corrected'] as const) {
    for (const [key, field] of Object.entries(b[name])) merged = withEntry(merged, name, key, field)
  }
  for (const [id, highlight] of Object.entries(b.highlights)) merged = withHighlight(merged, id, highlight)
  return merged
}
