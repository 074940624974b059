// How what was found is spread: by tag and by site, the most frequent first.
import type { Library } from './evaluate.ts'

export type Facet = { readonly name: string; readonly count: number }
export type Facets = { readonly tags: readonly Facet[]; readonly sites: readonly Facet[] }

export function facets(mask: Uint32Array, { facts }: Library, limit: number): Facets {
  const tagSets = new Uint32Array(facts.tags.all.length)
  const sites = new Uint32Array(facts.sites.all.length)
  for (let word = 0; word < mask.length; word++) {
    for (let bits = mask[word]!; bits !== 0; bits &= bits - 1) {
      const slot = (word << 5) + 31 - Math.clz32(bits & -bits)
      tagSets[facts.columns.tags[slot]!]! += 1
      sites[facts.columns.sites[slot]!]! += 1
    }
  }
  const tags = new Map<string, number>()
  for (const [number, count] of tagSets.entries()) {
    if (count === 0) continue
    for (const tag of facts.tags.all[number]!.split('\n')) if (tag !== '') tags.set(tag, (tags.get(tag) ?? 0) + count)
  }
  const hosts = new Map<string, number>()
  for (const [number, count] of sites.entries()) {
    const host = facts.sites.all[number]!.split('\n')[0] ?? ''
    if (count > 0 && host !== '') hosts.set(host, (hosts.get(host) ?? 0) + count)
  }
  return { tags: mostFrequent(tags, limit), sites: mostFrequent(hosts, limit) }
}

function mostFrequent(counts: ReadonlyMap<string, number>, limit: number): Facet[] {
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
}
