import { failureWords, type Failure } from '../../preload/failure.ts'
import { runCommand } from '../app/commands.ts'
import { focusList } from '../app/searchField.ts'
import { typeQuery } from '../app/selection.ts'
import { Button } from '../ui/Button.tsx'
import { impossible } from './impossible.ts'
import { NothingListed } from './NothingListed.tsx'
import { spelled } from './spelled.ts'
import type { Spelling } from './useSearch.ts'
import { useNarrowest } from './useNarrowest.ts'
import { words } from './words.ts'

type Props = { query: string; failure?: Failure; nearest?: readonly Spelling[] | undefined }

/** Never an empty list without a reason and a way out. */
export function EmptySearch({ query, failure, nearest = [] }: Props) {
  const narrowest = useNarrowest(failure ? '' : query)
  // Read again here: the search worker does not know which language is spoken.
  const isUnreadable = failure?.code === 'bad-query'
  const bad = isUnreadable ? impossible(query) : undefined
  const meant = bad?.instead === undefined ? undefined : query.slice(0, bad.start) + bad.instead + query.slice(bad.end)
  return (
    <NothingListed
      icon="search"
      title={!failure ? words.narrowed : isUnreadable ? words.searchFailed : words.searchStopped}
      text={failure && (bad?.message ?? failureWords(failure))}
      isStatus
    >
      {nearest.length > 0 && (
        <p>
          {words.didYouMean}{' '}
          {nearest.map(({ typed, meant: [word = ''] }) => (
            <button key={typed} type="button" className="list-link" onClick={() => ask(spelled(query, typed, word))}>
              {word}
            </button>
          ))}
        </p>
      )}
      <div className="list-empty-ways">
        {bad && meant !== undefined && <Button onClick={() => ask(meant)}>{words.instead(bad.instead ?? '')}</Button>}
        {narrowest && (
          <Button onClick={() => ask(narrowest.rest)}>
            <span className="list-empty-term">{words.without(narrowest.left)}</span>
            {narrowest.count !== undefined && (
              <span className="list-empty-count">{words.articles(narrowest.count)}</span>
            )}
          </Button>
        )}
        {isUnreadable && <Button onClick={() => runCommand('search.help')}>{words.searchHelp}</Button>}
        <Button kind="quiet" onClick={() => ask('')}>
          {words.clear}
        </Button>
      </div>
    </NothingListed>
  )
}

/** The button pressed goes with the words it stands in. */
function ask(query: string) {
  typeQuery(query)
  focusList()
}
