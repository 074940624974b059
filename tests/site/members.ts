// A club: its story is whole for those who have signed in, and for all others a wall. One paragraph is folded until a button is pressed.
import { html, type Routes } from './answer.ts'
import { composedSentences } from './composed.ts'
import { blockMarkup } from './markup.ts'
import { tideMill } from './prose/tideMill.ts'

const paragraphs = tideMill.blocks.filter((block): block is string => typeof block === 'string')
const title = 'The mill, for members'
export const minutesTitle = 'The minutes, for members'
export const foldedSentence = 'The minutes of the last meeting were found behind the flour bins in the spring.'

export const members: Routes = {
  '/club/story': (visit) => {
    const isMember = visit.cookies.get('member') === 'yes'
    const body = isMember
      ? `${paragraphs.map((block) => blockMarkup(block, { visit })).join('\n')}
<p><img src="/images/many3-480.png" alt="The wheel" width="480" height="320"></p>
<button id="more">Show the minutes</button>
<script>document.getElementById('more').onclick = (event) => {
  const paragraph = document.createElement('p')
  paragraph.textContent = ${JSON.stringify(foldedSentence)}
  event.target.replaceWith(paragraph)
}</script>`
      : `${blockMarkup(paragraphs[0] ?? '', { visit })}<div class="paywall"><p>Sign in to continue reading.</p>
<form action="/club/enter" method="get"><input type="password" name="word"><button>Sign in</button></form>
<button id="with" onclick="window.open('${visit.url('/club/who', 'c.localhost')}', 'who', 'width=400,height=500')">Sign in with another site</button>
<script>addEventListener('message', ({ data }) => { if (data === 'it is she') document.title = 'Welcome' })</script></div>`
    return html(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`,
    )
  },
  /** What members see in a frame of another site, and in a shadow tree that is closed. */
  '/club/minutes': (visit) =>
    html(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${minutesTitle}</title></head><body><article><h1>${minutesTitle}</h1>
${paragraphs.map((block) => blockMarkup(block, { visit })).join('\n')}
<iframe id="inside" src="${visit.url('/composed/inside', 'b.localhost')}" width="640" height="420" title="The day’s remarks"></iframe><div id="room"></div>
<script>document.getElementById('room').attachShadow({ mode: 'closed' }).innerHTML = '<p>${composedSentences.closed}</p>'</script></article></body></html>`,
    ),
  /** Another site says who one is, in a window of its own, to the page that has opened it. */
  '/club/who': () =>
    html(
      `<!doctype html><title>Who are you?</title><button onclick="opener.postMessage('it is she', '*'); window.close()">It is me</button>`,
    ),
  '/club/enter': (visit) => ({
    status: 303,
    headers: { 'set-cookie': 'member=yes; Path=/; Max-Age=86400', location: visit.url('/club/story') },
    body: '',
  }),
}
