// The middle pane: the search field, what it or the view lists, and what is being saved.
import { useEffect } from 'react'
import { appSettings } from '../app/appSettings.ts'
import { captures } from '../app/captures.ts'
import { runCommand } from '../app/commands.ts'
import { panes } from '../app/panes.ts'
import { isSearching, selection, setFound, setRows } from '../app/selection.ts'
import { listOf } from '../library/lists.ts'
import { Begin } from '../reader/Begin.tsx'
import { HighlightsList } from '../reader/collection/HighlightsList.tsx'
import { useFirstStart } from '../reader/useFirstStart.ts'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useLater } from '../ui/useLater.ts'
import { useStore } from '../ui/useStore.ts'
import { commandWords } from '../app/words.ts'
import { Activity } from './Activity.tsx'
import { EmptySearch } from './EmptySearch.tsx'
import { EmptyView } from './EmptyView.tsx'
import { FacetRow } from './FacetRow.tsx'
import { ListMeta } from './ListMeta.tsx'
import { Rows } from './Rows.tsx'
import { SearchField } from './SearchField.tsx'
import { Skeleton } from './Skeleton.tsx'
import { useIds } from './useIds.ts'
import { useSearch } from './useSearch.ts'
import { viewName, words } from './words.ts'
import './List.css'

const nothing: readonly never[] = []
const nothingMore = () => undefined
/** Sooner than this, nothing shows that one waits. */
const patienceMs = 120

export function List() {
  const view = useStore(selection, (now) => now.view)
  const sort = useStore(appSettings, (now) => now.sort)
  const query = useStore(selection, (now) => (isSearching(now) ? now.query : ''))
  const density = useStore(appSettings, (now) => now.density)
  const jobs = useStore(captures, (now) => now.jobs)
  const width = useStore(panes, (now) => now.width)
  const isSidebarHidden = useStore(appSettings, (now) => now.sidebarHidden)

  const searching = query !== ''
  const search = useSearch(query)
  const { now, before } = useIds(view, sort)
  const listed = now?.list
  const ids = searching ? search.found?.ids : listed?.ids
  // A search is answered page by page; of a view the rest is on its way.
  const isWhole = searching || (listed !== undefined && listed.ids.length >= listed.total)
  useEffect(() => setRows(ids, isWhole), [ids, isWhole])
  useEffect(() => setFound(search.found), [search.found])

  const isLate = useLater(ids === undefined && !search.failure, patienceMs)
  const total = searching ? (search.found?.total ?? 0) : (listed?.total ?? 0)
  // What was listed stands until this is known, and until a search has its first answer: a pane that goes blank in between costs a frame, and flickers.
  const last = before ?? (searching ? now : undefined)
  const isPassing =
    ids === undefined &&
    !search.failure &&
    !isLate &&
    last !== undefined &&
    last.list.total > 0 &&
    last.view.kind !== 'highlights'
  const shown = isPassing ? last : now
  const shownView = isPassing ? last.view : view
  const isFound = searching && !isPassing
  const shownJobs = !isFound && (shownView.kind === 'inbox' || shownView.kind === 'all') ? jobs : nothing
  const isEmpty = ids !== undefined && ids.length === 0 && shownJobs.length === 0
  const isCollection = view.kind === 'highlights' && !searching
  const name = searching ? words.results : viewName(view)

  return (
    <section className="list" aria-label={name} data-pane="list">
      <h2 className="unseen">{name}</h2>
      <div className="list-head">
        {(width === 'narrow' || isSidebarHidden) && (
          <IconButton label={commandWords['sidebar.toggle']} shortcut="[" onClick={() => runCommand('sidebar.toggle')}>
            <Icon name="sidebar" />
          </IconButton>
        )}
        <SearchField />
      </div>
      {isCollection ? (
        <HighlightsList />
      ) : (
        <>
          <ListMeta
            total={total}
            isKnown={ids !== undefined}
            also={searching ? search.found?.also : undefined}
            tookMs={searching ? search.found?.tookMs : undefined}
            isReadable={!searching || !search.failure}
          />
          {searching && !search.failure && (
            <FacetRow query={query} total={search.found?.query === query ? search.found.total : undefined} />
          )}
          {search.failure && searching ? (
            <EmptySearch query={query} failure={search.failure} />
          ) : isEmpty ? (
            searching ? (
              <EmptySearch query={query} nearest={search.found?.nearest} />
            ) : (
              <EmptyView view={view} />
            )
          ) : ids === undefined && !isPassing && shownJobs.length === 0 ? (
            isLate && <Skeleton density={density} />
          ) : (
            <Rows
              key={isFound ? 'search' : (shown?.key ?? listOf(view))}
              list={isFound ? `search ${search.found?.query ?? ''}` : (shown?.key ?? listOf(view))}
              view={isFound ? undefined : listOf(shownView)}
              name={isFound ? words.results : viewName(shownView)}
              ids={(isFound ? ids : shown?.list.ids) ?? nothing}
              articles={(isFound ? search.found?.articles : shown?.list.rows) ?? nothing}
              total={isFound ? total : (shown?.list.total ?? 0)}
              jobs={shownJobs}
              isListed={isFound || shown !== undefined}
              snippets={isFound ? search.found?.snippets : undefined}
              marks={isFound ? search.found?.marks : undefined}
              also={isFound ? search.found?.also : undefined}
              density={density}
              onNearEnd={isFound ? search.more : (shown?.list.hurry ?? nothingMore)}
            />
          )}
          {width !== 'wide' && !searching && !isEmpty && <WaysToBegin />}
        </>
      )}
      <Activity />
    </section>
  )
}

/** Where the reader does not stand beside the list, the list has them; the welcome article is in it. */
function WaysToBegin() {
  return useFirstStart()?.isFirst && <Begin welcome={undefined} />
}
