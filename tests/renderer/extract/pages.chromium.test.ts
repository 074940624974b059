// The whole pages of tests/pages/, of our own making, and what becomes of them. A folder is a case; only `npm run page` writes one.
import { describe, expect, test } from 'vitest'
import { extraction } from '../../../preload/contract.ts'
import { extractHtml } from '../../../renderer/extract/extractHtml.ts'
import { sanitiseToString } from '../../../renderer/extract/sanitise.ts'
import { readable, type Expectation } from './expectation.ts'

const sources = import.meta.glob<string>('../../pages/*/source.html', { query: '?raw', import: 'default', eager: true })
const htmls = import.meta.glob<string>('../../pages/*/expected.html', { query: '?raw', import: 'default', eager: true })
const records = import.meta.glob<Expectation>('../../pages/*/expected.json', { import: 'default', eager: true })

describe.each(Object.keys(sources).map((path) => path.split('/').at(-2) ?? ''))('%s', (slug) => {
  const source = sources[`../../pages/${slug}/source.html`] ?? ''
  const expectation = records[`../../pages/${slug}/expected.json`]
  const extracted = extractHtml(source, expectation?.url ?? 'missing')

  test('becomes the article that was looked at', () => {
    expect(readable(extracted.html)).toBe(htmls[`../../pages/${slug}/expected.html`])
  })

  test('says of itself what the page states', () => {
    const { html: _html, text: _text, visibleWords: _visible, ...facts } = extracted
    expect({ url: expectation?.url, ...facts }).toEqual(expectation)
  })

  test('keeps the contract, and its HTML is a fixed point', () => {
    extraction.parse(extracted)
    expect(sanitiseToString(extracted.html)).toBe(extracted.html)
  })

  test('comes out the same a second time', () => {
    expect(extractHtml(source, expectation?.url ?? 'missing')).toEqual(extracted)
  })
})
