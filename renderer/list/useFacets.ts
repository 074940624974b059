// How what a search finds is spread, asked for once its answer is there and nothing more is typed: it must not keep an answer waiting.
import { useEffect, useState } from 'react'
import { searchClient } from '../app/searchClient.ts'
import type { Facets } from '../search/client.ts'

const afterAnswerMs = 90
const most = 6

/** Of the latest answer: they stay until the next, so that nothing jumps as one types. Of one that cannot be narrowed there are none. */
export type HeldFacets = { readonly total: number; readonly facets: Facets }

/** `total`: of the answer to this query; undefined until it is there. */
export function useFacets(query: string, total: number | undefined): HeldFacets | undefined {
  const [held, setHeld] = useState<HeldFacets>()
  if (total !== undefined && total < 2 && held) setHeld(undefined)
  useEffect(() => {
    if (total === undefined || total < 2) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      void searchClient()
        .facets(query, { limit: most, signal: abort.signal })
        .then((answer) => (answer.ok ? setHeld({ total, facets: answer.value }) : undefined))
    }, afterAnswerMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [query, total])
  return held
}
