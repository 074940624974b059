import { expect, test } from 'vitest'
import { catchMistakes } from '../../../renderer/app/catchMistakes.ts'
import { toasts } from '../../../renderer/app/toasts.ts'

test('a mistake that nobody caught is told, each once; what was called off and remarks of the engine are none', () => {
  const target = new EventTarget()
  catchMistakes(target)
  const said: (string | undefined)[] = []
  const stop = toasts.subscribe(() => said.push(toasts.get().toast?.words))
  const reject = (reason: unknown) =>
    target.dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason }))
  reject(new Error('a test says so'))
  reject(new Error('a test says so'))
  reject(new DOMException('called off', 'AbortError'))
  target.dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop completed' }))
  target.dispatchEvent(new ErrorEvent('error', { error: new Error('another') }))
  stop()
  expect(said).toEqual(['a test says so', 'another'].map((words) => `Something went wrong inside Offprint: ${words}`))
})
