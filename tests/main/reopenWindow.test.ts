import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { expect, test, vi } from 'vitest'

const showMessageBox = vi.hoisted(() => vi.fn())
vi.mock('electron', () => ({ dialog: { showMessageBox } }))
const { reopenWindow } = await import('../../main/reopenWindow.ts')

type Answer = 'reopen' | 'quit'

function world({ isShown = true }: { isShown?: boolean } = {}) {
  const done: string[] = []
  const asked: { signal: AbortSignal; answer(answer: Answer): void }[] = []
  const contents = Object.assign(new EventEmitter(), {
    reload: () => done.push('reload'),
    forcefullyCrashRenderer: () => {
      done.push('crash')
      contents.emit('render-process-gone', {}, { reason: 'crashed' })
    },
  })
  const window = Object.assign(new EventEmitter(), {
    webContents: contents,
    isDestroyed: () => done.includes('destroy'),
    destroy: () => done.push('destroy'),
  })
  const ask = (_window: BrowserWindow, signal: AbortSignal) =>
    new Promise<Answer>((answer) => asked.push({ signal, answer }))
  reopenWindow(window as unknown as BrowserWindow, { isShown, ask }) // as much of a window as it needs
  return {
    done,
    asked,
    contents,
    crash: (reason = 'crashed') => contents.emit('render-process-gone', {}, { reason }),
    hang: () => window.emit('unresponsive'),
    recover: () => window.emit('responsive'),
    settled: () => new Promise((resolve) => setImmediate(() => setImmediate(resolve))),
  }
}

for (const reason of ['crashed', 'oom', 'killed'])
  test(`B3: a window that ends (${reason}) is shown anew when the person says so`, async () => {
    const { done, asked, crash, settled } = world()
    crash(reason)
    await settled()
    expect(done).toEqual([])
    asked[0]?.answer('reopen')
    await settled()
    expect(done).toEqual(['reload'])
  })

test('B3: every crash is asked about, one question at a time', async () => {
  const { done, asked, crash, settled } = world()
  crash()
  crash()
  expect(asked).toHaveLength(1)
  asked[0]?.answer('reopen')
  await settled()
  crash()
  expect(asked).toHaveLength(2)
  asked[1]?.answer('reopen')
  await settled()
  expect(done).toEqual(['reload', 'reload'])
})

test('B3: a window that hangs is ended and shown anew, without a second question', async () => {
  const { done, asked, hang, settled } = world()
  hang()
  hang()
  asked[0]?.answer('reopen')
  await settled()
  expect(asked).toHaveLength(1)
  expect(done).toEqual(['crash', 'reload'])
})

test('B3: a window that answers again takes the question back', async () => {
  const { done, asked, hang, recover, settled } = world()
  hang()
  recover()
  expect(asked[0]?.signal.aborted).toBe(true)
  asked[0]?.answer('reopen')
  await settled()
  expect(done).toEqual([])
})

test('B3: a window that ends while it hangs is shown anew', async () => {
  const { done, asked, hang, crash, settled } = world()
  hang()
  crash()
  asked[0]?.answer('reopen')
  await settled()
  expect([asked.length, done]).toEqual([1, ['reload']])
})

test('B3: whoever rather quits is asked nothing more by a page that cannot answer', async () => {
  const { done, asked, crash, settled } = world()
  crash()
  asked[0]?.answer('quit')
  await settled()
  expect(done).toEqual(['destroy'])
})

test('B3: the window of a command comes back by itself, three times', async () => {
  const { done, asked, crash, settled } = world({ isShown: false })
  for (let n = 0; n < 5; n += 1) {
    crash()
    await settled()
  }
  expect(asked).toEqual([])
  expect(done).toEqual(['reload', 'reload', 'reload'])
})

test('B3: the words of the question', async () => {
  showMessageBox.mockResolvedValueOnce({ response: 0 })
  const window = Object.assign(new EventEmitter(), {
    webContents: Object.assign(new EventEmitter(), { reload: () => undefined }),
    isDestroyed: () => false,
  })
  reopenWindow(window as unknown as BrowserWindow, { isShown: true })
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
  expect(showMessageBox.mock.calls[0]?.[1]).toMatchObject({
    message: 'The window stopped working. Nothing was lost.',
    buttons: ['Reopen', 'Quit'],
  })
})
