import { toUnicode } from 'punycode/punycode.es6.js'
import type { Article } from '../../preload/article.ts'

/** Longer than this it is a slogan, and the host says it better. */
const longestName = 32

/** The site's name for people; else its host, without `www.`. */
export function siteOf({ url, siteName }: Pick<Article, 'url' | 'siteName'>): string {
  if (siteName !== undefined && siteName.length <= longestName) return siteName
  return hostOf(url) || (siteName ?? '')
}

/** As people read it; `аpple.com (xn--pple-43d.com)` where that is not plain: a name that only looks like another one shows what it is. */
export function hostOf(url: string): string {
  try {
    const host = new URL(url).host.replace(/^www\./, '')
    const unicode = host.includes('xn--') ? toUnicode(host) : host
    return unicode === host ? host : `${unicode} (${host})`
  } catch {
    return '' // an address of no kind we know, or no punycode after all
  }
}
