// Waits until a loaded page has come to rest, and no longer: a page without scripts is at rest at once. On the way, what asks for consent is
// refused, and a view as tall as the page makes it load what it keeps for those who scroll.
import { setTimeout as pause } from 'node:timers/promises'
import type { Parameters } from 'electron'
import type { Reason } from '../../preload/reason.ts'
import { viewport, type CaptureWindow } from './captureWindow.ts'
import type { PageState } from './frozenPage.ts'
import type { Limits } from './limits.ts'
import { PageLeft } from './pageWorld.ts'
import { arrivalOf, askEveryMs, createRests, enoughText, stateOf, type Rests } from './rests.ts'

/** The markup itself takes the engine too long, or is too much. */
export class TooComplex extends Error {}

export type Settled = {
  readonly kind: 'settled'
  /** What was still missing when patience ended. */
  readonly shortcomings: readonly Reason[]
  /** The view is left as tall as the page: in a smaller one it would take away what it is not showing. */
  readonly isTall: boolean
}

type Options = {
  readonly window: CaptureWindow
  readonly limits: Limits
  readonly deadlineAt: number
  /** Called when something asks for consent, and again where it may be something new. Ends within its own time; true where it has refused. */
  refuse(): Promise<boolean>
}

/** A page that sends its reader on by itself does it within this time, or is a page of its own. */
const refreshSeconds = 5
/** Taller views make renderers fail. */
const tallestPx = 20_000
/** How often a page that grows at its end is given more room. */
const growths = 8
/** Kept of the page's time for reading what is there. */
const readingMs = 3_000

/** Call when the page has begun to arrive. */
export async function settle(options: Options): Promise<Settled> {
  for (;;) {
    try {
      return await settleOnce(options)
    } catch (error) {
      // It went elsewhere: what is there now is waited for. Of a window that is gone, whoever closed it has the answer already.
      if (!(error instanceof PageLeft) || options.window.contents.isDestroyed()) throw error
      await pause(askEveryMs)
    }
  }
}

async function settleOnce({ window, limits, deadlineAt, refuse }: Options): Promise<Settled> {
  const { world } = window
  const lastAt = deadlineAt - readingMs
  const arrived = await markupRead(window, limits, lastAt)
  if (
    arrived.refreshSeconds !== undefined &&
    arrived.refreshSeconds <= refreshSeconds &&
    arrived.textLength < enoughText
  )
    await leaves(window, limits, arrived.refreshSeconds * 1_000 + 1_500)

  const rests = createRests({ window, limits, lastAt })
  let lookedAt: number | undefined
  /** True where something that asked was refused: what it kept back may come now. Looks again only at a page that has changed since. */
  const refuseWhatAsks = async ({ scripts, elements }: PageState): Promise<boolean> => {
    if (scripts === 0 || elements === lookedAt) return false
    lookedAt = elements
    if ((await world.tryAsk('settling.mayAskConsent()')) !== true) return false
    const askedAt = Date.now()
    const isRefused = await refuse()
    rests.extend(Date.now() - askedAt)
    lookedAt = (await stateOf(window, limits)).elements
    return isRefused
  }

  await refuseWhatAsks(await rests.whole())
  let isTall = await showAll(window, rests)
  if (await refuseWhatAsks(await rests.rest())) isTall = await showAll(window, rests)
  return {
    kind: 'settled',
    isTall,
    shortcomings: rests.isAtRest() ? [] : [{ code: 'still-changing' }],
  }
}

async function markupRead(window: CaptureWindow, limits: Limits, lastAt: number): Promise<PageState> {
  const { traffic } = window
  let wholeAt: number | undefined
  for (;;) {
    const { ready, elements, openDepth } = await arrivalOf(window, limits)
    if (elements > limits.elements * surelyTooMany) throw new TooComplex()
    if ((ready !== 'loading' && traffic.top()?.isComplete) || Date.now() >= lastAt) return stateOf(window, limits)
    // All of it is there and nothing is on its way, and still it is not read.
    if (!traffic.top()?.isComplete || traffic.pending() > 0) wholeAt = undefined
    else if (Date.now() - (wholeAt ??= Date.now()) > (openDepth < limits.depth ? limits.parseMs : limits.deepParseMs))
      throw new TooComplex()
    await pause(askEveryMs)
  }
}

/** Not all elements are part of what freezing would count; of so many times the limit, enough are. */
const surelyTooMany = 2

/**
 * The page as somebody sees it who scrolls to its end. One that grows there is followed for a while; some have no end. True where it has to stay so:
 * a list may hold only as much of its text as is in view.
 */
async function showAll({ contents, world }: CaptureWindow, rests: Rests): Promise<boolean> {
  let state = await rests.whole()
  if (state.isBeingMade) {
    // Some begin when a hand moves.
    await world.tryAsk('settling.lookAround()')
    rests.stir()
    state = await rests.rest()
  }
  if (state.lazyImages === 0 && (state.scripts === 0 || state.heightPx <= viewport.height)) return false
  await world.tryAsk('settling.keepAddress()')
  let height = 0
  for (let round = 0; round < growths && !rests.isOver(); round++) {
    const wanted = Math.min(Math.max(state.heightPx, viewport.height), tallestPx)
    if (wanted < height + viewport.height / 4 && round > 0) break
    height = wanted
    contents.enableDeviceEmulation(tallView(height))
    await world.tryAsk('settling.lookAround()')
    rests.stir()
    await rests.rest()
    // What has come just now may still be on its way into the page.
    await world.tryAsk('settling.framesPainted(2)')
    state = await rests.rest()
  }
  contents.disableDeviceEmulation()
  await world.tryAsk('settling.framesPainted(2)')
  const { textLength } = await rests.now()
  if (textLength > state.textLength * leastLeft) return false
  contents.enableDeviceEmulation(tallView(height))
  await world.tryAsk('settling.framesPainted(2)')
  await rests.rest()
  return true
}

/** A page with less of its text than this has taken some away; ends of sentences and counters come and go. */
const leastLeft = 0.9

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
async function leaves(window: CaptureWindow, limits: Limits, ms: number): Promise<void> {
  const endAt = Date.now() + ms
  while (Date.now() < endAt) {
    await stateOf(window, limits)
    await pause(askEveryMs)
  }
}
