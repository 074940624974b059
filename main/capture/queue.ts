// What is captured next: what the person added last comes first, two pages at a time, one of a host with a rest after it. Every address is
// written down before it is begun, so that what a crash or an end of the app cuts short is taken up again.
import type { CaptureJob, CaptureState } from '../../preload/capture.ts'
import { failureClass, ok, toFailure, type Failure } from '../../preload/failure.ts'
import { hostPort } from './address.ts'
import type { Capture, Progress } from './captureArticle.ts'
import { createHostRests } from './hostRests.ts'
import { readJobsLeft, type JobStore } from './jobStore.ts'
import { limits } from './limits.ts'
import { createNetworkWait } from './networkWait.ts'
import { newJob, type Refusal } from './newJob.ts'
import { createQueueEntries, type Entry } from './queueEntries.ts'
import { hostRestMs, retryAfterMs } from './retry.ts'

export type QueueOptions = {
  readonly store: JobStore
  readonly capture: Capture
  /** host:port pairs on the own computer or network that the person has allowed for good. */
  allowed(): readonly string[]
  newId(): string
  onChange(job: CaptureJob): void
  onRemoved(id: string): void
  /** False: what remained from before stays as it is, and nothing is tried again by itself. For a process that only answers a question. */
  readonly resumes?: boolean
  /** Nothing is begun until `pause(false)`, but what is added to run all the same. */
  readonly isPaused?: boolean
  /** Whether the system says that there is a network. It may be wrong, so it only ever ends a wait. */
  isOnline?(): boolean
  /** Between two pages of one host that were added together. */
  readonly hostRestMs?: number
  now?(): number
}

export type AddOptions = {
  readonly allow?: readonly string[]
  /** Somebody waits for the answer: begun even while the queue is paused. */
  readonly evenPaused?: boolean
  /** The page stands open somewhere: kept as it is shown there, once. */
  readonly opened?: Progress['opened']
}

export type Queue = {
  /** Answers at once; the captures go on. An address that waits or runs already is that job. */
  add(texts: readonly string[], options?: AddOptions): { jobs: CaptureJob[]; refused: Refusal[] }
  /** Tries failed ones again, before all others. */
  retry(ids: readonly string[]): void
  cancel(ids: readonly string[]): void
  /** The computer has slept: what ran has lost its connections. It is begun again, once; after that its time is up. */
  wake(): void
  /** What runs goes on; what waits waits. */
  pause(isPaused: boolean): void
  /** Out of the list; cancelled first if it runs. */
  remove(ids: readonly string[]): void
  /** The latest first. */
  jobs(): readonly CaptureJob[]
  /** When it is saved or has failed; at once if it is already. */
  whenSettled(id: string): Promise<CaptureJob>
  /** When nothing runs and nothing waits. */
  idle(): Promise<void>
  /** Stops what runs; it waits for the next start. */
  close(): Promise<void>
}

const atATime = 2
/** More links than this at once are bulk work: their pages are fetched without a window first. Up to here each is worth the better road. */
const fewLinks = 50
/** A host that asks to be left alone for longer than this: the row says until when. */
const toldRestMs = 5_000
const shippedHostRestMs = 500

export function createQueue(options: QueueOptions): Queue {
  const { store, capture, allowed, newId, onChange, onRemoved, resumes = true, now = Date.now } = options
  const { isOnline = () => true, hostRestMs: restMs = shippedHostRestMs } = options
  const rests = createHostRests()
  let isPaused = options.isPaused ?? false
  let beginTimer: NodeJS.Timeout | undefined
  const entries = createQueueEntries(onRemoved)
  let batch = 0
  let isClosed = false
  let idleWaiters: (() => void)[] = []

  const running = new Set<Entry>()

  const set = (entry: Entry, change: Partial<Pick<CaptureJob, 'state' | 'tries' | 'title'>>) => {
    entry.job = { ...entry.job, ...change }
    if (change.state?.kind === 'waiting') entries.waitAnew()
    if (entries.has(entry.job.id)) onChange(entry.job)
  }
  const write = (entry: Entry) => {
    const { job } = entry
    return (entry.written = entry.written.then(() => store.writeJob(job)))
  }
  // A file that stays is found at the next start and seen to be done, or is removed then.
  const unwrite = (entry: Entry) => (entry.written = entry.written.then(() => store.removeJob(entry.job.id)))

  const settle = (entry: Entry, state: CaptureState) => {
    set(entry, { state })
    for (const tell of entry.waiters.splice(0)) tell(entry.job)
  }

  const begin = () => {
    if (isClosed) return
    clearTimeout(beginTimer)
    const hosts = new Set([...running].map(({ host }) => host))
    let nextAt = Infinity
    const resting = new Map<string, Entry>()
    for (const entry of entries.waiting()) {
      if (running.size >= atATime) break
      const { host } = entry
      const freeAt = freeAtOf(entry)
      if (freeAt > now()) nextAt = Math.min(nextAt, freeAt)
      if (freeAt < Infinity && freeAt - now() > toldRestMs && !resting.has(host)) resting.set(host, entry)
      if (hosts.has(host) || freeAt > now()) continue
      hosts.add(host)
      const controller = new AbortController()
      entry.running = { controller, done: run(entry, controller.signal) }
      running.add(entry)
    }
    if (nextAt < Infinity) {
      beginTimer = setTimeout(begin, Math.min(nextAt - now(), 60_000))
      beginTimer.unref?.()
    }
    if (running.size === 0 && entries.waiting().length === 0) for (const tell of idleWaiters.splice(0)) tell()
    for (const entry of resting.values()) sayRest(entry, freeAtOf(entry))
  }

  const sayRest = (entry: Entry, freeAt: number) => {
    const { state } = entry.job
    const until = new Date(freeAt).toISOString()
    if (state.kind === 'waiting' && state.until !== until) set(entry, { state: { kind: 'waiting', until } })
  }

  /** Infinity: not before something changes that calls `begin` itself. */
  const freeAtOf = ({ order: { batch: added }, evenPaused, host }: Entry): number => {
    if (isPaused && !evenPaused) return Infinity
    if (network.holds(added)) return Infinity
    return rests.freeAt(host, added)
  }

  const run = async (entry: Entry, signal: AbortSignal) => {
    await Promise.resolve() // so that `begin` has written down that it runs
    set(entry, { state: { kind: 'running', stage: 'opening' }, tries: entry.job.tries + 1 })
    const outcome = await attempt(entry, signal)
    delete entry.running
    running.delete(entry)
    rests.rest(entry.host, entry.order.batch, now() + restMs)
    if (outcome.ok || outcome.failure.code !== 'offline') network.end()
    if (!entries.has(entry.job.id)) return begin()
    if (isClosed && !outcome.ok) return set(entry, { state: { kind: 'waiting' }, tries: entry.job.tries - 1 })
    if (outcome.ok) {
      await unwrite(entry)
      settle(entry, outcome.value)
      entries.forgetSaved()
    } else if (entry.sleep === 'now') {
      entry.sleep = 'before'
      set(entry, { state: { kind: 'waiting' }, tries: entry.job.tries - 1 })
    } else {
      const tooSlow: Failure = { code: 'too-slow', seconds: limits.pageMs / 1_000 }
      await fail(entry, entry.sleep === 'again' ? tooSlow : outcome.failure)
      delete entry.sleep
    }
    begin()
  }

  const attempt: (entry: Entry, signal: AbortSignal) => ReturnType<Capture> = async (entry, signal) => {
    try {
      const written = await entry.written // written down before it is begun
      if (!written.ok) return written
      const { opened } = entry
      delete entry.opened // A second try opens the address itself.
      return await capture(entry.job, {
        ...(opened && { opened }),
        allow: [...allowed(), ...(entry.job.allow ?? [])],
        signal,
        onStage: (stage) => set(entry, { state: { kind: 'running', stage } }),
        onTitle: (title) => set(entry, { title }),
        async onKnown(known) {
          entry.job = { ...entry.job, plan: { ...entry.job.plan, known } }
          return write(entry)
        },
      })
    } catch (error) {
      return { ok: false, failure: toFailure(error) }
    }
  }

  const fail = async (entry: Entry, failure: Failure) => {
    const wait = resumes ? retryAfterMs(failure, entry.job.tries) : undefined
    const askedMs = hostRestMs(failure)
    if (askedMs !== undefined) rests.rest(entry.host, entry.order.batch, now() + askedMs)
    if (failure.code === 'offline' && resumes) network.begin(batch)
    const state: CaptureState = {
      kind: 'failed',
      failure,
      ...(wait !== undefined && { retryAt: new Date(now() + wait).toISOString() }),
    }
    entry.job = { ...entry.job, state }
    // The link is kept where the world was to blame; what was refused or called off leaves nothing behind.
    const isKept = failureClass(failure) !== 'policy' && failure.code !== 'cancelled'
    await (isKept ? write(entry) : unwrite(entry))
    if (!entries.has(entry.job.id)) return
    settle(entry, state)
    if (wait !== undefined) retryLater(entry, wait)
  }

  const network = createNetworkWait({
    isOnline,
    now,
    onEnd() {
      for (const entry of entries.all()) {
        const { state } = entry.job
        if (state.kind === 'failed' && state.failure.code === 'offline') waitAgain(entry, entry.order.batch)
      }
      begin()
    },
  })

  const retryLater = (entry: Entry, ms: number) => {
    clearTimeout(entry.retryTimer)
    entry.retryTimer = setTimeout(() => again(entry, entry.order.batch), ms)
    entry.retryTimer.unref?.()
  }

  const again = (entry: Entry, order: number) => {
    waitAgain(entry, order)
    begin()
  }

  const waitAgain = (entry: Entry, order: number) => {
    clearTimeout(entry.retryTimer)
    if (isClosed || entry.running || entry.job.state.kind !== 'failed' || !entries.has(entry.job.id)) return
    entry.order.batch = order
    set(entry, { state: { kind: 'waiting' } })
    void write(entry)
  }

  const takeUp = async () => {
    for (const { job, batch: added } of await readJobsLeft(store, newId)) {
      if (isClosed || entries.has(job.id)) continue
      const { state } = job
      const order = { batch: added, index: entries.count() }
      const entry: Entry = { job, host: hostPort(job.url), order, written: Promise.resolve(ok(null)), waiters: [] }
      entries.enlist(entry)
      onChange(entry.job)
      const retryAt = state.kind === 'failed' ? state.retryAt : undefined
      if (retryAt !== undefined && resumes) retryLater(entry, Math.max(Date.parse(retryAt) - now(), 0))
    }
    begin()
  }
  const takenUp = resumes ? takeUp() : Promise.resolve()

  const addOne = (
    text: string,
    index: number,
    { allow = [], evenPaused = false, opened, ...rest }: AddOptions & { isBulk: boolean; addedAt: string },
  ): CaptureJob | Refusal => {
    const job = newJob(text, { ...rest, allow, allowed: allowed(), newId })
    if ('failure' in job) return job
    const same = entries.unsavedOf(job.url)
    if (same) {
      same.evenPaused ||= evenPaused
      if (opened) same.opened = opened
      same.job = { ...same.job, allow: [...new Set([...(same.job.allow ?? []), ...allow])] }
      waitAgain(same, batch)
      return same.job
    }
    const entry: Entry = {
      job,
      host: hostPort(job.url),
      order: { batch, index },
      evenPaused,
      ...(opened && { opened }),
      written: Promise.resolve(ok(null)),
      waiters: [],
    }
    entries.enlist(entry)
    if (job.state.kind === 'waiting') void write(entry)
    onChange(job)
    return job
  }

  return {
    add(texts, addOptions = {}) {
      batch++
      const jobs = new Map<string, CaptureJob>()
      const refused: Refusal[] = []
      const all = { ...addOptions, isBulk: texts.length > fewLinks, addedAt: new Date(now()).toISOString() }
      for (const [index, text] of texts.entries()) {
        const one = addOne(text, index, all)
        if ('failure' in one) refused.push(one)
        else if (!jobs.has(one.id)) jobs.set(one.id, one)
      }
      begin()
      return { jobs: [...jobs.values()], refused }
    },
    retry(ids) {
      batch++
      for (const id of ids) {
        const entry = entries.get(id)
        if (!entry) continue
        rests.lift(entry.host)
        waitAgain(entry, batch)
      }
      begin()
    },
    wake() {
      for (const entry of running) {
        entry.sleep = entry.sleep === undefined ? 'now' : 'again'
        entry.running?.controller.abort()
      }
    },
    pause(next) {
      isPaused = next
      begin()
    },
    cancel(ids) {
      const waiting: Promise<void>[] = []
      for (const id of ids) {
        const entry = entries.get(id)
        if (!entry) continue
        clearTimeout(entry.retryTimer)
        delete entry.sleep
        if (entry.running) entry.running.controller.abort()
        else if (entry.job.state.kind === 'waiting') waiting.push(fail(entry, { code: 'cancelled' }))
      }
      void Promise.all(waiting).then(begin)
    },
    remove(ids) {
      for (const id of ids) {
        const entry = entries.get(id)
        if (!entry) continue
        clearTimeout(entry.retryTimer)
        entries.remove(id)
        entry.running?.controller.abort()
        void unwrite(entry)
        for (const tell of entry.waiters.splice(0))
          tell({ ...entry.job, state: { kind: 'failed', failure: { code: 'cancelled' } } })
        onRemoved(id)
      }
      begin()
    },
    jobs: () => entries.inOrder().map(({ job }) => job),
    whenSettled(id) {
      const entry = entries.get(id)
      if (!entry) return Promise.reject(new Error(`no capture has the id ${id}`))
      const { kind } = entry.job.state
      if (kind === 'saved' || kind === 'failed') return Promise.resolve(entry.job)
      return new Promise((resolve) => entry.waiters.push(resolve))
    },
    async idle() {
      await takenUp
      if (running.size > 0 || entries.waiting().length > 0)
        await new Promise<void>((resolve) => idleWaiters.push(resolve))
    },
    async close() {
      isClosed = true
      clearTimeout(beginTimer)
      network.close()
      for (const entry of entries.all()) {
        clearTimeout(entry.retryTimer)
        entry.running?.controller.abort()
      }
      await Promise.all([...running].flatMap((entry) => entry.running?.done ?? []))
      await Promise.allSettled([takenUp, ...entries.all().map(({ written }) => written)])
      idleWaiters = []
    },
  }
}
