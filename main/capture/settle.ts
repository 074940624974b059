// Waits until a loaded page has come to rest, and no longer: a page without scripts is at rest at once. On the way, a view as tall as the
// page makes it load what it keeps for those who scroll.
import type { Parameters } from 'electron'
import { viewport, type CaptureWindow } from './captureWindow.ts'
import { pageState, type PageState } from './frozenPage.ts'
import type { Limits } from './limits.ts'
import { PageLeft, type PageWorld } from './pageWorld.ts'

/** The markup itself takes the engine too long. */
export class TooComplex extends Error {}

export type Settled = {
  readonly kind: 'settled'
  /** What was still missing when patience ended. */
  readonly shortcomings: readonly string[]
}

type Options = {
  readonly window: CaptureWindow
  readonly limits: Limits
  readonly deadlineAt: number
  /** Called at most once, when something asks for consent. */
  refuse(): Promise<unknown>
}

/** How long text stands still before it is taken as final. */
const calmMs = 150
/** With text on the page, a network that never rests is waited for no longer than this. */
const restlessMs = 1_500
const enoughText = 500
/** A page of scripts with hardly any text may still be making it, long after everything has come. */
const scantCalmMs = 600
const askEveryMs = 20
/** Since the last request began or ended: a script that asks for one thing after the other is not at rest in between. */
const idleMs = 40
/** A page that sends its reader on by itself does it within this time, or is a page of its own. */
const refreshSeconds = 5
/** Taller views make renderers fail. */
const tallestPx = 20_000
/** How often a page that grows at its end is given more room. */
const growths = 8
/** A script that has seen its elements come into view may wait this long before it acts. */
const answerMs = 150
/** Kept of the page's time for reading what is there. */
const readingMs = 3_000

/** Call when the page has begun to arrive. */
export async function settle(options: Options): Promise<Settled> {
  for (;;) {
    try {
      return await settleOnce(options)
    } catch (error) {
      if (!(error instanceof PageLeft)) throw error // It went elsewhere: what is there now is waited for.
      await pause(askEveryMs)
    }
  }
}

async function settleOnce({ window, limits, deadlineAt, refuse }: Options): Promise<Settled> {
  const { contents, traffic, world } = window
  const ask = async (): Promise<PageState> =>
    pageState.parse(await world.ask('settling.pageStateNow()', limits.stuckMs))
  const lastAt = deadlineAt - readingMs

  let state = await ask()
  let wholeAt: number | undefined
  while ((state.ready === 'loading' || !traffic.top()?.isComplete) && Date.now() < lastAt) {
    await pause(askEveryMs)
    state = await ask()
    // All of it is there and nothing is on its way, and still it is not read.
    if (!traffic.top()?.isComplete || traffic.pending() > 0) wholeAt = undefined
    else if (Date.now() - (wholeAt ??= Date.now()) > limits.parseMs) throw new TooComplex()
  }
  let endAt = Math.min(Date.now() + limits.settleMs, lastAt)
  let isAtRest = false
  let completeAt: number | undefined
  const rest = async (): Promise<PageState> => {
    for (;;) {
      const now = await ask()
      const hasAll = now.ready === 'complete' && now.pendingImages === 0 && traffic.pending() === 0
      if (now.ready === 'complete') completeAt ??= Date.now()
      const hasText = now.textLength > enoughText || Date.now() - (completeAt ?? Date.now()) > scantCalmMs
      const isCalm = now.unchangedMs > calmMs && Date.now() - traffic.lastChangeAt() > idleMs
      const isQuiet = now.scripts === 0 || (isCalm && hasText)
      isAtRest = (hasAll && isQuiet) || (now.unchangedMs > restlessMs && now.textLength > enoughText)
      if (isAtRest || Date.now() > endAt) return now
      await pause(askEveryMs)
    }
  }

  if (state.refreshSeconds !== undefined && state.refreshSeconds <= refreshSeconds && state.textLength < enoughText) {
    await leaves(world, state.refreshSeconds * 1_000 + 1_500)
  }
  state = await rest()
  if (state.scripts > 0 && (await world.ask('settling.mayAskConsent()', limits.stuckMs)) === true) {
    const askedAt = Date.now()
    await refuse()
    endAt = Math.min(endAt + (Date.now() - askedAt), lastAt)
    state = await rest()
  }
  const isLonger = state.heightPx > viewport.height
  if (state.lazyImages > 0 || (state.scripts > 0 && isLonger)) {
    // A page that grows when its end is reached is followed for a while; some have no end.
    for (let round = 0, height = 0; round < growths && Date.now() < endAt; round++) {
      const wanted = Math.min(Math.max(state.heightPx, viewport.height), tallestPx)
      if (wanted < height + viewport.height / 4 && round > 0) break
      height = wanted
      contents.enableDeviceEmulation(tallView(height))
      await world.ask('settling.lookAround()', limits.stuckMs)
      await pause(answerMs)
      await rest()
      // What has come just now may still be on its way into the page.
      await world.ask('settling.framesPainted(2)', limits.stuckMs)
      state = await rest()
    }
    contents.disableDeviceEmulation()
    await world.ask('settling.framesPainted(1)', limits.stuckMs)
  }
  return { kind: 'settled', shortcomings: isAtRest ? [] : ['The page was still changing when its time was up.'] }
}

function tallView(height: number): Parameters {
  const size = { width: viewport.width, height }
  return {
    screenPosition: 'desktop',
    screenSize: size,
    viewSize: size,
    viewPosition: { x: 0, y: 0 },
    deviceScaleFactor: 0,
    scale: 1,
  }
}

/** Waits for the page to go where it said it would; else it stays as it is. */
async function leaves(world: PageWorld, ms: number): Promise<void> {
  const endAt = Date.now() + ms
  while (Date.now() < endAt) {
    await world.ask('settling.pageStateNow()', ms)
    await pause(askEveryMs)
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
