// What is waited for while a page settles: that all it has asked for is there, and that its scripts have come to rest. Both are facts, asked
// for until they hold or patience ends.
import { setTimeout as pause } from 'node:timers/promises'
import type { CaptureWindow } from './captureWindow.ts'
import { arrival, pageState, type Arrival, type PageState } from './frozenPage.ts'
import type { Limits } from './limits.ts'
import { NoAnswer } from './pageWorld.ts'

export type Rests = {
  now(): Promise<PageState>
  /** Everything the page has asked for has come, and there is something to read. Its scripts may still be at work. */
  whole(): Promise<PageState>
  /** The same, and its scripts have come to rest. */
  rest(): Promise<PageState>
  /** The page's scripts were given something to answer to: they have the time for it before they count as at rest. */
  stir(): void
  /** More patience. */
  extend(ms: number): void
  isOver(): boolean
  /** False when patience ended first. */
  isAtRest(): boolean
}

type Options = { readonly window: CaptureWindow; readonly limits: Limits; readonly lastAt: number }

/** How long text stands still before it is taken as final. */
const calmMs = 150
/** The same, of a page that says it is being made. */
const madeWithinMs = 4_000
/** A script that has seen its elements come into view may wait this long before it acts. */
const answerMs = 150
/** With text on the page, a network that never rests is waited for no longer than this. */
const restlessMs = 1_500
/** A page of scripts with hardly any text may still be making it, long after everything has come. */
const scantCalmMs = 600
/** Since the last request began or ended: a script that asks for one thing after the other is not at rest in between. */
const idleMs = 40
export const enoughText = 500
export const askEveryMs = 20

export function createRests({ window, limits, lastAt }: Options): Rests {
  const { traffic } = window
  let endAt = Math.min(Date.now() + limits.settleMs, lastAt)
  let completeAt: number | undefined
  let stirredAt = 0
  let isAtRest = false

  const until = async (isEnough: (now: PageState) => boolean): Promise<PageState> => {
    for (;;) {
      const now = await stateOf(window, limits)
      if (now.ready === 'complete') completeAt ??= Date.now()
      isAtRest = isEnough(now) || (now.unchangedMs > restlessMs && now.textLength > enoughText)
      if (isAtRest || Date.now() > endAt) return now
      await pause(askEveryMs)
    }
  }
  const isWhole = ({ ready, pendingImages, scripts, textLength }: PageState): boolean => {
    if (ready !== 'complete' || pendingImages > 0 || traffic.pending() > 0) return false
    if (scripts === 0) return true
    const hasText = textLength > enoughText || Date.now() - (completeAt ?? Date.now()) > scantCalmMs
    return hasText && Date.now() - traffic.lastChangeAt() > idleMs
  }
  const isCalm = ({ scripts, unchangedMs, isBeingMade }: PageState): boolean =>
    scripts === 0 || (unchangedMs > (isBeingMade ? madeWithinMs : calmMs) && Date.now() - stirredAt > answerMs)

  return {
    now: () => stateOf(window, limits),
    whole: () => until(isWhole),
    rest: () => until((now) => isWhole(now) && isCalm(now)),
    stir: () => void (stirredAt = Date.now()),
    extend: (ms) => void (endAt = Math.min(endAt + ms, lastAt)),
    isOver: () => Date.now() > endAt,
    isAtRest: () => isAtRest,
  }
}

export async function stateOf({ world }: CaptureWindow, limits: Limits): Promise<PageState> {
  return pageState.parse(await world.ask('settling.pageStateNow()', limits.stuckMs))
}

/**
 * Of a page that is still being read. While its bytes come it is at work, however long it says nothing: it takes them as it reads, and one that is
 * stuck in a script takes none.
 */
export async function arrivalOf({ world, traffic, pass }: CaptureWindow, limits: Limits): Promise<Arrival> {
  const answer = world.ask('settling.arrivalNow()', limits.pageMs)
  answer.catch(() => undefined) // it may come when nobody waits for it any more
  let bytes = pass.receivedBytes()
  let takenAt = Date.now()
  for (;;) {
    const waited = new AbortController()
    const found = await Promise.race([
      answer.then((value) => ({ value })),
      pause(limits.pollMs, undefined, { signal: waited.signal }).catch(() => undefined),
    ]).finally(() => waited.abort())
    if (found) return arrival.parse(found.value)
    const received = pass.receivedBytes()
    if (!traffic.top()?.isComplete && received > bytes) takenAt = Date.now()
    else if (Date.now() - takenAt > limits.stuckMs) throw new NoAnswer()
    bytes = received
  }
}
