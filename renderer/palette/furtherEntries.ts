// What stands in the menus of things, for the thing one is looking at: its tag, its kept search, all highlights. The commands are in app/commands.ts.
import { tell } from '../app/acts.ts'
import { openLayer } from '../app/layers.ts'
import { isSearching, selection } from '../app/selection.ts'
import { allHighlights } from '../library/highlights.ts'
import { moveSearch, removeSearch, savedSearches } from '../library/savedSearches.ts'
import { deleteTags } from '../library/tagChanges.ts'
import { copyHighlights, saveHighlights } from '../reader/collection/exportHighlights.ts'
import { words as highlightWords } from '../reader/collection/words.ts'
import { words as sidebarWords } from '../sidebar/words.ts'
import type { IconName } from '../ui/Icon.tsx'
import { words } from './words.ts'

export type Further = {
  readonly key: string
  readonly name: string
  readonly icon: IconName
  readonly run: () => unknown
}

export async function furtherEntries(): Promise<readonly Further[]> {
  const [highlights, searches] = await Promise.all([allHighlights(), savedSearches()])
  const now = selection.get()
  const found: Further[] = []
  if (now.view.kind === 'tag' && !isSearching(now)) {
    const { tag } = now.view
    found.push(
      {
        key: 'tag.rename',
        name: words.renameTag(tag),
        icon: 'tag',
        run: () => openLayer({ kind: 'tagName', tags: [tag] }),
      },
      {
        key: 'tag.delete',
        name: words.deleteTag(tag),
        icon: 'tag',
        run: () => tell(deleteTags([tag], sidebarWords.deleted([tag]))),
      },
    )
  }
  const at = searches.findIndex(({ query }) => isSearching(now) && query === now.query)
  const search = searches[at]
  if (search) {
    const { id, name } = search
    found.push(
      {
        key: 'search.rename',
        name: words.renameSearch(name),
        icon: 'search',
        run: () => openLayer({ kind: 'searchName', search }),
      },
      { key: 'search.remove', name: words.removeSearch(name), icon: 'search', run: () => tell(removeSearch(id)) },
    )
    if (at > 0)
      found.push({
        key: 'search.up',
        name: words.moveSearchUp(name),
        icon: 'search',
        run: () => tell(moveSearch(id, -1)),
      })
    if (at < searches.length - 1)
      found.push({
        key: 'search.down',
        name: words.moveSearchDown(name),
        icon: 'search',
        run: () => tell(moveSearch(id, 1)),
      })
  }
  if (highlights.length > 0) {
    const name = (what: string) => `${highlightWords.exportAll}: ${what}`
    found.push(
      {
        key: 'highlights.markdown',
        name: name(highlightWords.asMarkdown),
        icon: 'highlights',
        run: () => saveHighlights(highlights, 'markdown'),
      },
      {
        key: 'highlights.annotations',
        name: name(highlightWords.asAnnotations),
        icon: 'highlights',
        run: () => saveHighlights(highlights, 'annotations'),
      },
      {
        key: 'highlights.copy',
        name: name(highlightWords.copyMarkdown),
        icon: 'highlights',
        run: () => copyHighlights(highlights),
      },
    )
  }
  return found
}
