// The ways in which pages keep their pictures back until somebody scrolls, by the names of the programs and sites that do so. Each way's page
// shows one picture; what a reader should have of it is the widest one offered that is no wider than 2,560 pixels.
import type { Visit } from './answer.ts'

type Picture = (widthPx: number) => string

export type LazyWay = {
  readonly name: string
  markup(picture: Picture): string
  /** Runs in a function of its own, once the document is read. `near(selector, act)` is there: acts when an element nears the window. */
  readonly script?: string
  /** Of the picture that is to be kept; 960 unless said. */
  readonly widthPx?: number
}

const gif = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
const svg = `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 960 600'%3E%3C/svg%3E`
const blurred =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const size = 'width="960" height="600"'
const alt = 'alt="A view of the estuary"'

/** What loaders of the kind do: the address moves from the one attribute to the other. */
const swap = (selector: string, from: string, to = 'src') =>
  `near(${JSON.stringify(selector)}, (one) => one.setAttribute(${JSON.stringify(to)}, one.getAttribute(${JSON.stringify(from)})))`

export const lazyWays: readonly LazyWay[] = [
  { name: 'loading=lazy', markup: (p) => `<img loading="lazy" src="${p(960)}" ${alt} ${size}>` },
  {
    name: 'loading=lazy with srcset',
    markup: (p) =>
      `<img loading="lazy" decoding="async" src="${p(480)}" srcset="${p(480)} 480w, ${p(1440)} 1440w, ${p(3840)} 3840w" sizes="400px" ${alt} ${size}>`,
    widthPx: 1440,
  },
  {
    name: 'srcset by density',
    markup: (p) =>
      `<img loading="lazy" src="${p(480)}" srcset="${p(480)}, ${p(960)} 2x" ${alt} width="480" height="300">`,
  },
  {
    name: 'picture with sources by window and type',
    markup: (p) =>
      `<picture><source media="(max-width: 600px)" srcset="${p(480)}"><source type="image/png" srcset="${p(480)} 480w, ${p(1440)} 1440w" sizes="50vw"><img loading="lazy" src="${p(960)}" ${alt} ${size}></picture>`,
    widthPx: 1440,
  },
  {
    name: 'lazysizes',
    markup: (p) =>
      `<img class="lazyload" src="${gif}" data-sizes="auto" data-src="${p(480)}" data-srcset="${p(480)} 480w, ${p(960)} 960w" ${alt} ${size}>`,
    script: swap('.lazyload[data-sizes]', 'data-srcset', 'srcset'),
  },
  {
    name: 'lozad',
    markup: (p) => `<img class="lozad" data-src="${p(960)}" ${alt} ${size}>`,
    script: `${swap('img.lozad', 'data-src')}`,
  },
  {
    name: 'lozad picture',
    markup: (p) =>
      `<picture class="lozad" data-iesrc="${p(480)}" data-alt="A view of the estuary" style="display: block; min-height: 1rem"><source srcset="${p(960)}"></picture>`,
    script: `near('picture.lozad', (one) => { const image = document.createElement('img'); image.alt = one.dataset.alt; one.append(image) })`,
  },
  {
    name: 'vanilla-lazyload',
    markup: (p) => `<img class="lazy" data-src="${p(480)}" data-srcset="${p(480)} 1x, ${p(960)} 2x" ${alt} ${size}>`,
  },
  {
    name: 'jQuery Lazy Load, on scroll alone',
    markup: (p) => `<img class="jq" src="${gif}" data-original="${p(960)}" ${alt} ${size}>`,
    script: `addEventListener('scroll', () => { for (const one of document.querySelectorAll('img.jq')) if (one.getBoundingClientRect().top < innerHeight) one.src = one.dataset.original })`,
  },
  {
    name: 'jQuery Unveil',
    markup: (p) => `<img class="unveil" src="${svg}" data-src="${p(480)}" data-src-retina="${p(960)}" ${alt} ${size}>`,
  },
  {
    name: 'bLazy, two in one attribute',
    markup: (p) => `<img class="b-lazy" src="${gif}" data-src="${p(480)}|${p(960)}" ${alt} ${size}>`,
  },
  { name: 'Echo.js', markup: (p) => `<img src="${gif}" data-echo="${p(960)}" ${alt} ${size}>` },
  { name: 'Layzr', markup: (p) => `<img data-normal="${p(480)}" data-retina="${p(960)}" ${alt} ${size}>` },
  {
    name: 'yall.js picture',
    markup: (p) =>
      `<picture class="yall"><source data-srcset="${p(480)} 480w, ${p(960)} 960w" type="image/png"><img class="yall" src="${svg}" data-src="${p(480)}" ${alt} ${size}></picture>`,
  },
  {
    name: 'WP Rocket',
    markup: (p) =>
      `<img src="${svg}" data-lazy-src="${p(480)}" data-lazy-srcset="${p(480)} 480w, ${p(960)} 960w" data-lazy-sizes="100vw" ${alt} ${size}><noscript><img src="${p(480)}" srcset="${p(480)} 480w, ${p(960)} 960w" ${alt} ${size}></noscript>`,
  },
  {
    name: 'scripts that wait for a hand',
    markup: (p) => `<img class="delayed" src="${svg}" data-delayed="${p(960).replace('.png', '')}" ${alt} ${size}>`,
    script: `addEventListener('mousemove', () => { for (const one of document.querySelectorAll('img.delayed')) one.src = one.dataset.delayed + '.png' }, { once: true })`,
  },
  {
    name: 'a3 Lazy Load',
    markup: (p) =>
      `<img class="lazy lazy-hidden" src="/images/lazy_placeholder.gif" data-lazy-type="image" data-src="${p(960)}" ${alt} ${size}><noscript><img src="${p(960)}" ${alt}></noscript>`,
  },
  {
    name: 'Medium',
    markup: (p) =>
      `<div style="position: relative"><img src="${blurred}" style="width: 100%; filter: blur(20px)" alt=""><noscript><img src="${p(960)}" ${alt} ${size}></noscript></div>`,
  },
  {
    name: 'gatsby-image',
    markup: (p) =>
      `<div class="gatsby-image-wrapper" style="position: relative"><img aria-hidden="true" src="${blurred}" alt="" style="position: absolute; width: 100%; height: 100%; object-fit: cover"><noscript><picture><source srcset="${p(480)} 480w, ${p(960)} 960w" sizes="100vw"><img loading="lazy" src="${p(480)}" ${alt}></picture></noscript></div>`,
  },
  {
    name: 'Next.js image',
    markup: (p) =>
      `<span style="display: inline-block; position: relative"><img ${alt} src="${gif}" decoding="async" data-nimg="intrinsic" ${size}><noscript><img ${alt} srcset="${p(480)} 1x, ${p(960)} 2x" src="${p(960)}" decoding="async" loading="lazy"></noscript></span>`,
  },
  {
    name: 'Cloudflare Mirage',
    markup: (p) =>
      `<img data-cfsrc="${p(960)}" style="display: none; visibility: hidden" ${alt} ${size}><noscript><img src="${p(960)}" ${alt}></noscript>`,
  },
  {
    name: 'MediaWiki on telephones',
    markup: (p) =>
      `<noscript><img src="${p(960)}" ${alt} ${size}></noscript><span class="lazy-image-placeholder" style="width: 960px; height: 600px" data-src="${p(960)}" data-alt="A view of the estuary" data-width="960" data-height="600">&nbsp;</span>`,
  },
  {
    name: 'BBC delayed image',
    markup: (p) =>
      `<div class="js-delayed-image-load" data-src="${p(960)}" data-width="960" data-height="600" data-alt="A view of the estuary"></div>`,
  },
  {
    name: 'AMP',
    markup: (p) =>
      `<amp-img src="${p(480)}" srcset="${p(480)} 480w, ${p(960)} 960w" ${alt} ${size} layout="responsive"></amp-img>`,
  },
  {
    name: 'Foundation Interchange',
    markup: (p) => `<img data-interchange="[${p(480)}, small], [${p(960)}, large]" ${alt} ${size}>`,
  },
  {
    name: 'Shopify, the width in a pattern',
    markup: (p) =>
      `<img class="lazyload" src="${p(240)}" data-src="${p(960).replace('960', '{width}')}" data-widths="[240, 480, 960]" data-sizes="auto" ${alt} ${size}>`,
  },
  { name: 'imgix.js', markup: (p) => `<img ix-src="${p(960)}" ${alt} ${size}>` },
  {
    name: 'a small picture first',
    markup: (p) => `<img class="progressive" src="${p(40)}" data-large="${p(960)}" ${alt} ${size}>`,
    script: swap('img.progressive', 'data-large'),
  },
  {
    name: 'a small picture first, without its script',
    markup: (p) => `<img class="progressive-still" src="${p(40)}" data-src="${p(960)}" ${alt} ${size}>`,
  },
  {
    name: 'Squarespace',
    markup: (p) =>
      `<div class="image-block"><noscript><img src="${p(960)}" ${alt}></noscript><img class="thumb-image" data-src="${p(960)}" data-image="${p(960)}" data-image-dimensions="960x600" ${alt}></div>`,
  },
  { name: 'Slick', markup: (p) => `<div class="slide"><img data-lazy="${p(960)}" ${alt} ${size}></div>` },
  { name: 'Flickity', markup: (p) => `<img data-flickity-lazyload="${p(960)}" ${alt} ${size}>` },
  {
    name: 'an element that makes its own image',
    markup: (p) => `<lazy-picture src="${p(960)}" alt="A view of the estuary"></lazy-picture>`,
    script: `customElements.define('lazy-picture', class extends HTMLElement { connectedCallback() {
      const root = this.attachShadow({ mode: 'open' }); root.innerHTML = '<style>img { width: 100% }</style><div style="height: 2rem"></div>'
      new IntersectionObserver((seen, observer) => { if (!seen.some((one) => one.isIntersecting)) return; observer.disconnect()
        const image = new Image(); image.alt = this.getAttribute('alt'); image.src = this.getAttribute('src'); root.append(image) }).observe(this) } })`,
  },
  {
    name: 'an image made when it nears',
    markup: (p) => `<div class="made" data-name="${p(960).replace('.png', '')}" style="min-height: 2rem"></div>`,
    script: `near('div.made', (one) => setTimeout(() => { const image = new Image(); image.alt = 'A view of the estuary'; image.src = one.dataset.name + '.png'; one.append(image) }, 120))`,
  },
  {
    name: 'an image that a script puts into the markup late',
    markup: (p) => `<div class="late" data-name="${p(960).replace('.png', '')}"></div>`,
    script: `setTimeout(() => { for (const one of document.querySelectorAll('div.late')) one.innerHTML = '<img ${alt} src="' + one.dataset.name + '.png">' }, 100)`,
  },
  {
    name: 'a background with a name',
    markup: (p) =>
      `<div role="img" aria-label="A view of the estuary" style="height: 300px; background: url('${p(960)}') center / cover no-repeat"></div>`,
  },
  {
    name: 'a background without a name',
    markup: (p) =>
      `<div class="hero-image" style="height: 400px; background-image: url(${p(960)}); background-size: cover"></div>`,
  },
  {
    name: 'lazy background',
    markup: (p) =>
      `<div class="lazy-bg" role="img" aria-label="A view of the estuary" data-bg="${p(960)}" style="height: 300px; background-size: cover"></div>`,
    script: `near('.lazy-bg', (one) => { one.style.backgroundImage = 'url(' + one.dataset.bg + ')' })`,
  },
  {
    name: 'lazy background, without its script',
    markup: (p) => `<div class="lazybg" data-background-image="url('${p(960)}')" style="height: 300px"></div>`,
  },
  {
    name: 'a background in several resolutions',
    markup: (p) =>
      `<figure><div style="height: 300px; background-image: -webkit-image-set(url('${p(480)}') 1x, url('${p(960)}') 2x); background-size: cover"></div></figure>`,
  },
  {
    name: 'noscript alone',
    markup: (p) => `<div class="photo"><noscript><img src="${p(960)}" ${alt} ${size}></noscript></div>`,
  },
  {
    name: 'an image in an SVG',
    markup: (p) =>
      `<svg viewBox="0 0 960 600" width="960" height="600" role="img" aria-label="A view of the estuary"><image href="${p(960)}" width="960" height="600"/></svg>`,
  },
  {
    name: 'an object',
    markup: (p) => `<object type="image/png" data="${p(960)}" ${size} aria-label="A view of the estuary"></object>`,
  },
  {
    name: 'fetched and shown as a blob',
    markup: (p) => `<img class="fetched" data-name="${p(960).replace('.png', '')}" ${alt} ${size}>`,
    script: `near('img.fetched', async (one) => { one.src = URL.createObjectURL(await (await fetch(one.dataset.name + '.png')).blob()) })`,
  },
]

/** As many ways stand on one page. */
const perPage = 6

export const lazyPaths: readonly string[] = Array.from(
  { length: Math.ceil(lazyWays.length / perPage) },
  (_, n) => `/lazy/${n}`,
)

export function waysOf(path: string): readonly LazyWay[] {
  const n = Number(path.slice('/lazy/'.length))
  return lazyWays.slice(n * perPage, (n + 1) * perPage)
}

/** The name of a way's picture: `/images/<name>-960.png` and so on. */
export function pictureOf(way: LazyWay): string {
  return `lazy${lazyWays.indexOf(way)}`
}

export function lazyPage(visit: Visit): string {
  const ways = waysOf(visit.path)
  const figures = ways.map((way, n) => {
    const picture = (widthPx: number) => visit.url(`/images/${pictureOf(way)}-${widthPx}.png`)
    return `<div class="way">${way.markup(picture)}</div>\n${[0, 1, 2].map((at) => `<p>${sentence(n * 3 + at)}</p>`).join('\n')}`
  })
  const title = `Views of the estuary, part ${visit.path.slice('/lazy/'.length)}`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<style>article { width: 960px } p { margin: 200px 0; font-size: 18px } img { max-width: 100% }</style></head>
<body><article><h1>${title}</h1><p>${sentence(30)}</p>${figures.join('\n')}<p>${sentence(31)}</p></article>
<script>const near = (selector, act) => { const observer = new IntersectionObserver((seen) => { for (const { target, isIntersecting } of seen) if (isIntersecting) { observer.unobserve(target); act(target) } }); for (const one of document.querySelectorAll(selector)) observer.observe(one) }
${ways.map(({ script }) => (script === undefined ? '' : `{ ${script} }`)).join('\n')}</script></body></html>`
}

const parts = [
  'At low water the estuary shows the ribs of a boat that nobody has claimed in forty years',
  'The pilot keeps a list of the marks he steers by, and half of them have since been built over',
  'From the sea wall one counts eleven channels on a clear morning and three on any other',
  'The birds come in from the east when the tide turns, and the painters come in from the car park',
  'She photographed the same post every day for a year, and the post is different in all of the pictures',
  'What looks like an island on the map is a bank that moves about a yard a week toward the mill',
]

function sentence(n: number): string {
  const first = parts[n % parts.length] ?? ''
  const second = parts[(n * 5 + 1) % parts.length] ?? ''
  return `${first}. Entry ${n + 1} of the book puts it in other words: ${second.toLowerCase()}, and it gives the hour, the wind and the name of whoever was standing beside her.`
}
