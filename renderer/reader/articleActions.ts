import { onArticles } from '../app/articleCommands.ts'
import { runCommand } from '../app/commands.ts'
import type { CommandId } from '../app/words.ts'
import { selection, showView, turnArticle } from '../app/selection.ts'
import type { PageActions } from './pageNodes.ts'

/** What the buttons inside the page do. */
export const articleActions: PageActions = {
  showTag: (tag) => showView({ kind: 'tag', tag }),
  openOriginal: () => onOpen('article.openOriginal'),
  archive: () => onOpen('article.archive'),
  signIn: () => onOpen('article.signIn'),
  saveAgain: () => onOpen('article.recapture'),
  next: () => turnArticle(1),
}

function onOpen(id: CommandId) {
  const { open } = selection.get()
  if (open !== undefined) onArticles([open], () => runCommand(id))
}
