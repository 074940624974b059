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
  /** Calls `body` with each shadow tree that this frame's page keeps closed as `this`. Costs what the page weighs: all of it is named on the way. */
  callOnClosedTrees(body: string, context?: number): Promise<void>
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
/** Electron never hands over an answer in which more than 200 objects and lists lie in each other; an element is two. */
const deepest = 70

/** The DevTools connection must be open. */
export async function followFrames(inspector: Debugger, worldName: string): Promise<PageFrames> {
  /** Sessions of the frames in other processes, by frame. */
  const sessions = new Map<string, string>()
  const attach = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }
  const note = (_event: unknown, method: string, params: Attached) => {
    if (method === 'Target.attachedToTarget' && params.targetInfo?.type === 'iframe' && params.sessionId) {
      sessions.set(params.targetInfo.targetId, params.sessionId)
      // Frames within it may have processes of their own again.
      inspector.sendCommand('Target.setAutoAttach', attach, params.sessionId).catch(() => undefined) // It has gone already.
    }
    if (method === 'Target.detachedFromTarget')
      for (const [frame, session] of sessions) if (session === params.sessionId) sessions.delete(frame)
  }
  inspector.on('message', note)
  inspector.once('detach', () => inspector.off('message', note))
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

  const callOn = async (
    session: string | undefined,
    { node, context, body }: { readonly node: number; readonly context: number; readonly body: string },
  ): Promise<unknown> => {
    const resolved = await send(session, 'DOM.resolveNode', { backendNodeId: node, executionContextId: context })
    const { object } = resolved as { object: { objectId: string } } // as the protocol declares it
    const { objectId } = object
    const reply = await send(session, 'Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: body,
      returnByValue: true,
    })
    return (reply as { result: { value?: unknown } }).result.value // as the protocol declares it
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
        return callOn(session, { node: owner.backendNodeId, context: within ?? (await isolated()), body })
      },
      async callOnClosedTrees(body, within) {
        const got = (await send(session, 'DOM.getDocument', { depth: deepest, pierce: true })) as { root: DomNode } // as the protocol declares it
        // Else every change would be told from now on. Another frame of the process may have said it already.
        await send(session, 'DOM.disable', {}).catch(() => undefined) // It is off already, or the frame has gone.
        const document = isFirst ? got.root : contentOf(got.root, frame.id)
        const trees = document ? closedTrees(document) : []
        if (trees.length === 0) return
        const into = within ?? (await isolated())
        await Promise.all(trees.map((node) => callOn(session, { node, context: into, body })))
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

type DomNode = {
  readonly backendNodeId: number
  /** Of the frame that an element holds. */
  readonly frameId?: string
  readonly shadowRootType?: 'user-agent' | 'open' | 'closed'
  readonly children?: readonly DomNode[]
  readonly shadowRoots?: readonly DomNode[]
  readonly contentDocument?: DomNode
}

/** The document in a frame of that process, however deep. */
function contentOf(top: DomNode, frameId: string): DomNode | undefined {
  for (const node of nodesIn(top, true))
    if (node.frameId === frameId && node.contentDocument) return node.contentDocument
  return undefined
}

function closedTrees(document: DomNode): number[] {
  return [...nodesIn(document, false)].flatMap((node) => (node.shadowRootType === 'closed' ? [node.backendNodeId] : []))
}

/** Without recursion: pages may be deeper than a stack. */
function* nodesIn(top: DomNode, isThroughFrames: boolean): Generator<DomNode> {
  const waiting = [top]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node
    waiting.push(...(node.shadowRoots ?? []), ...(node.children ?? []))
    if (isThroughFrames && node.contentDocument) waiting.push(node.contentDocument)
  }
}
