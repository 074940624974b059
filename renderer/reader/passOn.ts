// What is pasted or dropped over the text is meant for the window: events of a frame do not leave it by themselves.

const drags = ['dragenter', 'dragleave', 'dragover', 'drop'] as const

/** Until the returned function is called. */
export function passOn(page: Document): () => void {
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault()
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: event.clipboardData, cancelable: true }))
  }
  const onDrag = (event: DragEvent) => {
    event.preventDefault()
    window.dispatchEvent(new DragEvent(event.type, { dataTransfer: event.dataTransfer, cancelable: true }))
  }
  page.addEventListener('paste', onPaste)
  for (const type of drags) page.addEventListener(type, onDrag)
  return () => {
    page.removeEventListener('paste', onPaste)
    for (const type of drags) page.removeEventListener(type, onDrag)
  }
}
