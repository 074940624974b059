import type { Article } from '../../preload/article.ts'

/** The host without `www.`: shorter than most names of sites, and never made up. */
export function siteOf(article: Pick<Article, 'url' | 'siteName'>): string {
  try {
    const { host, protocol } = new URL(article.url)
    if (protocol === 'http:' || protocol === 'https:') return host.replace(/^www\./, '')
  } catch {
    // An address of no kind we know: the name has to do.
  }
  return article.siteName ?? ''
}
