// What a search may be narrowed by: tags and sites that some of the results have, and others do not.
import type { Facets } from '../search/facets.ts'
import { valueOf } from '../search/quotes.ts'

export type Narrowing = {
  readonly kind: 'tag' | 'site'
  readonly name: string
  readonly count: number
  /** The query with it. */
  readonly narrowed: string
}

const mostOfAKind = 5

export function narrowings(query: string, total: number, facets: Facets): readonly Narrowing[] {
  if (total < 2) return []
  const of = (kind: Narrowing['kind'], found: Facets['tags']) =>
    found
      .filter(({ count }) => count < total)
      .slice(0, mostOfAKind)
      // In front, where it holds for all that follows, and the typing can go on.
      .map(({ name, count }) => ({ kind, name, count, narrowed: `${kind}:${valueOf(name)} ${query.trimStart()}` }))
      .filter(({ narrowed }) => !query.includes(narrowed.slice(0, narrowed.length - query.trimStart().length).trim()))
  return [...of('tag', facets.tags), ...of('site', facets.sites)]
}
