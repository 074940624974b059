// Articles on the way from the list to a tag. The type is our own, so that nothing from elsewhere is taken for one.
import type { DragEvent } from 'react'

const dragType = 'application/x-offprint-articles'

export function startArticleDrag(event: DragEvent, ids: readonly string[], url: string) {
  event.dataTransfer.setData(dragType, JSON.stringify(ids))
  event.dataTransfer.setData('text/uri-list', url)
  event.dataTransfer.setData('text/plain', url)
  event.dataTransfer.effectAllowed = 'copyLink'
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
