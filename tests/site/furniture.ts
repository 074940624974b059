// What stands around an article on the web and is not the article. Every sentence of it is listed, so that tests can say it is gone.
import type { Routes, Visit } from './answer.ts'

/** Sentences that a reader must never find in a saved article. */
export const furnitureSentences: readonly string[] = [
  'We and our 214 partners store information on your device.',
  'Skip to the main content',
  'Subscribe for the price of a coffee',
  'Sponsored: the mattress that remembers you',
  'Advertisement',
  'Share this on Chirper',
  'Read more: Ferry timetable to change again',
  'Most read this week',
  'Council buys a smaller snowplough',
  'Get the Monday letter in your inbox',
  'You can unsubscribe at any time.',
  'Three readers have something to say',
  'First! And also I disagree.',
  'Terms of use',
  'Made with care and too much tea',
]

export function head(visit: Visit, page: PageHead): string {
  const { title, description, siteName, byline, publishedAt, lang, type = 'article', image } = page
  const canonical = visit.url(visit.path)
  const jsonLd = {
    '@context': 'https://schema.org',
    '@type': page.schema ?? 'NewsArticle',
    headline: title,
    description,
    inLanguage: lang,
    mainEntityOfPage: canonical,
    ...(publishedAt === undefined ? {} : { datePublished: publishedAt }),
    ...(byline === undefined ? {} : { author: [{ '@type': 'Person', name: byline }] }),
    publisher: { '@type': 'Organization', name: siteName },
    ...(image === undefined ? {} : { image: [image] }),
    ...page.more,
  }
  const quoted = (text: string) => text.replaceAll('"', '&quot;')
  return `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | ${siteName}</title>
<link rel="canonical" href="${canonical}">
<link rel="icon" href="/favicon.ico"><link rel="apple-touch-icon" href="/images/touch-480.png">
<link rel="preconnect" href="${visit.url('', 'metrics.localhost')}"><link rel="dns-prefetch" href="${visit.url('', 'ads.localhost')}">
<link rel="alternate" type="application/rss+xml" title="${siteName}" href="/feed.xml">
<meta name="description" content="${quoted(description)}">
<meta property="og:type" content="${type}"><meta property="og:site_name" content="${siteName}">
<meta property="og:title" content="${quoted(title)}"><meta property="og:description" content="${quoted(description)}">
<meta property="og:url" content="${canonical}">${image === undefined ? '' : `<meta property="og:image" content="${image}">`}
${publishedAt === undefined ? '' : `<meta property="article:published_time" content="${publishedAt}">`}
${byline === undefined ? '' : `<meta name="author" content="${byline}">`}
<meta name="twitter:card" content="summary_large_image">
<script type="application/ld+json">${JSON.stringify(jsonLd)}</script>
<link rel="stylesheet" href="/furniture/site.css"><style>.lazyload{background:#eee}</style>
<script async src="/furniture/analytics.js"></script><script defer src="/furniture/consent.js"></script><script defer src="/furniture/lazy.js"></script>`
}

export type PageHead = {
  readonly title: string
  readonly description: string
  readonly siteName: string
  readonly lang: string
  readonly byline?: string | undefined
  readonly publishedAt?: string | undefined
  readonly image?: string | undefined
  readonly type?: string
  readonly schema?: string
  readonly more?: Readonly<Record<string, unknown>>
}

export function masthead(siteName: string): string {
  const menu = ['Local', 'Sea', 'Weather', 'Letters', 'Sport', 'Kitchen', 'Puzzles']
    .map(
      (name) =>
        `<li><a href="/section/${name.toLowerCase()}">${name}</a><div class="mega-menu"><ul>${megaLinks(name)}</ul></div></li>`,
    )
    .join('')
  return `<a class="skip-link" href="#main">Skip to the main content</a>
<header class="site-header" role="banner"><a class="logo" href="/">${siteName}</a>
<form role="search" action="/search"><input type="search" name="q" placeholder="Search"><button>Go</button></form>
<a class="cta" href="/subscribe">Subscribe for the price of a coffee</a>
<nav class="main-nav" aria-label="Sections"><ul>${menu}</ul></nav></header>`
}

function megaLinks(section: string): string {
  return Array.from(
    { length: 6 },
    (_, n) => `<li><a href="/section/${section.toLowerCase()}/${n}">${section} in ward ${n + 1}</a></li>`,
  ).join('')
}

export function advert(visit: Visit): string {
  return `<div class="ad-slot" id="ad-${visit.count}" data-ad-unit="mid"><span class="ad-label">Advertisement</span><iframe src="${visit.url('/advert', 'ads.localhost')}" width="300" height="250" title="advert"></iframe></div>
<div class="sponsored-block"><a href="${visit.url('/click?to=mattress', 'ads.localhost')}" rel="sponsored">Sponsored: the mattress that remembers you</a></div>`
}

export const shareButtons = `<ul class="share-buttons" aria-label="Share"><li><button>Share this on Chirper</button></li><li><a href="https://social.example/share">Post it on Friendface</a></li><li><button>Copy link</button></li></ul>`

export const relatedLink = `<p class="related-inline"><a href="/news/ferry">Read more: Ferry timetable to change again</a></p>`

export const newsletter = `<div class="newsletter-signup"><h3>Get the Monday letter in your inbox</h3><form action="/letters"><input type="email" placeholder="you@example.org"><button>Sign me up</button></form><p class="small">You can unsubscribe at any time.</p></div>`

export const mostRead = `<aside class="most-read" role="complementary"><h2>Most read this week</h2><ol><li><a href="/news/plough">Council buys a smaller snowplough</a></li><li><a href="/news/gull">Gull returned to owner</a></li><li><a href="/news/choir">Choir seeks bass, any condition</a></li></ol></aside>`

export const comments = `<section id="comments" class="comments-area"><h2>Three readers have something to say</h2><ol class="comment-list">
<li class="comment"><b>tidewatcher</b><time>2 hours ago</time><p>First! And also I disagree.</p><a class="reply" href="#reply">Reply</a></li>
<li class="comment"><b>Mrs Aas</b><p>My uncle worked there and the stories I could tell you about the eels would fill a second article.</p><a class="reply" href="#reply">Reply</a></li>
<li class="comment"><b>deleted</b><p>This comment was removed by a moderator.</p></li></ol><form><textarea></textarea><button>Add your voice</button></form></section>`

export function footer(siteName: string): string {
  const links = Array.from({ length: 40 }, (_, n) => `<a href="/archive/${1980 + n}">Archive ${1980 + n}</a>`).join(' ')
  return `<footer class="site-footer" role="contentinfo"><p>© ${siteName}. Made with care and too much tea</p><nav><a href="/terms">Terms of use</a> <a href="/privacy">Privacy</a> <a href="/jobs">Jobs</a> ${links}</nav><img src="/trackers/footer.gif" width="1" height="1" alt=""></footer>`
}

export const furniture: Routes = {
  '/furniture/site.css': () => script('text/css', css),
  '/furniture/analytics.js': (visit) =>
    script(
      'text/javascript',
      `navigator.sendBeacon(${JSON.stringify(visit.url('/collect', 'metrics.localhost'))}, location.pathname + '?w=' + innerWidth)`,
    ),
  '/furniture/consent.js': () => script('text/javascript', consent),
  '/furniture/lazy.js': () => script('text/javascript', lazy),
  '/advert': () =>
    script(
      'text/html',
      '<body><a href="/click">Buy one, get the other half</a><script>parent.postMessage("ad","*")</script>',
    ),
  '/collect': () => ({ status: 204 }),
  '/trackers/*': () => ({
    headers: { 'content-type': 'image/gif', 'cache-control': 'no-store' },
    body: Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
  }),
}

function script(type: string, body: string) {
  return { headers: { 'content-type': type, 'cache-control': 'max-age=600' }, body }
}

const css = `body{margin:0;font:17px/1.5 Georgia,serif;color:#222}
.site-header,.site-footer{background:#123;color:#fff;padding:1em}.mega-menu{display:none}
main,.layout{max-width:1100px;margin:auto}article{max-width:700px;padding:1em}
figure{margin:1.5em 0}img{max-width:100%;height:auto}.credit{color:#777;font-size:80%}
.most-read{float:right;width:280px}.pull-quote{font-size:140%}.visually-hidden{position:absolute;clip:rect(0 0 0 0)}
#consent{position:fixed;inset:0;background:#000c;color:#fff;z-index:9999;display:flex;align-items:center;justify-content:center}
@font-face{font-family:Headline;src:url(/furniture/headline.woff2)}h1{font-family:Headline,serif}`

// Laid over the page by a script, as consent walls are, with the page behind it kept from scrolling.
const consent = `if (!document.cookie.includes('consent=')) {
  const wall = document.createElement('div')
  wall.id = 'consent'
  wall.setAttribute('role', 'dialog')
  wall.setAttribute('aria-modal', 'true')
  wall.innerHTML = '<div><h2>Your privacy, our business</h2><p>We and our 214 partners store information on your device.</p>'
    + '<button id="agree">Agree to all</button><button id="refuse">Refuse all</button><button>Manage 214 partners</button></div>'
  document.body.append(wall)
  document.documentElement.style.overflow = document.body.style.overflow = 'hidden'
  const close = (answer) => { document.cookie = 'consent=' + answer; wall.remove(); document.documentElement.style.overflow = document.body.style.overflow = '' }
  document.getElementById('agree').onclick = () => close('all')
  document.getElementById('refuse').onclick = () => close('none')
}`

const lazy = `const watch = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue
    watch.unobserve(target)
    if (target.dataset.srcset) target.srcset = target.dataset.srcset
    target.src = target.dataset.src
    target.classList.replace('lazyload', 'lazyloaded')
  }
}, { rootMargin: '200px' })
window.watchLazy = () => { for (const image of document.querySelectorAll('img.lazyload')) watch.observe(image) }
watchLazy()`
