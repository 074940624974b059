import { useEffect, useState } from 'react'
import type { Sort } from '../library/articles.ts'
import { listOf, type View } from '../library/lists.ts'
import { watchIds, type Listed } from '../library/watchIds.ts'

/** The ids of a view as they stand now; undefined until its first page is known. */
export function useIds(view: View, sort: Sort): Listed | undefined {
  const key = `${sort} ${listOf(view)}`
  const [answer, setAnswer] = useState<{ readonly key: string; readonly list: Listed }>()
  useEffect(() => watchIds(view, sort, (list) => setAnswer({ key, list })), [view, sort, key])
  return answer?.key === key ? answer.list : undefined
}
