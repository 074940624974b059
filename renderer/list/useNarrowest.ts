// Which term of a search that found nothing is to be left out: the one without which most is found.
import { useEffect, useState } from 'react'
import { countOf } from '../app/searchClient.ts'
import { narrower, type Narrower } from './narrower.ts'

export type Narrowest = Narrower & {
  /** Undefined until it was asked. */
  readonly count?: number
}

export function useNarrowest(query: string): Narrowest | undefined {
  const [best, setBest] = useState<{ readonly query: string; readonly narrowest: Narrowest }>()
  useEffect(() => {
    const abort = new AbortController()
    void (async () => {
      let narrowest: Narrowest | undefined
      for (const each of narrower(query)) {
        const count = await countOf(each.rest, abort.signal)
        if (abort.signal.aborted) return
        if (count !== undefined && count > (narrowest?.count ?? 0)) narrowest = { ...each, count }
      }
      if (narrowest) setBest({ query, narrowest })
    })()
    return () => abort.abort()
  }, [query])
  return best?.query === query ? best.narrowest : narrower(query)[0]
}
