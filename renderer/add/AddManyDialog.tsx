import { saveLinksOrAsk } from '../app/captures.ts'
import { closeLayer } from '../app/layers.ts'
import { showView } from '../app/selection.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { words } from './words.ts'

/** Asks before a great many links are fetched. */
export function AddManyDialog({ links }: { links: readonly string[] }) {
  const save = () => {
    closeLayer('addMany')
    showView({ kind: 'inbox' })
    void saveLinksOrAsk(links)
  }
  return (
    <Dialog title={words.manyTitle(links.length)} description={words.manyText} onClose={() => closeLayer('addMany')}>
      <div className="dialog-actions">
        <Button kind="quiet" onClick={() => closeLayer('addMany')}>
          {words.cancel}
        </Button>
        <Button kind="primary" autoFocus onClick={save}>
          {words.saveMany(links.length)}
        </Button>
      </div>
    </Dialog>
  )
}
