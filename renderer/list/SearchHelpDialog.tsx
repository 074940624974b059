import { closeLayer } from '../app/layers.ts'
import { showList, typeQuery } from '../app/selection.ts'
import { focusSearch } from '../app/searchField.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { searchHelp, words } from './words.ts'

/** All that the search field understands; an example pressed is an example tried. */
export function SearchHelpDialog() {
  const attempt = (query: string) => {
    closeLayer('searchHelp')
    typeQuery(query)
    showList()
    focusSearch()
  }
  return (
    <Dialog title={words.searchHelp} width="full" onClose={() => closeLayer('searchHelp')}>
      <div className="dialog-body search-help" tabIndex={0}>
        <dl>
          {searchHelp.map(({ write, finds }) => (
            <div key={write}>
              <dt>
                <button type="button" onClick={() => attempt(write)}>
                  {write}
                </button>
              </dt>
              <dd>{finds}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  )
}
