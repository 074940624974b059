// What the panes ask about articles. Lists come as ids from an index; rows are read for what is on the screen.
import type { Article, Version } from '../../preload/article.ts'
import { database, type Row } from './database.ts'
import { getMany } from './inPieces.ts'
import { listOf, listRange, passageCount, viewKinds, type View } from './lists.ts'

export type { View } from './lists.ts'

export const sorts = ['newest', 'oldest', 'title', 'published', 'longest', 'shortest'] as const
export type Sort = (typeof sorts)[number]

/** The ids of a view in order. Newest and oldest go by when they were saved, in the Trash by when they were put there. */
export async function articleIds(view: View, sort: Sort = 'newest'): Promise<string[]> {
  const [lower, upper] = listRange(listOf(view))
  const newestFirst = await database.articles.where('lists').between(lower, upper).primaryKeys()
  switch (sort) {
    case 'oldest':
      return newestFirst.reverse()
    case 'newest':
      return newestFirst
    case 'title':
      return ordered(newestFirst, 'titleKey', 1)
    case 'published':
      return ordered(newestFirst, 'publishedKey', -1)
    case 'longest':
      return ordered(newestFirst, 'words', -1)
    case 'shortest':
      return ordered(newestFirst, 'words', 1)
  }
}

/** The newest of a view, without reading the others. */
export async function newest(
  view: View,
  { offset = 0, limit }: { readonly offset?: number; readonly limit: number },
): Promise<Article[]> {
  const [lower, upper] = listRange(listOf(view))
  // Read in one piece: an index that is walked entry by entry takes a hundred times as long.
  const rows = await database.articles
    .where('lists')
    .between(lower, upper)
    .limit(offset + limit)
    .toArray()
  return offset === 0 ? rows : rows.slice(offset)
}

/** By a key of the whole library, up (1) or down (-1). Those with the same key stay newest first; those without one come last. */
async function ordered(newestFirst: readonly string[], index: KeyOfSort, direction: 1 | -1): Promise<string[]> {
  const [keys, all] = await database.transaction('r', database.articles, () => {
    const sorted = database.articles.orderBy(index)
    return Promise.all([sorted.keys(), sorted.primaryKeys()])
  })
  const left = new Map(newestFirst.map((id, place) => [id, place]))
  const found: string[] = []
  let alike: number[] = []
  for (let at = direction === 1 ? 0 : all.length - 1; at >= 0 && at < all.length; at += direction) {
    const place = left.get(all[at]!)
    if (place !== undefined) alike.push(place)
    left.delete(all[at]!)
    if (keys[at] === keys[at + direction]) continue
    for (const one of alike.sort((a, b) => a - b)) found.push(newestFirst[one]!)
    alike = []
  }
  return [...found, ...left.keys()]
}

type KeyOfSort = 'titleKey' | 'publishedKey' | 'words'

/** In the order asked for; undefined for an id that is no article, or no longer. */
export function articlesByIds(ids: readonly string[]): Promise<(Article | undefined)[]> {
  return ids.length > 200 ? getMany(database.articles, ids) : database.articles.bulkGet([...ids])
}

/** Also found by the id of an article that was folded into it. */
export async function article(id: string): Promise<Article | undefined> {
  return findRow(id)
}

export async function body(
  id: string,
): Promise<{ html: string; text: string; offsets: readonly number[] } | undefined> {
  const row = await findRow(id)
  if (!row) return undefined
  const [html, text] = await Promise.all([database.bodies.get(row.id), database.texts.get(row.id)])
  return html && text && { html: html.html, text: text.text, offsets: text.offsets }
}

/** The record of the version shown, for the details of an article. */
export async function record(id: string): Promise<Version | undefined> {
  const row = await findRow(id)
  return row && (await database.records.get(row.id))?.record
}

/** The ids that are folded into an article, its own included: a purge names them all. */
export async function foldedIds(id: string): Promise<readonly string[]> {
  return (await findRow(id))?.ids ?? [id]
}

/** All, those in the Trash too: as it was kept, not counted. */
export async function articleCount(): Promise<number> {
  const counts = await database.counts.bulkGet(['all', 'trash'])
  return counts.reduce((sum, entry) => sum + (entry?.count ?? 0), 0)
}

/** Articles, and highlights where it is those that are listed. */
export async function viewCounts(): Promise<Record<(typeof viewKinds)[number], number>> {
  const counts = await database.counts.bulkGet(viewKinds.map((kind) => (kind === 'highlights' ? passageCount : kind)))
  const entries = viewKinds.map((kind, index) => [kind, counts[index]?.count ?? 0] as const)
  return Object.fromEntries(entries) as Record<(typeof viewKinds)[number], number> // one entry a kind
}

async function findRow(id: string): Promise<Row | undefined> {
  const row = await database.articles.get(id)
  if (row) return row
  const head = (await database.states.get(id))?.head
  return head === undefined ? undefined : database.articles.get(head)
}
