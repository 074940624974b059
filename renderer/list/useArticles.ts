// The articles of the rows on the screen.
import { useEffect, useMemo, useState } from 'react'
import type { Article } from '../../preload/article.ts'
import { onLibraryChanged } from '../library/changes.ts'
import { createRowReader, type Span } from './rowReader.ts'

export type { Span } from './rowReader.ts'

export type ReadRows = {
  readonly articles: ReadonlyMap<string, Article>
  /** The last screen all of whose rows were known: it stands until another one is. */
  readonly whole: Span
}

/** `given`: articles that came with the list. What was read before stands until it is read again. */
export function useArticles(ids: readonly string[], { from, to }: Span, given: readonly Article[]): ReadRows {
  const [reader] = useState(() => createRowReader(given))
  const [read, setRead] = useState(reader.articles)
  useEffect(() => reader.start(setRead), [reader])
  useEffect(() => reader.give(given), [reader, given])
  useEffect(() => reader.want(ids, { from: Math.max(0, from), to }), [reader, ids, from, to])
  useEffect(() => onLibraryChanged(reader.changed), [reader])
  // Those of a new list are drawn with it, and not a moment later.
  const articles = useMemo(
    () => new Map([...given.map((article) => [article.id, article] as const), ...read]),
    [given, read],
  )
  return { articles, whole: reader.whole() }
}
