// Our own script in an isolated world of the page, asked through Chromium's DevTools protocol: that answers while the page is still loading,
// which Electron's own way does not. The page cannot see the script, but it can keep it from answering: every question has a limit.
import type { WebContents } from 'electron'

/** The page's process did not answer: it is busy with a script of its own that does not end. */
export class NoAnswer extends Error {}
/** The page went elsewhere; what was asked is gone with it. */
export class PageLeft extends Error {}

export type PageWorld = {
  /** `call`: an export of page/freeze.ts with its arguments, as JavaScript. What it answers is data from beside a hostile page. */
  ask(call: string, timeoutMs: number): Promise<unknown>
  /** For steps that a page can do without: undefined where it does not answer soon. */
  tryAsk(call: string): Promise<unknown>
  /** The execution context that the script has last answered from, as the DevTools protocol knows it. */
  context(): Promise<number>
}

/** What a page can do without is not waited for any longer. */
const extraMs = 2_000

export const worldName = 'offprint'
/** No question has this answer. */
const absent = 'offprint: absent'

/**
 * `script`: the text of out/page/freeze.js. It is there from the first moment of every document that the window loads from now on.
 * The DevTools connection must be open.
 */
export async function openPageWorld(contents: WebContents, script: string): Promise<PageWorld> {
  const { debugger: inspector } = contents
  const source = `${script}\n;offprint_freeze.settling.watchPage();`
  await inspector.sendCommand('Page.enable')
  await inspector.sendCommand('Page.addScriptToEvaluateOnNewDocument', { source, worldName })
  let context: number | undefined
  const forget = () => (context = undefined)
  contents.on('did-navigate', forget)
  inspector.once('detach', () => contents.off('did-navigate', forget))

  const worldOf = async (): Promise<number> => {
    const { frameTree } = (await inspector.sendCommand('Page.getFrameTree')) as { frameTree: { frame: { id: string } } } // as the protocol declares it
    const made: unknown = await inspector.sendCommand('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName,
    })
    return (made as { executionContextId: number }).executionContextId // as the protocol declares it
  }
  const evaluate = async (expression: string): Promise<unknown> => {
    context ??= await worldOf()
    const reply = (await inspector.sendCommand('Runtime.evaluate', {
      expression,
      contextId: context,
      awaitPromise: true,
      returnByValue: true,
    })) as Evaluated // as the protocol declares it
    if (reply.exceptionDetails)
      throw new Error(
        `in the captured page: ${reply.exceptionDetails.exception?.description ?? reply.exceptionDetails.text}`,
      )
    return reply.result.value
  }
  const answered = async (call: string): Promise<unknown> => {
    try {
      const answer = await evaluate(`typeof offprint_freeze === 'undefined' ? '${absent}' : offprint_freeze.${call}`)
      if (answer !== absent) return answer
      await evaluate(`${source};0`)
      return await evaluate(`offprint_freeze.${call}`)
    } catch (error) {
      if (
        error instanceof Error &&
        /context|frame|navigat|closed|target/i.test(error.message) &&
        !error.message.startsWith('in the captured page')
      ) {
        context = undefined
        throw new PageLeft()
      }
      throw error
    }
  }

  const ask = (call: string, timeoutMs: number): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new NoAnswer()), timeoutMs)
      void answered(call)
        .then(resolve, reject)
        .finally(() => clearTimeout(timer))
    })

  return {
    context: async () => (context ??= await worldOf()),
    ask,
    async tryAsk(call) {
      try {
        return await ask(call, extraMs)
      } catch (error) {
        if (error instanceof NoAnswer) return undefined // Where nothing works any more, a question that matters finds it out.
        throw error
      }
    },
  }
}

type Evaluated = {
  readonly result: { readonly value?: unknown }
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } }
}
