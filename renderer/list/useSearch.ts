// What the typed query finds: asked again as one types and when the library changes, page by page as one scrolls. Older questions are cancelled.
// While an answer is awaited the one before stands; but not when the search has ended in between.
import { useEffect, useRef, useState } from 'react'
import type { Article } from '../../preload/article.ts'
import type { Failure } from '../../preload/failure.ts'
import { searchClient } from '../app/searchClient.ts'
import { onLibraryChanged } from '../library/changes.ts'
import type { SearchAnswer, Spelling } from '../search/client.ts'

export type Found = {
  readonly query: string
  readonly total: number
  readonly tookMs: number
  /** Of what matches, then of what other spellings find. */
  readonly ids: readonly string[]
  /** Of the first of them, as they came with the answer; none when the library has changed since it was asked. */
  readonly articles: readonly Article[]
  readonly also?: Also
  /** What was not found may have been meant so. */
  readonly nearest?: readonly Spelling[]
  readonly snippets: ReadonlyMap<string, string>
  readonly trashed: ReadonlySet<string>
  /** The same array as long as it holds the same: what is marked by it is not marked again. */
  readonly marks: readonly string[]
}

/** What was found for another spelling: from row `at` on. There may be more of them than are shown. */
export type Also = { readonly at: number; readonly total: number; readonly words: readonly Spelling[] }
export type { Spelling } from '../search/client.ts'

export type Search = { readonly found?: Found | undefined; readonly failure?: Failure | undefined; more(): void }

/** Two screens and some. */
const pageSize = 24
/** Of a mistyped word that may have been meant for several. */
const shownSpellings = 3
/** Captures come in bursts; a result list that jumps at each would be worse than one that is a moment old. */
const afterChangeMs = 400

type Answered = Omit<Search, 'more'>
const unanswered: Answered = {}

/** `query`: '' when nothing is searched for. */
export function useSearch(query: string): Search {
  const [state, setState] = useState(unanswered)
  const [limit, setLimit] = useState({ query, count: pageSize })
  const [change, setChange] = useState(0)
  const wanted = limit.query === query ? limit.count : pageSize
  const isAsking = useRef(false)
  const changes = useRef(0)
  if (query === '' && state !== unanswered) setState(unanswered)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = onLibraryChanged(() => {
      changes.current += 1
      clearTimeout(timer)
      timer = setTimeout(() => setChange((n) => n + 1), afterChangeMs)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])

  useEffect(() => {
    if (query === '') return
    const abort = new AbortController()
    isAsking.current = true
    const changesBefore = changes.current
    void (async () => {
      const articles = wanted === pageSize
      const answer = await searchClient().search(query, { limit: wanted, offset: 0, articles, signal: abort.signal })
      if (abort.signal.aborted) return
      isAsking.current = false
      setState(({ found }) =>
        answer.ok
          ? { found: foundOf(query, answer.value, changes.current === changesBefore, found?.marks) }
          : { failure: answer.failure },
      )
    })()
    return () => abort.abort()
  }, [query, wanted, change])

  return {
    ...state,
    more: () => {
      const { found } = state
      // What another spelling has found stands below all that was found as it is typed.
      if (isAsking.current || !found || (found.also?.at ?? found.ids.length) >= found.total) return
      setLimit({ query, count: wanted * 2 })
    },
  }
}

function foundOf(
  query: string,
  { total, tookMs, hits, articles, trashed, marks, also, nearest }: SearchAnswer,
  areArticlesNew: boolean,
  marksBefore: readonly string[] = [],
): Found {
  const all = [...hits, ...(also?.hits ?? [])]
  const allMarks = [...marks, ...(also?.marks ?? [])]
  const areSame = allMarks.length === marksBefore.length && allMarks.every((mark, at) => mark === marksBefore[at])
  return {
    query,
    total,
    tookMs,
    ids: all.map((hit) => hit.id),
    articles: areArticlesNew ? articles : [],
    snippets: new Map(all.map((hit) => [hit.id, hit.snippet])),
    trashed: new Set(trashed),
    marks: areSame ? marksBefore : allMarks,
    ...(also ? { also: { at: hits.length, total: also.total, words: fewOf(also.words) } } : {}),
    ...(nearest ? { nearest: fewOf(nearest) } : {}),
  }
}

function fewOf(spellings: readonly Spelling[]): readonly Spelling[] {
  return spellings.map(({ typed, meant }) => ({ typed, meant: meant.slice(0, shownSpellings) }))
}
