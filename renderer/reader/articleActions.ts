import { runCommand } from '../app/commands.ts'
import { openArticle, moveCursor, selection, showView } from '../app/selection.ts'
import type { PageActions } from './pageNodes.ts'

/** What the buttons inside the page do. */
export const articleActions: PageActions = {
  showTag: (tag) => showView({ kind: 'tag', tag }),
  openOriginal: () => runCommand('article.openOriginal'),
  archive: () => runCommand('article.archive'),
  next() {
    selection.change({ cursor: selection.get().open })
    const id = moveCursor(1)
    if (id !== undefined) openArticle(id)
  },
}
