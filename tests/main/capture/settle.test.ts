import { expect, it, vi } from 'vitest'
import type { CaptureWindow } from '../../../main/capture/captureWindow.ts'
import type { Arrival } from '../../../main/capture/frozenPage.ts'
import { limits as shipped, type Limits } from '../../../main/capture/limits.ts'
import { NoAnswer, PageLeft } from '../../../main/capture/pageWorld.ts'
import { settle, TooComplex } from '../../../main/capture/settle.ts'

vi.mock('electron', () => ({ BrowserWindow: class {} }))

const long = 60_000

/** Settles a page that is never read to its end; answers what it was asked. */
async function settleEndless(arrival: Partial<Arrival>, limits: Partial<Limits>, isComplete = true) {
  const asked: string[] = []
  const window = {
    world: {
      ask(call: string) {
        asked.push(call)
        return Promise.resolve({ ready: 'loading', elements: 10, openDepth: 3, ...arrival })
      },
    },
    traffic: { top: () => ({ isComplete }), pending: () => 0 },
    pass: { receivedBytes: () => 0 },
  } as unknown as CaptureWindow // nothing else of it is asked for before the markup is read
  const all = { ...shipped, parseMs: long, deepParseMs: long, ...limits }
  const settled = settle({
    window,
    limits: all,
    deadlineAt: Date.now() + 2 * long,
    refuse: () => Promise.resolve(false),
  })
  await expect(settled).rejects.toBeInstanceOf(TooComplex)
  return new Set(asked)
}

it('D2: markup that lies as deep as the limit has less time to be read than other markup', async () => {
  await settleEndless({ openDepth: shipped.depth }, { deepParseMs: 30 })
  await settleEndless({ openDepth: shipped.depth - 1 }, { parseMs: 30 })
})

it('D2: a page of far too many elements is given up while it still arrives', async () => {
  await settleEndless({ elements: shipped.elements * 2 + 1 }, {}, false)
})

it('H9: a page that arrives is asked for nothing that would make it lay itself out', async () => {
  expect(await settleEndless({}, { parseMs: 100 })).toEqual(new Set(['settling.arrivalNow()']))
})

it('H9: a page that says nothing is waited for while its bytes come, and is stuck when they no longer do', async () => {
  const bytesInAll = 50
  let looks = 0
  let asked = 0
  const window = {
    world: {
      ask: (_call: string, timeoutMs: number) =>
        new Promise((_resolve, reject) => {
          asked += 1
          setTimeout(() => reject(new NoAnswer()), timeoutMs)
        }),
    },
    traffic: { top: () => ({ isComplete: false }), pending: () => 1 },
    pass: { receivedBytes: () => Math.min((looks += 1), bytesInAll) },
  } as unknown as CaptureWindow // as above
  const limits = { ...shipped, pollMs: 10, stuckMs: 100 }
  const settled = settle({ window, limits, deadlineAt: Date.now() + long, refuse: () => Promise.resolve(false) })
  await expect(settled).rejects.toBeInstanceOf(NoAnswer)
  expect(looks).toBeGreaterThan(bytesInAll)
  expect(asked).toBe(1)
})

it('nothing more is asked of a page whose window is gone', async () => {
  let asked = 0
  const window = {
    contents: { isDestroyed: () => asked === 3 },
    world: {
      ask() {
        asked += 1
        return Promise.reject(new PageLeft())
      },
    },
    traffic: { top: () => undefined, pending: () => 0 },
    pass: { receivedBytes: () => 0 },
  } as unknown as CaptureWindow // as above
  const settled = settle({
    window,
    limits: shipped,
    deadlineAt: Date.now() + long,
    refuse: () => Promise.resolve(false),
  })
  await expect(settled).rejects.toBeInstanceOf(PageLeft)
  expect(asked).toBe(3)
})
