import { describe, expect, test } from 'vitest'
import {
  blockElements,
  paragraphs,
  placeOf,
  rangeIn,
  textWithoutCaptions,
  words,
} from '../../../renderer/extract/text.ts'
import { parseInert } from '../../../renderer/extract/trustedHtml.ts'

const bodyOf = (html: string) => parseInert(html).body
const texts = (html: string) => paragraphs(bodyOf(html)).list.map(({ text }) => text)

describe('paragraphs', () => {
  test.each([
    ['folds white space as a browser does', '<p>  a\n b\t <b> c</b> </p><p>\n</p><p>d</p>', ['a b c', 'd']],
    ['keeps the lines of a listing', '<pre><code>a\n  b\n</code></pre>', ['a\n  b']],
    ['takes a line break in what is no text as one', '<p>a<noscript><br></noscript>b<svg></svg>c</p>', ['a\nbc']],
    ['takes a line break as one', '<p>a<br>b<br><br>c<br></p>', ['a\nb\nc']],
    ['parts text before and after a block', '<ul><li>a<ul><li>b</li></ul>c</li></ul>', ['a', 'b', 'c']],
    ['keeps inline elements in their paragraph', '<p>a<a href="#">b</a><em>c</em></p>', ['abc']],
    ['takes each cell for itself', '<table><tr><th>a</th><td>b</td></tr></table>', ['a', 'b']],
    ['leaves the reading aid of ruby out', '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字</ruby></p>', ['漢字']],
    ['parts blocks inside a link', '<a href="#"><h3>a</h3><p>b</p></a>', ['a', 'b']],
    [
      'reads captions, summaries and terms',
      '<figure><figcaption>a</figcaption></figure><details><summary>b</summary>c</details><dl><dt>d</dt><dd>e</dd></dl>',
      ['a', 'b', 'c', 'd', 'e'],
    ],
    ['reads mathematics in its line', '<p>x <math><mi>a</mi><mo>+</mo><mi>b</mi></math> y</p>', ['x a+b y']],
  ])('%s', (_name, html, expected) => {
    expect(texts(html)).toEqual(expected)
  })

  test('says where each begins in the text', () => {
    const { text, offsets } = paragraphs(bodyOf('<p>one</p><p>two</p><pre>a\nb</pre>'))
    expect(text).toBe('one\ntwo\na\nb')
    expect(offsets).toEqual([0, 4, 8])
  })

  test('gives the element of each', () => {
    const body = bodyOf('<h2>a</h2><ul><li>b<p>c</p></li></ul>')
    expect(blockElements(body).map(({ localName }) => localName)).toEqual(['h2', 'li', 'p'])
  })

  test('leaves captions out on request', () => {
    expect(textWithoutCaptions(bodyOf('<p>a</p><figure><figcaption>b</figcaption></figure><p>c</p>'))).toBe('a\nc')
  })
})

describe('ranges and places', () => {
  const body = bodyOf('<p>  one <b>two\n three</b><br> four</p><pre>five\n six</pre>')
  const { list } = paragraphs(body)

  test('a range covers the very characters', () => {
    const [first, second] = list
    expect(first?.text).toBe('one two three\nfour')
    expect(first && rangeIn(first, 4, 7)?.toString()).toBe('two')
    expect(first && rangeIn(first, 8, 18)?.toString().replace(/\s+/g, ' ')).toBe('three four')
    expect(second && rangeIn(second, 5, 9)?.toString()).toBe(' six')
    expect(first && rangeIn(first, 4, 99)).toBeUndefined()
  })

  test('a place and its range agree for every character', () => {
    list.forEach((paragraph, index) => {
      for (let offset = 0; offset < paragraph.text.length; offset++) {
        if (paragraph.text.charAt(offset) === '\n') continue
        const range = rangeIn(paragraph, offset, offset + 1)
        expect(range && placeOf(list, range.startContainer, range.startOffset)).toEqual({ paragraph: index, offset })
      }
    })
  })

  test('a point outside all paragraphs has no place', () => {
    expect(placeOf(list, document.createTextNode('x'), 0)).toBeUndefined()
  })
})

describe('words', () => {
  test.each([
    ['Two words.', 'en', 2],
    ['It’s a well-known 3.5 km', 'en', 5],
    ['', undefined, 0],
    ['— … !', undefined, 0],
    ['我们今天去公园', 'zh', 4],
    ['Offprint は本を読む', 'ja', 5],
    ['مرحبا بالعالم', 'ar', 2],
    ['สวัสดีชาวโลก', 'th', 3],
  ])('counts %j', (text, lang, expected) => {
    expect(words(text, lang)).toBe(expected)
  })
})

test('a long article is counted, however long its paragraphs are', () => {
  const body = bodyOf(`<p>${'word '.repeat(40_000)}</p>${'<p>Some words in a line.</p>'.repeat(4_000)}`)
  expect(paragraphs(body).list).toHaveLength(4_001)
})
