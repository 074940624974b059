// The rows, of which only those on the screen exist. A grid: the focus is on the grid itself, which names the row under the cursor.
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type DragEvent, type MouseEvent } from 'react'
import type { Article } from '../../preload/article.ts'
import type { CaptureJob } from '../../preload/capture.ts'
import type { Settings } from '../../preload/contract.ts'
import { isMac } from '../ui/keyWords.ts'
import { ScrollThumb } from '../ui/ScrollThumb.tsx'
import { useStore } from '../ui/useStore.ts'
import { listId } from '../app/searchField.ts'
import { chooseTo, openArticle, selection, toggleChosen } from '../app/selection.ts'
import { ArticleRow } from './ArticleRow.tsx'
import { CaptureRow } from './CaptureRow.tsx'
import { startArticleDrag } from './drag.ts'
import { useArticles } from './useArticles.ts'

type Props = {
  name: string
  ids: readonly string[]
  total: number
  jobs: readonly CaptureJob[]
  snippets: ReadonlyMap<string, string> | undefined
  density: Settings['density']
  onNearEnd: () => void
}

const heights = { comfortable: 146, compact: 60 } as const
const overscan = 6

export function Rows({ name, ids, total, jobs, snippets, density, onNearEnd }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const count = jobs.length + ids.length
  const height = heights[density]
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => jobs[index]?.id ?? ids[index - jobs.length] ?? index,
    overscan,
  })
  useEffect(() => rows.measure(), [rows, height])

  const items = rows.getVirtualItems()
  const first = (items[0]?.index ?? 0) - jobs.length
  const last = (items.at(-1)?.index ?? 0) - jobs.length
  const articles = useArticles(ids, first, last)
  useEffect(() => {
    if (last > ids.length - 2 * overscan) onNearEnd()
  }, [last, ids.length, onNearEnd])

  const cursor = useStore(selection, (now) => now.cursor)
  const open = useStore(selection, (now) => now.open)
  const chosen = useStore(selection, (now) => now.chosen)
  const cursorIndex = cursor === undefined ? -1 : ids.indexOf(cursor)
  const lastCursor = useRef<string>(undefined)
  useEffect(() => {
    if (cursor === lastCursor.current) return
    lastCursor.current = cursor
    if (cursorIndex >= 0) rows.scrollToIndex(cursorIndex + jobs.length, { align: 'auto' })
  }, [cursor, cursorIndex, jobs.length, rows])

  const press = (id: string) => (event: MouseEvent) => {
    if (isMac ? event.metaKey : event.ctrlKey) toggleChosen(id)
    else if (event.shiftKey) chooseTo(id)
    else openArticle(id)
  }
  const dragStart = (article: Article) => (event: DragEvent) => {
    startArticleDrag(event, chosen.has(article.id) ? [...chosen] : [article.id], article.url)
  }
  const rowId = (id: string) => `row-${id}`
  const isDrawn = items.some((item) => item.index === cursorIndex + jobs.length)

  return (
    <div className="scroll-host">
      <div
        id={listId}
        ref={scroller}
        className="list-rows scrolls"
        role="grid"
        aria-label={name}
        aria-rowcount={total + jobs.length}
        aria-multiselectable
        {...(cursor !== undefined && cursorIndex >= 0 && isDrawn ? { 'aria-activedescendant': rowId(cursor) } : {})}
        tabIndex={0}
      >
        <div role="rowgroup" className="list-all" style={{ height: rows.getTotalSize() }}>
          {items.map((item) => {
            const job = jobs[item.index]
            const id = ids[item.index - jobs.length]
            const article = id === undefined ? undefined : articles.get(id)
            const place = { height, transform: `translateY(${item.start}px)` }
            return (
              <div
                key={item.key}
                id={job ? `capture-${job.id}` : id && rowId(id)}
                className="list-place"
                role="row"
                aria-rowindex={item.index + 1}
                {...(job || id === undefined
                  ? {}
                  : { 'aria-selected': chosen.size > 0 ? chosen.has(id) : id === open })}
                style={place}
              >
                <div role="gridcell" className="list-cell">
                  {job ? (
                    <CaptureRow job={job} isCompact={density === 'compact'} />
                  ) : article ? (
                    <ArticleRow
                      article={article}
                      snippet={snippets?.get(article.id)}
                      isCompact={density === 'compact'}
                      state={stateOf(article.id, cursor, open, chosen)}
                      onPress={press(article.id)}
                      onDragStart={dragStart(article)}
                    />
                  ) : (
                    <div className="row-blank" />
                  )}
                </div>
              </div>
            )
          })}
        </div>
      </div>
      <ScrollThumb scroller={scroller} content={count} />
    </div>
  )
}

function stateOf(id: string, cursor: string | undefined, open: string | undefined, chosen: ReadonlySet<string>) {
  return { isAtCursor: id === cursor, isOpen: id === open, isChosen: chosen.has(id) }
}
