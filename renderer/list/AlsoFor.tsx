import { focusList } from '../app/searchField.ts'
import { selection, typeQuery } from '../app/selection.ts'
import { spelled } from './spelled.ts'
import type { Also } from './useSearch.ts'
import { words } from './words.ts'

/** Over what another spelling has found: which, and the way to search for that alone. Where nothing else was found, how many as well. */
export function AlsoFor({ also: { at, total, words: spellings } }: { also: Also }) {
  return (
    <div role="gridcell" className="list-also-cell">
      {at > 0 ? words.alsoFor : words.articlesFor(total)}
      {spellings.flatMap(({ typed, meant }) =>
        meant.map((word) => (
          <button
            key={`${typed}:${word}`}
            type="button"
            className="list-link"
            onClick={() => {
              typeQuery(spelled(selection.get().query, typed, word))
              // It goes when its way is taken.
              focusList()
            }}
          >
            {word}
          </button>
        )),
      )}
    </div>
  )
}
