// Articles on the way from the list to a tag. The type is our own, so that nothing from elsewhere is taken for one.
import type { DragEvent } from 'react'
import { words } from './words.ts'

const dragType = 'application/x-offprint-articles'

export function startArticleDrag(event: DragEvent, ids: readonly string[], url: string) {
  event.dataTransfer.setData(dragType, JSON.stringify(ids))
  event.dataTransfer.setData('text/uri-list', url)
  event.dataTransfer.setData('text/plain', url)
  event.dataTransfer.effectAllowed = 'copyLink'
  if (ids.length > 1) showCount(event, words.articles(ids.length))
}

/** The engine takes a picture of what stands in the window, and would show one row alone; it has taken it when the next task begins. */
function showCount(event: DragEvent, text: string) {
  const count = document.createElement('div')
  count.className = 'drag-count'
  count.textContent = text
  document.body.append(count)
  event.dataTransfer.setDragImage(count, -10, -6)
  setTimeout(() => count.remove())
}

export function isArticleDrag(event: { readonly dataTransfer: DataTransfer | null }): boolean {
  return event.dataTransfer?.types.includes(dragType) ?? false
}

export function draggedIds(event: DragEvent): readonly string[] {
  try {
    const ids: unknown = JSON.parse(event.dataTransfer.getData(dragType) || '[]')
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
  } catch {
    return [] // not ours after all
  }
}
