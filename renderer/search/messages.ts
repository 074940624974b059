// What client.ts and worker.ts say to each other. Both are ours and of one build: types are enough.
import type { Article } from '../../preload/article.ts'
import type { Result } from '../../preload/failure.ts'
import type { Explanation } from './explain.ts'
import type { Facets } from './facets.ts'
import type { Similar } from './similar.ts'

export type SearchOptions = {
  readonly limit: number
  readonly offset: number
  /** The end of the query is still being written: its last word may go on, and an operator there may be unfinished. */
  readonly typing: boolean
  /** Who draws the hits wants their articles with them, and not to ask the library for them as well. */
  readonly articles: boolean
}

export type SearchAnswer = {
  /** All that match; `hits` are those asked for, best first. */
  readonly total: number
  readonly tookMs: number
  readonly hits: readonly SearchHit[]
  /** If they were asked for: of the hits, then of those of `also`. */
  readonly articles: readonly Article[]
  /** Those of all hits that lie in the Trash: only who asks for it finds them. */
  readonly trashed: readonly string[]
  /** What was asked for, folded, as findMarks takes it. */
  readonly marks: readonly string[]
  /** False while the index is being filled: there may be more. */
  readonly complete: boolean
  /** What words that are hardly anywhere may have been meant for, and what is found then. */
  readonly also?: AlsoFound
  /** When nothing is found: what those words may have been meant for, whether or not anything is found then. */
  readonly nearest?: readonly Spelling[]
}

export type Spelling = { readonly typed: string; readonly meant: readonly string[] }

export type AlsoFound = {
  readonly words: readonly Spelling[]
  readonly total: number
  /** Without those of the answer itself. */
  readonly hits: readonly SearchHit[]
  readonly marks: readonly string[]
}

export type SearchHit = {
  readonly id: string
  /** Plain text; matched words stand between U+E000 and U+E001. */
  readonly snippet: string
  readonly score: number
}

/** `typing`: as in SearchOptions. */
type Asked = { readonly query: string; readonly typing: boolean }

/** Each kind of question, with what is asked and what is answered. */
export type Questions = {
  search: { asked: { readonly query: string; readonly options: SearchOptions }; answer: SearchAnswer }
  count: { asked: Asked; answer: number }
  similar: { asked: { readonly id: string; readonly limit: number }; answer: readonly Similar[] }
  /** Undefined when the article does not match. */
  explain: { asked: Asked & { readonly id: string }; answer: Explanation | undefined }
  facets: { asked: Asked & { readonly limit: number }; answer: Facets }
  /** As `listed` gives them; undefined while the index is being filled. */
  listed: { asked: { readonly query: string }; answer: string | undefined }
}

export type Question = { [K in keyof Questions]: { readonly kind: K } & Questions[K]['asked'] }[keyof Questions]
export type AnswerOf<Q extends Question> = Questions[Q['kind']]['answer']

export type ToWorker =
  | { readonly kind: 'ask'; readonly n: number; readonly question: Question }
  | { readonly kind: 'cancel'; readonly n: number }
  | { readonly kind: 'changed'; readonly n: number; readonly ids: readonly string[] }

export type FromWorker =
  | { readonly kind: 'answer'; readonly n: number; readonly result: Result<unknown> }
  /** The index knows what was told by `changed`. */
  | { readonly kind: 'known'; readonly n: number }
  | { readonly kind: 'filling'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' }
