import type { Article } from '../../preload/article.ts'

/** Longer than this it is a slogan, and the host says it better. */
const longestName = 32

/** The site's name for people; else its host, without `www.`. */
export function siteOf({ url, siteName }: Pick<Article, 'url' | 'siteName'>): string {
  if (siteName !== undefined && siteName.length <= longestName) return siteName
  try {
    return new URL(url).host.replace(/^www\./, '') || (siteName ?? '')
  } catch {
    return siteName ?? '' // an address of no kind we know
  }
}
