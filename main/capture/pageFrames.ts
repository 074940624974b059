// The frames of a captured page, also those that Chromium keeps in processes of their own, through the DevTools connection that is open already.
import type { Debugger } from 'electron'

export type PageFrame = {
  readonly id: string
  /** Undefined for the top frame. */
  readonly parent: string | undefined
  readonly url: string
  /** In an isolated world of the frame, or among the page's own scripts. Throws where the frame has gone. */
  evaluate(expression: string, where: 'isolated' | 'page'): Promise<unknown>
}

export type PageFrames = {
  /** The top frame first. At most so many. */
  list(most: number): Promise<readonly PageFrame[]>
}

type Tree = {
  readonly frame: { readonly id: string; readonly parentId?: string; readonly url: string }
  readonly childFrames?: readonly Tree[]
}

/** The DevTools connection must be open. */
export async function followFrames(inspector: Debugger, worldName: string): Promise<PageFrames> {
  /** Sessions of the frames in other processes, by frame. */
  const sessions = new Map<string, string>()
  const attach = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }
  inspector.on('message', (_event, method, params: Attached) => {
    if (method === 'Target.attachedToTarget' && params.targetInfo?.type === 'iframe' && params.sessionId) {
      sessions.set(params.targetInfo.targetId, params.sessionId)
      // Frames within it may have processes of their own again.
      inspector.sendCommand('Target.setAutoAttach', attach, params.sessionId).catch(() => undefined) // It has gone already.
    }
    if (method === 'Target.detachedFromTarget')
      for (const [frame, session] of sessions) if (session === params.sessionId) sessions.delete(frame)
  })
  await inspector.sendCommand('Target.setAutoAttach', attach)

  const frameOf = ({ frame }: Tree, session: string | undefined, isFirst: boolean): PageFrame => {
    let context: number | undefined
    const send = (method: string, params: object): Promise<unknown> =>
      session === undefined ? inspector.sendCommand(method, params) : inspector.sendCommand(method, params, session)
    return {
      id: frame.id,
      parent: frame.parentId,
      url: frame.url,
      async evaluate(expression, where) {
        // Without a context it would be the top frame of the process.
        if (where === 'page' && !isFirst) throw new Error('This frame shares its process with its parent.')
        if (where === 'isolated' && context === undefined) {
          const made = await send('Page.createIsolatedWorld', { frameId: frame.id, worldName })
          context = (made as { executionContextId: number }).executionContextId // as the protocol declares it
        }
        const contextId = where === 'isolated' ? context : undefined
        const reply = await send('Runtime.evaluate', {
          expression,
          ...(contextId !== undefined && { contextId }),
          awaitPromise: true,
          returnByValue: true,
          timeout: 5_000,
        })
        return (reply as { result: { value?: unknown } }).result.value // as the protocol declares it
      },
    }
  }
  const below = (tree: Tree, session: string | undefined, isFirst: boolean): PageFrame[] => [
    frameOf(tree, session, isFirst),
    ...(tree.childFrames ?? []).flatMap((child) => below(child, session, false)),
  ]

  return {
    async list(most) {
      const trees = [undefined, ...sessions.values()].map(async (session) => {
        try {
          const got: unknown = await (session === undefined
            ? inspector.sendCommand('Page.getFrameTree')
            : inspector.sendCommand('Page.getFrameTree', {}, session))
          return below((got as { frameTree: Tree }).frameTree, session, true) // as the protocol declares it
        } catch {
          return [] // It went while we looked.
        }
      })
      return (await Promise.all(trees)).flat().slice(0, most)
    },
  }
}

type Attached = {
  readonly sessionId?: string
  readonly targetInfo?: { readonly type: string; readonly targetId: string }
}
