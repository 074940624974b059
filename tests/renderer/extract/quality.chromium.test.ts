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
  expect(judged(page)).toEqual({ verdict: 'wall', reasons: ['The text ends where the page asks to subscribe.'] })
})

test('a preview of an article for those who pay is a wall', () => {
  const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'The tide', isAccessibleForFree: 'False' })}</script>`
  expect(judged(`<title>The tide</title>${head}<article><h1>The tide</h1>${text}</article>`).verdict).toBe('wall')
})
