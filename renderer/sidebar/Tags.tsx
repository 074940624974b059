import { useState, type DragEvent, type MouseEvent } from 'react'
import { tell } from '../app/acts.ts'
import { appSettings, changeSettings } from '../app/appSettings.ts'
import { showMenu } from '../app/contextMenu.ts'
import { openLayer } from '../app/layers.ts'
import { isSearching, selection, showView } from '../app/selection.ts'
import { useQuery } from '../app/useQuery.ts'
import { setTag } from '../library/acts.ts'
import { deleteTags } from '../library/tagChanges.ts'
import { tagCounts } from '../library/tags.ts'
import { draggedIds, isArticleDrag } from '../list/drag.ts'
import { unescaped } from '../search/quotes.ts'
import { Icon } from '../ui/Icon.tsx'
import { useStore } from '../ui/useStore.ts'
import { SidebarItem } from './SidebarItem.tsx'
import { renameAndFollow } from './TagNameDialog.tsx'
import { draggedTag, isTagDrag, nestedName, startTagDrag } from './tagDrag.ts'
import { tagTree } from './tagTree.ts'
import { words } from './words.ts'

/** Articles are tagged by dropping them on a tag. */
export function Tags() {
  const counts = useQuery(tagCounts, [])
  const folded = useStore(appSettings, (now) => now.foldedTags)
  const closed = new Set(folded)
  const [over, setOver] = useState<string>()
  const here = useStore(selection, (now) => (now.view.kind === 'tag' && !isSearching(now) ? now.view.tag : undefined))
  const asked = useStore(selection, (now) => tagAskedFor(now.query))
  if (!counts || counts.length === 0) return null

  const fold = (tag: string) =>
    changeSettings({ foldedTags: closed.has(tag) ? folded.filter((other) => other !== tag) : [...folded, tag] })
  const dropOn = (tag: string) => ({
    isOver: over === tag,
    onDragOver: (event: DragEvent) => {
      if (!isArticleDrag(event) && !isTagDrag(event)) return
      event.preventDefault()
      event.stopPropagation()
      setOver(tag)
    },
    onDragLeave: () => setOver(undefined),
    onDrop: (event: DragEvent) => {
      const ids = draggedIds(event)
      const dragged = draggedTag(event)
      setOver(undefined)
      if (ids.length === 0 && dragged === undefined) return
      event.preventDefault()
      event.stopPropagation()
      const nested = dragged === undefined ? undefined : nestedName(dragged, tag)
      if (ids.length > 0) void tell(setTag(ids, tag, true))
      else if (dragged !== undefined && nested !== undefined) void renameAndFollow([dragged], nested)
    },
  })

  const menu = (tag: string) => (event: MouseEvent) =>
    void showMenu(event, [
      { words: words.show, run: () => showView({ kind: 'tag', tag }) },
      { words: words.renameDots, run: () => openLayer({ kind: 'tagName', tags: [tag] }) },
      { words: words.deleteTag, run: () => tell(deleteTags([tag], words.deleted([tag]))) },
      'line',
      { words: words.manageDots, run: () => openLayer({ kind: 'tagList' }) },
    ])

  return (
    <section className="sidebar-section">
      <div className="sidebar-head">
        <h2 className="sidebar-heading" id="sidebar-tags">
          {words.tags}
        </h2>
        <button
          type="button"
          className="sidebar-more"
          aria-label={words.openManager}
          title={words.openManager}
          onClick={() => openLayer({ kind: 'tagList' })}
        >
          <Icon name="more" size={14} />
        </button>
      </div>
      <ul aria-labelledby="sidebar-tags">
        {tagTree(counts, closed).map((item) => (
          <SidebarItem
            key={item.tag}
            {...(item.depth === 0 ? { icon: 'tag' as const } : {})}
            name={item.name}
            count={item.count}
            depth={item.depth}
            isHere={here === item.tag || asked === item.tag}
            onOpen={() => showView({ kind: 'tag', tag: item.tag })}
            onMenu={menu(item.tag)}
            onDragStart={(event) => startTagDrag(event, item.tag)}
            drop={dropOn(item.tag)}
            extra={
              item.hasChildren && (
                <button
                  type="button"
                  className="sidebar-fold"
                  aria-expanded={!closed.has(item.tag)}
                  aria-label={closed.has(item.tag) ? words.unfold(item.tag) : words.fold(item.tag)}
                  onClick={() => fold(item.tag)}
                >
                  <Icon name="chevron" size={12} />
                </button>
              )
            }
          />
        ))}
      </ul>
    </section>
  )
}

const askedTag = /(?:^|\s)tag:(?:"((?:[^"\\]|\\["\\]?)+)"|([^\s"]\S*))/

/** `harbour tag:cities` speaks of one tag: the sidebar shows which. */
function tagAskedFor(query: string): string | undefined {
  const [, inside, bare] = askedTag.exec(query) ?? []
  return inside === undefined ? bare : unescaped(inside)
}
