// Which part of what was typed cannot be meant: the field underlines it; the list says in words why.
import { parseQuery } from '../search/parseQuery.ts'

/** Offsets in the query; undefined when all of it can be searched for, or may yet become so. */
export function impossible(query: string): { readonly start: number; readonly end: number } | undefined {
  const parsed = parseQuery(query, { typing: true })
  if (parsed.ok || parsed.failure.code !== 'bad-query') return undefined
  const start = parsed.failure.position
  const length = /^-?[^\s()]*/.exec(query.slice(start))?.[0].length ?? 0
  return { start, end: start + length }
}
