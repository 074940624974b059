// What leads from an article to other pages of its site, on pages of our own.
import { describe, expect, test } from 'vitest'
import { extractHtml } from '../../../renderer/extract/extractHtml.ts'

const sentence = 'The tide came in twice that day, and nobody in the harbour could say afterwards why, or when. '
const paragraphs = [4, 5, 6, 5].map((many) => `<p>${sentence.repeat(many)}</p>`).join('')
const kind = '<meta property="og:type" content="article">'
const teaser =
  'The pilots of the harbour have written down what they see from their boats, day by day and year by year, and it is more than anybody thought.'

function textOf(body: string, head = kind): string {
  const html = `<html lang="en"><head><title>The tide</title>${head}</head><body><main>${body}</main></body></html>`
  return extractHtml(html, 'https://harbour.example/tide').text
}

const cards = (many: number) =>
  Array.from(
    { length: many },
    (_, n) =>
      `<div class="story"><div class="copy"><h3><a href="/log/${n}">A pilot’s log, part ${n + 1}</a></h3><p>${teaser}</p></div></div>`,
  ).join('')

describe('on a page that says it is an article', () => {
  test('a row of cards beside the text, longer than the text, is not read with it', () => {
    const text = textOf(
      `<article><h1>The tide</h1><div class="body">${paragraphs}</div></article><div class="row">${cards(14)}</div>`,
    )
    expect(text).toContain('The tide came in twice')
    expect(text).not.toContain('pilot')
  })

  test('sections of the text whose titles lead to other pages of the site stay', () => {
    const text = textOf(
      `<article><h1>The tide</h1><div class="body">${paragraphs}${cards(4)}${paragraphs}</div></article>`,
    )
    expect(text).toContain('A pilot’s log, part 3')
  })
})

test('what readers have written is not read with the article, however much more it is', () => {
  const article = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'The tide' }
  const comments = Array.from(
    { length: 12 },
    (_, n) =>
      `<li class="comment"><div class="comment-content"><p>I have seen it ${n} times, and ${sentence.repeat(4)}</p></div></li>`,
  ).join('')
  const text = textOf(
    `<article><h1>The tide</h1>${paragraphs}</article><div id="comments" class="comments-area"><ol class="comment-list">${comments}</ol></div>`,
    `<script type="application/ld+json">${JSON.stringify(article)}</script>`,
  )
  expect(text).not.toContain('I have seen it')
})
