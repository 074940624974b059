// The articles of the rows on the screen.
import { useEffect, useState } from 'react'
import type { Article } from '../../preload/article.ts'
import { onLibraryChanged } from '../library/changes.ts'
import { createRowReader, type Span } from './rowReader.ts'

export type { Span } from './rowReader.ts'

export type ReadRows = {
  readonly articles: ReadonlyMap<string, Article>
  /** The last screen all of whose rows were known: it stands until another one is. */
  readonly whole: Span
}

/** `first`: articles that were read with the list. What was read before stands until it is read again. */
export function useArticles(ids: readonly string[], { from, to }: Span, first: readonly Article[]): ReadRows {
  const [reader] = useState(() => createRowReader(first))
  const [articles, setArticles] = useState(reader.articles)
  useEffect(() => reader.start(setArticles), [reader])
  useEffect(() => reader.want(ids, { from: Math.max(0, from), to }), [reader, ids, from, to])
  useEffect(() => onLibraryChanged(reader.changed), [reader])
  return { articles, whole: reader.whole() }
}
