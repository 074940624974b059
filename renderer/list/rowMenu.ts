// What the menu of a row lists. It acts on the rows chosen when this one is among them, else on this one alone.
import type { MouseEvent } from 'react'
import { onArticles } from '../app/articleCommands.ts'
import { commandEntry, showMenu, type MenuEntry } from '../app/contextMenu.ts'
import { openArticle, selection } from '../app/selection.ts'
import type { CommandId } from '../app/words.ts'
import { words } from './words.ts'

const groups: readonly (readonly CommandId[])[] = [
  ['article.archive', 'article.later', 'article.inbox', 'article.favourite', 'article.tag', 'article.unread'],
  ['article.openOriginal', 'article.copyLink', 'article.recapture'],
  ['article.trash', 'article.restore', 'article.purge'],
]

export function showRowMenu(event: MouseEvent, id: string): void {
  const { chosen } = selection.get()
  const ids = chosen.has(id) ? [...chosen] : [id]
  if (ids.length === 1) selection.change({ cursor: id })
  const act = (run: () => void) => onArticles(ids, run)
  const entries: MenuEntry[] = ids.length === 1 ? [{ words: words.open, run: () => openArticle(id) }] : []
  for (const group of groups) {
    const some = group.flatMap((command) => commandEntry(command, act))
    if (some.length > 0) entries.push(...(entries.length > 0 ? (['line'] as const) : []), ...some)
  }
  void showMenu(event, entries)
}
