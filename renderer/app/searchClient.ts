import { createSearchClient } from '../search/client.ts'

type SearchClient = ReturnType<typeof createSearchClient>

/** How many articles a query finds; undefined when it cannot be read, or is no longer asked. */
export async function countOf(query: string, signal: AbortSignal): Promise<number | undefined> {
  const answer = await searchClient().count(query, { signal })
  return answer.ok ? answer.value : undefined
}

/** Resolves when the index holds every article: what was counted before may have been too few. */
export function whenIndexed(): Promise<void> {
  return searchClient().ready()
}

let client: SearchClient | undefined

/** The one client of this window. The worker starts with the first call, which main.tsx makes. */
export function searchClient(): SearchClient {
  client ??= createSearchClient()
  return client
}
