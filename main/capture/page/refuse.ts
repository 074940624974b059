// Refuses what a consent manager asks, by the rules of DuckDuckGo's autoconsent. Runs in an isolated world of each frame of a captured page; what
// a rule has to ask of the page's own scripts is asked by main, which this file tells of it.
import AutoConsent, { type CompactCMPRuleset } from '@duckduckgo/autoconsent'
import compact from '@duckduckgo/autoconsent/rules/compact-rules.json'
import type { RefusalState } from '../frozenPage.ts'

const wanted: { id: string; code: string }[] = []
let consent: AutoConsent | undefined

/** Once a frame; a second time changes nothing. */
export function begin(): void {
  consent ??= new AutoConsent(
    (message) => {
      if (message.type === 'eval') wanted.push({ id: message.id, code: message.code })
      return Promise.resolve()
    },
    {
      autoAction: 'optOut',
      detectRetries: 1,
      enablePrehide: false,
      enableCosmeticRules: true,
      enableGeneratedRules: true,
      enableHeuristicDetection: false,
      heuristicMode: 'reject',
    },
    { autoconsent: [], compact: compact as unknown as CompactCMPRuleset }, // published together, for each other
  )
}

/** How far it has come, and what is wanted of the page since the last time. */
export function state(): RefusalState {
  return { lifecycle: consent?.state.lifecycle ?? 'loading', wanted: wanted.splice(0) }
}

export function answer(id: string, value: boolean): void {
  void consent?.receiveMessageCallback({ type: 'evalResp', id, result: value })
}
