import { isSearching, selection, typeQuery } from '../app/selection.ts'
import { useQuery } from '../app/useQuery.ts'
import { savedSearches } from '../library/savedSearches.ts'
import { useStore } from '../ui/useStore.ts'
import { SidebarItem } from './SidebarItem.tsx'
import { words } from './words.ts'

export function SavedSearches() {
  const searches = useQuery(savedSearches, [])
  const query = useStore(selection, (now) => (isSearching(now) ? now.query : undefined))
  if (!searches || searches.length === 0) return null
  return (
    <section className="sidebar-section">
      <h2 className="sidebar-heading" id="sidebar-searches">
        {words.savedSearches}
      </h2>
      <ul aria-labelledby="sidebar-searches">
        {searches.map((search) => (
          <SidebarItem
            key={search.id}
            icon="search"
            name={search.name}
            count={undefined}
            isHere={query === search.query}
            onOpen={() => typeQuery(search.query)}
          />
        ))}
      </ul>
    </section>
  )
}
