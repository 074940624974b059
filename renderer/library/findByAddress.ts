// Which kept article an address belongs to.
import type { Article } from '../../preload/article.ts'
import { database } from './database.ts'

/** `urls` are canonical already. The oldest article when several match; one in the Trash is found too. */
export async function findByAddress(urls: readonly string[]): Promise<Article | undefined> {
  const states = await database.states
    .where('canonicalUrl')
    .anyOf([...urls])
    .toArray()
  const heads = [...new Set(states.flatMap((state) => state.head ?? []))].sort()
  const rows = await database.articles.bulkGet(heads)
  return rows.find((row) => row !== undefined)
}
