import { useState, type FormEvent } from 'react'
import { tell } from '../app/acts.ts'
import { closeLayer } from '../app/layers.ts'
import { saveSearch, type SavedSearch } from '../library/savedSearches.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { words } from './words.ts'

/** Names a search: a new one (without an id), or one that is kept already. */
export function SearchNameDialog({ search }: { search: Partial<SavedSearch> & Omit<SavedSearch, 'id'> }) {
  const [name, setName] = useState(search.name)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    closeLayer('searchName')
    void tell(saveSearch({ ...search, name: name.trim() }))
  }
  return (
    <Dialog
      title={search.id === undefined ? words.saveSearch : words.renameSearch}
      description={<code className="dialog-code">{search.query}</code>}
      onClose={() => closeLayer('searchName')}
    >
      <form onSubmit={save}>
        <input
          className="dialog-field"
          autoFocus
          value={name}
          maxLength={300}
          aria-label={words.searchName}
          autoComplete="off"
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="dialog-actions">
          <Button kind="quiet" onClick={() => closeLayer('searchName')}>
            {words.cancel}
          </Button>
          <Button kind="primary" type="submit" disabled={name.trim() === ''}>
            {words.keep}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
