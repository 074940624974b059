import { expect, test } from 'vitest'
import { extractHtml } from '../../../renderer/extract/extractHtml.ts'

const url = 'https://harbour.example/x'
const sentence =
  'The tide came in twice that day, and nobody in the harbour could say afterwards why, or when, or for whom. '
const text = `<p>${sentence.repeat(4)}</p>`
const judged = (html: string) => {
  const { verdict, reasons } = extractHtml(html, url)
  return { verdict, reasons }
}

test('an article is complete', () => {
  expect(judged(`<title>The tide</title><article><h1>The tide</h1>${text.repeat(3)}</article>`)).toEqual({
    verdict: 'complete',
    reasons: [],
  })
})

test('a short article among much furniture is complete', () => {
  const links = `<ul>${'<li><a href="/x">Something else that was written here</a></li>'.repeat(80)}</ul>`
  const page = `<title>The tide</title><meta property="og:type" content="article"><nav>${links}</nav><article><h1>The tide</h1>${text}</article><aside>${links}</aside>`
  expect(judged(page).verdict).toBe('complete')
})

test('a page without text is no article', () => {
  expect(judged('<title>App</title><div id="root"></div><canvas></canvas>')).toEqual({
    verdict: 'not-article',
    reasons: ['No article text was found. The link is saved.'],
  })
})

test('a page of links is no article', () => {
  const links = '<li><a href="/a">A headline of some length about the tide and the harbour</a></li>'.repeat(40)
  expect(judged(`<title>All headlines</title><main><ul>${links}</ul></main>`).verdict).toBe('not-article')
})

test.each([
  ['404 Not Found', 'error'],
  ['Page not found – Harbour', 'error'],
  ['503 Service Unavailable', 'error'],
])('a page called %j is an error', (title, verdict) => {
  expect(
    judged(`<title>${title}</title><main><h1>${title}</h1><p>Sorry, this page is not here any more.</p></main>`)
      .verdict,
  ).toBe(verdict)
})

test('an article about errors is none', () => {
  expect(
    judged(
      `<title>Page not found: a history</title><article><h1>Page not found: a history</h1>${text.repeat(5)}</article>`,
    ).verdict,
  ).toBe('complete')
})

test('a page that asks for proof of a person is a wall', () => {
  expect(
    judged('<title>Just a moment...</title><main><p>Verify you are human by completing the action below.</p></main>')
      .verdict,
  ).toBe('wall')
})

test('a text that ends where the page asks to subscribe is a wall', () => {
  const page = `<title>The tide</title><article><h1>The tide</h1>${text}<p>Subscribe now to continue reading this story.</p></article>`
  expect(judged(page)).toEqual({
    verdict: 'wall',
    reasons: ['This looks like a wall for subscribers; 84 words are visible.'],
  })
})

const robotChecks = {
  'a waiting page':
    '<title>One moment…</title><body><h1>Checking that you are human</h1><p>This takes a few seconds. Please allow cookies and reload the page.</p><div class="challenge"></div>',
  'a frame with a puzzle':
    '<title>Attention required</title><body><h1>harbour.example</h1><iframe src="https://challenges.cloudflare.com/x"></iframe><p>Reference 12a</p>',
  'a box to tick': '<title>harbour.example</title><body><p>I’m not a robot</p><div class="g-recaptcha"></div>',
  'a button to hold':
    '<title>Access to this page has been denied</title><body><p>Press &amp; Hold to confirm you are a human (and not a bot).</p>',
  'a notice of too many visits':
    '<title>Sorry</title><body><p>We have detected unusual traffic from your network. Please complete the security check.</p>',
  'a German one': '<title>Einen Moment</title><body><h1>Sicherheitsüberprüfung</h1><p>Sind Sie ein Mensch?</p>',
}
test.each(Object.entries(robotChecks))('what asks whether a robot is reading is a wall: %s', (_what, page) => {
  expect(judged(page)).toEqual({
    verdict: 'wall',
    reasons: ['The site asked for proof that no robot is reading; its page was not shown.'],
  })
})

test('an article about captchas, with one under it, is an article', () => {
  const page = `<title>Are you a robot? A history of the captcha</title><article><h1>Are you a robot? A history of the captcha</h1>${text.repeat(5)}</article><form><div class="g-recaptcha"></div></form>`
  expect(judged(page).verdict).toBe('complete')
})

const door = '<form><input type="email"><input type="password"><button>Sign in</button></form>'
test('a wall says how much of the whole can be read, where the page tells how long that is', () => {
  const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'The tide', wordCount: 912 })}</script>`
  const page = `<title>The tide</title>${head}<article><h1>The tide</h1>${text}<div class="wall"><p>Sign in to continue reading.</p>${door}</div></article>`
  expect(judged(page)).toEqual({
    verdict: 'wall',
    reasons: [expect.stringMatching(/^This looks like a sign-in wall; \d+ of about 900 words are visible\.$/)],
  })
})

test('a wall over a text that is there and hidden says how long that is', () => {
  const page = `<title>The tide</title><article><h1>The tide</h1>${text.repeat(3)}<p>Subscribe to continue reading.</p><div style="display:none">${text.repeat(9)}</div></article>`
  expect(judged(page).reasons.join()).toMatch(/wall for subscribers; \d+ of about [\d,]+0 words are visible/)
})

test('an article with a sign-in form beside it is complete', () => {
  const page = `<title>The tide</title><header>${door}</header><article><h1>The tide</h1>${text.repeat(3)}</article>`
  expect(judged(page).verdict).toBe('complete')
})

test('a page that only asks for consent is a wall', () => {
  const page =
    '<title>Before you continue</title><body><div><h1>Before you continue</h1><p>We value your privacy.</p><button>Accept all</button></div>'
  expect(judged(page).reasons.join()).toMatch(/^This looks like a consent wall; /)
})

test('a text that breaks off and offers to read on is not whole', () => {
  const page = `<title>The tide</title><article><h1>The tide</h1>${text.repeat(2)}<p>And then the harbour master, who had not slept since the Tuesday before, said […] Continue reading →</p></article>`
  const { verdict, reasons } = judged(page)
  expect(verdict).toBe('partial')
  expect(reasons.join()).toMatch(/^The text breaks off, and the page offers to read on\. /)
})

test('a story may end in an ellipsis', () => {
  const page = `<title>The tide</title><article><h1>The tide</h1>${text.repeat(2)}<p>And the tide, they say, is still coming in, and in, and in…</p></article>`
  expect(judged(page).verdict).toBe('complete')
})

test('a preview of an article for those who pay is a wall', () => {
  const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'The tide', isAccessibleForFree: 'False' })}</script>`
  expect(judged(`<title>The tide</title>${head}<article><h1>The tide</h1>${text}</article>`).verdict).toBe('wall')
})

test.each([
  ['This article is for subscribers only', 'Unlock this article for £1. Cancel anytime.'],
  ['Member-only story', 'The author made this story available to Tideline members only.'],
  ['Jetzt weiterlesen mit Plus', 'Dieser Artikel ist exklusiv für Plus-Abonnenten.'],
  ['La suite', 'Article réservé aux abonnés. Il vous reste 80 % à lire.'],
])('what a box below the text says of those who pay makes it a wall: %s', (heading, words) => {
  const page = (box: string) => `<title>The tide</title><article><h1>The tide</h1>${text.repeat(2)}</article>${box}`
  expect(
    judged(page(`<div class="offer"><h2>${heading}</h2><p>${words}</p><a href="/x">Go on</a></div>`)).verdict,
  ).toBe('wall')
  expect(
    judged(page('<div class="offer"><h2>Support us</h2><p>Become a member and get our letter.</p></div>')).verdict,
  ).toBe('complete')
})

test.each([
  ['Oops!', "404. We can't seem to find the page you're looking for."],
  ['Die Nachrichten', 'Seite nicht gefunden. Die von Ihnen gesuchte Seite existiert leider nicht mehr.'],
  ['Tideline', 'Something went wrong. Please try again later.'],
])('a page that says what it has not is an error, whatever it is called: %s', (title, words) => {
  expect(judged(`<title>${title}</title><main><h1>${title}</h1><p>${words}</p></main>`).verdict).toBe('error')
})

test.each(['Loading…', 'Please wait', 'You need to enable JavaScript to run this app.'])(
  'what scripts were still to make is no article: %s',
  (words) => {
    expect(judged(`<title>App</title><div id="root"><p>${words}</p></div>`).verdict).toBe('not-article')
  },
)

test('what the end of the text says of those who pay makes it a wall', () => {
  const end = '<div><p>The author made this story available to Tideline members only.</p></div>'
  expect(judged(`<title>The tide</title><article><h1>The tide</h1>${text.repeat(2)}${end}</article>`).verdict).toBe(
    'wall',
  )
})

test('in a page that is only markup, answers hidden below their questions are part of the text, and menus are not', () => {
  const answers = [1, 2].map(
    (n) =>
      `<h2><button aria-expanded="false" aria-controls="a${n}">What of tide ${n}?</button></h2><div id="a${n}" hidden><p>Tide ${n}. ${sentence.repeat(4)}</p></div>`,
  )
  const menu = `<nav><button aria-expanded="false" aria-controls="m">Menu</button><div id="m" hidden><p>In the menu. ${sentence.repeat(4)}</p></div></nav>`
  const { text: found } = extractHtml(
    `<title>The tide</title>${menu}<article><h1>The tide</h1>${text}${answers.join('')}</article>`,
    url,
  )
  for (const n of [1, 2]) expect(found).toContain(`Tide ${n}. The tide`)
  expect(found).not.toContain('In the menu')
})
