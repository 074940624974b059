import { useState } from 'react'
import type { Article } from '../../preload/article.ts'
import { articlesByIds } from '../library/articles.ts'
import { useQuery } from '../app/useQuery.ts'

const chunk = 40

/** The articles of the rows from `first` to `last` and some around them. What was read before stands until it is read again. */
export function useArticles(ids: readonly string[], first: number, last: number): ReadonlyMap<string, Article> {
  const from = Math.max(0, Math.floor(first / chunk) * chunk - chunk)
  const to = Math.ceil((last + 1) / chunk) * chunk + chunk
  const wanted = ids.slice(from, to)
  const found = useQuery(() => articlesByIds(wanted), wanted, { keep: true })
  const [kept, setKept] = useState<{ readonly of: typeof found; readonly byId: ReadonlyMap<string, Article> }>({
    of: undefined,
    byId: new Map(),
  })
  if (found !== kept.of) {
    const byId = new Map((found ?? []).flatMap((article) => (article ? [[article.id, article] as const] : [])))
    // Those around the screen a moment ago are still shown while the new ones come.
    for (const [id, article] of kept.byId) if (!byId.has(id) && byId.size < 6 * chunk) byId.set(id, article)
    setKept({ of: found, byId })
    return byId
  }
  return kept.byId
}
