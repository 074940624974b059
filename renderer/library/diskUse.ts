// How many bytes the articles of each site take in the vault. What several share is counted once, for the first that is met.
import { eachRecord, type Walk } from './eachArticle.ts'

export type SiteUse = { readonly site: string; readonly articles: number; readonly sizeBytes: number }

/** The largest first. */
export async function diskUse(walk: Walk = {}): Promise<readonly SiteUse[]> {
  const sites = new Map<string, { articles: number; sizeBytes: number }>()
  const seen = new Set<string>()
  await eachRecord((record) => {
    const site = hostOf(record.url)
    const use = sites.get(site) ?? { articles: 0, sizeBytes: 0 }
    use.articles += 1
    for (const file of Object.values(record.files)) use.sizeBytes += file?.sizeBytes ?? 0
    for (const { name, sizeBytes } of record.blobs) {
      if (seen.has(name)) continue
      seen.add(name)
      use.sizeBytes += sizeBytes
    }
    sites.set(site, use)
  }, walk)
  return [...sites].map(([site, use]) => ({ site, ...use })).sort((a, b) => b.sizeBytes - a.sizeBytes)
}

/** What Offprint wrote itself came from no host. */
const ownSite = 'Offprint'

function hostOf(url: string): string {
  try {
    const { hostname } = new URL(url)
    return hostname === '' ? ownSite : hostname.replace(/^www\./, '')
  } catch {
    return url // an address of no kind we know
  }
}
