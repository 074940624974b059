// The whole window takes links: pasted anywhere but in a field, or dropped.
import { useEffect, useState } from 'react'
import { layers } from '../app/layers.ts'
import { isArticleDrag } from '../list/drag.ts'
import { isButtonDrag } from '../app/browserButton.ts'
import { isTagDrag } from '../sidebar/tagDrag.ts'
import { takeDrop, takePassage } from './takeText.ts'
import { words } from './words.ts'

export function DropTarget() {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    let depth = 0
    const isOurs = (event: DragEvent) =>
      event.dataTransfer !== null &&
      !isArticleDrag(event) &&
      !isTagDrag(event) &&
      !isButtonDrag(event) &&
      layers.get().top?.kind !== 'add'
    const onEnter = (event: DragEvent) => {
      if (!isOurs(event)) return
      depth += 1
      setOver(true)
    }
    const onLeave = () => {
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const onOver = (event: DragEvent) => {
      event.preventDefault() // else the window would refuse the drop, or show the file
      if (event.dataTransfer) event.dataTransfer.dropEffect = isOurs(event) ? 'copy' : 'none'
    }
    const onDrop = (event: DragEvent) => {
      event.preventDefault()
      depth = 0
      setOver(false)
      if (event.dataTransfer && isOurs(event)) void takeDrop(event.dataTransfer)
    }
    const onPaste = (event: ClipboardEvent) => {
      const target = event.target
      if (target instanceof Element && target.closest('input, textarea, [contenteditable]')) return
      event.preventDefault()
      if (event.clipboardData) takePassage(event.clipboardData)
    }
    addEventListener('dragenter', onEnter)
    addEventListener('dragleave', onLeave)
    addEventListener('dragover', onOver)
    addEventListener('drop', onDrop)
    addEventListener('paste', onPaste)
    return () => {
      removeEventListener('dragenter', onEnter)
      removeEventListener('dragleave', onLeave)
      removeEventListener('dragover', onOver)
      removeEventListener('drop', onDrop)
      removeEventListener('paste', onPaste)
    }
  }, [])
  if (!isOver) return null
  return (
    <div className="drop" aria-hidden="true">
      <strong>{words.drop}</strong>
      <span>{words.dropHint}</span>
    </div>
  )
}
