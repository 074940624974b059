// Articles that go on: one in three parts by rel=next, one by the numbers of a pager, one in more than anybody reads, one that breaks off. And a notebook whose next page is another entry.
import { html, type Routes, type Visit } from './answer.ts'

export const serialSentence = (series: string, part: number) =>
  `On the evening of day ${part} the door of the ${series} was left open on purpose, and nobody went to look who had come in by it.`

const texts = [
  'The lodger came in March with one suitcase and a letter that was addressed to somebody who had lived there before the war.',
  'He paid in coins, always the right sum, and laid them on the sideboard in the order in which they had been struck.',
  'Mrs Abernethy counted them twice, because she distrusted people who could count, and wrote the sum into the long book.',
  'In the evenings one heard him move the furniture, a little at a time, as if he were looking for the shape of the room.',
  'By summer the wardrobe stood where the bed had been, and nobody in the house could say on which day it had arrived there.',
]

export const serial: Routes = {
  '/serial/lodger': (visit) => part('lodger', pageOf(visit), 3, (n) => `/serial/lodger?page=${n}`, 'link'),
  '/serial/saga': (visit) => part('saga', pageOf(visit), 33, (n) => `/serial/saga?page=${n}`, 'link'),
  '/serial/torn': (visit) => {
    const n = pageOf(visit)
    return n > 2 ? { status: 500 } : part('torn', n, 4, (next) => `/serial/torn?page=${next}`, 'link')
  },
  '/serial/keeper': () => part('keeper', 1, 3, keeperAt, 'pager'),
  '/serial/keeper/2': () => part('keeper', 2, 3, keeperAt, 'pager'),
  '/serial/keeper/3': () => part('keeper', 3, 3, keeperAt, 'pager'),
}

const pageOf = (visit: Visit) => Number(visit.query.get('page') ?? '1')
const keeperAt = (n: number) => (n === 1 ? '/serial/keeper' : `/serial/keeper/${n}`)

function part(series: string, n: number, of: number, at: (n: number) => string, by: 'link' | 'pager') {
  const title = `The ${series}, told in full`
  const paragraphs = texts.map((text, k) => `<p>${text} (${n}.${k + 1}, as the ${series} tells it.)</p>`).join('\n')
  const numbers = Array.from({ length: of }, (_, k) => `<a href="${at(k + 1)}">${k + 1}</a>`).join(' ')
  return html(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
${by === 'link' && n < of ? `<link rel="next" href="${at(n + 1)}">` : ''}</head><body><main><article><h1>${title}</h1>${paragraphs}
<figure><img src="/images/${series}${n}-480.png" alt="The ${series}, part ${n}" width="480" height="300"></figure>
<p>${serialSentence(series, n)}</p></article>${by === 'pager' ? `<nav class="pagination">${numbers}</nav>` : ''}</main>
<a rel="next" href="/many/5">The next article</a></body></html>`)
}
