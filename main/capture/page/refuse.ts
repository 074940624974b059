// Refuses what a consent manager asks, by the rules of DuckDuckGo's autoconsent. Runs in an isolated world of each frame of a captured page; what
// a rule has to ask of the page's own scripts is asked by main, which this file tells of it.
import AutoConsent, { type CompactCMPRuleset } from '@duckduckgo/autoconsent'
import type { RefusalState } from '../frozenPage.ts'

const wanted: { id: string; code: string }[] = []
let consent: AutoConsent | undefined

/** Looks once, at what is there now: the page is at rest. Again where it has looked before and there was nothing. */
export function begin(compact: CompactCMPRuleset): void {
  if (consent && consent.state.lifecycle !== 'nothingDetected') return
  consent = new AutoConsent(
    (message) => {
      if (message.type === 'eval') wanted.push({ id: message.id, code: message.code })
      return Promise.resolve()
    },
    {
      autoAction: 'optOut',
      detectRetries: 0,
      enablePrehide: false,
      enableCosmeticRules: true,
      enableGeneratedRules: true,
      enableHeuristicDetection: false,
      heuristicMode: 'reject',
    },
    { autoconsent: [], compact },
  )
  // The heuristics, by which it knows walls that have no rules, join in at every second attempt. It starts when the page is idle.
  consent.state.findCmpAttempts = 1
}

/** How far it has come, and what is wanted of the page since the last time. */
export function state(): RefusalState {
  return { lifecycle: consent?.state.lifecycle ?? 'loading', wanted: wanted.splice(0) }
}

export function answer(id: string, value: boolean): void {
  void consent?.receiveMessageCallback({ type: 'evalResp', id, result: value })
}
