// What takes an act back: the opposite act, from the state before it. And what a reader is told of an act.
import type { ActBody } from '../../preload/act.ts'
import { database, type Row } from './database.ts'
import { mergeStates, type State } from './fold.ts'
import type { Highlight } from './highlights.ts'
import { getMany } from './inPieces.ts'

/**
 * The acts that bring back what these change, in an order that does. Asked before they are written. A purge has no opposite. `rows`: of the articles
 * they are about, as they were read for it.
 */
export async function oppositesOf(
  bodies: readonly ActBody[],
): Promise<{ readonly opposites: readonly ActBody[]; readonly rows: ReadonlyMap<string, Row> }> {
  const before = await readBefore(bodies)
  return { opposites: bodies.flatMap((body) => oppositeOf(body, before)).reverse(), rows: before.rows }
}

type Before = {
  readonly rows: ReadonlyMap<string, Row>
  row(id: string): Row | undefined
  state(id: string): State | undefined
  highlight(body: { readonly article: string; readonly highlight: string }): Highlight | undefined
  shared(key: string): unknown
}

function oppositeOf(body: ActBody, before: Before): ActBody[] {
  switch (body.act) {
    case 'tagged':
      return before.row(body.article)?.tags.includes(body.tag) ? [] : [{ ...body, act: 'untagged' }]
    case 'untagged':
      return before.row(body.article)?.tags.includes(body.tag) ? [{ ...body, act: 'tagged' }] : []
    case 'moved':
      return [{ ...body, place: before.row(body.article)?.place ?? 'inbox' }]
    case 'favourited':
      return [{ ...body, favourite: before.row(body.article)?.favourite ?? false }]
    case 'progressed': {
      const row = before.row(body.article)
      return [{ ...body, progress: row?.progress ?? 0, paragraph: row?.paragraph ?? 0 }]
    }
    case 'noted':
      return [{ ...body, note: before.row(body.article)?.note ?? '' }]
    case 'highlighted': {
      const highlight = before.highlight(body)
      if (!highlight)
        return [{ act: 'highlight-removed', article: body.article, highlight: body.highlight, removed: true }]
      const { quote, prefix, suffix, paragraph, offset, colour } = highlight
      return [{ ...body, quote, prefix, suffix, paragraph, offset, colour }]
    }
    case 'highlight-coloured': {
      const highlight = before.highlight(body)
      return highlight ? [{ ...body, colour: highlight.colour }] : []
    }
    case 'highlight-noted':
      return [{ ...body, note: before.highlight(body)?.note ?? '' }]
    case 'highlight-removed':
      return [{ ...body, removed: before.highlight(body) === undefined }]
    case 'corrected': {
      const value = before.state(body.article)?.corrected[body.field]?.value
      return [{ act: 'corrected', article: body.article, field: body.field, ...(value === undefined ? {} : { value }) }]
    }
    case 'version-pinned': {
      const version = before.state(body.article)?.pinned?.value
      return [{ act: 'version-pinned', article: body.article, ...(version === undefined ? {} : { version }) }]
    }
    case 'trashed':
      return before.row(body.article)?.trashed ? [] : [{ act: 'restored', article: body.article }]
    case 'restored':
      return before.row(body.article)?.trashed ? [{ act: 'trashed', article: body.article }] : []
    case 'search-saved':
    case 'search-removed': {
      const old = before.shared(`search ${body.search}`) as { name: string; query: string } | undefined // as fold.ts wrote it
      return [
        old ? { act: 'search-saved', search: body.search, ...old } : { act: 'search-removed', search: body.search },
      ]
    }
    case 'rule-made':
      return [{ ...body, rule: (before.shared(`rule ${body.site}`) as string | undefined) ?? '' }]
    case 'set':
      return [{ ...body, value: (before.shared(`set ${body.key}`) ?? null) as typeof body.value }] // as fold.ts wrote it
    case 'saved':
    case 'purged':
      return []
  }
}

async function readBefore(bodies: readonly ActBody[]): Promise<Before> {
  const ids = [...new Set(bodies.flatMap((body) => ('article' in body ? [body.article] : [])))]
  const rows = byId(await getMany(database.articles, ids))
  // Corrections and pins stand only in the states; all that are folded together count.
  const deep = bodies.flatMap((body) =>
    body.act === 'corrected' || body.act === 'version-pinned' ? [body.article] : [],
  )
  const members = [...new Set(deep.flatMap((id) => rows.get(id)?.ids ?? []))]
  const states = byId(await getMany(database.states, members))
  const marks = bodies.flatMap((body): [string, string][] =>
    'highlight' in body ? [[body.article, body.highlight]] : [],
  )
  const found = (await database.highlights.bulkGet(marks)).filter((highlight) => highlight !== undefined)
  const highlights = new Map(found.map((highlight) => [`${highlight.article} ${highlight.id}`, highlight]))
  const keys = bodies.flatMap((body) =>
    'search' in body
      ? [`search ${body.search}`]
      : 'site' in body
        ? [`rule ${body.site}`]
        : 'key' in body
          ? [`set ${body.key}`]
          : [],
  )
  const shared = new Map(
    (await database.shared.bulkGet(keys)).flatMap((entry) => (entry ? [[entry.key, entry.value]] : [])),
  )
  return {
    rows,
    row: (id) => rows.get(id),
    state: (id) => mergeStates((rows.get(id)?.ids ?? []).flatMap((member) => states.get(member) ?? [])),
    highlight: ({ article, highlight }) => highlights.get(`${article} ${highlight}`),
    shared: (key) => shared.get(key),
  }
}

function byId<T extends { readonly id: string }>(found: readonly (T | undefined)[]): Map<string, T> {
  return new Map(found.flatMap((entry) => (entry ? [[entry.id, entry] as const] : [])))
}
