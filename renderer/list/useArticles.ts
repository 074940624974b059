// The articles of the rows on the screen. One question at a time, always for what is on the screen now: whoever flings the list past
// ten thousand rows waits for those where it stops, and not for all that went by.
import { useEffect, useState } from 'react'
import type { Article } from '../../preload/article.ts'
import { articlesByIds } from '../library/articles.ts'
import { onLibraryChanged } from '../library/changes.ts'

/** Rows read ahead on both sides, when fewer than `least` of them are there already. */
const ahead = 40
const least = 20
/** Kept at most: what was on the screen a moment ago is shown at once. */
const mostKept = 300

export type ReadRows = {
  readonly articles: ReadonlyMap<string, Article>
  /** The screen of rows that was last read whole: it stands until another one is. */
  readonly whole: Span
}
/** Places in the list, both included. */
export type Span = { readonly from: number; readonly to: number }

/** `first`: articles that were read with the list. What was read before stands until it is read again. */
export function useArticles(ids: readonly string[], { from, to }: Span, first: readonly Article[]): ReadRows {
  const [loader] = useState(() => createLoader(first))
  const [rows, setRows] = useState(loader.rows)
  useEffect(() => loader.start(setRows), [loader])
  useEffect(() => loader.want(ids, { from: Math.max(0, from), to }), [loader, ids, from, to])
  useEffect(() => onLibraryChanged(loader.changed), [loader])
  return rows
}

function createLoader(first: readonly Article[]) {
  let rows: ReadRows = {
    articles: new Map(first.map((article) => [article.id, article])),
    whole: { from: 0, to: -1 },
  }
  let show: (rows: ReadRows) => void = () => undefined
  const stale = new Set<string>()
  const lost = new Set<string>()
  let ids: readonly string[] = []
  let screen = rows.whole
  let isReading = false

  const isDue = (id: string) => (!rows.articles.has(id) || stale.has(id)) && !lost.has(id)
  const due = ({ from, to }: Span, around: number) =>
    ids.slice(Math.max(0, from - around), to + 1 + around).filter(isDue)
  const next = () => {
    const now = due(screen, 0)
    return now.length > 0 ? now : due(screen, least).length > 0 ? due(screen, ahead) : []
  }
  async function read() {
    if (isReading) return
    isReading = true
    try {
      for (let asked = next(); asked.length > 0; asked = next()) {
        const span = screen
        for (const id of asked) stale.delete(id)
        const found = await articlesByIds(asked)
        // Gone in the meantime: the list is about to say so too.
        for (const [at, id] of asked.entries()) if (!found[at]) lost.add(id)
        take(
          found.filter((article) => article !== undefined),
          span,
        )
      }
    } catch (error) {
      // The connection is gone; the library opens it again or says so itself.
      console.error('Rows could not be read.', error)
    }
    isReading = false
  }
  function take(found: readonly Article[], span: Span) {
    const news = new Map(found.map((article) => [article.id, article]))
    const old = [...rows.articles].filter(([id]) => !news.has(id)).slice(-mostKept)
    const articles = new Map([...old, ...news])
    const isWhole = ids.slice(span.from, span.to + 1).every((id) => articles.has(id))
    rows = { articles, whole: isWhole ? span : rows.whole }
    show(rows)
  }
  return {
    rows,
    start(onRead: (rows: ReadRows) => void) {
      show = onRead
    },
    want(all: readonly string[], span: Span) {
      if (ids !== all) lost.clear()
      ids = all
      screen = span
      void read()
    },
    changed(some: readonly string[]) {
      for (const id of some) if (rows.articles.has(id)) stale.add(id)
      void read()
    },
  }
}
