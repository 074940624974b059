// What leads from an article to other pages of its site, on pages of our own.
import { describe, expect, test } from 'vitest'
import { extractHtml } from '../../../renderer/extract/extractHtml.ts'

const sentence = 'The tide came in twice that day, and nobody in the harbour could say afterwards why, or when. '
const paragraphs = [4, 5, 6, 5].map((many) => `<p>${sentence.repeat(many)}</p>`).join('')
const kind = '<meta property="og:type" content="article">'
const teaser =
  'The pilots of the harbour have written down what they see from their boats, day by day and year by year, and it is more than anybody thought.'

function textOf(body: string, head = kind, url = 'https://harbour.example/tide'): string {
  const html = `<html lang="en"><head><title>The tide</title>${head}</head><body><main>${body}</main></body></html>`
  return extractHtml(html, url).text
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

  test('nor is it where only the address says that the page is a post', () => {
    const body = `<div class="post"><h1>The tide</h1><div class="body">${paragraphs}</div></div><div class="row">${cards(14)}</div>`
    const text = textOf(body, '', 'https://harbour.example/blogs/news/why-the-tide-comes-in-twice')
    expect(text).toContain('The tide came in twice')
    expect(text).not.toContain('pilot')
  })

  test('nor are cards with a heading for their section above each title, in several rows', () => {
    const rows = [0, 2, 4, 6, 8, 10, 12].map((from) => {
      const [one, other] = [from, from + 1].map(
        (n) =>
          `<div class="story"><div class="copy"><h5><a href="/sections/logs">Logs</a></h5><h3><a href="/log/${n}">A pilot’s log, part ${n + 1}</a></h3><p>${teaser}</p></div></div>`,
      )
      return `<div class="box"><div class="row">${one}${other}</div></div>`
    })
    const text = textOf(`<article><h1>The tide</h1><div class="body">${paragraphs}</div></article>${rows.join('')}`)
    expect(text).toContain('The tide came in twice')
    expect(text).not.toContain('The pilots of the harbour')
  })

  test('nor are those among them that lead to other sites', () => {
    const mixed = Array.from(
      { length: 14 },
      (_, n) =>
        `<div class="story"><h3><a href="${n % 2 === 0 ? `/log/${n}` : `https://quay.example/${n}`}">A pilot’s log, part ${n}</a></h3><p>${teaser}</p></div>`,
    )
    const text = textOf(
      `<article><h1>The tide</h1><div class="body">${paragraphs}</div></article><div class="row">${mixed.join('')}</div>`,
    )
    expect(text).toContain('The tide came in twice')
    expect(text).not.toContain('pilot')
  })

  test('a row of cards that all lead to other sites stays: they may be what the text is about', () => {
    const reviewed = Array.from(
      { length: 6 },
      (_, n) =>
        `<div class="story"><h3><a href="https://quay${n}.example/">Harbour ${n}</a></h3><p>${teaser} ${sentence}</p></div>`,
    )
    const text = textOf(
      `<article><h1>The tide</h1><div class="body">${paragraphs}</div><div class="row">${reviewed.join('')}</div></article>`,
    )
    expect(text).toContain('Harbour 3')
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

describe('on a page that says only in a meta element that it is an article', () => {
  const said = (class_: string) =>
    Array.from(
      { length: 12 },
      (_, n) => `<div class="${class_}"><p>I have seen it ${n} times, and ${sentence.repeat(4)}</p></div>`,
    ).join('')

  test('comments beside a text of several paragraphs are not read with it', () => {
    const text = textOf(
      `<article><h1>The tide</h1>${paragraphs}</article><div id="comments" class="comments-area">${said('comment')}</div>`,
    )
    expect(text).toContain('The tide came in twice')
    expect(text).not.toContain('I have seen it')
  })

  test('the reviews of a product stay, whatever the box in their box is called', () => {
    const text = textOf(
      `<h1>The tide</h1>${paragraphs}<div id="reviews"><div id="comments">${said('comment')}</div></div>`,
    )
    expect(text).toContain('I have seen it 7 times')
  })

  test('comments that are nearly all there is are a thread, and stay', () => {
    const text = textOf(
      `<h1>The tide</h1><p>${sentence}</p><div id="comments" class="comments-area">${said('comment')}</div>`,
    )
    expect(text).toContain('I have seen it 7 times')
  })
})
