// What became of a long list of links, told when all of it is through, and kept right while those that failed are tried again. It stays until
// it is put away or another list is through: whoever adds hundreds of links does not sit and wait for the last.
import type { CaptureJob } from '../../preload/capture.ts'
import { createStore } from '../ui/createStore.ts'

/** `here`: was kept before; this is one more version of it. `cancelled`: by the person, so that nothing has failed. `offline`: tried again by itself when there is a network. */
export type Outcome = 'saved' | 'here' | 'failed' | 'cancelled' | 'offline' | 'underWay'

/** Of fewer the rows themselves show at a glance what became of them. */
export const longList = 10

export type Outcomes = ReadonlyMap<string, Outcome>

/** By job. */
export const listSummary = createStore<{ readonly list?: Outcomes }>({})

const outcomes = new Map<string, Outcome>()
/** What is to be told of the list by `tellOutcomes`; undefined: no longer in it. */
const changes = new Map<string, Outcome | undefined>()

export function noteOutcome({ id, state }: CaptureJob) {
  const outcome = outcomeOf(state)
  outcomes.set(id, outcome)
  if (listSummary.get().list?.has(id)) changes.set(id, outcome)
}

/** Changes the list by what was noted since. Of thousands tried again each would copy it whole. */
export function tellOutcomes() {
  if (changes.size === 0) return
  const list = new Map(listSummary.get().list)
  for (const [id, outcome] of changes) {
    if (outcome === undefined) list.delete(id)
    else if (list.has(id)) list.set(id, outcome)
  }
  changes.clear()
  listSummary.set({ list })
}

/** Out of the list of captures: let go by the person where it had failed, and no longer needed where it is saved. */
export function noteRemoved(id: string) {
  const isKept = (outcome: Outcome | undefined) => outcome === 'saved' || outcome === 'here'
  if (!isKept(outcomes.get(id))) outcomes.delete(id)
  const { list } = listSummary.get()
  if (list?.has(id) && !isKept(changes.get(id) ?? list.get(id))) changes.set(id, undefined)
}

/** None of these is under way any more. Those of the list told already that were tried again are no new list. */
export function noteEnd(ids: ReadonlySet<string>) {
  const { list } = listSummary.get()
  const told = [...ids].flatMap((id) => (outcomes.has(id) ? [[id, outcomes.get(id)!] as const] : []))
  outcomes.clear()
  if (told.length >= longList && !told.every(([id]) => list?.has(id))) listSummary.set({ list: new Map(told) })
}

export function putSummaryAway() {
  changes.clear()
  listSummary.set({})
}

export type OutcomeCounts = Readonly<Record<Outcome, number>>

export function countOutcomes(list: Outcomes): OutcomeCounts {
  const counts = { saved: 0, here: 0, failed: 0, cancelled: 0, offline: 0, underWay: 0 }
  for (const outcome of list.values()) counts[outcome] += 1
  return counts
}

function outcomeOf(state: CaptureJob['state']): Outcome {
  if (state.kind === 'saved') return state.knownSince === undefined ? 'saved' : 'here'
  if (state.kind !== 'failed') return 'underWay'
  const { code } = state.failure
  return code === 'cancelled' || code === 'offline' ? code : 'failed'
}
