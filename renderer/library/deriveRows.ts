// Changed states -> the rows of every article they touch: those they are folded into now, and those they have left.
import type { Version } from '../../preload/article.ts'
import { ok, type Result } from '../../preload/failure.ts'
import { breathe } from './breathe.ts'
import { database, type Row, type StoredState } from './database.ts'
import { canonicalUrlOf, isKept, mergeStates, shownVersion, type State } from './fold.ts'
import { highlightsIn, type Highlight } from './highlights.ts'
import { getMany } from './inPieces.ts'
import { makeRow, type Shown } from './row.ts'
import { textOf, type Text } from './textOf.ts'
import { vaultPort } from './vaultPort.ts'

export type Derived = {
  readonly states: readonly StoredState[]
  readonly rows: readonly Row[]
  /** The rows that stood there before, of `rows` and of `gone`. */
  readonly before: ReadonlyMap<string, Row>
  /** Articles that are no more: purged, or folded into an older one. */
  readonly gone: readonly string[]
  /** Of the articles that show another version than before. */
  readonly contents: readonly Content[]
  readonly highlights: readonly Highlight[]
  readonly damaged: readonly string[]
}

export type Content = { readonly id: string; readonly record: Version; readonly html: string; readonly text: Text }

type Group = {
  readonly state: State
  readonly ids: readonly string[]
  readonly version: string
  readonly holder: string
}

/** At most this many versions a call: what they take on their way between the processes is the reason. */
const versionsAtOnce = 25

/** Reads the library and the vault, writes nothing. `known`: rows that need not be read again. */
export async function deriveRows(
  changed: readonly StoredState[],
  known: ReadonlyMap<string, Row> = new Map(),
): Promise<Result<Derived>> {
  const { states, rows: read } = await withNeighbours(changed, known)
  const groups = makeGroups([...states.values()])
  const heads = groups.map((group) => group.state.id)
  const oldHeads = [...states.values()].map((state) => state.head).filter((head) => head !== undefined)
  const touched = [...new Set([...heads, ...oldHeads])]
  const unread = touched.filter((id) => !read.has(id))
  const before = new Map(
    [...touched.map((id) => read.get(id)), ...(await getMany(database.articles, unread))]
      .filter((row) => row !== undefined)
      .map((row) => [row.id, row]),
  )
  // Most acts leave the version as it is; then the row says all that its record does, unless something in it was corrected: in the
  // article as it is now, or in one that was folded into it when the row was made.
  const isStanding = ({ state, version, ids }: Group) => {
    const row = before.get(state.id)
    // In a rebuild the states are new, and what is there may be what is to be mended.
    if (row?.version !== version || row.lacking || states.get(state.id)?.head !== state.id) return false
    return row.ids.join() === ids.join() && Object.keys(state.corrected).length === 0
  }
  const others = groups.filter((group) => !isStanding(group))
  const records = new Map<string, Shown>(
    groups.filter(isStanding).flatMap(({ state }) => {
      const row = before.get(state.id)
      return row ? [[state.id, row] as const] : []
    }),
  )
  const kept = await getMany(
    database.records,
    others.map((group) => group.state.id),
  )
  for (const entry of kept) if (entry) records.set(entry.id, entry.record)

  const contents = await readContents(others.filter((group) => records.get(group.state.id)?.version !== group.version))
  if (!contents.ok) return contents
  for (const content of contents.value.found) records.set(content.id, content.record)

  const headOf = new Map(groups.flatMap((group) => group.ids.map((id) => [id, group.state.id] as const)))
  const rows: Row[] = []
  for (const { state, ids, version, holder } of groups) {
    const record = records.get(state.id)
    rows.push(makeRow(state, ids, holder, record?.version === version ? record : undefined))
    await breathe()
  }
  const living = new Set(heads)
  return ok({
    states: [...states.values()].map((state) => settle(state, headOf.get(state.id))),
    rows,
    before,
    gone: touched.filter((id) => !living.has(id) && before.has(id)),
    contents: contents.value.found,
    highlights: groups.flatMap(({ state }) => highlightsIn(state)),
    damaged: contents.value.damaged,
  })
}

/** The changed states and all that were or are now one article with them; and the rows they were shown in, as far as these were read. */
async function withNeighbours(
  changed: readonly StoredState[],
  known: ReadonlyMap<string, Row>,
): Promise<{ states: Map<string, StoredState>; rows: Map<string, Row> }> {
  const read = new Map(known)
  const states = new Map(changed.map((state) => [state.id, state]))
  const headsSeen = new Set<string>()
  const urlsSeen = new Set<string>()
  // A neighbour may be on its way from one article to another itself, which brings that one in.
  for (let news: readonly StoredState[] = changed; news.length > 0;) {
    const heads = unseen(
      headsSeen,
      news.map((state) => state.head),
    )
    const moved = news.filter((state) => state.canonicalUrl !== state.groupedUrl)
    const urls = unseen(
      urlsSeen,
      moved.map((state) => state.canonicalUrl),
    )
    const unread = heads.filter((id) => !read.has(id))
    for (const row of await getMany(database.articles, unread)) if (row) read.set(row.id, row)
    const members = heads.flatMap((id) => read.get(id)?.ids ?? []).filter((id) => !states.has(id))
    const found = [
      ...(members.length > 0 ? await getMany(database.states, members) : []),
      ...(urls.length > 0 ? await database.states.where('canonicalUrl').anyOf(urls).toArray() : []),
    ]
    news = found.filter((state) => state !== undefined).filter((state) => !states.has(state.id))
    for (const state of news) states.set(state.id, state)
  }
  return { states, rows: read }
}

function unseen(seen: Set<string>, values: readonly (string | undefined)[]): string[] {
  const news = [...new Set(values)].filter((value) => value !== undefined).filter((value) => !seen.has(value))
  for (const value of news) seen.add(value)
  return news
}

function makeGroups(states: readonly StoredState[]): Group[] {
  const byUrl = new Map<string, StoredState[]>()
  for (const state of states) {
    const url = canonicalUrlOf(state)
    if (url === undefined || !isKept(state)) continue
    const group = byUrl.get(url)
    if (group) group.push(state)
    else byUrl.set(url, [state])
  }
  return [...byUrl.values()].flatMap((members) => {
    const state = mergeStates(members)
    const version = state && shownVersion(state)
    const holder = members.find((member) => version !== undefined && member.saves[version])
    if (!state || version === undefined || !holder) return []
    return [{ state, ids: members.map((member) => member.id).sort(), version, holder: holder.id }]
  })
}

async function readContents(groups: readonly Group[]): Promise<Result<{ found: Content[]; damaged: string[] }>> {
  const found: Content[] = []
  const damaged: string[] = []
  const piece = (start: number) => groups.slice(start, start + versionsAtOnce)
  const ask = (wanted: readonly Group[]) =>
    wanted.length === 0
      ? undefined
      : vaultPort().request(
          'vault.versions',
          wanted.map(({ holder, version }) => ({ article: holder, version })),
        )
  let coming = ask(piece(0))
  for (let start = 0; start < groups.length; start += versionsAtOnce) {
    const wanted = piece(start)
    const read = await coming
    if (read?.ok === false) return read
    // The vault reads the next ones while the text of these is taken.
    coming = ask(piece(start + versionsAtOnce))
    for (const [index, { state, holder, version }] of wanted.entries()) {
      const kept = read?.value[index]
      if (kept) found.push({ id: state.id, record: kept.record, html: kept.html, text: textOf(kept.html) })
      else damaged.push(`articles/${holder.slice(-2)}/${holder}/${version}.json`)
      await breathe()
    }
  }
  return ok({ found, damaged })
}

/** What the library notes of a state once its row is made. */
function settle(state: StoredState, head: string | undefined): StoredState {
  const { head: _head, groupedUrl: _url, dirty: _dirty, ...rest } = state
  return {
    ...rest,
    ...(head === undefined ? {} : { head }),
    ...(state.canonicalUrl === undefined ? {} : { groupedUrl: state.canonicalUrl }),
  }
}
