// What is captured next: what the person added last comes first, two pages at a time, one of a host. Every address is written down
// before it is begun, so that what a crash or an end of the app cuts short is taken up again.
import { captureJob, type CaptureJob, type CaptureState } from '../../preload/capture.ts'
import { failureClass, ok, toFailure, type Failure, type Result } from '../../preload/failure.ts'
import { parseAddress, refusesTyped, hostPort } from './address.ts'
import type { Capture } from './captureArticle.ts'
import { retryAfterMs } from './retry.ts'

/** Where waiting addresses are kept; the vault's inbox. */
export type JobStore = {
  writeJob(job: CaptureJob): Promise<Result<unknown>>
  removeJob(id: string): Promise<Result<unknown>>
  readJobs(): Promise<Result<{ readonly jobs: readonly unknown[] }>>
}

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
  now?(): number
}

export type Refusal = { readonly url: string; readonly failure: Failure }

export type Queue = {
  /** Answers at once; the captures go on. An address that waits or runs already is that job. */
  add(
    texts: readonly string[],
    options?: { readonly allow?: readonly string[] },
  ): { jobs: CaptureJob[]; refused: Refusal[] }
  /** Tries a failed one again, before all others. */
  retry(id: string): void
  cancel(id: string): void
  /** Out of the list; cancelled first if it runs. */
  remove(id: string): void
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
/** So many saved ones are remembered for the list; the articles themselves are in the library. */
const savedRemembered = 100

type Entry = {
  job: CaptureJob & { readonly plan: NonNullable<CaptureJob['plan']> }
  /** Later ones first; within one addition the first one first. */
  readonly order: { batch: number; index: number }
  running?: { readonly controller: AbortController; readonly done: Promise<void> }
  retryTimer?: NodeJS.Timeout
  /** The last write of its file: writes of one file keep their order. */
  written: Promise<Result<unknown>>
  waiters: ((job: CaptureJob) => void)[]
}

export function createQueue(options: QueueOptions): Queue {
  const { store, capture, allowed, newId, onChange, onRemoved, resumes = true, now = Date.now } = options
  const entries = new Map<string, Entry>()
  let batch = 0
  let isClosed = false
  let idleWaiters: (() => void)[] = []

  const instant = (ms: number) => new Date(ms).toISOString()
  const running = () => [...entries.values()].filter((entry) => entry.running)
  const waiting = () => [...entries.values()].filter(({ job }) => job.state.kind === 'waiting')

  const set = (entry: Entry, change: Partial<Pick<CaptureJob, 'state' | 'tries' | 'title'>>) => {
    entry.job = { ...entry.job, ...change }
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
    const hosts = new Set(running().map(({ job }) => hostPort(job.url)))
    const ready = waiting()
      .filter((entry) => !entry.running)
      .sort((a, b) => b.order.batch - a.order.batch || a.order.index - b.order.index)
    for (const entry of ready) {
      if (running().length >= atATime) break
      const host = hostPort(entry.job.url)
      if (hosts.has(host)) continue
      hosts.add(host)
      const controller = new AbortController()
      entry.running = { controller, done: run(entry, controller.signal) }
    }
    if (running().length === 0 && waiting().length === 0) for (const tell of idleWaiters.splice(0)) tell()
  }

  const run = async (entry: Entry, signal: AbortSignal) => {
    await Promise.resolve() // so that `begin` has written down that it runs
    set(entry, { state: { kind: 'running', stage: 'opening' }, tries: entry.job.tries + 1 })
    const outcome = await attempt(entry, signal)
    delete entry.running
    if (!entries.has(entry.job.id)) return begin()
    if (isClosed && !outcome.ok) return set(entry, { state: { kind: 'waiting' }, tries: entry.job.tries - 1 })
    if (outcome.ok) {
      await unwrite(entry)
      settle(entry, outcome.value)
      forgetSaved()
    } else {
      await fail(entry, outcome.failure)
    }
    begin()
  }

  const attempt: (entry: Entry, signal: AbortSignal) => ReturnType<Capture> = async (entry, signal) => {
    try {
      const written = await entry.written // written down before it is begun
      if (!written.ok) return written
      return await capture(entry.job, {
        allow: [...allowed(), ...(entry.job.allow ?? [])],
        signal,
        onStage: (stage) => set(entry, { state: { kind: 'running', stage } }),
        onTitle: (title) => set(entry, { title }),
        async onKnown(article) {
          entry.job = { ...entry.job, plan: { ...entry.job.plan, article } }
          return write(entry)
        },
      })
    } catch (error) {
      return { ok: false, failure: toFailure(error) }
    }
  }

  const fail = async (entry: Entry, failure: Failure) => {
    const wait = resumes ? retryAfterMs(failure, entry.job.tries) : undefined
    const state: CaptureState = {
      kind: 'failed',
      failure,
      ...(wait !== undefined && { retryAt: instant(now() + wait) }),
    }
    entry.job = { ...entry.job, state }
    // The link is kept where the world was to blame; what was refused or called off leaves nothing behind.
    const isKept = failureClass(failure) !== 'policy' && failure.code !== 'cancelled'
    await (isKept ? write(entry) : unwrite(entry))
    if (!entries.has(entry.job.id)) return
    settle(entry, state)
    if (wait !== undefined) retryLater(entry, wait)
  }

  const retryLater = (entry: Entry, ms: number) => {
    clearTimeout(entry.retryTimer)
    entry.retryTimer = setTimeout(() => again(entry, entry.order.batch), ms)
    entry.retryTimer.unref?.()
  }

  const again = (entry: Entry, order: number) => {
    clearTimeout(entry.retryTimer)
    if (isClosed || entry.running || entry.job.state.kind !== 'failed' || !entries.has(entry.job.id)) return
    entry.order.batch = order
    set(entry, { state: { kind: 'waiting' } })
    void write(entry)
    begin()
  }

  const forgetSaved = () => {
    const saved = [...entries.values()].filter(({ job }) => job.state.kind === 'saved')
    for (const { job } of saved.slice(0, Math.max(saved.length - savedRemembered, 0))) {
      entries.delete(job.id)
      onRemoved(job.id)
    }
  }

  const takeUp = async () => {
    const read = await store.readJobs()
    for (const one of read.ok ? read.value.jobs : []) {
      const parsed = captureJob.safeParse(one)
      if (isClosed || !parsed.success || entries.has(parsed.data.id)) continue // A file of another release stays as it is.
      const job = parsed.data
      const plan = job.plan ?? { article: newId(), version: newId() }
      const state: CaptureState = job.state.kind === 'failed' ? job.state : { kind: 'waiting' }
      const entry: Entry = {
        job: { ...job, plan, state },
        order: { batch: 0, index: entries.size },
        written: Promise.resolve(ok(null)),
        waiters: [],
      }
      entries.set(job.id, entry)
      onChange(entry.job)
      const retryAt = state.kind === 'failed' ? state.retryAt : undefined
      if (retryAt !== undefined && resumes) retryLater(entry, Math.max(Date.parse(retryAt) - now(), 0))
    }
    begin()
  }
  const takenUp = resumes ? takeUp() : Promise.resolve()

  const addOne = (text: string, index: number, allow: readonly string[]): CaptureJob | Refusal => {
    const parsed = parseAddress(text)
    if (!parsed.ok) return { url: text, failure: parsed.failure }
    const { url, host, assumedHttps, notes } = parsed.value
    const private_ = refusesTyped(url, [...allowed(), ...allow])
    if (private_ === 'forbidden') return { url: text, failure: { code: 'private-address' } }
    const same = [...entries.values()].find(({ job }) => job.url === url && job.state.kind !== 'saved')
    if (same) {
      same.job = { ...same.job, allow: [...new Set([...(same.job.allow ?? []), ...allow])] }
      again(same, batch)
      return same.job
    }
    const refused: Failure = { code: 'private-address', allowable: hostPort(url) }
    const entry: Entry = {
      job: {
        id: newId(),
        url,
        host,
        addedAt: instant(now()),
        tries: 0,
        notes: [...notes],
        ...(assumedHttps && { assumedHttps }),
        ...(allow.length > 0 && { allow: [...allow] }),
        plan: { article: newId(), version: newId() },
        state: private_ === 'private' ? { kind: 'failed', failure: refused } : { kind: 'waiting' },
      },
      order: { batch, index },
      written: Promise.resolve(ok(null)),
      waiters: [],
    }
    entries.set(entry.job.id, entry)
    if (entry.job.state.kind === 'waiting') void write(entry)
    onChange(entry.job)
    return entry.job
  }

  return {
    add(texts, { allow = [] } = {}) {
      batch++
      const jobs: CaptureJob[] = []
      const refused: Refusal[] = []
      for (const [index, text] of texts.entries()) {
        const one = addOne(text, index, allow)
        if ('failure' in one) refused.push(one)
        else if (!jobs.some(({ id }) => id === one.id)) jobs.push(one)
      }
      begin()
      return { jobs, refused }
    },
    retry(id) {
      const entry = entries.get(id)
      if (entry) again(entry, ++batch)
    },
    cancel(id) {
      const entry = entries.get(id)
      if (!entry) return
      clearTimeout(entry.retryTimer)
      if (entry.running) entry.running.controller.abort()
      else if (entry.job.state.kind === 'waiting') void fail(entry, { code: 'cancelled' }).then(begin)
    },
    remove(id) {
      const entry = entries.get(id)
      if (!entry) return
      clearTimeout(entry.retryTimer)
      entries.delete(id)
      entry.running?.controller.abort()
      void unwrite(entry)
      for (const tell of entry.waiters.splice(0))
        tell({ ...entry.job, state: { kind: 'failed', failure: { code: 'cancelled' } } })
      onRemoved(id)
      begin()
    },
    jobs: () =>
      [...entries.values()]
        .sort((a, b) => b.order.batch - a.order.batch || a.order.index - b.order.index)
        .map(({ job }) => job),
    whenSettled(id) {
      const entry = entries.get(id)
      if (!entry) return Promise.reject(new Error(`no capture has the id ${id}`))
      const { kind } = entry.job.state
      if (kind === 'saved' || kind === 'failed') return Promise.resolve(entry.job)
      return new Promise((resolve) => entry.waiters.push(resolve))
    },
    async idle() {
      await takenUp
      if (running().length > 0 || waiting().length > 0) await new Promise<void>((resolve) => idleWaiters.push(resolve))
    },
    async close() {
      isClosed = true
      for (const entry of entries.values()) {
        clearTimeout(entry.retryTimer)
        entry.running?.controller.abort()
      }
      await Promise.all(running().flatMap((entry) => entry.running?.done ?? []))
      await Promise.allSettled([takenUp, ...[...entries.values()].map(({ written }) => written)])
      idleWaiters = []
    },
  }
}
