// The links of the queue: those that wait, run or have failed, and the latest saved ones; found by id and by address, in the order they are begun in.
import type { CaptureJob } from '../../preload/capture.ts'
import type { Result } from '../../preload/failure.ts'
import type { Progress } from './captureArticle.ts'
import type { PlannedJob } from './newJob.ts'

/** So many saved ones are remembered for the list; the articles themselves are in the library. */
const savedRemembered = 100

export type Entry = {
  job: PlannedJob
  /** With its port. Kept, for of each that waits it is asked whenever one is begun. */
  readonly host: string
  /** Later ones first; within one addition the first one first. */
  readonly order: { batch: number; index: number }
  /** Runs while the others are paused. */
  evenPaused?: boolean
  opened?: Progress['opened']
  /** The computer has slept while it ran; it was begun again after that; and slept through once more. */
  sleep?: 'now' | 'before' | 'again'
  running?: { readonly controller: AbortController; readonly done: Promise<void> }
  retryTimer?: NodeJS.Timeout
  /** The last write of its file: writes of one file keep their order. */
  written: Promise<Result<unknown>>
  waiters: ((job: CaptureJob) => void)[]
}

export type QueueEntries = {
  enlist(entry: Entry): void
  remove(id: string): void
  has(id: string): boolean
  get(id: string): Entry | undefined
  /** The latest job of this address, unless it is over and saved. */
  unsavedOf(url: string): Entry | undefined
  count(): number
  /** As they came. */
  all(): readonly Entry[]
  /** The latest addition first. */
  inOrder(): readonly Entry[]
  /** What waits, in that order. Cheap while nothing waits that did not before. */
  waiting(): readonly Entry[]
  /** Something waits that did not, or waits at another place. */
  waitAnew(): void
  forgetSaved(): void
}

/** `onForgotten`: a saved one is remembered no longer. */
export function createQueueEntries(onForgotten: (id: string) => void): QueueEntries {
  const entries = new Map<string, Entry>()
  /** By address; the latest job of each, which may be over by now. */
  const latest = new Map<string, Entry>()
  /** What waits, in its order; undefined when it is to be looked up anew. */
  let line: readonly Entry[] | undefined
  const isWaiting = ({ job, running }: Entry) => job.state.kind === 'waiting' && !running && entries.has(job.id)
  const byOrder = (a: Entry, b: Entry) => b.order.batch - a.order.batch || a.order.index - b.order.index
  const inOrder = () => [...entries.values()].sort(byOrder)

  return {
    enlist(entry) {
      entries.set(entry.job.id, entry)
      latest.set(entry.job.url, entry)
      line = undefined
    },
    remove: (id) => void entries.delete(id),
    has: (id) => entries.has(id),
    get: (id) => entries.get(id),
    unsavedOf(url) {
      const same = latest.get(url)
      return same && entries.has(same.job.id) && same.job.state.kind !== 'saved' ? same : undefined
    },
    count: () => entries.size,
    all: () => [...entries.values()],
    inOrder,
    waiting: () => (line = (line ?? inOrder()).filter(isWaiting)),
    waitAnew: () => (line = undefined),
    forgetSaved() {
      const saved = [...entries.values()].filter(({ job }) => job.state.kind === 'saved')
      for (const { job } of saved.slice(0, Math.max(saved.length - savedRemembered, 0))) {
        entries.delete(job.id)
        if (latest.get(job.url)?.job.id === job.id) latest.delete(job.url)
        onForgotten(job.id)
      }
    },
  }
}
