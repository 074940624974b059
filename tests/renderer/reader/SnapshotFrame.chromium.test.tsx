import { createRef } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, test } from 'vitest'
import type { Article } from '../../../preload/article.ts'
import { SnapshotFrame } from '../../../renderer/reader/SnapshotFrame.tsx'
import { until } from '../../until.ts'

let root: Root | undefined
const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentDocument')

afterEach(() => {
  root?.unmount()
  document.body.replaceChildren()
  if (own) Object.defineProperty(HTMLIFrameElement.prototype, 'contentDocument', own)
})

test('a page of which nothing has arrived yet is waited for', async () => {
  const arriving = new DOMParser().parseFromString('<p>A lamp.</p>', 'text/html')
  const [element] = arriving.children
  element?.remove()
  let looks = 0
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentDocument', {
    configurable: true,
    get: () => {
      looks += 1
      return arriving
    },
  })
  const article = {
    id: '01K00000000000000000000001',
    version: '01K00000000000000000000002',
    title: 'A lamp',
  } as Article // all that it looks at
  const errors: unknown[] = []
  root = createRoot(document.body.appendChild(document.createElement('div')), {
    onUncaughtError: (error) => errors.push(error),
  })
  root.render(<SnapshotFrame article={article} frame={createRef()} />)
  await until(() => expect(looks).toBeGreaterThan(1))
  document.querySelector('iframe')?.dispatchEvent(new Event('load'))
  const before = looks
  await until(() => expect(looks).toBeGreaterThan(before + 1))
  expect(errors).toEqual([])
})
