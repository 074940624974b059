import { failureWords, type Failure } from '../../preload/failure.ts'
import { runCommand } from '../app/commands.ts'
import { typeQuery } from '../app/selection.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { narrower } from './narrower.ts'
import { words } from './words.ts'

/** Never an empty list without a reason and a way out. */
export function EmptySearch({ query, failure }: { query: string; failure?: Failure }) {
  const term = narrower(query)
  return (
    <div className="list-empty" role="status">
      <Icon name="search" size={26} />
      <h2>{failure ? words.searchFailed : words.narrowed}</h2>
      {failure && <p>{failureWords(failure)}</p>}
      <div className="list-empty-ways">
        {term && (
          <Button onClick={() => typeQuery(term.rest)}>
            <span className="list-empty-term">{words.without(term.left)}</span>
          </Button>
        )}
        {failure && <Button onClick={() => runCommand('search.help')}>{words.searchHelp}</Button>}
        <Button kind="quiet" onClick={() => typeQuery('')}>
          {words.clear}
        </Button>
      </div>
    </div>
  )
}
