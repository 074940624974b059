import { createSearchClient } from '../search/client.ts'

type SearchClient = ReturnType<typeof createSearchClient>

let client: SearchClient | undefined

/** The one client of this window. The worker starts with the first call, which main.tsx makes. */
export function searchClient(): SearchClient {
  client ??= createSearchClient()
  return client
}
