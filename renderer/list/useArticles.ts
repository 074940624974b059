// The articles of the rows on the screen. One question at a time, always for what is on the screen now: whoever flings the list past
// ten thousand rows waits for those where it stops, and not for all that went by.
import { useEffect, useState } from 'react'
import type { Article } from '../../preload/article.ts'
import { articlesByIds } from '../library/articles.ts'
import { onLibraryChanged } from '../library/changes.ts'

/** Read ahead on both sides when nothing else is to be read. */
const ahead = 24
/** Kept at most: what was on the screen a moment ago is shown at once. */
const mostKept = 300

/** What was read before stands until it is read again. */
export function useArticles(ids: readonly string[], first: number, last: number): ReadonlyMap<string, Article> {
  const [articles, setArticles] = useState<ReadonlyMap<string, Article>>(new Map())
  const [loader] = useState(() => createLoader(setArticles))
  useEffect(() => loader.want(ids, Math.max(0, first), last), [loader, ids, first, last])
  useEffect(() => onLibraryChanged(loader.changed), [loader])
  return articles
}

function createLoader(show: (articles: ReadonlyMap<string, Article>) => void) {
  let known: ReadonlyMap<string, Article> = new Map()
  const stale = new Set<string>()
  let wanted: readonly string[] = []
  let around: readonly string[] = []
  let isReading = false

  const isDue = (id: string) => !known.has(id) || stale.has(id)
  async function read() {
    if (isReading) return
    isReading = true
    try {
      for (;;) {
        const now = wanted.filter(isDue)
        const next = now.length > 0 ? now : around.filter(isDue)
        if (next.length === 0) break
        for (const id of next) stale.delete(id)
        take(next, await articlesByIds(next))
      }
    } catch (error) {
      // The connection is gone; the library opens it again or says so itself.
      console.error('Rows could not be read.', error)
    }
    isReading = false
  }
  function take(asked: readonly string[], found: readonly (Article | undefined)[]) {
    const news = new Map(asked.flatMap((id, index) => (found[index] ? [[id, found[index]] as const] : [])))
    const old = [...known].filter(([id]) => !asked.includes(id)).slice(-mostKept)
    known = new Map([...old, ...news])
    const lost = asked.filter((id) => !news.has(id))
    // Gone in the meantime: the list is about to say so too.
    wanted = wanted.filter((id) => !lost.includes(id))
    around = around.filter((id) => !lost.includes(id))
    show(known)
  }
  return {
    want(ids: readonly string[], first: number, last: number) {
      wanted = ids.slice(first, last + 1)
      around = ids.slice(Math.max(0, first - ahead), last + 1 + ahead)
      void read()
    },
    changed(ids: readonly string[]) {
      for (const id of ids) if (known.has(id)) stale.add(id)
      void read()
    },
  }
}
