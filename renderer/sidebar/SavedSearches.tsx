import type { MouseEvent } from 'react'
import { tell } from '../app/acts.ts'
import { showMenu } from '../app/contextMenu.ts'
import { openLayer } from '../app/layers.ts'
import { isSearching, selection, showList, typeQuery } from '../app/selection.ts'
import { focusList } from '../app/searchField.ts'
import { useQuery } from '../app/useQuery.ts'
import { moveSearch, removeSearch, savedSearches, type SavedSearch } from '../library/savedSearches.ts'
import { useStore } from '../ui/useStore.ts'
import { SidebarItem } from './SidebarItem.tsx'
import { useSearchCounts } from './useSearchCounts.ts'
import { words } from './words.ts'

const none: readonly SavedSearch[] = []

export function SavedSearches() {
  const searches = useQuery(savedSearches, []) ?? none
  const counts = useSearchCounts(searches)
  const query = useStore(selection, (now) => (isSearching(now) ? now.query : undefined))
  if (searches.length === 0) return null
  const menu = (search: SavedSearch, index: number) => (event: MouseEvent) =>
    void showMenu(event, [
      { words: words.show, run: () => show(search) },
      { words: words.renameDots, run: () => openLayer({ kind: 'searchName', search }) },
      'line',
      { words: words.moveUp, isOff: index === 0, run: () => tell(moveSearch(search.id, -1), { isQuiet: true }) },
      {
        words: words.moveDown,
        isOff: index === searches.length - 1,
        run: () => tell(moveSearch(search.id, 1), { isQuiet: true }),
      },
      'line',
      { words: words.removeSearch, run: () => tell(removeSearch(search.id)) },
    ])
  return (
    <section className="sidebar-section">
      <h2 className="sidebar-heading" id="sidebar-searches">
        {words.savedSearches}
      </h2>
      <ul aria-labelledby="sidebar-searches">
        {searches.map((search, index) => (
          <SidebarItem
            key={search.id}
            icon="search"
            name={search.name}
            count={counts.get(search.query)}
            isHere={query === search.query}
            onOpen={() => show(search)}
            onMenu={menu(search, index)}
          />
        ))}
      </ul>
    </section>
  )
}

function show(search: SavedSearch) {
  typeQuery(search.query)
  showList()
  focusList()
}
