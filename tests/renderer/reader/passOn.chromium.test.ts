import { afterEach, expect, test } from 'vitest'
import { passOn } from '../../../renderer/reader/passOn.ts'

const frame = document.createElement('iframe')
afterEach(() => frame.remove())

test.each(['paste', 'drop'] as const)('a link that meets the text by %s reaches the window', (type) => {
  document.body.append(frame)
  const page = frame.contentDocument!
  const stop = passOn(page)
  const heard: string[] = []
  const hear = (event: Event) => {
    const data = event instanceof ClipboardEvent ? event.clipboardData : (event as DragEvent).dataTransfer
    heard.push(data?.getData('text/plain') ?? '')
  }
  window.addEventListener(type, hear)
  const data = new DataTransfer()
  data.setData('text/plain', 'https://a.example/x')
  const made = () =>
    type === 'paste' ? new ClipboardEvent(type, { clipboardData: data }) : new DragEvent(type, { dataTransfer: data })
  page.dispatchEvent(made())
  stop()
  page.dispatchEvent(made())
  window.removeEventListener(type, hear)
  expect(heard).toEqual(['https://a.example/x'])
})
