import { useEffect, useState } from 'react'
import { listedByIndex } from '../app/searchClient.ts'
import type { Sort } from '../library/articles.ts'
import { listOf, type View } from '../library/lists.ts'
import { watchIds, type Listed } from '../library/watchIds.ts'

export type ListedView = {
  /** Of the view and its order. */
  readonly key: string
  readonly view: View
  readonly list: Listed
}

/** The ids of a view as they stand now. `before`: of the view before, until the first page of this one is known. */
export function useIds(view: View, sort: Sort): { now?: ListedView; before?: ListedView } {
  const key = `${sort} ${listOf(view)}`
  const [answer, setAnswer] = useState<ListedView>()
  useEffect(
    () =>
      watchIds(
        view,
        sort,
        (list) => setAnswer({ key, view, list }),
        (signal) => listedByIndex(view, signal),
      ),
    [view, sort, key],
  )
  if (!answer) return {}
  return answer.key === key ? { now: answer } : { before: answer }
}
