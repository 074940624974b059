// Articles with a part folded away, in the ways that sites do it; each with controls beside it that must stay as they are.
import { html, type Routes } from './answer.ts'

/** Behind the fold; on one page it has to be fetched first. */
export const foldedSentence = (way: string) =>
  `Only those who open the fold of the ${way} learn that the lamp was lit again in November, by somebody who had no key.`

/** Never opened: comments, menus, what is sent or led to. */
export const neverOpened = ['/folds/comments', '/folds/elsewhere', '/folds/shared', '/folds/sent']

export const foldWays = ['clamp', 'hidden', 'expanded', 'fetched', 'details', 'lines'] as const

const lines = [
  'The lamp on the outer mole had been dark since the spring, and the harbour had grown used to steering by the smell of the smokehouse.',
  'Every skipper had a theory about it, and every theory had a cousin of the skipper in it who knew somebody at the office.',
  'The office for its part had written a letter in April, and another in June which referred to the one in April with some warmth.',
]
const text = lines.map((line) => `<p>${line}</p>`).join('')
const rest = (way: string) =>
  `<p>${foldedSentence(way)}</p>${lines.map((line) => `<p>${line} So it went on.</p>`).join('')}`

const ways: Readonly<Record<(typeof foldWays)[number], string>> = {
  clamp: `<div id="body" style="max-height:160px;overflow:hidden;position:relative">${text}${rest('clamp')}<div style="position:absolute;inset:auto 0 0;height:60px;background:linear-gradient(transparent,#fff)"></div></div>
<button class="read-more" onclick="document.getElementById('body').style.maxHeight='none';this.remove()">Read more</button>`,
  hidden: `${text}<div id="rest" style="display:none">${rest('hidden')}</div><a href="#" onclick="document.getElementById('rest').style.display='';return false">Continue reading…</a>`,
  expanded: `${text}<button type="button" aria-expanded="false" aria-controls="rest" onclick="document.getElementById('rest').hidden=false;this.setAttribute('aria-expanded','true')">Weiterlesen</button><section id="rest" hidden>${rest('expanded')}</section>`,
  fetched: `<div id="body" style="max-height:160px;overflow:hidden">${text}${text}${text}</div><div><span role="button" onclick="fetch('/folds/rest').then(a=>a.text()).then(t=>{document.getElementById('body').style.maxHeight='none';document.getElementById('body').innerHTML+=t;this.remove()})">Show full article ▾</span></div>`,
  details: `${text}<details><summary>How the lamp was lit</summary>${rest('details')}</details>`,
  lines: `<div id="body" style="display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden">${text}${rest('lines')}</div><p><button type="button" onclick="document.getElementById('body').style.cssText=''">Lire la suite</button></p>`,
}

const others = `<a href="/folds/elsewhere">Read more</a><a href="/folds/elsewhere"><button>Read more</button></a>
<form action="/folds/sent"><button>Show more</button></form>
<div class="share-bar"><button onclick="fetch('/folds/shared')">More</button></div>
<section class="comments"><button aria-expanded="false" onclick="fetch('/folds/comments')">Show more</button><div style="max-height:20px;overflow:hidden">${text}</div><button onclick="fetch('/folds/comments')">Read more</button></section>`

export const folds: Routes = {
  '/folds/rest': () => html(rest('fetched')),
  ...Object.fromEntries(
    foldWays.map((way) => [
      `/folds/way/${way}`,
      () =>
        html(
          `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The lamp on the mole: ${way}</title></head><body>
<nav><button aria-expanded="false" onclick="fetch('/folds/comments')">More</button></nav><main><article><h1>The lamp on the mole: ${way}</h1>${ways[way]}${others}</article></main></body></html>`,
        ),
    ]),
  ),
}
