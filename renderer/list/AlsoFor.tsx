import { selection, typeQuery } from '../app/selection.ts'
import { spelled } from './spelled.ts'
import type { Spelling } from './useSearch.ts'
import { words } from './words.ts'

/** Over what another spelling has found: which, and the way to search for that alone. */
export function AlsoFor({ words: spellings }: { words: readonly Spelling[] }) {
  return (
    <div role="gridcell" className="list-also-cell">
      {words.alsoFor}
      {spellings.flatMap(({ typed, meant }) =>
        meant.map((word) => (
          <button
            key={`${typed}:${word}`}
            type="button"
            className="list-link"
            onClick={() => typeQuery(spelled(selection.get().query, typed, word))}
          >
            {word}
          </button>
        )),
      )}
    </div>
  )
}
