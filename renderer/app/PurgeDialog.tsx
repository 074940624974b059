import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { counted } from '../ui/counted.ts'
import { purgeArticles } from './articleCommands.ts'
import { closeLayer } from './layers.ts'
import { words } from './words.ts'

/** The only thing that cannot be taken back: asked in words. */
export function PurgeDialog({ ids }: { ids: readonly string[] }) {
  const purge = () => {
    closeLayer('purge')
    void purgeArticles(ids)
  }
  return (
    <Dialog
      title={words.purgeTitle(counted.articles(ids.length))}
      description={words.purgeText}
      onClose={() => closeLayer('purge')}
    >
      <div className="dialog-actions">
        <Button kind="quiet" autoFocus onClick={() => closeLayer('purge')}>
          {words.cancel}
        </Button>
        <Button kind="primary" onClick={purge}>
          {words.purge}
        </Button>
      </div>
    </Dialog>
  )
}
