import type { Debugger } from 'electron'
import { expect, test, vi } from 'vitest'
import { followFrames } from '../../../main/capture/pageFrames.ts'
import { refuseConsent } from '../../../main/capture/refuseConsent.ts'

type Message = (event: unknown, method: string, params: object) => void

/** A page with one frame of another site, whose process never answers: so it is with a frame that moves to another process meanwhile. */
function inspectorOf(answers: Readonly<Record<string, unknown>>) {
  let tell: Message = () => undefined
  const inspector = {
    on: (_name: string, listener: Message) => void (tell = listener),
    once: () => undefined,
    sendCommand: (method: string, _params: object, session?: string): Promise<unknown> =>
      session === undefined ? Promise.resolve(answers[method] ?? {}) : new Promise(() => undefined),
  }
  const attach = () =>
    tell({}, 'Target.attachedToTarget', { sessionId: 's1', targetInfo: { type: 'iframe', targetId: 'f1' } })
  return { inspector: inspector as unknown as Debugger, attach } // what followFrames uses of it
}

const top = { frame: { id: 't', loaderId: 'l1', url: 'https://paper.example/' } }

test('a frame that does not answer holds up neither the list of frames nor the refusing', async () => {
  vi.useFakeTimers()
  try {
    const { inspector, attach } = inspectorOf({
      'Page.getFrameTree': { frameTree: top },
      'Page.createIsolatedWorld': { executionContextId: 1 },
      'Runtime.evaluate': { result: { value: { lifecycle: 'nothingDetected', wanted: [] } } },
    })
    const frames = await followFrames(inspector, 'world')
    attach()
    const refused = refuseConsent({
      frames,
      scriptFor: () => 'offprint_refuse.begin()',
      deadlineAt: Date.now() + 30_000,
    })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await refused).toBe(false)
  } finally {
    vi.useRealTimers()
  }
})

test('a document that takes the place of another in its frame is asked anew', async () => {
  const trees = [
    { ...top, childFrames: [{ frame: { id: 'f1', loaderId: 'l2', parentId: 't', url: 'about:blank' } }] },
    { ...top, childFrames: [{ frame: { id: 'f1', loaderId: 'l3', parentId: 't', url: 'https://wall.example/' } }] },
  ]
  const begun: number[] = []
  let world = 0
  const inspector = {
    on: () => undefined,
    once: () => undefined,
    async sendCommand(method: string, params: { expression?: string; contextId?: number }): Promise<unknown> {
      if (method === 'Page.getFrameTree') return { frameTree: trees.length > 1 ? trees.shift() : trees[0] }
      if (method === 'Page.createIsolatedWorld') return { executionContextId: ++world }
      if (params.expression?.includes('begin()')) begun.push(params.contextId ?? 0)
      const isTold = begun.length > 2
      return { result: { value: { lifecycle: isTold ? 'done' : 'started', wanted: [] } } }
    },
  }
  const frames = await followFrames(inspector as unknown as Debugger, 'world') // what followFrames uses of it
  const refused = await refuseConsent({
    frames,
    scriptFor: () => 'offprint_refuse.begin()',
    deadlineAt: Date.now() + 30_000,
  })
  expect(refused).toBe(true)
  expect(begun).toEqual([1, 2, 3])
})

test('the trees that a frame keeps closed are handed over, and neither open ones nor those of frames in it', async () => {
  const inside = {
    backendNodeId: 9,
    children: [{ backendNodeId: 10, shadowRoots: [{ backendNodeId: 11, shadowRootType: 'closed' }] }],
  }
  const nested = { backendNodeId: 5, shadowRoots: [{ backendNodeId: 6, shadowRootType: 'closed' }] }
  const root = {
    backendNodeId: 1,
    children: [
      { backendNodeId: 2, shadowRoots: [{ backendNodeId: 3, shadowRootType: 'open', children: [nested] }] },
      { backendNodeId: 7, shadowRoots: [{ backendNodeId: 8, shadowRootType: 'user-agent' }] },
      { backendNodeId: 12, frameId: 'f1', contentDocument: inside },
    ],
  }
  const tree = {
    ...top,
    childFrames: [{ frame: { id: 'f1', loaderId: 'l2', parentId: 't', url: 'https://paper.example/in' } }],
  }
  const called: (readonly [node: number | undefined, context: number | undefined])[] = []
  const inspector = {
    on: () => undefined,
    once: () => undefined,
    async sendCommand(method: string, params: Params): Promise<unknown> {
      if (method === 'DOM.disable') throw new Error('it was never enabled')
      if (method === 'DOM.resolveNode') called.push([params.backendNodeId, params.executionContextId])
      return {
        frameTree: tree,
        root,
        executionContextId: params.frameId === 'f1' ? 21 : 20,
        object: { objectId: 'o' },
        result: {},
      }
    },
  }
  const frames = await followFrames(inspector as unknown as Debugger, 'world') // what followFrames uses of it
  const [page, frame] = await frames.list(2)
  await page!.callOnClosedTrees('function () {}', 30)
  await frame!.callOnClosedTrees('function () {}')
  expect(called).toEqual([
    [6, 30],
    [11, 21],
  ])
})

type Params = { readonly backendNodeId?: number; readonly executionContextId?: number; readonly frameId?: string }
