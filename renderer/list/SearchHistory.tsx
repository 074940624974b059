import { Icon } from '../ui/Icon.tsx'
import { historyId, historyOptionId } from './useSearchHistory.ts'
import { words } from './words.ts'
import '../ui/Menu.css'
import './SearchHistory.css'

type Props = {
  searches: readonly string[]
  /** The one that Enter takes; as many as there are searches is the way to forget them all. */
  at: number
  onTake: (at: number) => void
  onForget: (at: number) => void
}

/** What was searched for before, under the empty field. The focus stays in the field. */
export function SearchHistory({ searches, at, onTake, onForget }: Props) {
  return (
    <div
      id={historyId}
      className="menu search-history"
      role="listbox"
      aria-label={words.earlierSearches}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
    >
      {searches.map((search, index) => (
        <div
          key={search}
          id={historyOptionId(index)}
          className="menu-item search-before"
          role="option"
          aria-selected={index === at}
          data-highlighted={index === at || undefined}
          onClick={() => onTake(index)}
        >
          <Icon name="later" />
          <span className="search-before-words" dir="auto">
            {search}
          </span>
          {/* For the pointer; an option holds no control of its own, and Delete does the same. */}
          <span
            className="search-before-forget"
            aria-hidden="true"
            title={words.forgetSearch(search)}
            onClick={(event) => {
              event.stopPropagation()
              onForget(index)
            }}
          >
            <Icon name="close" size={12} />
          </span>
        </div>
      ))}
      <div className="menu-line" role="presentation" />
      <div
        id={historyOptionId(searches.length)}
        className="menu-item search-forget"
        role="option"
        aria-selected={at === searches.length}
        data-highlighted={at === searches.length || undefined}
        onClick={() => onTake(searches.length)}
      >
        {words.forgetSearches}
      </div>
    </div>
  )
}
