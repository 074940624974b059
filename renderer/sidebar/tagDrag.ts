// A tag on its way to another one, below which it is to be nested. The type is our own, so that nothing from elsewhere is taken for one.
import type { DragEvent } from 'react'

const dragType = 'application/x-offprint-tag'

export function startTagDrag(event: DragEvent, tag: string) {
  event.dataTransfer.setData(dragType, tag)
  event.dataTransfer.effectAllowed = 'move'
}

export function isTagDrag(event: { readonly dataTransfer: DataTransfer | null }): boolean {
  return event.dataTransfer?.types.includes(dragType) ?? false
}

/** Undefined when nothing of ours was dropped. */
export function draggedTag(event: DragEvent): string | undefined {
  return event.dataTransfer.getData(dragType) || undefined
}

/** What a tag is called when it is dropped on another; undefined when it cannot lie there, or does already. */
export function nestedName(tag: string, below: string): string | undefined {
  if (tag === below || below.startsWith(`${tag}/`)) return undefined
  const name = `${below}/${tag.split('/').at(-1) ?? tag}`
  return name === tag || name.length > 100 ? undefined : name
}
