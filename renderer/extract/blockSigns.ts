// What lines say, what elements are called and what addresses look like: the signs that the choice of blocks is learned from. Their order is part
// of the weights.
import { invitation, label, otherArticles } from './promotion.ts'

export const sayings: readonly RegExp[] = [
  label,
  otherArticles,
  invitation,
  /©|copyright|all rights reserved|privacy policy|terms of (use|service)|cookie/i,
  /^(by|von|par|por|posted|published|updated|written)\b|\bmin(utes?)? read\b|\bago$/i,
  /add to (cart|bag|basket)|buy now|in stock|out of stock|shipping|sold out|quantity|regular price|sale price|log ?in|sign ?in|register/i,
  /^(show|view|load|see|read|learn) (more|all|less)|^(more|next|previous|back|close|menu|search|filter|sort|reset|apply|share|print|reply|like|report|follow)\b/i,
  /^\d+(\.\d+)?(\s*(k|m|likes?|views?|replies|comments?|posts?|votes?|stars?|reviews?|items?|products?|results?))?$|^\(?\d+\)?$/i,
]

/** What authors of pages call things. */
export const nameRules: readonly RegExp[] = [
  /content|article|entry|story|main|prose|markdown|body-?text|rich-?text|post-?(body|text)|rte\b/i,
  /comment|repl(y|ies)|respond|disqus/i,
  /footer|bottom|colophon|copyright|legal/i,
  /nav|menu|breadcrumb|header|masthead|top-?bar|skip/i,
  /side-?bar|aside|\brail|widget|complementary/i,
  /related|recommend|recirc|also|popular|trending|similar|teaser|promo|upsell|cross-?sell|recently/i,
  /share|social|follow|subscri|newsletter|sign-?up|cookie|consent|modal|popup|dialog|banner|\bads?\b|advert/i,
  /product|\bitem|card|tile|result|listing|grid|collection/i,
  /price|cart|\bbuy|add-?to|sku|variant|option|qty|quantity|stock|shipping|swatch/i,
  /desc|detail|spec|feature|overview|about|accordion|\btabs?\b|tab-|info|faq/i,
  /review|rating|stars?\b|testimonial/i,
  /filter|facet|sort|refine|paginat|pager|page-?num|load-?more/i,
  /author|byline|\bbio|profile|avatar|user/i,
  /meta|date|time|\btags?\b|categor|badge/i,
  /title|heading|headline|name/i,
  /message|thread|topic|question|answer|\bposts?\b|post-|bubble|forum/i,
  /caption|credit|figure|image|gallery|photo|video|player|carousel|slider|swiper/i,
  /hero|intro|lead|subtitle|deck|summary|excerpt/i,
  /hidden|sr-only|screen-?reader|visually|offscreen|collaps|template|mobile/i,
  /button|\bbtn|\bcta|link|action|toolbar|control|form/i,
  /signature|quote|spoiler|expand|more/i,
]

/** Of the names of elements, which of these they are: a bit for each. */
export const tags = bitsByName([
  ['p'],
  ['h1'],
  ['h2'],
  ['h3', 'h4', 'h5', 'h6'],
  ['li'],
  ['td', 'th', 'caption'],
  ['dt', 'dd'],
  ['blockquote'],
  ['pre'],
  ['div'],
  ['figcaption'],
  ['summary', 'details'],
])

export const withinRules = bitsByName([
  ['main'],
  ['article'],
  ['section'],
  ['aside'],
  ['header'],
  ['footer'],
  ['nav'],
  ['form'],
  ['table'],
  ['ul', 'ol'],
  ['figure'],
  ['details'],
  ['button'],
])

export const kindRules: readonly RegExp[] = [
  /article|blogposting|newsarticle/,
  /\bproduct\b|offer/,
  /itemlist|collectionpage|productgroup/,
  /qapage|question|discussionforum/,
  /faqpage/,
  /\bwebsite\b/,
  /course|event|recipe|video/,
  /localbusiness|service/,
]

export const pathRules: readonly RegExp[] = [
  /^\/?$/,
  /product|\/p\/|\/dp\/|item/,
  /collection|categor|shop|\/c\/|list|all|tag/,
  /thread|topic|forum|question|discussion|\/t\/|comments/,
  /docs?\b|guide|reference|manual|api|learn|help|support/,
  /blog|news|article|story|post|\/20\d\d\//,
  /service|about|solution|program|course/,
]

type Bits = { readonly many: number; of(name: string): number }

function bitsByName(groups: readonly (readonly string[])[]): Bits {
  const bits = new Map<string, number>()
  groups.forEach((names, n) => {
    for (const name of names) bits.set(name, (bits.get(name) ?? 0) | (1 << n))
  })
  return { many: groups.length, of: (name) => bits.get(name) ?? 0 }
}
