// How many articles each saved search finds now: asked one after the other, again a moment after the library has changed.
import { useEffect, useState } from 'react'
import { countOf, whenIndexed } from '../app/searchClient.ts'
import { onLibraryChanged } from '../library/changes.ts'
import type { SavedSearch } from '../library/savedSearches.ts'

/** Captures and acts come in bursts. */
const afterChangeMs = 700

export function useSearchCounts(searches: readonly SavedSearch[]): ReadonlyMap<string, number> {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map())
  const key = JSON.stringify(searches.map(({ query }) => query))
  useEffect(() => {
    const queries = JSON.parse(key) as string[] // written one line above
    let abort = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const askAll = async () => {
      abort.abort()
      const own = (abort = new AbortController())
      const next = new Map<string, number>()
      for (const query of new Set(queries)) {
        const count = await countOf(query, own.signal)
        if (own.signal.aborted) return
        if (count !== undefined) next.set(query, count)
      }
      setCounts(next)
    }
    let isOver = false
    void askAll()
    void whenIndexed().then(() => (isOver ? undefined : askAll()))
    const stop = onLibraryChanged(() => {
      clearTimeout(timer)
      timer = setTimeout(() => void askAll(), afterChangeMs)
    })
    return () => {
      isOver = true
      clearTimeout(timer)
      stop()
      abort.abort()
    }
  }, [key])
  return counts
}
