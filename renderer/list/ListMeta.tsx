import { DropdownMenu } from 'radix-ui'
import { appSettings } from '../app/appSettings.ts'
import { runCommand } from '../app/commands.ts'
import { chooseNone, isSearching, selection } from '../app/selection.ts'
import { sorts } from '../library/articles.ts'
import type { View } from '../library/lists.ts'
import { Icon } from '../ui/Icon.tsx'
import { useStore } from '../ui/useStore.ts'
import { ChosenActs } from './ChosenActs.tsx'
import { viewName, words } from './words.ts'
import '../ui/Menu.css'

type Props = {
  total: number
  isKnown: boolean
  tookMs: number | undefined
  /** A search that cannot be read is none to keep. */
  isReadable: boolean
}

/** How many, how long it took, in which order. */
export function ListMeta({ total, isKnown, tookMs, isReadable }: Props) {
  const chosen = useStore(selection, (now) => now.chosen.size)
  const searching = useStore(selection, isSearching)
  const view = useStore(selection, (now) => now.view)
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
          {isKnown && words.articles(total)}
        </span>
      )}
      {chosen > 0 ? (
        <ChosenActs isTrash={!searching && view.kind === 'trash'} />
      ) : (
        isReadable && <ListRight view={view} total={total} isKnown={isKnown} tookMs={tookMs} isSearching={searching} />
      )}
    </div>
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
        <button type="button" className="list-order" onClick={() => runCommand('search.save')}>
          <Icon name="bookmark" size={12} />
          {words.saveSearch}
        </button>
      ) : isKnown && total === 0 ? null : (
        <DropdownMenu.Root modal={false}>
          <DropdownMenu.Trigger className="list-order" aria-label={`${words.sort}: ${words.sorts[sort]}`}>
            {words.sorts[sort]}
            <Icon name="chevron" size={12} />
          </DropdownMenu.Trigger>
          <DropdownMenu.Portal>
            <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
              <DropdownMenu.RadioGroup value={sort} onValueChange={(next) => runCommand(`sort.${next}`)}>
                {sorts.map((each) => (
                  <DropdownMenu.RadioItem key={each} value={each} className="menu-item">
                    <span className="menu-mark">{each === sort && <Icon name="check" size={14} />}</span>
                    {words.sorts[each]}
                  </DropdownMenu.RadioItem>
                ))}
              </DropdownMenu.RadioGroup>
            </DropdownMenu.Content>
          </DropdownMenu.Portal>
        </DropdownMenu.Root>
      )}
    </span>
  )
}
