import type { View } from '../library/lists.ts'
import { createSearchClient } from '../search/client.ts'
import { quoted } from '../search/quotes.ts'

type SearchClient = ReturnType<typeof createSearchClient>

/** How many articles a query finds; undefined when it cannot be read, or is no longer asked. */
export async function countOf(query: string, signal: AbortSignal): Promise<number | undefined> {
  const answer = await searchClient().count(query, { signal })
  return answer.ok ? answer.value : undefined
}

/** The ids of a view, newest first, as the index has them; undefined when it does not know that view, or is not ready. */
export async function listedByIndex(view: View, signal: AbortSignal): Promise<readonly string[] | undefined> {
  const query = queryOf(view)
  const answer = query === undefined ? undefined : await searchClient().listed(query, { signal })
  return answer?.ok ? answer.value : undefined
}

function queryOf(view: View): string | undefined {
  switch (view.kind) {
    case 'all':
      return ''
    case 'inbox':
    case 'later':
      return `is:${view.kind}`
    case 'archive':
      return 'is:archived'
    case 'favourites':
      return 'is:favourite'
    case 'tag':
      return `tag:${quoted(view.tag)}`
    default:
      return undefined
  }
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
