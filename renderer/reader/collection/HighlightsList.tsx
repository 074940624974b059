// All highlights of the library, newest first, in the place of the list: searched, filtered, taken out as Markdown or annotations.
import { useVirtualizer } from '@tanstack/react-virtual'
import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { highlightColours } from '../../../preload/act.ts'
import { appSettings } from '../../app/appSettings.ts'
import { focusList, listId } from '../../app/searchField.ts'
import { selection } from '../../app/selection.ts'
import { useQuery } from '../../app/useQuery.ts'
import { allHighlights, type HighlightWithArticle } from '../../library/highlights.ts'
import { NothingListed } from '../../list/NothingListed.tsx'
import { siteOf } from '../../list/siteOf.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Picker } from '../../ui/Picker.tsx'
import { removeHighlight } from '../highlights/highlightActs.ts'
import { words as highlightWords } from '../highlights/words.ts'
import { noteCollected, openCollected, showCollectedMenu } from './collectedActs.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { filterHighlights, tagsOf, type HighlightFilter } from './filterHighlights.ts'
import { words } from './words.ts'
import './HighlightsList.css'

const noFilter: HighlightFilter = { words: '', colour: undefined, tag: undefined }
const guessedHeight = 118

export function HighlightsList() {
  const all = useQuery(allHighlights, [])
  const [filter, setFilter] = useState(noFilter)
  const deferred = useDeferredValue(filter)
  const found = useMemo(() => (all ? filterHighlights(all, deferred) : []), [all, deferred])
  const tags = useMemo(() => tagsOf(all ?? []), [all])
  /** Where the one under the cursor has gone, the one that has its place. */
  const [here, setHere] = useState<{ readonly id?: string | undefined; readonly at: number }>({ at: 0 })
  const scroller = useRef<HTMLDivElement>(null)
  const cursor = cursorIn(found, here)
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => guessedHeight,
    getItemKey: (index) => found[index]?.highlight.id ?? index,
    overscan: 6,
  })
  const isThere = all !== undefined
  const isEmpty = found.length === 0
  useEffect(() => {
    // Whoever has asked for it was in the list that this one has taken the place of, or in the sidebar; or where the last has gone.
    const { activeElement } = document
    if (isThere && (activeElement === document.body || activeElement?.closest('.sidebar'))) focusList()
  }, [isThere, isEmpty])
  const from = found[cursor]?.article.id
  useEffect(() => {
    // Commands for an article are for the one that the highlight is of.
    if (from !== undefined) selection.change({ cursor: from, chosen: new Set() })
  }, [from])
  /** All are about to be shown again: the one under the cursor is to be in sight then. */
  const isWidening = useRef(false)
  useEffect(() => {
    if (!isWidening.current || deferred !== noFilter) return
    isWidening.current = false
    if (cursor >= 0) virtual.scrollToIndex(cursor)
  })
  if (!all) return null

  const change = (next: Partial<HighlightFilter>) => {
    setFilter({ ...filter, ...next })
    setHere({ at: 0 })
  }
  const putCursor = (at: number) => setHere({ id: found[at]?.highlight.id, at })
  const showAll = () => {
    isWidening.current = true
    putCursor(cursor)
    setFilter(noFilter)
  }
  const go = (to: number) => {
    const next = Math.max(0, Math.min(found.length - 1, to))
    putCursor(next)
    virtual.scrollToIndex(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / guessedHeight))
    const hasLetters = appSettings.get().singleKeyShortcuts
    const to = {
      ...{ ArrowDown: cursor + 1, ArrowUp: cursor - 1 },
      ...(hasLetters ? { j: cursor + 1, k: cursor - 1 } : {}),
      ...{ PageDown: cursor + page, PageUp: cursor - page, Home: 0, End: found.length },
    }[event.key]
    const chosen = found[cursor]
    if (to !== undefined) go(to)
    else if (event.key === 'Escape' && filter !== noFilter) showAll()
    else if (event.key === 'Enter' && chosen) openCollected(chosen, { focus: true })
    else if (event.key === 'm' && hasLetters && chosen) noteCollected(chosen)
    else if (event.key === 'Delete' && chosen) void removeHighlight(chosen.article.id, chosen.highlight.id)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  if (all.length === 0) {
    return <NothingListed icon="highlights" title={words.none} text={words.noneText} />
  }
  return (
    <>
      <div className="collection-tools">
        <input
          type="search"
          value={filter.words}
          aria-label={words.search}
          placeholder={words.search}
          spellCheck={false}
          onChange={(event) => change({ words: event.target.value })}
          onKeyDown={(event) => {
            // With words in it, Escape takes those away first: the field does that itself.
            const isLeaving = event.key === 'Escape' && filter.words === ''
            if (event.key !== 'ArrowDown' && event.key !== 'Enter' && !isLeaving) return
            event.preventDefault()
            focusList()
          }}
        />
        <div className="collection-filters">
          <div role="group" aria-label={words.anyColour}>
            {highlightColours.map((colour) => (
              <IconButton
                key={colour}
                className="collection-colour"
                data-colour={colour}
                label={words.only(highlightWords.colours[colour])}
                isOn={filter.colour === colour}
                onClick={() => change({ colour: filter.colour === colour ? undefined : colour })}
              >
                <span />
              </IconButton>
            ))}
          </div>
          {tags.length > 0 && (
            <Picker
              aria-label={words.tag}
              value={filter.tag ?? ''}
              onChange={(event) => change({ tag: event.target.value === '' ? undefined : event.target.value })}
            >
              <option value="">{words.anyTag}</option>
              {tags.map((tag) => (
                <option key={tag}>{tag}</option>
              ))}
            </Picker>
          )}
          <div className="collection-found">
            <span className="collection-count" role="status">
              {words.count(found.length, all.length)}
            </span>
            <ExportMenu highlights={found} />
          </div>
        </div>
      </div>
      {found.length === 0 ? (
        <NothingListed icon="highlights" title={words.nothingFound}>
          <div className="list-empty-ways">
            <Button onClick={showAll}>{words.clear}</Button>
          </div>
        </NothingListed>
      ) : (
        <div
          ref={scroller}
          id={listId}
          className="collection"
          role="listbox"
          aria-label={words.list}
          tabIndex={0}
          aria-activedescendant={`collected-${found[cursor]?.highlight.id}`}
          onKeyDown={onKeyDown}
          // The menu key: the focus is on the list, and the one under the cursor is meant.
          onContextMenu={(event) => found[cursor] && showCollectedMenu(event, found[cursor])}
        >
          <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {virtual.getVirtualItems().map(({ index, start, key }) => (
              <Item
                key={key}
                measure={virtual.measureElement}
                index={index}
                count={found.length}
                start={start}
                entry={found[index]!}
                isHere={index === cursor}
                onOpen={() => {
                  putCursor(index)
                  openCollected(found[index]!, { focus: false })
                }}
                onMenu={(event) => {
                  putCursor(index)
                  showCollectedMenu(event, found[index]!)
                }}
              />
            ))}
          </div>
        </div>
      )}
    </>
  )
}

type ItemProps = {
  entry: HighlightWithArticle
  index: number
  count: number
  start: number
  isHere: boolean
  measure: (element: HTMLElement | null) => void
  onOpen: () => void
  onMenu: (event: MouseEvent) => void
}

function Item({ entry: { highlight, article }, index, count, start, isHere, measure, onOpen, onMenu }: ItemProps) {
  return (
    <div
      ref={measure}
      data-index={index}
      id={`collected-${highlight.id}`}
      className="collected"
      role="option"
      aria-selected={isHere}
      aria-posinset={index + 1}
      aria-setsize={count}
      data-colour={highlight.colour}
      style={{ transform: `translateY(${start}px)` }}
      onClick={onOpen}
      onContextMenu={onMenu}
    >
      <span className="unseen">{highlightWords.colours[highlight.colour]}: </span>
      <q dir="auto">{highlight.quote}</q>
      {highlight.note !== undefined && (
        <span className="collected-note" dir="auto">
          {highlight.note}
        </span>
      )}
      <span className="collected-from">
        <bdi>{article.title}</bdi>
        <span className="collected-site">{siteOf(article)}</span>
      </span>
    </div>
  )
}

function cursorIn(found: readonly HighlightWithArticle[], { id, at }: { id?: string | undefined; at: number }): number {
  const there = id === undefined ? -1 : found.findIndex(({ highlight }) => highlight.id === id)
  return there < 0 ? Math.min(at, found.length - 1) : there
}
