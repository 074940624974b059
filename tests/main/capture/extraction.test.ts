import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import { until } from '../../until.ts'

/** The extract pages that were made. One answers whatever it is asked, but for `endless`. */
const fake = vi.hoisted(() => ({
  pages: [] as { asked: { n: number; html: string }[]; answer(data: unknown): void; ended: boolean }[],
  /** Seconds of a processor its process has had, each time somebody looks. */
  worked: () => undefined as number | undefined,
}))
/** Of no process. */
const pid = -1

vi.mock('electron', () => ({
  app: { getAppMetrics: () => [{ pid, cpu: { cumulativeCPUUsage: fake.worked() } }] },
  MessageChannelMain: class {
    port1 = {}
    port2 = new Port()
  },
  BrowserWindow: class {
    webContents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: () => undefined,
      getOSProcessId: () => pid,
      loadURL: () => Promise.resolve(),
      postMessage: () => queueMicrotask(() => fake.pages.at(-1)?.answer({ kind: 'ready' })),
      forcefullyCrashRenderer: () => undefined,
    })
    isDestroyed = () => false
    destroy = () => undefined
  },
}))

class Port extends EventEmitter {
  asked: { n: number; html: string }[] = []
  ended = false
  constructor() {
    super()
    fake.pages.push(this)
  }
  start = () => undefined
  close = () => (this.ended = true)
  postMessage = (request: { n: number; html: string }) => {
    this.asked.push(request)
    if (request.html !== 'endless') this.answer({ kind: 'failed', n: request.n, message: 'was read' })
  }
  answer = (data: unknown) => this.emit('message', { data })
}

const { createExtractor } = await import('../../../main/capture/extraction.ts')

test('a page that takes too long is given up alone: those that waited behind it are read by the next extract page', async () => {
  const extractor = createExtractor({ session: () => ({}) as never, serve: () => undefined, preload: '', limitMs: 20 })

  const endless = extractor.extract({ html: 'endless', url: 'https://example.com/1' })
  const patient = extractor.extract({ html: 'patient', url: 'https://example.com/2' })

  expect(await endless).toMatchObject({ ok: false, failure: { code: 'too-complex' } })
  expect(fake.pages[0]).toMatchObject({ asked: [{ html: 'endless' }], ended: true })
  expect(await patient).toMatchObject({ ok: false, failure: { message: 'was read' } })
  expect(fake.pages[1]?.asked).toMatchObject([{ html: 'patient' }])
  extractor.close()
})

test('the time of a page is what its process has had of a processor: on a busy machine it may take longer', async () => {
  fake.pages.length = 0
  let looks = 0
  fake.worked = () => (looks += 1) / 50
  const extractor = createExtractor({ session: () => ({}) as never, serve: () => undefined, preload: '', limitMs: 100 })
  const slow = extractor.extract({ html: 'endless', url: 'https://example.com/1' })
  await until(() => expect(looks).toBeGreaterThan(2))
  fake.pages[0]?.answer({ kind: 'failed', n: fake.pages[0].asked[0]?.n, message: 'was read' })
  expect(await slow).toMatchObject({ ok: false, failure: { message: 'was read' } })

  looks = 0
  expect(await extractor.extract({ html: 'endless', url: 'https://example.com/2' })).toMatchObject({
    failure: { code: 'too-complex' },
  })
  expect(looks).toBeGreaterThan(2)
  extractor.close()
})

test('a page whose process does nothing at all is given up as well', async () => {
  fake.worked = () => 1
  const extractor = createExtractor({ session: () => ({}) as never, serve: () => undefined, preload: '', limitMs: 5 })
  expect(await extractor.extract({ html: 'endless', url: 'https://example.com/1' })).toMatchObject({
    failure: { code: 'too-complex' },
  })
  extractor.close()
})

test('what still waits when the extractor is closed opens no page again', async () => {
  fake.pages.length = 0
  const extractor = createExtractor({ session: () => ({}) as never, serve: () => undefined, preload: '' })
  const first = extractor.extract({ html: 'endless', url: 'https://example.com/1' })
  const second = extractor.extract({ html: 'later', url: 'https://example.com/2' })
  await until(() => expect(fake.pages[0]?.asked.length).toBe(1))

  extractor.close()

  expect(await first).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  expect(await second).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  expect(fake.pages).toHaveLength(1)
})
