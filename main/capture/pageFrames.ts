// The frames of a captured page, also those that Chromium keeps in processes of their own, through the DevTools connection that is open already.
import type { Debugger } from 'electron'

export type PageFrame = {
  readonly id: string
  /** Another one after the frame has gone elsewhere. */
  readonly documentId: string
  /** Undefined for the top frame. */
  readonly parent: string | undefined
  readonly url: string
  /** In an isolated world of the frame, or among the page's own scripts. Throws where the frame has gone or does not answer soon. */
  evaluate(expression: string, where: 'isolated' | 'page'): Promise<unknown>
  /** Calls `body`, the text of a function, with the element of this frame that holds `child` as `this`; in its isolated world unless another is named. */
  callOnHolder(child: string, body: string, context?: number): Promise<unknown>
}

export type PageFrames = {
  /** The top frame first. At most so many. */
  list(most: number): Promise<readonly PageFrame[]>
}

type Tree = {
  readonly frame: { readonly id: string; readonly loaderId: string; readonly parentId?: string; readonly url: string }
  readonly childFrames?: readonly Tree[]
}

/** What is asked of a frame while it moves to another process is never answered. */
const answerMs = 1_500

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

  const send = async (session: string | undefined, method: string, params: object): Promise<unknown> => {
    const asked =
      session === undefined ? inspector.sendCommand(method, params) : inspector.sendCommand(method, params, session)
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('The frame does not answer.')), answerMs)
    })
    return Promise.race([asked, late]).finally(() => clearTimeout(timer))
  }

  const frameOf = ({ frame }: Tree, session: string | undefined, isFirst: boolean): PageFrame => {
    let context: number | undefined
    const isolated = async (): Promise<number> => {
      if (context !== undefined) return context
      const made = await send(session, 'Page.createIsolatedWorld', { frameId: frame.id, worldName })
      return (context = (made as { executionContextId: number }).executionContextId) // as the protocol declares it
    }
    return {
      id: frame.id,
      documentId: frame.loaderId,
      parent: frame.parentId,
      url: frame.url,
      async evaluate(expression, where) {
        // Without a context it would be the top frame of the process.
        if (where === 'page' && !isFirst) throw new Error('This frame shares its process with its parent.')
        const contextId = where === 'isolated' ? await isolated() : undefined
        const reply = await send(session, 'Runtime.evaluate', {
          expression,
          ...(contextId !== undefined && { contextId }),
          awaitPromise: true,
          returnByValue: true,
          timeout: answerMs,
        })
        return (reply as { result: { value?: unknown } }).result.value // as the protocol declares it
      },
      async callOnHolder(child, body, within) {
        const owner = (await send(session, 'DOM.getFrameOwner', { frameId: child })) as { backendNodeId: number } // as the protocol declares it
        const { backendNodeId } = owner
        const resolved = await send(session, 'DOM.resolveNode', {
          backendNodeId,
          executionContextId: within ?? (await isolated()),
        })
        const { object } = resolved as { object: { objectId: string } } // as the protocol declares it
        const { objectId } = object
        const reply = await send(session, 'Runtime.callFunctionOn', {
          objectId,
          functionDeclaration: body,
          returnByValue: true,
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
          const got = await send(session, 'Page.getFrameTree', {})
          return below((got as { frameTree: Tree }).frameTree, session, true) // as the protocol declares it
        } catch {
          return [] // It went while we looked, or does not answer.
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
