// The questions and answers an article ends with, in pages of our own.
import { describe, expect, test } from 'vitest'
import { extractHtml } from '../../../renderer/extract/extractHtml.ts'

const sentence = 'The tide came in twice that day, and nobody in the harbour could say afterwards why, or when. '
const article = `<article><h1>The tide</h1><h2>Why it turns</h2><p>${sentence.repeat(4)}</p><p>${sentence.repeat(5)}</p><h2>How it is measured</h2><p>${sentence.repeat(6)}</p></article>`
const kind = '<meta property="og:type" content="article">'

function textOf(box: string, head = kind, url = 'https://harbour.example/tide'): string {
  const html = `<html lang="en"><head><title>The tide</title>${head}</head><body><main>${article}${box}</main><footer><p>© Harbour</p></footer></body></html>`
  return extractHtml(html, url).text
}

const answers = [
  'It follows the moon, which goes around once a month.',
  'Every six hours, and a little later each day.',
]

describe('questions and answers beside an article', () => {
  test.each([
    [
      'folded by an attribute, below questions on buttons',
      (question: string, answer: string) =>
        `<div class="item"><h3><button aria-expanded="false">${question}</button></h3><div aria-hidden="true" hidden><p>${answer}</p></div></div>`,
    ],
    [
      'folded by a height of nothing',
      (question: string, answer: string) =>
        `<div class="item"><button aria-expanded="false" aria-controls="none"><div><p>${question}</p></div></button><div style="height:0;overflow:hidden" aria-hidden="true"><p>${answer}</p></div></div>`,
    ],
    [
      'in boxes that are called accordions',
      (question: string, answer: string) =>
        `<div class="accordion-item"><div class="accordion-header"><div>${question}</div></div><div class="accordion-panel"><p>${answer}</p></div></div>`,
    ],
    [
      'beside a sign that a font of icons draws',
      (question: string, answer: string) =>
        `<div class="accordion-item"><div class="accordion-header"><div class="title">${question} <i class="material-icons">chevron_right</i></div></div><div class="accordion-panel"><p>${answer}</p></div></div>`,
    ],
  ])('are read, %s', (_name, item) => {
    const items = item('What makes it turn?', answers[0] ?? '') + item('How often does it turn?', answers[1] ?? '')
    const text = textOf(
      `<section class="more"><h2>Frequently asked questions</h2><div class="list">${items}</div></section>`,
    )
    for (const said of ['What makes it turn?', 'How often does it turn?', ...answers]) expect(text).toContain(said)
  })

  test('are read where only the address says that the page is a post', () => {
    const items = answers.map(
      (answer, n) =>
        `<div class="item"><button aria-expanded="false"><span>Does it turn, part ${n}?</span></button><div hidden><p>${answer}</p></div></div>`,
    )
    const box = `<section class="more"><h2>Performance of tides: FAQs</h2>${items.join('')}</section>`
    const text = textOf(box, '', 'https://harbour.example/blog/why-the-tide-comes-in-twice')
    for (const answer of answers) expect(text).toContain(answer)
  })

  test('leave a menu below such a heading alone', () => {
    const links = ['Where do I pay?', 'Where do I moor?', 'Who is the pilot?'].map(
      (question, n) => `<li><a href="/faq/${n}">${question}</a></li>`,
    )
    const text = textOf(`<section><h2>FAQ</h2><ul hidden>${links.join('')}</ul></section>`)
    expect(text).not.toContain('Where do I moor?')
  })
})

test('steps of a sentence or two that several buttons fold away are read below what the buttons say', () => {
  const step = (n: number) =>
    `<div class="item"><h3><button aria-expanded="false" aria-controls="s${n}">Reading ${n}<span class="sr-only">, show</span></button></h3>` +
    `<div id="s${n}" hidden><p>At hour ${n} the staff is read from the step, and the number is written down twice.</p></div></div>`
  const inText = article.replace('<h2>How', `${[1, 2, 3].map(step).join('')}<h2>How`)
  const { text } = extractHtml(`<title>The tide</title>${kind}<main>${inText}</main>`, 'https://harbour.example/tide')
  for (const n of [1, 2, 3]) expect(text).toContain(`Reading ${n}\nAt hour ${n} the staff is read`)
})
