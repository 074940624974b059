// Saved searches: any query, with a name, in the order the reader gave them. They travel with the vault.
import { z } from 'zod'
import type { Result } from '../../preload/failure.ts'
import { perform, type Undo } from './acts.ts'
import { database } from './database.ts'
import { newUlid } from './newUlid.ts'

export type SavedSearch = { readonly id: string; readonly name: string; readonly query: string }

const value = z.object({ name: z.string(), query: z.string() })
const orderKey = 'searches.order'

/** Those without a place in the order come last, by name. */
export async function savedSearches(): Promise<SavedSearch[]> {
  const [entries, kept] = await Promise.all([
    database.shared.where('key').startsWith('search ').toArray(),
    database.shared.get(`set ${orderKey}`),
  ])
  const order = z.array(z.string()).catch([]).parse(kept?.value)
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  return entries
    .flatMap((entry) => {
      const parsed = value.safeParse(entry.value)
      return parsed.success ? [{ id: entry.key.slice('search '.length), ...parsed.data }] : []
    })
    .sort((a, b) => place(a.id) - place(b.id) || a.name.localeCompare(b.name))
}

/** Without an id it is a new one. */
export function saveSearch({ id = newUlid(), name, query }: Partial<SavedSearch> & Omit<SavedSearch, 'id'>) {
  return perform([{ act: 'search-saved', search: id, name: name.slice(0, 300), query: query.slice(0, 10_000) }])
}

export function removeSearch(id: string): Promise<Result<Undo>> {
  return perform([{ act: 'search-removed', search: id }])
}

/** Moves one up (-1) or down (1) among the others. */
export async function moveSearch(id: string, by: -1 | 1): Promise<Result<Undo>> {
  const ids = (await savedSearches()).map((search) => search.id)
  const at = ids.indexOf(id)
  const to = Math.max(0, Math.min(ids.length - 1, at + by))
  if (at >= 0) ids.splice(to, 0, ...ids.splice(at, 1))
  return perform([{ act: 'set', key: orderKey, value: ids }])
}
