// How what was found is spread: by tag, site, author and language, the most frequent first.
import type { Library } from './evaluate.ts'

export type Facet = { readonly name: string; readonly count: number }
export const facetKinds = ['tags', 'sites', 'authors', 'langs'] as const
export type Facets = Readonly<Record<(typeof facetKinds)[number], readonly Facet[]>>

export function facets(mask: Uint32Array, { facts }: Library, limit: number): Facets {
  const counts = facetKinds.map((kind) => ({
    column: facts.columns[kind],
    byNumber: new Uint32Array(facts[kind].all.length),
  }))
  for (let word = 0; word < mask.length; word++) {
    for (let bits = mask[word]!; bits !== 0; bits &= bits - 1) {
      const slot = (word << 5) + 31 - Math.clz32(bits & -bits)
      for (const { column, byNumber } of counts) byNumber[column[slot]!]! += 1
    }
  }
  const [tags, sites, authors, langs] = facetKinds.map((kind, at) =>
    mostFrequent(facts[kind].all, counts[at]!.byNumber, namesIn[kind], limit),
  ) as [Facet[], Facet[], Facet[], Facet[]] // in the order of the kinds
  return { tags, sites, authors, langs }
}

/** What an entry of the table stands for: all tags of an article are one, and so are a host and the name of its site. */
const namesIn: Readonly<Record<(typeof facetKinds)[number], (entry: string) => readonly string[]>> = {
  tags: (entry) => entry.split('\n'),
  sites: (entry) => entry.split('\n').slice(0, 1),
  authors: (entry) => [entry],
  langs: (entry) => [entry],
}

function mostFrequent(
  entries: readonly string[],
  byNumber: Uint32Array,
  namesOf: (entry: string) => readonly string[],
  limit: number,
): Facet[] {
  const counts = new Map<string, number>()
  for (const [number, count] of byNumber.entries()) {
    if (count === 0) continue
    for (const name of namesOf(entries[number]!)) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + count)
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
}
