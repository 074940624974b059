// What became of a long list of links, told when all of it is through, and kept right while those that failed are tried again. It stays until
// it is put away or another list is through: whoever adds hundreds of links does not sit and wait for the last.
import type { CaptureJob } from '../../preload/capture.ts'
import { createStore } from '../ui/createStore.ts'

/** `here`: was kept before; this is one more version of it. */
export type Outcome = 'saved' | 'here' | 'failed' | 'underWay'

/** Of fewer the rows themselves show at a glance what became of them. */
export const longList = 10

export type Outcomes = ReadonlyMap<string, Outcome>

/** By job. */
export const listSummary = createStore<{ readonly list?: Outcomes }>({})

const outcomes = new Map<string, Outcome>()

export function noteOutcome({ id, state }: CaptureJob) {
  const outcome = outcomeOf(state)
  outcomes.set(id, outcome)
  const { list } = listSummary.get()
  if (list?.has(id)) listSummary.set({ list: new Map(list).set(id, outcome) })
}

/** Out of the list of captures: let go by the person where it had failed, and no longer needed where it is saved. */
export function noteRemoved(id: string) {
  const isKept = (outcome: Outcome | undefined) => outcome === 'saved' || outcome === 'here'
  if (!isKept(outcomes.get(id))) outcomes.delete(id)
  const { list } = listSummary.get()
  if (!list?.has(id) || isKept(list.get(id))) return
  listSummary.set({ list: new Map([...list].filter(([other]) => other !== id)) })
}

/** None of these is under way any more. Those of the list told already that were tried again are no new list. */
export function noteEnd(ids: ReadonlySet<string>) {
  const { list } = listSummary.get()
  const told = [...ids].flatMap((id) => (outcomes.has(id) ? [[id, outcomes.get(id)!] as const] : []))
  outcomes.clear()
  if (told.length >= longList && !told.every(([id]) => list?.has(id))) listSummary.set({ list: new Map(told) })
}

export const putSummaryAway = () => listSummary.set({})

export function countOf(list: Outcomes, asked: Outcome): number {
  return [...list.values()].filter((outcome) => outcome === asked).length
}

function outcomeOf(state: CaptureJob['state']): Outcome {
  if (state.kind === 'saved') return state.knownSince === undefined ? 'saved' : 'here'
  return state.kind === 'failed' ? 'failed' : 'underWay'
}
