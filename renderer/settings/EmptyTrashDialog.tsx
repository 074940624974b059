import { emptyTrash } from '../app/articleCommands.ts'
import { closeLayer } from '../app/layers.ts'
import { useQuery } from '../app/useQuery.ts'
import { viewCounts } from '../library/articles.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { words } from './words.ts'

/** Final: asked in words, with the count. */
export function EmptyTrashDialog() {
  const count = useQuery(viewCounts, [])?.trash
  const empty = () => {
    closeLayer('emptyTrash')
    void emptyTrash()
  }
  return (
    <Dialog
      title={count === 0 ? words.trashIsEmpty : words.emptyTrashTitle(count ?? 0)}
      description={count === 0 ? undefined : words.emptyTrashText}
      onClose={() => closeLayer('emptyTrash')}
    >
      <div className="dialog-actions">
        <Button kind="quiet" autoFocus onClick={() => closeLayer('emptyTrash')}>
          {count === 0 ? words.done : words.cancel}
        </Button>
        {count !== 0 && (
          <Button kind="primary" onClick={empty}>
            {words.emptyTrash}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
