// What client.ts and worker.ts say to each other. Both are ours and of one build: types are enough.
import type { Result } from '../../preload/failure.ts'

export type SearchOptions = {
  readonly limit: number
  readonly offset: number
  /** The end of the query is still being written: its last word may go on, and an operator there may be unfinished. */
  readonly typing: boolean
}

export type SearchAnswer = {
  /** All that match; `hits` are those asked for, best first. */
  readonly total: number
  readonly tookMs: number
  readonly hits: readonly SearchHit[]
  /** What was asked for, folded, as findMarks takes it. */
  readonly marks: readonly string[]
  /** False while the index is being filled: there may be more. */
  readonly complete: boolean
}

export type SearchHit = {
  readonly id: string
  /** Plain text; matched words stand between U+E000 and U+E001. */
  readonly snippet: string
  readonly score: number
}

export type ToWorker =
  | { readonly kind: 'search'; readonly n: number; readonly query: string; readonly options: SearchOptions }
  | { readonly kind: 'cancel'; readonly n: number }
  | { readonly kind: 'changed'; readonly n: number; readonly ids: readonly string[] }

export type FromWorker =
  | { readonly kind: 'answer'; readonly n: number; readonly result: Result<SearchAnswer> }
  /** The index knows what was told by `changed`. */
  | { readonly kind: 'known'; readonly n: number }
  | { readonly kind: 'filling'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' }
