import { restoreArticle } from '../app/articleCommands.ts'
import { focusReader } from '../app/readerHandle.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { words } from './words.ts'
import './InTrash.css'

/** Over every form of the article: it can be read, but stands in no list. Brought back, one reads on. */
export function InTrash({ id }: { id: string }) {
  const restore = () => {
    void restoreArticle(id)
    focusReader({ isComing: false })
  }
  return (
    <div className="in-trash" role="status" data-pane="reader">
      <Icon name="trash" size={14} />
      <span className="in-trash-words">{words.inTrash}</span>
      <Button kind="quiet" onClick={restore}>
        {words.restore}
      </Button>
    </div>
  )
}
