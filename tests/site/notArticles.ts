// Pages that answer 200 and are no article: a front page, a wall, an apology, a drawing board.
import { html, type Routes } from './answer.ts'
import { advert, footer, head, masthead, mostRead, newsletter } from './furniture.ts'
import type { Truth } from './story.ts'

const siteName = 'The Skerrow Courier'

const teasers = [
  [
    'Harbour town votes to keep its tide mill turning',
    '/news/tide-mill',
    'Eleven to nine, a little before one in the morning.',
  ],
  ['The woman who catalogued silence', '/magazine/silence', 'Forty years of rooms in which nothing was happening.'],
  ['I replaced my inbox with a shoebox', '/blog/shoebox', 'Ninety days of answering letters on paper.'],
  ['Why the night train stops in a field', '/app/night-train', 'The most punctual event on the line.'],
  ['Barley and leek pie for a cold Sunday', '/recipes/barley-leek-pie', 'It waits for you.'],
  ['Rate limits and retries', '/docs/rate-limits', 'How to wait politely.'],
] as const

const wallTeaser = [
  'The estuary has three owners on paper and none in the water. Last week I went out with the only man who has walked across it twice.',
  'He carries a stick with a notch cut for every channel that has moved since he was a boy, and before we had gone a mile he',
] as const

export const notArticles: Routes = {
  '/': (visit) => {
    const page = {
      title: 'News from the harbour',
      description: 'All that happens in Skerrow.',
      siteName,
      lang: 'en-GB',
      type: 'website',
      schema: 'WebSite',
    }
    const cards = teasers.map(
      ([title, path, words], n) =>
        `<article class="card"><a href="${path}"><img loading="lazy" src="/images/card${n}-480.png" alt=""><h3>${title}</h3></a><p>${words}</p></article>`,
    )
    return html(`<!doctype html><html lang="en-GB"><head>${head(visit, page)}</head><body class="home">${masthead(siteName)}<main id="main"><h1 class="visually-hidden">${siteName}</h1>
<section class="grid">${cards.join('')}</section>${newsletter}${advert(visit)}</main>${mostRead}${footer(siteName)}</body></html>`)
  },
  '/members/estuary': (visit) => {
    const page = {
      title: 'Walking the estuary that nobody owns',
      description: wallTeaser[0],
      siteName,
      lang: 'en-GB',
      byline: 'Marta Ellingsen',
      publishedAt: '2026-02-01T08:00:00+01:00',
      more: {
        isAccessibleForFree: false,
        hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.paywall' },
      },
    }
    return html(`<!doctype html><html lang="en-GB"><head>${head(visit, page)}</head><body>${masthead(siteName)}<main id="main"><article><h1>${page.title}</h1><p>By Marta Ellingsen</p>
<p>${wallTeaser[0]}</p><p class="fade">${wallTeaser[1]}…</p>
<div class="paywall"><h2>Sign in to go on reading</h2><p>You have read your two free articles this month.</p><form action="/login" method="post"><label>Email <input type="email" name="email"></label><label>Password <input type="password" name="password"></label><button>Sign in</button></form><a href="/subscribe">Become a member from 4 crowns a week</a></div></article></main>${footer(siteName)}</body></html>`)
  },
  '/login': () =>
    html(
      `<!doctype html><html lang="en"><title>Sign in</title><body><main><h1>Sign in</h1><form method="post"><label>Email <input type="email" name="email" autofocus></label><label>Password <input type="password" name="password"></label><button>Sign in</button></form><p><a href="/forgot">Forgot your password?</a></p></main>`,
    ),
  /** Says 200 and means 404. */
  '/gone-softly': (visit) => {
    const page = { title: 'Page not found', description: 'Nothing here.', siteName, lang: 'en-GB', type: 'website' }
    return html(
      `<!doctype html><html lang="en-GB"><head>${head(visit, page)}</head><body>${masthead(siteName)}<main id="main"><h1>We could not find that page</h1><p>It may have moved, or it may never have existed. Try the search, or go back to the front page.</p></main>${mostRead}${footer(siteName)}</body></html>`,
    )
  },
  '/canvas': () =>
    html(
      `<!doctype html><html lang="en"><title>Drawing board</title><body style="margin:0"><canvas width="800" height="600"></canvas><script>const pen = document.querySelector('canvas').getContext('2d'); pen.fillStyle = '#47a'; pen.fillRect(50, 50, 300, 200)</script>`,
    ),
  '/captcha': () =>
    html(
      `<!doctype html><html lang="en"><title>One moment…</title><body><h1>Checking that you are human</h1><p>This takes a few seconds. Please allow cookies and reload the page.</p><div class="challenge"></div>`,
      {},
      200,
    ),
}

export const wallTruth: Truth = {
  title: 'Walking the estuary that nobody owns',
  byline: 'Marta Ellingsen',
  siteName,
  sentences: [wallTeaser[0]],
  captions: [],
  notSentences: ['Forgot your password?'],
  images: 0,
}
