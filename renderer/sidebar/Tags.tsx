import { useState, type DragEvent } from 'react'
import { tell } from '../app/acts.ts'
import { isSearching, selection, showView } from '../app/selection.ts'
import { useQuery } from '../app/useQuery.ts'
import { setTag } from '../library/acts.ts'
import { tagCounts } from '../library/tags.ts'
import { draggedIds, isArticleDrag } from '../list/drag.ts'
import { Icon } from '../ui/Icon.tsx'
import { useStore } from '../ui/useStore.ts'
import { SidebarItem } from './SidebarItem.tsx'
import { tagTree } from './tagTree.ts'
import { words } from './words.ts'

/** Articles are tagged by dropping them on a tag. */
export function Tags() {
  const counts = useQuery(tagCounts, [])
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [over, setOver] = useState<string>()
  const here = useStore(selection, (now) => (now.view.kind === 'tag' && !isSearching(now) ? now.view.tag : undefined))
  const asked = useStore(selection, (now) => tagAskedFor(now.query))
  if (!counts || counts.length === 0) return null

  const fold = (tag: string) => {
    const next = new Set(closed)
    if (!next.delete(tag)) next.add(tag)
    setClosed(next)
  }
  const dropOn = (tag: string) => ({
    isOver: over === tag,
    onDragOver: (event: DragEvent) => {
      if (!isArticleDrag(event)) return
      event.preventDefault()
      event.stopPropagation()
      setOver(tag)
    },
    onDragLeave: () => setOver(undefined),
    onDrop: (event: DragEvent) => {
      const ids = draggedIds(event)
      setOver(undefined)
      if (ids.length === 0) return
      event.preventDefault()
      event.stopPropagation()
      void tell(setTag(ids, tag, true))
    },
  })

  return (
    <section className="sidebar-section">
      <h2 className="sidebar-heading" id="sidebar-tags">
        {words.tags}
      </h2>
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

/** `harbour tag:cities` speaks of one tag: the sidebar shows which. */
function tagAskedFor(query: string): string | undefined {
  return /(?:^|\s)tag:(?:"([^"]+)"|(\S+))/.exec(query)?.slice(1).find(Boolean)
}
