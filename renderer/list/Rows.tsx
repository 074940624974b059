// The rows, of which only those on the screen exist. A grid: the focus is on the grid itself, which names the row under the cursor.
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type DragEvent, type MouseEvent } from 'react'
import type { Article } from '../../preload/article.ts'
import type { CaptureJob } from '../../preload/capture.ts'
import type { Settings } from '../../preload/contract.ts'
import { apart, finderOf } from '../search/marks.ts'
import { createRowElements } from '../ui/createRowElements.ts'
import { isMac } from '../ui/keyWords.ts'
import { ScrollThumb } from '../ui/ScrollThumb.tsx'
import { useStore } from '../ui/useStore.ts'
import { useVisibleRows } from '../ui/useVisibleRows.ts'
import { jobsInList } from '../app/captures.ts'
import { listId } from '../app/searchField.ts'
import { chooseNone, chooseTo, openArticle, placeIn, selection, toggleChosen } from '../app/selection.ts'
import { AlsoFor } from './AlsoFor.tsx'
import { ArticleRow } from './ArticleRow.tsx'
import { CaptureRow } from './CaptureRow.tsx'
import type { Finder } from './Marked.tsx'
import { startArticleDrag } from './drag.ts'
import { showRowMenu } from './rowMenu.ts'
import { useArticles } from './useArticles.ts'
import { useLinksAbove } from './useLinksAbove.ts'
import { useHeldPlace } from './useHeldPlace.ts'
import { useListFocus } from './useListFocus.ts'
import type { Also } from './useSearch.ts'

type Props = {
  name: string
  /** Which list it is, and of which view; see useHeldPlace.ts. */
  list: string
  view: string | undefined
  ids: readonly string[]
  /** False while nothing but the captures is known. */
  isListed: boolean
  /** Of the first ids, as far as they were read with them. */
  articles: readonly Article[]
  total: number
  jobs: readonly CaptureJob[]
  snippets: ReadonlyMap<string, string> | undefined
  /** Of what is searched for. */
  marks: readonly string[] | undefined
  also: Also | undefined
  density: Settings['density']
  onNearEnd: () => void
}

const heights = { comfortable: 146, compact: 60 } as const
/** So many rows before the end of what is known more is asked for. */
const endRows = 6
/** Of the line over what another spelling has found. */
const labelHeight = 34

export function Rows(props: Props) {
  const {
    name,
    list,
    view,
    ids,
    articles: known,
    total,
    jobs,
    isListed,
    snippets,
    marks,
    also,
    density,
    onNearEnd,
  } = props
  const scroller = useRef<HTMLDivElement>(null)
  useListFocus(scroller)
  // What a search finds is fetched page by page; a view knows its length before its ids.
  const count = jobs.length + (snippets ? ids.length : Math.max(total, ids.length))
  const height = heights[density]
  const alsoAt = also ? jobs.length + also.at : count
  const { wasHere } = useHeldPlace(scroller, { list, jobs, ids }, { height, view })
  const { from, to, first, last, show } = useVisibleRows(scroller, count, height)
  const { articles, whole } = useArticles(ids, { from: from - jobs.length, to: to - jobs.length }, known)
  const isKnown = (index: number) => index < jobs.length || articles.has(ids[index - jobs.length] ?? '')
  // Whoever scrolls faster than rows can be read sees those that were read last, and never nothing.
  const isBehind =
    from >= jobs.length &&
    whole.to >= whole.from &&
    !indexes(from, to).every(isKnown) &&
    whole.from !== from - jobs.length
  const drawn = isBehind
    ? indexes(whole.from + jobs.length, whole.to + jobs.length)
    : // Those out of sight when they are known.
      indexes(first, last).filter((index) => (index >= from && index <= to) || isKnown(index))
  const ahead = isBehind ? from - (drawn[0] ?? from) : 0
  const find = useMemo(() => marks && finderFor(marks), [marks])
  const [elementsFor] = useState(createRowElements)
  const element = elementsFor(drawn)
  const isNearEnd = last - jobs.length > ids.length - 2 * endRows
  useEffect(() => {
    if (isNearEnd) onNearEnd()
  }, [isNearEnd, ids.length, onNearEnd])

  const areJobsSeen = from < jobs.length
  useLayoutEffect(() => {
    jobsInList.change({ areSeen: areJobsSeen })
    return () => jobsInList.change({ areSeen: false })
  }, [areJobsSeen])
  // Not by what stands there until the list is known: that one begins where it was left.
  const isAskedForJobs = useStore(jobsInList, (now) => now.isAsked) && jobs.length > 0 && isListed
  useLayoutEffect(() => {
    if (!isAskedForJobs) return
    show(0)
    jobsInList.change({ isAsked: false })
  })

  const cursor = useStore(selection, (now) => now.cursor)
  const open = useStore(selection, (now) => now.open)
  const chosen = useStore(selection, (now) => now.chosen)
  const cursorIndex = cursor === undefined ? -1 : placeIn(ids, cursor)
  const lastCursor = useRef<string>(undefined)
  useLayoutEffect(() => {
    // Where one comes back to, the cursor may be out of sight.
    if (wasHere.current) lastCursor.current = selection.get().cursor
  }, [wasHere])
  useEffect(() => {
    // Of a long list its row may still be to come.
    if (cursor === lastCursor.current || (cursor !== undefined && cursorIndex < 0)) return
    lastCursor.current = cursor
    // What stands above the first has no cursor to bring it into sight.
    if (cursorIndex === 0) show(0)
    if (cursorIndex >= 0) show(cursorIndex + jobs.length)
  })

  useLinksAbove(scroller, { links: jobs.length, height, isAtFirst: cursorIndex === 0 })

  // Of higher rows fewer have room: the one under the cursor stays in sight where it was.
  const before = useRef({ density, isCursorSeen: false })
  const cursorRow = cursorIndex + jobs.length
  useLayoutEffect(() => {
    if (before.current.density !== density && before.current.isCursorSeen) show(cursorRow)
    before.current = { density, isCursorSeen: cursorIndex >= 0 && from <= cursorRow && cursorRow <= to }
  })

  // The menu key: the focus is on the list, and the row under the cursor is meant.
  const menuOfCursor = (event: MouseEvent) => cursor !== undefined && isDrawn && showRowMenu(event, cursor)
  const rowId = (id: string) => `row-${id}`
  const isDrawn = drawn.includes(cursorRow)

  return (
    <div className="scroll-host">
      <div
        id={listId}
        ref={scroller}
        className="list-rows scrolls"
        role="grid"
        aria-label={name}
        aria-rowcount={jobs.length + (also ? ids.length : total)}
        aria-multiselectable
        {...(cursor !== undefined && cursorIndex >= 0 && isDrawn ? { 'aria-activedescendant': rowId(cursor) } : {})}
        tabIndex={0}
        onContextMenu={menuOfCursor}
      >
        <div role="rowgroup" className="list-all" style={{ height: count * height + (also ? labelHeight : 0) }}>
          {also && (
            <div className="list-also" role="row" style={{ height: labelHeight, top: alsoAt * height }}>
              <AlsoFor also={also} />
            </div>
          )}
          {drawn.map((index) => {
            const job = jobs[index]
            const id = ids[index - jobs.length]
            const article = id === undefined ? undefined : articles.get(id)
            const place = {
              height,
              transform: `translateY(${(index + ahead) * height + (index >= alsoAt ? labelHeight : 0)}px)`,
            }
            return (
              <div
                key={element(index)}
                id={job ? `capture-${job.id}` : id && rowId(id)}
                className="list-place"
                role="row"
                aria-rowindex={index + 1}
                {...(job || id === undefined
                  ? {}
                  : { 'aria-selected': chosen.size > 0 ? chosen.has(id) : id === open })}
                style={place}
              >
                <div role="gridcell" className="list-cell">
                  {job ? (
                    <CaptureRow key={job.id} job={job} isCompact={density === 'compact'} />
                  ) : article ? (
                    <ArticleRow
                      article={article}
                      snippet={snippets?.get(article.id)}
                      find={find}
                      isCompact={density === 'compact'}
                      isAtCursor={article.id === cursor}
                      isOpen={article.id === open}
                      isChosen={chosen.has(article.id)}
                      onPress={press}
                      onDragStart={startDrag}
                      onMenu={showRowMenu}
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

function finderFor(marks: readonly string[]): Finder {
  const find = finderOf(marks)
  return (text) => apart(find(text))
}

function indexes(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

function press(event: MouseEvent, id: string) {
  if (isMac ? event.metaKey : event.ctrlKey) toggleChosen(id)
  else if (event.shiftKey) chooseTo(id)
  else {
    chooseNone()
    openArticle(id)
  }
}

function startDrag(event: DragEvent, { id, url }: Article) {
  const { chosen } = selection.get()
  startArticleDrag(event, chosen.has(id) ? [...chosen] : [id], url)
}
