// Pages that are put together from several documents or trees: frames of the same site, of another and of none, frames in frames, players, and
// an article in the shadow tree of an element of its own, which the page may keep closed to all scripts.
import { html, type Routes, type Visit } from './answer.ts'

export const composedSentences = {
  page: 'The harbour office keeps two calendars, one for the tides and one for the people who pretend to understand them.',
  cross: 'The pilot of the day writes his remarks in green, so that nobody can say they were added afterwards.',
  nested: 'On the last line stands the depth over the bar, measured with a broomstick by general consent.',
  srcdoc: 'A table of lights hangs beside the door, and half of them have been out since the spring.',
  shadow: 'The keeper of the element had drawn his own curtains, and the page outside never learned their colour.',
  slotted: 'What he let in through the letter slot remained a part of the street.',
  closed: 'The second room has a door without a handle, and whoever is inside has always been inside.',
  within: 'In the wall of that room is a cupboard, locked from within by somebody very thin.',
  written: 'The third room was closed before anybody came, by the man who drew the plans.',
  framed: 'Across the street another house has a room like it, and the two have never exchanged a word.',
} as const

const filler = [
  'Whoever wants to know when to leave asks at the window on the left, and is sent to the window on the right.',
  'There a clerk unrolls the long sheet, finds the week with one finger and the hour with another, and frowns at both.',
  'The answer is given in a low voice, as if the sea were listening and might change its mind about the whole thing.',
  'Strangers write it down; those who live here repeat it once, and go home to look at the water for themselves.',
]

const text = (sentence: string) => `<p>${sentence}</p>${filler.map((line) => `<p>${line} ${line}</p>`).join('')}`

export const composed: Routes = {
  '/composed/frames': (visit) =>
    html(
      page(
        'The two calendars',
        `${text(composedSentences.page)}
<iframe id="cross" src="${visit.url('/composed/inside', 'b.localhost')}" width="640" height="420" title="The day’s remarks"></iframe>
<iframe id="srcdoc" srcdoc="<body style='background: rgb(240, 230, 200)'><p>${composedSentences.srcdoc}</p></body>" width="500" height="120"></iframe>
<iframe id="player" src="${visit.url('/composed/nobody', 'nowhere.localhost')}" width="500" height="280" title="A film of the harbour" allowfullscreen></iframe>`,
      ),
    ),
  '/composed/inside': () =>
    html(
      page(
        'Remarks',
        `<style>h1 { color: rgb(0, 100, 0) } body { background: url(/images/remarks-480.png) }</style>${text(composedSentences.cross)}
<img src="/images/remarks-480.png" alt="The broomstick" width="480" height="300">
<iframe id="nested" src="/composed/nested" width="400" height="100"></iframe><script>document.querySelector('h1').textContent += ' of the day'</script>`,
      ),
    ),
  '/composed/frameset': () =>
    html(`<html><head><title>The house of frames</title></head><frameset cols="22%,*"><frame name="menu" src="/composed/menu">
<frameset rows="60,*"><frame src="/composed/banner"><frame id="story" name="story" src="/composed/inside"></frameset>
<noframes>Your browser shows no frames.</noframes></frameset></html>`),
  '/composed/menu': () =>
    html('<title>Menu</title><ul><li><a href="/1">First floor</a><li><a href="/2">Second</a></ul>'),
  '/composed/banner': () => html('<title>Banner</title><h3>The harbour office</h3>'),
  '/composed/nested': () => html(`<!doctype html><p id="depth">${composedSentences.nested}</p>`),
  '/composed/shadow': (visit) => html(shadowPage(visit)),
  '/composed/closed': (visit) => html(closedPage(visit)),
  '/composed/closed-inside': () =>
    html(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Opposite</title><div id="host"></div><script>
document.getElementById('host').attachShadow({ mode: 'closed' }).innerHTML = '<style>p { color: rgb(0, 60, 60) }</style><p>${composedSentences.framed}</p>'
</script></html>`,
    ),
  '/composed/shadow.css': () => ({
    headers: { 'content-type': 'text/css' },
    body: 'h2 { color: rgb(10, 20, 30); background: url(/images/curtain-480.png) }',
  }),
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><main><article><h1>${title}</h1>${body}</article></main></body></html>`
}

function shadowPage(visit: Visit): string {
  return page(
    'Behind the curtain',
    `${text(composedSentences.page)}<x-room><p slot="street">${composedSentences.slotted}</p></x-room>
<style>x-room:not(:defined) { visibility: hidden } p { letter-spacing: 0 }</style>
<script>
  customElements.define('x-room', class extends HTMLElement {
    constructor() {
      super()
      const root = this.attachShadow({ mode: 'open' })
      root.innerHTML = '<link rel="stylesheet" href="${visit.url('/composed/shadow.css')}"><style>:host { display: block; border: 3px solid rgb(1, 2, 3) } ::slotted(p) { color: rgb(90, 0, 0) }</style><h2>The room</h2><p>${composedSentences.shadow}</p><slot name="street"></slot>'
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('p { color: rgb(0, 0, 90) }')
      root.adoptedStyleSheets = [sheet]
    }
  })
</script>`,
  )
}

/** One that a script has made, with another in it; one that stands closed in the markup; one in a frame of another site. */
function closedPage(visit: Visit): string {
  return page(
    'Rooms without a handle',
    `${text(composedSentences.page)}<x-closet></x-closet>
<div id="written"><template shadowrootmode="closed"><p>${composedSentences.written}</p></template></div>
<iframe id="opposite" src="${visit.url('/composed/closed-inside', 'b.localhost')}" width="640" height="120" title="Opposite"></iframe>
<script>
  customElements.define('x-closet', class extends HTMLElement {
    constructor() {
      super()
      const root = this.attachShadow({ mode: 'closed' })
      root.innerHTML = '<style>p { color: rgb(70, 0, 70) }</style><p>${composedSentences.closed}</p><img src="/images/closet-480.png" alt="The door" width="480" height="300"><div></div>'
      root.querySelector('div').attachShadow({ mode: 'closed' }).innerHTML = '<p>${composedSentences.within}</p>'
    }
  })
</script>`,
  )
}
