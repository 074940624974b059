// Saved searches: any query, with a name.
import { z } from 'zod'
import { database } from './database.ts'

export type SavedSearch = { readonly id: string; readonly name: string; readonly query: string }

const value = z.object({ name: z.string(), query: z.string() })

export async function savedSearches(): Promise<SavedSearch[]> {
  const entries = await database.shared.where('key').startsWith('search ').toArray()
  return entries
    .flatMap((entry) => {
      const parsed = value.safeParse(entry.value)
      return parsed.success ? [{ id: entry.key.slice('search '.length), ...parsed.data }] : []
    })
    .sort((a, b) => a.name.localeCompare(b.name))
}
