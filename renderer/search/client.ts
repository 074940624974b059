// Asks the search worker. What a question is no longer wanted for is taken back; nothing of this runs in the window's own thread.
import { failed, ok, type Result } from '../../preload/failure.ts'
import { trustedScriptUrl } from '../extract/trustedHtml.ts'
import type { Explanation } from './explain.ts'
import type { Facets } from './facets.ts'
import { idLength } from './idTable.ts'
import type { AnswerOf, FromWorker, Question, SearchAnswer, SearchOptions, ToWorker } from './messages.ts'
import type { Similar } from './similar.ts'
import workerUrl from './worker.ts?worker&url'

export type { AlsoFound, SearchAnswer, SearchHit, Spelling } from './messages.ts'
export type { Explanation } from './explain.ts'
export type { Facet, Facets } from './facets.ts'
export type { Similar } from './similar.ts'

/** Aborted, a question is answered `cancelled` at once. */
type Cancel = { readonly signal?: AbortSignal | undefined }
/** True unless said otherwise: the query is understood as one that is still being written, as the window's own search is. */
type Typing = { readonly typing?: boolean }

export type SearchClient = {
  /** `typing` is true unless said otherwise: the last word also finds longer ones. Aborted, it answers `cancelled` at once. */
  search(query: string, options?: Partial<SearchOptions> & Cancel): Promise<Result<SearchAnswer>>
  /** How many match: for saved searches. */
  count(query: string, options?: Cancel & Typing): Promise<Result<number>>
  /** Articles that share its rarest words, the most alike first; at most `limit` (8). */
  similar(id: string, options?: Cancel & { readonly limit?: number }): Promise<Result<readonly Similar[]>>
  /** Why an article was found; undefined when it does not match. */
  explain(query: string, id: string, options?: Cancel & Typing): Promise<Result<Explanation | undefined>>
  /** How what matches is spread over tags, sites, authors and languages; at most `limit` (20) of each. */
  facets(query: string, options?: Cancel & Typing & { readonly limit?: number }): Promise<Result<Facets>>
  /** All that match, the newest first; undefined while the index is being filled. */
  listed(query: string, options?: Cancel): Promise<Result<readonly string[] | undefined>>
  /** Tells of articles added, changed or removed; resolves when answers know of them. */
  changed(ids: readonly string[]): Promise<void>
  /** Resolves when all articles are in the index. Questions are answered before, over those that are. */
  ready(): Promise<void>
  /** Calls back while the index is being filled. Returns the way to stop. */
  onFilling(listener: (progress: { readonly done: number; readonly total: number }) => void): () => void
  close(): void
}

const usual: SearchOptions = { limit: 50, offset: 0, typing: true, articles: false }

/** What waits for the worker. `isToldAgain`: it waited already when a worker stopped. */
type Waiting = {
  readonly message: ToWorker
  readonly settle: (result: Result<unknown>) => void
  readonly isToldAgain: boolean
}

/** The library must be open: the worker reads it at once. One that stops by a mistake is followed by another, which is asked once more. */
export function createSearchClient(): SearchClient {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<(progress: { done: number; total: number }) => void>()
  let count = 0
  let worker: Worker | undefined
  let isClosed = false
  let setReady: () => void = () => undefined
  const whenReady = new Promise<void>((resolve) => {
    setReady = resolve
  })

  const start = () => {
    const started = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'search' })
    started.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      switch (data.kind) {
        case 'answer':
          return waiting.get(data.n)?.settle(data.result)
        case 'known':
          return waiting.get(data.n)?.settle(ok(undefined))
        case 'filling':
          return listeners.forEach((listener) => listener(data))
        case 'ready':
          return setReady()
      }
    }
    started.onerror = (event) => {
      console.error('The search worker stopped.', event.message)
      if (worker === started) goOn()
    }
    return started
  }
  const tell = (message: ToWorker) => (worker ??= start()).postMessage(message)
  const stop = () => {
    worker?.terminate()
    worker = undefined
    setReady()
  }
  /** What has seen a worker stop twice may be why. */
  const goOn = () => {
    stop()
    for (const [n, { message, settle, isToldAgain }] of waiting) {
      if (isToldAgain) settle(failed({ code: 'search-stopped' }))
      else {
        waiting.set(n, { message, settle, isToldAgain: true })
        tell(message)
      }
    }
  }
  const close = () => {
    isClosed = true
    stop()
    for (const { settle } of waiting.values()) settle(failed({ code: 'search-stopped' }))
  }

  const ask = <Q extends Question>(question: Q, signal?: AbortSignal): Promise<Result<AnswerOf<Q>>> => {
    if (isClosed) return Promise.resolve(failed({ code: 'search-stopped' }))
    if (signal?.aborted) return Promise.resolve(failed({ code: 'cancelled' }))
    const n = (count += 1)
    return new Promise((resolve) => {
      const settle = (result: Result<unknown>) => {
        waiting.delete(n)
        signal?.removeEventListener('abort', cancel)
        resolve(result as Result<AnswerOf<Q>>) // the worker answers each question with its own kind of answer
      }
      const cancel = () => {
        tell({ kind: 'cancel', n })
        settle(failed({ code: 'cancelled' }))
      }
      signal?.addEventListener('abort', cancel)
      const message = { kind: 'ask', n, question } as const
      waiting.set(n, { message, settle, isToldAgain: false })
      tell(message)
    })
  }

  worker = start()
  return {
    search: (query, { signal, ...options } = {}) =>
      ask({ kind: 'search', query, options: { ...usual, ...options } }, signal),
    count: (query, { signal, typing = true } = {}) => ask({ kind: 'count', query, typing }, signal),
    similar: (id, { signal, limit = 8 } = {}) => ask({ kind: 'similar', id, limit }, signal),
    explain: (query, id, { signal, typing = true } = {}) => ask({ kind: 'explain', query, id, typing }, signal),
    facets: (query, { signal, limit = 20, typing = true } = {}) =>
      ask({ kind: 'facets', query, limit, typing }, signal),
    async listed(query, { signal } = {}) {
      const all = await ask({ kind: 'listed', query }, signal)
      return all.ok ? ok(all.value === undefined ? undefined : cut(all.value)) : all
    },
    changed(ids) {
      if (ids.length === 0 || isClosed) return Promise.resolve()
      const n = (count += 1)
      return new Promise((resolve) => {
        const settle = () => {
          waiting.delete(n)
          resolve()
        }
        const message = { kind: 'changed', n, ids } as const
        waiting.set(n, { message, settle, isToldAgain: false })
        tell(message)
      })
    },
    ready: () => whenReady,
    onFilling(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close,
  }
}

/** One long string comes between threads at once; a hundred thousand short ones do not. */
function cut(ids: string): string[] {
  return Array.from({ length: ids.length / idLength }, (_, at) => ids.slice(at * idLength, (at + 1) * idLength))
}
