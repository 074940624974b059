// Which part of what was typed cannot be meant: the field underlines it; the list says in words why, and what may have been meant.
import { parseQuery } from '../search/parseQuery.ts'
import { inQuotes } from '../search/quotes.ts'

export type Impossible = {
  /** Offsets in the query. */
  readonly start: number
  readonly end: number
  readonly message: string
  readonly instead?: string | undefined
}

const term = new RegExp(String.raw`^-?[^\s()"“”„«»]*(?:(?<=:)${inQuotes})?`)

/** Undefined when all of it can be searched for, or may yet become so. */
export function impossible(query: string): Impossible | undefined {
  const parsed = parseQuery(query, { typing: true })
  if (parsed.ok || parsed.failure.code !== 'bad-query') return undefined
  const { position: start, message, instead } = parsed.failure
  const length = term.exec(query.slice(start))?.[0].length ?? 0
  return { start, end: start + length, message, instead }
}
