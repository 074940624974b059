// The one form of an address by which two captures are known to be of the same page. When in doubt two addresses stay two pages:
// a needless second copy costs little, a page hidden under another one is lost to its reader.
import type { Verdict } from '../../preload/article.ts'

/** Parameters that tell a site where a click came from, never which page is meant. */
const trackingParameters =
  /^(?:utm_.*|mtm_.*|matomo_.*|pk_.*|piwik_.*|hsa_.*|at_(?:medium|campaign|custom\d|link.*|format|ptr_name|bbc_team)|ga_(?:source|medium|campaign|content|term)|ns_(?:source|mchannel|campaign|fee|linkname)|fbclid|fb_(?:action_ids|action_types|ref|source)|gclid|gclsrc|dclid|gbraid|wbraid|gad_source|gad_campaignid|msclkid|twclid|ttclid|li_fat_id|igshid|igsh|yclid|ysclid|_openstat|mc_cid|mc_eid|_hsenc|_hsmi|__hs[a-z]+|hsctatracking|mkt_tok|vero_id|vero_conv|oly_enc_id|oly_anon_id|wickedid|s_cid|sc_cid|sc_channel|ncid|cmpid|icid|xtor|wt_mc|wt\.mc_id|soc_src|soc_trk|ref_src|ref_url|srsltid|rb_clickid|epik|_ga|_gl|guccounter|guce_referrer|guce_referrer_sig|mibextid|_branch_match_id|_branch_referrer|spm|trk|trkcampaign|cn-reloaded|smid|smtyp|campaign_id|__twitter_impression|amp_js_v|amp_gsa)$/i

/** Parameters that say which page is meant; a canonical address that lacks one of them speaks of something else. */
const identityParameter =
  /(?:^|_|-)(?:id|p|v|q|t|n|nr|no|post|article|story|item|page|doc|news|topic|thread|entry)$|id$/i

/** A wall with less text than this shows nothing of what is behind it: it may be any page's. */
const doorWords = 60

/** What may follow the address of a page in the address of another shape of the same page. */
const variantOfPage = /^(?:amp(?:\.html?)?|print|mobile|full|single|all|index\.\w+|page|p|\d{1,3})(?:\/\d{1,3})?$/i

/**
 * The canonical form of `url`. `declared` is what the page itself says its address is; it is believed only where it can be true:
 * the same site, an http address, not the home page for an inner page.
 */
export function canonicalUrl(url: string, page: { readonly declared?: string | undefined } = {}): string {
  const own = normalised(new URL(url))
  const declared = page.declared === undefined ? undefined : plausible(page.declared, own)
  return written(declared ?? own)
}

/** Every form under which the page may have been kept before: to be asked of the library together. */
export function canonicalForms(urls: readonly string[], declared: string | undefined): string[] {
  const [final] = urls
  const forms = urls.map((url) => canonicalUrl(url))
  return [...new Set(final === undefined ? forms : [canonicalUrl(final, { declared }), ...forms])]
}

/** The address of a page within a site has come to lead to the home page, as sites do with pages that are gone. */
export function leadsHome(from: string, to: string): boolean {
  return isHomePage(normalised(new URL(to))) && !isHomePage(normalised(new URL(from)))
}

type Reached = {
  readonly url: string
  /** As the page declares it. */
  readonly canonicalUrl?: string | undefined
  readonly verdict: Verdict
  readonly words: number
}

/**
 * The address that what was reached is kept under, and the forms to ask the library for. A link that its own site sends to the home page keeps its own
 * address, and so does one that leads to a place to sign in or to an apology: all such links lead there, and would be one article.
 */
export function keptUnder(
  asked: string,
  { url: reached, canonicalUrl: declared, verdict, words }: Reached,
): { readonly url: string; readonly forms: readonly string[] } {
  const isOfSite = isOneHost(asked, reached)
  const isElsewhere = verdict === 'error' || (verdict === 'wall' && words < doorWords)
  const isGivenUp = isOfSite && (leadsHome(asked, reached) || verdict === 'not-article')
  if (isElsewhere || isGivenUp) return { url: asked, forms: canonicalForms([asked], undefined) }
  return { url: reached, forms: canonicalForms([reached, asked], declared) }
}

function isOneHost(...urls: readonly [string, string]): boolean {
  const [one, other] = urls.map((url) => normalised(new URL(url)).hostname.replace(/^www\./, ''))
  return one === other
}

function isHomePage({ pathname, search, hash }: URL): boolean {
  return /^\/*$/.test(pathname) && search === '' && hash === ''
}

function normalised(url: URL): URL {
  const form = new URL(url.href)
  form.username = ''
  form.password = ''
  form.hostname = form.hostname.replace(/\.$/, '')
  // An address such as #!/route or #/route names a page of an app; a plain fragment names a place in a page.
  if (!/^#!?\//.test(form.hash)) form.hash = ''
  const kept = form.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !trackingParameters.test(decoded(pair.split('=')[0] ?? '')))
  form.search = kept.join('&')
  return form
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name // A stray % sign: the name as it stands.
  }
}

function written(form: URL): string {
  const path = form.pathname.replace(/(?<=[^/])\/+$/, '')
  return `${form.protocol}//${form.host}${path}${form.search}${form.hash}`
}

function plausible(text: string, own: URL): URL | undefined {
  let url: URL
  try {
    url = new URL(text, own)
  } catch {
    return undefined // The page declares what is no address.
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  const declared = normalised(url)
  if (!isSameSite(declared.hostname, own.hostname)) return undefined
  if (declared.port !== own.port && declared.hostname === own.hostname) return undefined
  if (own.protocol === 'https:') declared.protocol = 'https:'
  return namesSamePage(declared, own) ? declared : undefined
}

/** `www.example.com`, `m.example.com` and `example.com`; two names under a common suffix such as co.uk are two sites. */
function isSameSite(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => name.replace(/^(?:www\d?|m|mobile|amp)\./, '')) as [string, string]
  return x === y || isBelow(x, y) || isBelow(y, x)
}

function isBelow(name: string, site: string): boolean {
  return name.endsWith(`.${site}`) && site.includes('.') && !/^(?:com?|org|net|edu|gov|ac)\.[a-z]{2}$/.test(site)
}

function namesSamePage(declared: URL, own: URL): boolean {
  const [declaredPath, ownPath] = [declared, own].map((url) => url.pathname.replace(/\/+$/, '')) as [string, string]
  if (declaredPath === ownPath) return !losesIdentity(declared, own)
  if (declaredPath === '' && declared.search === '') return false
  if (own.hash !== '' && declared.hash === '') return false
  if (!ownPath.startsWith(`${declaredPath}/`)) return true
  return variantOfPage.test(ownPath.slice(declaredPath.length + 1))
}

function losesIdentity(declared: URL, own: URL): boolean {
  if (own.hash !== declared.hash) return true
  for (const name of own.searchParams.keys()) {
    if (identityParameter.test(name) && !declared.searchParams.has(name)) return true
  }
  return false
}
