// Pages as they are made today, each with one habit that had cost a capture its text: made late or on the first touch, only as far as it is in
// view, in a box that scrolls, by movements, with answers folded below their questions; and files that are no pages, or do not look like one.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { html, type Answer, type Route, type Routes, type Visit } from './answer.ts'

/** The last words of the page, which only a whole capture has. */
export const todaySentence = (habit: string) =>
  `Whoever had waited for the ${habit} to come to its end was told that the ferry had left at noon, with nobody aboard.`

const ropes = 'node_modules/@fontsource-variable/literata/files/literata-latin-opsz-normal.woff2'

const lines = [
  'The ferry to the outer islands is made ready every morning by two people who have not spoken since the autumn of the flood.',
  'One of them coils the ropes from left to right, the other from right to left, and each undoes what the other has done before.',
  'The harbour office has a form for this, which was filled in once, in pencil, and has been lying under the same cup ever since.',
  'Passengers have learned to come early and to stand where the ropes are not, which is a different place on every day of the week.',
]
const texts = Array.from({ length: 12 }, (_, n) => `${lines[n % 4]} (${n + 1}) ${lines[(n + 1) % 4]}`)
const paragraphs = (habit: string, count = 6) =>
  [...texts.slice(0, count), todaySentence(habit)].map((text) => `<p>${text}</p>`)
const article = (habit: string) => `<article><h1>${todayTitle(habit)}</h1>${paragraphs(habit).join('')}</article>`

export const todayTitle = (habit: string) => `The ferry, by way of the ${habit}`

function page(habit: string, body: string, style = ''): Answer {
  return html(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${todayTitle(habit)}</title><style>${style}</style></head><body>${body}</body></html>`,
  )
}

const script = (source: string) => `<script>${source.replaceAll('</', '<\\/')}</script>`
const put = (habit: string) => `document.getElementById('root').innerHTML = ${JSON.stringify(article(habit))}`

/** Its paragraphs stand where they belong, but only those in view are there. `box`: what scrolls; the window unless given. */
const listOf = (habit: string, box?: string) =>
  script(`const texts = ${JSON.stringify([...texts, ...texts, ...texts, ...texts, todaySentence(habit)])}
const list = document.getElementById('list'), box = ${box ?? 'undefined'}, line = 120
list.style.height = texts.length * line + 'px'
function draw() {
  const top = box ? box.scrollTop : scrollY, height = box ? box.clientHeight : innerHeight
  list.replaceChildren(...texts.flatMap((text, n) => {
    if ((n + 1) * line < top - line || n * line > top + height + line) return []
    const made = document.createElement('p')
    made.textContent = text
    made.style.cssText = 'position:absolute;margin:0;top:' + n * line + 'px'
    return [made]
  }))
}
addEventListener('resize', draw)
;(box ?? window).addEventListener('scroll', draw)
if (box) new ResizeObserver(draw).observe(box)
draw()`)

const inBox = 'html,body{margin:0;height:100%;overflow:hidden}#box{height:100vh;overflow-y:auto}'

const habits: Readonly<Record<string, Route>> = {
  late: () =>
    page(
      'late',
      `<div id="root"><div class="spinner">Loading…</div></div>${script(`setTimeout(() => { ${put('late')} }, 2500)`)}`,
    ),
  touch: () =>
    page(
      'touch',
      `<div id="root"><p>Loading</p></div>${script(`addEventListener('mousemove', () => { ${put('touch')} }, { once: true })`)}`,
    ),
  focus: () =>
    page('focus', `<div id="root"><p>Not now.</p></div>${script(`if (document.hasFocus()) { ${put('focus')} }`)}`),
  frames: () =>
    page(
      'frames',
      `<div id="root"></div>${script(`let left = 60; const next = () => { if (left--) requestAnimationFrame(next); else { ${put('frames')} } }; next()`)}`,
    ),
  list: () =>
    page(
      'list',
      `<article><h1>${todayTitle('list')}</h1><div id="list" style="position:relative"></div></article>${listOf('list')}`,
    ),
  'list in a box': () =>
    page(
      'list in a box',
      `<div id="box"><article><h1>${todayTitle('list in a box')}</h1><div id="list" style="position:relative"></div></article></div>${listOf('list in a box', "document.getElementById('box')")}`,
      inBox,
    ),
  'box that grows': () =>
    page(
      'box that grows',
      `<div id="box"><article id="root"><h1>${todayTitle('box that grows')}</h1></article><div id="end" style="height:1px"></div></div>
${script(`const texts = ${JSON.stringify(paragraphs('box that grows', 5))}
new IntersectionObserver(([{ isIntersecting }], watch) => {
  if (!isIntersecting || texts.length === 0) return
  document.getElementById('root').insertAdjacentHTML('beforeend', '<div style="min-height:900px">' + texts.shift() + '</div>')
  const end = document.getElementById('end')
  watch.unobserve(end)
  watch.observe(end)
}).observe(document.getElementById('end'))`)}`,
      inBox,
    ),
  movement: () =>
    page(
      'movement',
      `<article><h1>${todayTitle('movement')}</h1>${paragraphs('movement')
        .map((text, n) => `<section style="animation-delay:${n}s">${text}</section>`)
        .join('')}</article>`,
      '@keyframes come{from{opacity:0;visibility:hidden}to{opacity:1;visibility:visible}}section{animation:come 2s both}',
    ),
  answers: () =>
    page(
      'answers',
      `<article><h1>${todayTitle('answers')}</h1><p>${texts[0]}</p>${paragraphs('answers')
        .map(
          (text, n) =>
            `<h2><button aria-expanded="false" aria-controls="answer${n}">What of the ropes, number ${n}?</button></h2><div id="answer${n}" hidden>${text}<p>${texts[n + 1]}</p></div>`,
        )
        .join('')}
<button aria-expanded="false" aria-controls="places">Elsewhere</button><div id="places" hidden>${texts.map((text) => `<a href="/many/1">${text}</a>`).join('')}</div></article>`,
    ),
  'answers for search': () =>
    page(
      'answers for search',
      `<article><h1>${todayTitle('answers for search')}</h1>${paragraphs('answers for search')
        .map(
          (text, n) =>
            `<h2>What of the ropes, number ${n}?</h2><div hidden="until-found">${text}<p>${texts[n]}</p></div>`,
        )
        .join('')}</article>`,
    ),
  packed: () => ({
    headers: { 'content-type': 'text/html' },
    body: gzipSync(Buffer.from(String(page('packed', article('packed')).body))),
  }),
  markdown: () => ({
    headers: { 'content-type': 'text/markdown' },
    body: `# ${todayTitle('markdown')}\n\n${texts.join('\n\n')}\n\n${todaySentence('markdown')} – and so on.\n`,
  }),
  json: () => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ferries: texts.map((note, n) => ({ day: n, note })), last: todaySentence('json') }),
  }),
  csv: () => ({
    headers: { 'content-type': 'text/csv' },
    body: ['day,note', ...texts.map((text, n) => `${n},"${text}"`), `13,"${todaySentence('csv')}"`].join('\n'),
  }),
}

export const todayHabits: readonly string[] = Object.keys(habits)
export const todayPath = (habit: string) => `/today/${habit.replaceAll(' ', '-')}`

export const today: Routes = {
  ...Object.fromEntries(Object.entries(habits).map(([habit, route]) => [todayPath(habit), route])),
  '/today/never': () => page('never', `<div id="root" class="spinner">Loading…</div>${script('void 0')}`),
  '/today/bytes': () => ({
    headers: { 'content-type': 'text/html' },
    body: Uint8Array.from({ length: 6_000 }, (_, n) => (n * 7_919 + (n >> 3)) % 256),
  }),
  '/today/dressed': () =>
    page(
      'dressed',
      `<header style="position:sticky;top:0;height:40px">The harbour</header>${article('dressed')}${article('dressed').replace('<h1>', '<h2>').replace('</h1>', '</h2>')}
<div class="letter" style="position:fixed;left:0;right:0;bottom:0;height:90px">Our letter, every Friday</div><dialog id="first"><p>Have you seen our shop?</p></dialog>${script("document.getElementById('first').showModal()")}`,
      '@font-face{font-family:Ropes;src:url(/today/ropes.woff2) format("woff2")}h1{font-family:Ropes}.letter{background:gold}',
    ),
  '/today/ropes.woff2': () => ({ headers: { 'content-type': 'font/woff2' }, body: readFileSync(ropes) }),
  '/today/followed': () =>
    page(
      'followed',
      `<meta property="og:type" content="article"><meta property="og:title" content="${todayTitle('followed')}">
${article('followed').replace('<p>', `<p>${texts.join('</p><p>')}</p><p>`)}<div id="below"></div>${script(`new IntersectionObserver(([{ isIntersecting }], watch) => {
  if (!isIntersecting) return
  watch.disconnect()
  document.getElementById('below').innerHTML = ${JSON.stringify(article('other road'))}
  history.replaceState(null, '', '/today/other-road')
}).observe(document.getElementById('below'))`)}`,
    ),
  '/today/chart': () =>
    page(
      'chart',
      article('chart').replace(
        '</article>',
        `<figure id="figure"></figure><p>${texts[3]}</p></article>${script(`const bars = Array.from({ length: 12 }, (_, n) => '<rect class="bar" x="' + n * 50 + '" y="' + (300 - n * 20) + '" width="40" height="' + n * 20 + '"/><text x="' + n * 50 + '" y="290">' + (2000 + n) + '</text>')
document.getElementById('figure').innerHTML = '<svg width="600" height="300" role="img" aria-label="Ferries a year" onload="0"><g class="moved">' + bars.join('') + '<foreignObject x="0" y="0" width="200" height="40"><div>Ferries that sailed</div></foreignObject></g></svg><figcaption>Ferries a year, by the office.</figcaption>'`)}`,
      ),
      '.bar{fill:teal}.moved{transform:translate(10px,0)}',
    ),
  '/today/sticky': () =>
    page(
      'sticky',
      `<article><h1>${todayTitle('sticky')}</h1><div><div style="position:sticky;top:0;height:100vh"><img src="/images/sticky-960.png" alt="The ropes, from above" width="960" height="600"></div>
${paragraphs('sticky').join('')}</div></article>`,
    ),
  '/today/sources': ({ url }: Visit) =>
    page(
      'sources',
      article('sources').replace(
        '</article>',
        `<picture><source type="image/avif" srcset="${url('/images/gone.avif')}"><img src="${url('/images/sources-480.png')}" alt="The ropes" width="480" height="300"></picture><p>${texts[3]}</p></article>`,
      ),
    ),
}
