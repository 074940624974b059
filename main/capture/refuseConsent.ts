// Dismisses what asks for consent before the page is kept, the refusing way. Looks first whether anything asks: most pages do not.
import type { ConsentScript } from './consentScript.ts'
import { refusalState } from './frozenPage.ts'
import type { PageFrame, PageFrames } from './pageFrames.ts'

type Options = {
  readonly frames: PageFrames
  readonly scriptFor: ConsentScript
  readonly deadlineAt: number
}

/** A refusal takes this long at most; the managers themselves have animations and second pages. */
const longestMs = 6_000
/** Where nothing of a manager is found. */
const searchMs = 4_000
const askEveryMs = 20
const mostFrames = 12

const ended = new Set(['nothingDetected', 'optOutSucceeded', 'optOutFailed', 'done'])

/** True where something was refused. Never fails: a page with its banner is still a page. */
export async function refuseConsent({ frames, scriptFor, deadlineAt }: Options): Promise<boolean> {
  const began = Date.now()
  const endAt = Math.min(began + longestMs, deadlineAt)
  const at = new Map<string, string>()
  const begun = new Map<string, PageFrame>()
  for (;;) {
    for (const frame of await frames.list(mostFrames)) {
      if (begun.has(frame.documentId) || !/^https?:|^about:(?:blank|srcdoc)/.test(frame.url)) continue
      begun.set(frame.documentId, frame)
      const script = scriptFor({ url: frame.url, isTop: frame.parent === undefined })
      await attempt(() => frame.evaluate(script, 'isolated'))
    }
    for (const [document, frame] of begun) {
      if (!ended.has(at.get(document) ?? '')) at.set(document, await step(frame, at.get(document)))
    }
    const states = [...at.values()]
    const isRefused = states.some((state) => state === 'done' || state === 'optOutSucceeded')
    const isFound = states.some((state) => /detected|popup|running|optOut/i.test(state) && state !== 'nothingDetected')
    if (isRefused && !states.includes('runningOptOut')) return true
    if (states.every((state) => ended.has(state))) return isRefused
    if (Date.now() > (isFound ? endAt : Math.min(endAt, began + searchMs))) return isRefused
    await new Promise((resolve) => setTimeout(resolve, askEveryMs))
  }
}

/** How far the frame has come; its rules' questions to the page are answered on the way. */
async function step(frame: PageFrame, before: string | undefined): Promise<string> {
  const answer = await attempt(() => frame.evaluate('offprint_refuse.state()', 'isolated'))
  const state = refusalState.safeParse(answer)
  // The frame has gone: with what it asked, where that was being refused.
  if (!state.success) return before === 'runningOptOut' ? 'done' : 'nothingDetected'
  const answers = state.data.wanted.map(async ({ id, code }) => {
    const value = await attempt(() =>
      frame.evaluate(`(() => { try { return !!(${code}) } catch { return false } })()`, 'page'),
    )
    await attempt(() => frame.evaluate(`offprint_refuse.answer(${JSON.stringify(id)}, ${value === true})`, 'isolated'))
  })
  await Promise.all(answers)
  return state.data.lifecycle
}

async function attempt(ask: () => Promise<unknown>): Promise<unknown> {
  try {
    return await ask()
  } catch {
    return undefined // The frame has gone, or does not answer; the page is kept as it is.
  }
}
