import { closeLayer } from '../app/layers.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TagEditor } from './TagEditor.tsx'
import { tagWords } from './tagWords.ts'

/** For articles of the list; those of the one being read are edited beside its button. */
export function TagDialog({ ids }: { ids: readonly string[] }) {
  return (
    <Dialog title={tagWords.label(ids.length)} onClose={() => closeLayer('tags')}>
      <TagEditor ids={ids} />
    </Dialog>
  )
}
