import { expect, test } from 'vitest'
import { speak } from '../../../preload/language.ts'
import type { Article } from '../../../preload/article.ts'
import type { Highlight, HighlightWithArticle } from '../../../renderer/library/highlights.ts'
import { filterHighlights } from '../../../renderer/reader/collection/filterHighlights.ts'
import { highlightsToAnnotations } from '../../../renderer/reader/collection/highlightsToAnnotations.ts'
import { highlightsToMarkdown } from '../../../renderer/reader/collection/highlightsToMarkdown.ts'

const one = (highlight: Partial<Highlight>, article: Partial<Article> = {}): HighlightWithArticle => ({
  highlight: {
    id: '01KA0000000000000000000001',
    article: 'A',
    quote: 'The tide does not ask.',
    prefix: 'before ',
    suffix: ' after',
    paragraph: 1,
    offset: 0,
    colour: 'yellow',
    ...highlight,
  },
  article: { id: 'A', title: 'Tides', url: 'https://a.example/tides', tags: ['sea/tides'], ...article } as Article,
})

const all = [
  one({}),
  one({
    id: '01KA0000000000000000000002',
    quote: 'Über den Deich',
    colour: 'rose',
    note: 'why so high?',
    paragraph: 0,
  }),
  one({ id: '01KA0000000000000000000003', quote: 'Bread rises.' }, { id: 'B', title: 'Ovens', tags: ['kitchen'] }),
]
const quotes = (found: readonly HighlightWithArticle[]) => found.map(({ highlight }) => highlight.quote)
const none = { words: '', colour: undefined, tag: undefined }

test('highlights are found by all words of passage, note and title, whatever their accents and case', () => {
  expect(quotes(filterHighlights(all, { ...none, words: 'uber HIGH' }))).toEqual(['Über den Deich'])
  expect(quotes(filterHighlights(all, { ...none, words: 'tides' }))).toEqual([
    'The tide does not ask.',
    'Über den Deich',
  ])
  expect(filterHighlights(all, { ...none, words: 'bread tides' })).toEqual([])
})

test('highlights are filtered by colour, and by a tag with those nested below it', () => {
  expect(quotes(filterHighlights(all, { ...none, colour: 'rose' }))).toEqual(['Über den Deich'])
  expect(filterHighlights(all, { ...none, tag: 'sea' })).toHaveLength(2)
  expect(filterHighlights(all, { ...none, tag: 'se' })).toHaveLength(0)
})

test('as Markdown they stand below their article, in the order of its text, each with its note', () => {
  expect(highlightsToMarkdown(all)).toBe(
    '# Highlights\n\n' +
      '## [Tides](https://a.example/tides)\n\n> Über den Deich\n\nwhy so high?\n\n> The tide does not ask.\n\n' +
      '## [Ovens](https://a.example/tides)\n\n> Bread rises.\n',
  )
})

test('in Markdown the lines of a note stay lines when it is drawn', () => {
  const [first] = all
  const noted = { ...first!, highlight: { ...first!.highlight, note: 'milk\nbread\n\nand why' } }
  expect(highlightsToMarkdown([noted])).toMatch(/\n\nmilk {2}\nbread\n\nand why\n$/)
})

test('as Markdown they have a heading in the language that is spoken', () => {
  speak('de')
  expect(highlightsToMarkdown(all)).toMatch(/^# Markierungen\n/)
  speak('en')
})

test('in Markdown nothing that was quoted or noted becomes markup, and no address but one of the web a link', () => {
  const text = highlightsToMarkdown([
    one(
      { quote: '[x](javascript:alert(1))\n# <b>no</b>', note: '- =cmd() *so*\n1. one' },
      { title: 'A ](https://evil.example) *b*', url: 'javascript:alert(1)' },
    ),
  ])
  expect(text).toContain('## A \\](https://evil.example) \\*b\\*\n')
  expect(text).toContain('> \\[x\\](javascript:alert(1))\n>\n> \\# \\<b\\>no\\</b\\>')
  expect(text).toContain('\\- =cmd() \\*so\\*  \n1\\. one')
})

test('as web annotations each has its address, its words with those around them, its note and when it was made', () => {
  const { total, first } = JSON.parse(highlightsToAnnotations(all)) as {
    total: number
    first: { items: Record<string, unknown>[] }
  }
  expect(total).toBe(3)
  expect(first.items[1]).toMatchObject({
    id: 'urn:ulid:01KA0000000000000000000002',
    type: 'Annotation',
    motivation: 'commenting',
    body: [{ type: 'TextualBody', value: 'why so high?' }],
    target: {
      source: { id: 'https://a.example/tides' },
      selector: { type: 'TextQuoteSelector', exact: 'Über den Deich', prefix: 'before ', suffix: ' after' },
    },
  })
  expect(first.items[0]).not.toHaveProperty('body')
  expect(first.items[0]!['created']).toMatch(/^20\d\d-\d\d-\d\dT/)
})

test('the collection and its page have names that lead to each other, and titles are of a vocabulary the model knows', () => {
  const { id, first, last } = JSON.parse(highlightsToAnnotations([one({ prefix: '', suffix: '' })])) as {
    id: string
    last: string
    first: { id: string; partOf: string; items: { target: { source: object; selector: object } }[] }
  }
  expect(new Set([id, first.id]).size).toBe(2)
  expect(first.partOf).toBe(id)
  expect(last).toBe(first.id)
  expect(first.items[0]!.target.source).toEqual({ id: 'https://a.example/tides', type: 'Text', 'dc:title': 'Tides' })
  expect(Object.keys(first.items[0]!.target.selector)).toEqual(['type', 'exact'])
})

test('a note of nothing but empty lines is written within a second', () => {
  const began = performance.now()
  highlightsToMarkdown([one({ note: `one${'\n'.repeat(60_000)}two` })])
  expect(performance.now() - began).toBeLessThan(1_000)
})
