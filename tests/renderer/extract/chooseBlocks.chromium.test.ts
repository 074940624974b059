// The learned choice, on pages of our own that Readability was not made for.
import { describe, expect, test } from 'vitest'
import { columns } from '../../../renderer/extract/blockTrees.ts'
import { blockFeatures } from '../../../renderer/extract/blockFeatures.ts'
import { builtAlike } from '../../../renderer/extract/builtAlike.ts'
import { namesCalled } from '../../../renderer/extract/called.ts'
import { chooseBlocks } from '../../../renderer/extract/chooseBlocks.ts'
import { extractHtml } from '../../../renderer/extract/extractHtml.ts'
import { paragraphs } from '../../../renderer/extract/text.ts'
import { forestOf } from '../../../renderer/extract/trees.ts'

const around = (main: string, title: string) =>
  `<html lang="en"><head><title>${title}</title></head><body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/shop">Shop</a></li>` +
  `<li><a href="/help">Help</a></li></ul></nav></header><main>${main}</main><footer><p>© 2024 Harbour Goods. All rights reserved.</p>` +
  `<ul><li><a href="/terms">Terms</a></li><li><a href="/privacy">Privacy policy</a></li></ul></footer></body></html>`

describe('pages of other kinds', () => {
  test('a collection keeps its goods with their prices', () => {
    const goods = [
      'Oak stool',
      'Ash bench',
      'Pine shelf',
      'Elm table',
      'Birch tray',
      'Beech spoon',
      'Larch box',
      'Maple board',
    ]
    const cards = goods.map(
      (name, n) =>
        `<li class="product-card"><a href="/p/${n}"><h3>${name}</h3></a><p>Made by hand in our workshop.</p><span class="price">$${40 + n}</span></li>`,
    )
    const html = around(
      `<h1>Furniture</h1><ul class="product-grid">${cards.join('')}</ul>`,
      'Furniture | Harbour Goods',
    )
    const { text } = extractHtml(html, 'https://goods.example/collections/furniture')
    for (const name of goods) expect(text).toContain(name)
    expect(text).not.toContain('Privacy policy')
  })

  test('a list of what there is keeps its entries also when it says that it is an article', () => {
    const entries = Array.from(
      { length: 12 },
      (_, n) =>
        `<li class="entry"><h3><a href="/s/${n}">The boathouse of pier ${n}, by Larch and Elm</a></h3><p><a href="/s/${n}">Winner in the class of small houses on the water</a></p></li>`,
    )
    const main = `<h1>The best houses of the year</h1><p>Here is who won.</p><ul class="winners-grid">${entries.join('')}</ul>`
    const html = around(main, 'The best houses of the year').replace(
      '<head>',
      '<head><meta property="og:type" content="article">',
    )
    const { text } = extractHtml(html, 'https://houses.example/awards/best-of-year')
    for (const n of entries.keys()) expect(text).toContain(`The boathouse of pier ${n},`)
  })

  test('a text as long as a book keeps its last paragraph', () => {
    const things = 'harbour lantern meadow granite ferry orchard kettle signal river winter copper ledger garden'.split(
      ' ',
    )
    const thing = (n: number) => things[(n * n + 3 * n) % things.length]
    const sentence = (n: number) =>
      `The ${thing(n)} of evening number ${n} stood beside the ${thing(n + 1)}, and nobody who passed the ${thing(n + 2)} that morning thought of the ${thing(n + 5)} again.`
    const paragraph = (p: number) => `<p>${[0, 1, 2, 3].map((k) => sentence(4 * p + k)).join(' ')}</p>`
    const book = Array.from({ length: 300 }, (_, p) => paragraph(p)).join('')
    const { text, verdict } = extractHtml(
      `<html lang="en"><head><title>The long book</title></head><body><article><h1>The long book</h1><p>By Ada Marsh</p>${book}</article></body></html>`,
      'https://books.example/long',
    )
    const lost = Array.from({ length: 1_200 }, (_, n) => sentence(n)).filter((one) => !text.includes(one))
    expect(lost).toHaveLength(0)
    expect(verdict).toBe('complete')
  })

  test('a page of furniture only has no text', () => {
    const html = around('<div id="app"></div>', 'Harbour Goods')
    const { text, verdict } = extractHtml(html, 'https://goods.example/item/100509520970384.html')
    expect(text).toBe('')
    expect(verdict).toBe('not-article')
  })

  test('a thread keeps its posts in their order', () => {
    const posts = [
      [
        'mira',
        'My kettle whistles in the key of F, and the neighbour plays in G. Is there a way to tune it without buying a new one?',
      ],
      [
        'jon',
        'Fill it only half. The pitch rises with the room above the water; mine goes up almost a whole tone that way.',
      ],
      ['mira', 'That worked! It is a little sharp now, but he has agreed to play in G sharp on Sundays.'],
    ].map(
      ([name, words]) =>
        `<div class="post"><div class="post-author">${name}</div><div class="post-body"><p>${words}</p></div></div>`,
    )
    const { text } = extractHtml(
      around(`<h1>Tuning a kettle</h1>${posts.join('')}`, 'Tuning a kettle'),
      'https://talk.example/t/kettle/12',
    )
    const places = ['whistles in the key', 'Fill it only half', 'a little sharp now'].map((words) =>
      text.indexOf(words),
    )
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })
})

test('prose that the rules have found is the text where no more than a line was chosen, or nothing seems likely', () => {
  const words =
    'The ferry to the island runs again, with a new engine and the old captain, every day but Sunday. '.repeat(6)
  const links = Array.from({ length: 24 }, (_, n) => `<li>Part ${n}</li>`).join('')
  const body = new DOMParser().parseFromString(`<ul>${links}</ul><p>${words}</p>`, 'text/html').body
  const { list } = paragraphs(body)
  const second = new Set(list.at(-1)?.nodes)
  const called = namesCalled(body.ownerDocument)
  const about = { body, called, list, url: 'https://a.example/', title: '', kinds: '', description: '' }
  const page = { ...about, first: second, second, stated: new Set<never>() }
  const unlikely = forestOf([[-3]])
  for (const isArticle of [true, false]) {
    expect(chooseBlocks({ ...page, isArticle }, unlikely)).toEqual(second)
    expect(chooseBlocks({ ...page, isArticle, second: new Set<Text>() }, unlikely)).toEqual(new Set())
    const allAsUnlikely = forestOf([[-1.25]])
    expect(chooseBlocks({ ...page, isArticle }, allAsUnlikely)).toEqual(second)
  }
})

test('the weights are of the features that are measured', () => {
  const body = new DOMParser().parseFromString('<p>One line.</p>', 'text/html').body
  const { list } = paragraphs(body)
  const none: ReadonlySet<Text> = new Set()
  const page = {
    body,
    called: namesCalled(body.ownerDocument),
    list,
    url: 'https://a.example/',
    title: '',
    kinds: '',
    description: '',
    isArticle: false,
    first: none,
    second: none,
    stated: new Set<never>(),
  }
  expect(blockFeatures(page, ({ length }) => length)).toEqual([columns])
})

test('rows of a list are known to be built alike', () => {
  const html = '<ul><li class="row">One</li><li class="row">Two</li><li class="last">Three</li></ul><p>Four</p>'
  const { list } = paragraphs(new DOMParser().parseFromString(html, 'text/html').body)
  const numbers = builtAlike(list)(2)
  expect(numbers[0]).toBe(numbers[1])
  expect(new Set(numbers).size).toBe(3)
})

test.each([
  ['without a head and with paragraphs in its cells', '<tr><td colspan="3">Dearer every year</td></tr>'],
  [
    'with headings for the heads of its columns',
    '<tr><td><h4>Place</h4></td><td><h4>Wood</h4></td><td><h4>Price</h4></td></tr><tr><td colspan="3"><h5>Dearer every year</h5></td></tr>',
  ],
])('a table of short cells in an article is kept whole, %s', (_name, head) => {
  const sentence = 'The tide came in twice that day, and nobody in the harbour could say afterwards why, or when. '
  const rows = ['Ash', 'Beech', 'Cedar', 'Elm', 'Fir', 'Larch', 'Maple', 'Oak', 'Pine', 'Yew'].map(
    (name, n) => `<tr><td><p>${n + 1}</p></td><td><p>${name}</p></td><td><p>$${14 + n}.55</p></td></tr>`,
  )
  const table = `<table><tbody>${head}${rows.join('')}</tbody></table>`
  const { text } = extractHtml(
    `<title>Wood</title><meta property="og:type" content="article"><article><h1>Wood</h1><p>${sentence.repeat(4)}</p><p>${sentence.repeat(5)}</p>${table}<p>${sentence.repeat(4)}</p></article>`,
    'https://goods.example/2024/wood',
  )
  for (const cell of ['Dearer every year', 'Ash', '$14.55', 'Larch', 'Yew', '$23.55']) expect(text).toContain(cell)
})
