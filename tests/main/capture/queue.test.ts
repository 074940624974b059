import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Capture, Progress, SavedState } from '../../../main/capture/captureArticle.ts'
import type { JobStore } from '../../../main/capture/jobStore.ts'
import { createQueue, type Queue, type QueueOptions } from '../../../main/capture/queue.ts'
import { newUlid } from '../../../main/vault/ulid.ts'
import type { CaptureJob } from '../../../preload/capture.ts'
import { failed, ok, type Failure, type Result } from '../../../preload/failure.ts'

type Running = { readonly job: CaptureJob; readonly progress: Progress; end(result: Result<SavedState>): void }

const saved = (job: CaptureJob): Result<SavedState> =>
  ok({
    kind: 'saved',
    article: job.plan!.article,
    version: job.plan!.version,
    verdict: 'complete',
    current: true,
    notes: [],
  })

/** Files of jobs in memory; a write can be held back. */
function memoryStore(before: readonly CaptureJob[] = []) {
  const files = new Map<string, unknown>(before.map((job) => [job.id, JSON.parse(JSON.stringify(job)) as unknown]))
  let hold: Promise<unknown> = Promise.resolve()
  let failure: Failure | undefined
  const store: JobStore = {
    async writeJob(job) {
      const written = JSON.parse(JSON.stringify(job)) as unknown
      await hold
      if (failure) return failed(failure)
      files.set(job.id, written)
      return ok(null)
    },
    async removeJob(id) {
      files.delete(id)
      return ok(null)
    },
    readJobs: async () => ok({ jobs: [...files.values()] }),
  }
  return {
    store,
    files,
    hold: (until: Promise<unknown>) => void (hold = until),
    fail: (reason: Failure | undefined) => void (failure = reason),
  }
}

function start(options: Partial<QueueOptions> & { store: JobStore }) {
  const running: Running[] = []
  const begun: string[] = []
  const changes: CaptureJob[] = []
  const removed: string[] = []
  const capture: Capture = (job, progress) =>
    new Promise((resolve) => {
      begun.push(new URL(job.url).pathname)
      const one: Running = {
        job,
        progress,
        end(result) {
          running.splice(running.indexOf(one), 1)
          resolve(result)
        },
      }
      running.push(one)
      progress.signal.addEventListener('abort', () => one.end(failed({ code: 'cancelled' })))
    })
  const queue = createQueue({
    capture,
    allowed: () => [],
    newId: newUlid,
    onChange: (job) => void changes.push(job),
    onRemoved: (id) => void removed.push(id),
    ...options,
  })
  queues.push(queue)
  return { queue, running, begun, changes, removed }
}

const queues: Queue[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const queue of queues.splice(0)) await queue.close()
})

/** Until the promises that are ready have run. */
const turn = async () => {
  for (let n = 0; n < 20; n++) await Promise.resolve()
}
const urls = (...hosts: readonly string[]) => hosts.map((host, n) => `https://${host}.example/${n}`)

describe('order', () => {
  it('runs two pages at a time, one of a host, with a rest after it', async () => {
    vi.useFakeTimers()
    const { queue, running, begun } = start({ ...memoryStore(), hostRestMs: 300 })
    queue.add(['https://a.example/1', 'https://a.example/2', 'https://b.example/3', 'https://c.example/4'])
    await turn()
    expect(begun).toEqual(['/1', '/3'])
    running[1]!.end(saved(running[1]!.job))
    await turn()
    expect(begun).toEqual(['/1', '/3', '/4'])
    running[0]!.end(saved(running[0]!.job))
    await vi.advanceTimersByTimeAsync(299)
    expect(begun).toEqual(['/1', '/3', '/4'])
    await vi.advanceTimersByTimeAsync(2)
    expect(begun).toEqual(['/1', '/3', '/4', '/2'])
  })

  it('a link added by hand waits for no rest', async () => {
    const { queue, running, begun } = start({ ...memoryStore(), hostRestMs: 60_000 })
    queue.add(['https://a.example/1', 'https://a.example/2'])
    await turn()
    running[0]!.end(saved(running[0]!.job))
    queue.add(['https://a.example/3'])
    await turn()
    expect(begun).toEqual(['/1', '/3'])
  })

  it('leaves a host alone for as long as it asks, and takes the pages of others meanwhile', async () => {
    vi.useFakeTimers()
    const { queue, running, begun } = start(memoryStore())
    queue.add(['https://a.example/1', 'https://a.example/2', 'https://b.example/3'])
    await turn()
    running[0]!.end(failed({ code: 'http-status', status: 503, reason: '', retryAfterSeconds: 20 }))
    await vi.advanceTimersByTimeAsync(19_000)
    expect(begun).toEqual(['/1', '/3'])
    await vi.advanceTimersByTimeAsync(1_500)
    expect(begun).toEqual(['/1', '/3', '/2'])
  })

  it('a long list that is added once more is gone through once, not once for each of its links', () => {
    let looked = 0
    const now = () => (looked++, 1_700_000_000_000)
    const { queue } = start({ ...memoryStore(), now })
    const list = Array.from({ length: 300 }, (_, n) => `https://a.example/${n}`)
    queue.add(list)
    looked = 0
    const { jobs } = queue.add(list)
    expect(jobs).toHaveLength(list.length)
    expect(looked).toBeLessThan(10 * list.length)
  })

  it('marks the links of a long list as bulk work, and no others', () => {
    const { queue } = start(memoryStore())
    const long = queue.add(Array.from({ length: 51 }, (_, n) => `https://a.example/${n}`))
    const short = queue.add(urls('b', 'c'))
    expect(long.jobs.every(({ isBulk }) => isBulk === true)).toBe(true)
    expect(short.jobs.some(({ isBulk }) => isBulk)).toBe(false)
  })

  it('takes what was added last first, and within that the first first', async () => {
    const { queue, running, begun } = start(memoryStore())
    queue.add(urls('a', 'b', 'c', 'd'))
    queue.add(['https://e.example/new1', 'https://f.example/new2'])
    await turn()
    for (let n = 0; n < 6; n++) {
      running[0]?.end(saved(running[0].job))
      await turn()
    }
    expect(begun).toEqual(['/0', '/1', '/new1', '/new2', '/2', '/3'])
    expect(queue.jobs().map(({ url }) => new URL(url).pathname)).toEqual(['/new1', '/new2', '/0', '/1', '/2', '/3'])
  })

  it('is idle when nothing runs and nothing waits', async () => {
    const { queue, running } = start(memoryStore())
    await queue.idle()
    queue.add(urls('a', 'b', 'c'))
    let isIdle = false
    const idle = queue.idle().then(() => (isIdle = true))
    await turn()
    while (running.length > 0) {
      expect(isIdle).toBe(false)
      running[0]!.end(saved(running[0]!.job))
      await turn()
    }
    await idle
  })
})

describe('adding', () => {
  it('answers with jobs and refusals, in the words of the table', () => {
    const { queue } = start(memoryStore())
    const { jobs, refused } = queue.add(['example.com/a', 'file:///etc/passwd', 'http://169.254.169.254/', ' '])
    expect(jobs).toMatchObject([{ url: 'https://example.com/a', host: 'example.com', assumedHttps: true, tries: 0 }])
    expect(refused).toEqual([
      { url: 'file:///etc/passwd', failure: { code: 'unsupported-scheme' } },
      { url: 'http://169.254.169.254/', failure: { code: 'private-address' } },
      { url: ' ', failure: { code: 'empty-address' } },
    ])
  })

  it('U6: lists a private address with what may be allowed, opens nothing, and writes nothing down', async () => {
    const memory = memoryStore()
    const { queue, begun } = start(memory)
    const { jobs } = queue.add(['http://192.168.0.9/a'])
    await turn()
    expect(jobs[0]?.state).toEqual({
      kind: 'failed',
      failure: { code: 'private-address', allowable: '192.168.0.9:80' },
    })
    expect(begun).toEqual([])
    expect(memory.files.size).toBe(0)
  })

  it('opens a private address that was allowed for good or with this address', async () => {
    const { queue, running } = start({ ...memoryStore(), allowed: () => ['192.168.0.9:80'] })
    queue.add(['http://192.168.0.9/a'])
    queue.add(['http://a.localhost:8080/b'], { allow: ['a.localhost:8080'] })
    await turn()
    expect(running.map(({ progress }) => progress.allow)).toEqual([
      ['192.168.0.9:80'],
      ['192.168.0.9:80', 'a.localhost:8080'],
    ])
  })

  it('makes no second job of an address that waits or runs', () => {
    const { queue } = start(memoryStore())
    const first = queue.add(['https://a.example/1'])
    const second = queue.add(['https://a.example/1', 'https://a.example/1'])
    expect(second.jobs.map(({ id }) => id)).toEqual(first.jobs.map(({ id }) => id))
  })

  it('writes an address down before it is begun', async () => {
    const memory = memoryStore()
    let release: () => void = () => undefined
    memory.hold(new Promise<void>((resolve) => (release = resolve)))
    const { queue, begun } = start(memory)
    queue.add(['https://a.example/1'])
    await turn()
    expect(begun).toEqual([])
    release()
    await turn()
    expect(begun).toEqual(['/1'])
    expect([...memory.files.values()]).toMatchObject([{ url: 'https://a.example/1', state: { kind: 'waiting' } }])
  })

  it('G1: begins nothing that could not be written down, and says why', async () => {
    const memory = memoryStore()
    memory.fail({ code: 'disk-full' })
    const { queue, begun } = start(memory)
    const { jobs } = queue.add(['https://a.example/1'])
    const job = await queue.whenSettled(jobs[0]!.id)
    expect(job.state).toEqual({ kind: 'failed', failure: { code: 'disk-full' } })
    expect(begun).toEqual([])
  })
})

describe('outcomes', () => {
  it('tells of every stage, of the title, and of the end, and removes the file', async () => {
    const memory = memoryStore()
    const { queue, running, changes } = start(memory)
    const { jobs } = queue.add(['https://a.example/1'])
    const settled = queue.whenSettled(jobs[0]!.id)
    await turn()
    running[0]!.progress.onStage('loading')
    running[0]!.progress.onTitle('A title')
    running[0]!.end(saved(running[0]!.job))
    expect((await settled).state.kind).toBe('saved')
    expect(
      changes.map(({ state, title }) => ('stage' in state ? state.stage : state.kind) + (title ? ` ${title}` : '')),
    ).toEqual(['waiting', 'opening', 'loading', 'loading A title', 'saved A title'])
    expect(memory.files.size).toBe(0)
    expect(await queue.whenSettled(jobs[0]!.id)).toMatchObject({ state: { kind: 'saved' } })
  })

  it('keeps the link of a page that did not come, with its reason', async () => {
    const memory = memoryStore()
    const { queue, running } = start(memory)
    const { jobs } = queue.add(['https://a.example/1'])
    await turn()
    running[0]!.end(failed({ code: 'http-status', status: 404, reason: 'Not Found' }))
    const job = await queue.whenSettled(jobs[0]!.id)
    expect(job.state).toEqual({ kind: 'failed', failure: { code: 'http-status', status: 404, reason: 'Not Found' } })
    expect([...memory.files.values()]).toMatchObject([{ tries: 1, state: job.state }])
  })

  it('U8: keeps no link that led to a private address', async () => {
    const memory = memoryStore()
    const { queue, running } = start(memory)
    const { jobs } = queue.add(['https://a.example/1'])
    await turn()
    running[0]!.end(failed({ code: 'private-address' }))
    await queue.whenSettled(jobs[0]!.id)
    expect(memory.files.size).toBe(0)
  })

  it('a capture that throws is a bug, said so, and stops nothing else', async () => {
    const { queue } = start({ ...memoryStore(), capture: () => Promise.reject(new Error('oh')) })
    const { jobs } = queue.add(urls('a', 'b', 'c'))
    const ends = await Promise.all(jobs.map(({ id }) => queue.whenSettled(id)))
    for (const { state } of ends) expect(state).toEqual({ kind: 'failed', failure: { code: 'bug', message: 'oh' } })
  })

  it('writes down under which known article it will be stored before it is', async () => {
    const memory = memoryStore()
    const { queue, running } = start(memory)
    queue.add(['https://a.example/1'])
    await turn()
    const known = newUlid()
    const { plan } = running[0]!.job
    await running[0]!.progress.onKnown(known)
    expect([...memory.files.values()]).toMatchObject([{ plan: { ...plan, known } }])
  })
})

describe('trying again', () => {
  it('waits as long as the site asks, then tries again by itself', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') })
    const { queue, running, begun } = start(memoryStore())
    const { jobs } = queue.add(['https://a.example/1'])
    await turn()
    running[0]!.end(failed({ code: 'http-status', status: 429, reason: '', retryAfterSeconds: 120 }))
    const job = await queue.whenSettled(jobs[0]!.id)
    expect(job.state).toMatchObject({ retryAt: '2026-01-01T00:02:00.000Z' })
    await vi.advanceTimersByTimeAsync(119_000)
    expect(begun.length).toBe(1)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(begun.length).toBe(2)
    expect(queue.jobs()[0]).toMatchObject({ tries: 2, state: { kind: 'running' } })
  })

  it('says of the first that waits for a site until when, and of no other', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') })
    const { queue, running } = start(memoryStore())
    queue.add(['https://a.example/1', 'https://a.example/2', 'https://a.example/3'])
    await turn()
    running[0]!.end(failed({ code: 'http-status', status: 429, reason: '', retryAfterSeconds: 120 }))
    await vi.advanceTimersByTimeAsync(10)
    expect(queue.jobs().flatMap(({ state }) => (state.kind === 'waiting' ? [state] : []))).toEqual([
      { kind: 'waiting', until: '2026-01-01T00:02:00.000Z' },
      { kind: 'waiting' },
    ])
    await vi.advanceTimersByTimeAsync(121_000)
    expect(queue.jobs().map(({ state }) => state.kind)).toContain('running')
  })

  it('G10: tries again every half minute while offline', async () => {
    vi.useFakeTimers()
    const { queue, running, begun } = start(memoryStore())
    queue.add(['https://a.example/1'])
    for (let n = 1; n <= 5; n++) {
      await turn()
      expect(begun.length).toBe(n)
      running[0]!.end(failed({ code: 'offline' }))
      await vi.advanceTimersByTimeAsync(30_000)
    }
  })

  it('G10: begins nothing else while there is no network, and all at once when it is back', async () => {
    vi.useFakeTimers()
    let isOnline = false
    const { queue, running, begun } = start({ ...memoryStore(), isOnline: () => isOnline })
    queue.add(['https://a.example/1', 'https://b.example/2', 'https://c.example/3', 'https://d.example/4'])
    await turn()
    running[0]!.end(failed({ code: 'offline' }))
    await turn()
    running[0]!.end(failed({ code: 'offline' }))
    await vi.advanceTimersByTimeAsync(8_000)
    expect(begun).toEqual(['/1', '/2'])
    isOnline = true
    await vi.advanceTimersByTimeAsync(2_000)
    expect(begun).toEqual(['/1', '/2', '/1', '/2'])
    for (let n = 0; n < 2; n++) running[0]!.end(saved(running[0]!.job))
    await turn()
    running[0]?.end(saved(running[0].job))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(begun).toContain('/3')
    expect(begun).toContain('/4')
  })

  it('a link added while there is no network is tried at once, so that its reader is told', async () => {
    const { queue, running, begun } = start({ ...memoryStore(), isOnline: () => false })
    queue.add(['https://a.example/1'])
    await turn()
    running[0]!.end(failed({ code: 'offline' }))
    await turn()
    const [job] = queue.add(['https://b.example/2']).jobs
    await turn()
    expect(begun).toEqual(['/1', '/2'])
    running[0]!.end(failed({ code: 'offline' }))
    expect((await queue.whenSettled(job!.id)).state).toMatchObject({ kind: 'failed', failure: { code: 'offline' } })
  })

  it('leaves it to the person after three times', async () => {
    vi.useFakeTimers()
    const { queue, running, begun } = start(memoryStore())
    queue.add(['https://a.example/1'])
    for (let n = 0; n < 4; n++) {
      await turn()
      running[0]!.end(failed({ code: 'connection-closed', host: 'a.example' }))
      await vi.advanceTimersByTimeAsync(24 * 3_600_000)
    }
    expect(begun.length).toBe(4)
    expect(running.length).toBe(0)
    expect(queue.jobs()[0]?.state).not.toHaveProperty('retryAt')
  })

  it('begins again what the computer has slept through, once; then its time is up', async () => {
    vi.useFakeTimers()
    const { queue, running, begun, changes } = start(memoryStore())
    queue.add(urls('a'))
    await turn()
    queue.wake()
    await vi.advanceTimersByTimeAsync(600) // as every host rests between two pages
    expect(begun).toEqual(['/0', '/0'])
    expect(running).toHaveLength(1)
    expect(running[0]!.progress.signal.aborted).toBe(false)
    expect(changes.some(({ state }) => state.kind === 'failed')).toBe(false)
    queue.wake()
    await turn()
    expect(begun).toHaveLength(2)
    expect(queue.jobs()[0]!.state).toMatchObject({ kind: 'failed', failure: { code: 'too-slow', seconds: 45 } })
    await vi.advanceTimersByTimeAsync(60_001)
    expect(begun).toHaveLength(3)
  })

  it('does not begin again what was called off after a sleep', async () => {
    const { queue, begun } = start(memoryStore())
    const { jobs } = queue.add(urls('a'))
    await turn()
    queue.wake()
    queue.cancel([jobs[0]!.id])
    await turn()
    expect(begun).toEqual(['/0'])
    expect(queue.jobs()[0]!.state).toMatchObject({ kind: 'failed', failure: { code: 'cancelled' } })
  })

  it('tries again at once, before all others, when asked', async () => {
    const { queue, running, begun } = start(memoryStore())
    const { jobs } = queue.add(['https://a.example/1'])
    await turn()
    running[0]!.end(failed({ code: 'not-a-page' }))
    await queue.whenSettled(jobs[0]!.id)
    queue.add(urls('b', 'c', 'd'))
    queue.retry([jobs[0]!.id])
    await turn()
    running[0]!.end(saved(running[0]!.job))
    await turn()
    expect(begun).toEqual(['/1', '/0', '/1', '/1'])
    expect(queue.jobs()[0]?.id).toBe(jobs[0]!.id)
  })

  it('adding a link that failed tries it again', async () => {
    const { queue, running } = start(memoryStore())
    const { jobs } = queue.add(['https://a.example/1'])
    await turn()
    running[0]!.end(failed({ code: 'empty-page' }))
    await queue.whenSettled(jobs[0]!.id)
    expect(queue.add(['https://a.example/1']).jobs[0]?.id).toBe(jobs[0]!.id)
    await turn()
    expect(running.length).toBe(1)
  })
})

describe('stopping', () => {
  it('a paused queue ends what runs and begins nothing until it goes on', async () => {
    const { queue, running, begun } = start(memoryStore())
    queue.add(urls('a', 'b', 'c', 'd'))
    await turn()
    queue.pause(true)
    running[0]!.end(saved(running[0]!.job))
    await turn()
    expect(begun).toEqual(['/0', '/1'])
    expect(queue.jobs().filter(({ state }) => state.kind === 'waiting').length).toBe(2)
    queue.pause(false)
    await turn()
    expect(begun).toEqual(['/0', '/1', '/2'])
  })

  it('a command waits for no pause', async () => {
    const { queue, begun } = start({ ...memoryStore(), isPaused: true })
    queue.add(['https://a.example/window'])
    queue.add(['https://b.example/command'], { evenPaused: true })
    await turn()
    expect(begun).toEqual(['/command'])
  })

  it('cancels what runs and what waits, and keeps neither', async () => {
    const memory = memoryStore()
    const { queue } = start(memory)
    const { jobs } = queue.add(['https://a.example/1', 'https://a.example/2'])
    await turn()
    queue.cancel(jobs.map(({ id }) => id))
    const ends = await Promise.all(jobs.map(({ id }) => queue.whenSettled(id)))
    for (const { state } of ends) expect(state).toEqual({ kind: 'failed', failure: { code: 'cancelled' } })
    await turn()
    expect(memory.files.size).toBe(0)
  })

  it('removes from the list, and whoever waits for it is told', async () => {
    const memory = memoryStore()
    const { queue, removed } = start(memory)
    const { jobs } = queue.add(['https://a.example/1'])
    await turn()
    const settled = queue.whenSettled(jobs[0]!.id)
    queue.remove([jobs[0]!.id])
    expect((await settled).state).toEqual({ kind: 'failed', failure: { code: 'cancelled' } })
    expect(removed).toEqual([jobs[0]!.id])
    expect(queue.jobs()).toEqual([])
    await turn()
    expect(memory.files.size).toBe(0)
  })

  it('what runs at the end of the app waits for the next start, not counted as tried', async () => {
    const memory = memoryStore()
    const first = start(memory)
    first.queue.add(['https://a.example/1', 'https://a.example/2'])
    await turn()
    await first.queue.close()
    const again = start(memoryStore([...memory.files.values()] as CaptureJob[]))
    await turn()
    await turn()
    expect(again.begun).toEqual(['/1'])
    expect(again.queue.jobs()).toMatchObject([{ tries: 1 }, { tries: 0, state: { kind: 'waiting' } }])
  })

  it('takes up a failed one with its time, and one that was running as waiting', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') })
    const job = (path: string, state: CaptureJob['state']): CaptureJob => ({
      id: newUlid(),
      url: `https://a.example${path}`,
      host: 'a.example',
      addedAt: '2026-01-01T00:00:00.000Z',
      tries: 1,
      notes: [],
      plan: { article: newUlid(), version: newUlid() },
      state,
    })
    const failure: Failure = { code: 'too-slow', seconds: 45 }
    const { begun, queue } = start(
      memoryStore([
        job('/later', { kind: 'failed', failure, retryAt: '2026-01-01T00:01:00.000Z' }),
        job('/never', { kind: 'failed', failure: { code: 'not-a-page' } }),
        job('/now', { kind: 'running', stage: 'loading' }),
      ]),
    )
    await vi.advanceTimersByTimeAsync(1_000)
    expect(begun).toEqual(['/now'])
    expect(queue.jobs().length).toBe(3)
  })

  it('after a restart what was added last comes first again', async () => {
    const job = (path: string, addedAt: string): CaptureJob => ({
      id: newUlid(),
      url: `https://${path.slice(1)}.example${path}`,
      host: 'a.example',
      addedAt,
      tries: 0,
      notes: [],
      state: { kind: 'waiting' },
    })
    const old = [job('/old1', '2026-01-01T00:00:00.000Z'), job('/old2', '2026-01-01T00:00:00.000Z')]
    const young = [job('/new1', '2026-01-02T00:00:00.000Z'), job('/new2', '2026-01-02T00:00:00.000Z')]
    const { queue, running, begun } = start(memoryStore([...old, ...young]))
    await turn()
    while (running.length > 0) {
      running[0]!.end(saved(running[0]!.job))
      await turn()
    }
    await queue.idle()
    expect(begun).toEqual(['/new1', '/new2', '/old1', '/old2'])
  })

  it('leaves everything as it is in a process that only answers a question', async () => {
    const memory = memoryStore()
    const first = start(memory)
    first.queue.add(['https://a.example/1'])
    await turn()
    await first.queue.close()
    const { begun, queue } = start({ ...memoryStore([...memory.files.values()] as CaptureJob[]), resumes: false })
    await turn()
    await queue.idle()
    expect(begun).toEqual([])
    expect(queue.jobs()).toEqual([])
  })

  it('passes over a file that another release wrote', async () => {
    const memory = memoryStore()
    memory.files.set('x', { id: 'x', shape: 'unknown' })
    const { queue } = start(memory)
    await queue.idle()
    expect(queue.jobs()).toEqual([])
    expect(memory.files.size).toBe(1)
  })
})
