import { appSettings } from '../app/appSettings.ts'
import { runCommand, shortcutOf } from '../app/commands.ts'
import { areRowsInTrash, chooseNone, isSearching, selection } from '../app/selection.ts'
import { sorts } from '../library/articles.ts'
import type { View } from '../library/lists.ts'
import { orders, type OrderName } from '../search/operators.ts'
import { orderIn } from '../search/searchOrder.ts'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useStore } from '../ui/useStore.ts'
import { ChosenActs } from './ChosenActs.tsx'
import { OrderMenu } from './OrderMenu.tsx'
import type { Also } from './useSearch.ts'
import { viewName, words } from './words.ts'

type Props = {
  total: number
  isKnown: boolean
  also: Also | undefined
  tookMs: number | undefined
  /** A search that cannot be read is none to keep. */
  isReadable: boolean
}

/** How many, how long it took, in which order. */
export function ListMeta({ total, isKnown, also, tookMs, isReadable }: Props) {
  const chosen = useStore(selection, (now) => now.chosen.size)
  const searching = useStore(selection, isSearching)
  const view = useStore(selection, (now) => now.view)
  // Of an empty view the words below say that it is empty.
  const hasCount = searching || total > 0
  const areTrashed = useStore(selection, (now) => areRowsInTrash(now, now.chosen))
  return (
    <div className="list-meta">
      {chosen > 0 ? (
        <button type="button" className="list-order" onClick={chooseNone}>
          {words.chosen(chosen)}
          <Icon name="close" size={12} />
        </button>
      ) : (
        <span aria-live="polite">
          {!searching && <span className="list-view">{viewName(view)}</span>}
          {isKnown && (also?.at === 0 ? <Otherwise also={also} /> : hasCount && words.articles(total))}
        </span>
      )}
      {chosen > 0 ? (
        <ChosenActs areTrashed={areTrashed} />
      ) : (
        isReadable && <ListRight view={view} total={total} isKnown={isKnown} tookMs={tookMs} isSearching={searching} />
      )}
    </div>
  )
}

/** Everything listed was found for another spelling. The line over the rows says how many, and for which; here it is said to who does not see it. */
function Otherwise({ also }: { also: Also }) {
  const meant = also.words.flatMap((spelling) => spelling.meant).join(', ')
  return (
    <>
      {words.noneAsTyped}
      <span className="unseen">
        : {words.articlesFor(also.total)} {meant}
      </span>
    </>
  )
}

type Right = {
  view: View
  total: number
  isKnown: boolean
  tookMs: number | undefined
  isSearching: boolean
}

function ListRight({ view, total, isKnown, tookMs, isSearching }: Right) {
  const sort = useStore(appSettings, (now) => now.sort)
  return (
    <span className="list-meta-right">
      {!isSearching && view.kind === 'trash' && total > 0 && (
        <button type="button" className="list-order" onClick={() => runCommand('trash.empty')}>
          {words.emptyTrash}
        </button>
      )}
      {tookMs !== undefined && <span>{words.seconds(tookMs)}</span>}
      {isSearching ? (
        <>
          <IconButton
            label={words.saveSearch}
            shortcut={shortcutOf('search.save')}
            onClick={() => runCommand('search.save')}
          >
            <Icon name="bookmark" size={14} />
          </IconButton>
          <SearchOrder />
        </>
      ) : isKnown && total === 0 ? null : (
        <OrderMenu order={sort} orders={sorts} wordsFor={orderWords} onChoose={(next) => runCommand(`sort.${next}`)} />
      )}
    </span>
  )
}

function SearchOrder() {
  const order = useStore(selection, (now) => orderIn(now.query))
  return (
    <OrderMenu order={order} orders={orders} wordsFor={orderWords} onChoose={(next) => runCommand(`sort.${next}`)} />
  )
}

const orderWords = (order: OrderName) => (order === 'relevance' ? words.relevance : words.sorts[order])
