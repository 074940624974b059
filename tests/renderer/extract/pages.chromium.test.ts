// The whole pages of tests/pages/, of our own making, and what becomes of them. A folder is a case; only `npm run page` writes one. What stands
// in `styled.html` is loaded, laid out and frozen first, as a captured page is; `source.html` is a page that is frozen already.
import { describe, expect, test } from 'vitest'
import { extraction, type Extraction } from '../../../preload/extraction.ts'
import { extractHtml } from '../../../renderer/extract/extractHtml.ts'
import { sanitiseToString } from '../../../renderer/extract/sanitise.ts'
import { readable, type Expectation } from './expectation.ts'
import { frozen } from './frozen.ts'

const sources = import.meta.glob<string>('../../pages/*/source.html', { query: '?raw', import: 'default', eager: true })
const styled = import.meta.glob<string>('../../pages/*/styled.html', { query: '?raw', import: 'default', eager: true })
const htmls = import.meta.glob<string>('../../pages/*/expected.html', { query: '?raw', import: 'default', eager: true })
const records = import.meta.glob<Expectation>('../../pages/*/expected.json', { import: 'default', eager: true })

const slugs = [...Object.keys(sources), ...Object.keys(styled)].map((path) => path.split('/').at(-2) ?? '').sort()

test('there are eighty pages and more', () => {
  expect(slugs.length).toBeGreaterThanOrEqual(80)
})

describe.each(slugs)('%s', (slug) => {
  const expectation = records[`../../pages/${slug}/expected.json`]
  const url = expectation?.url ?? 'missing'
  const laidOut = styled[`../../pages/${slug}/styled.html`]

  async function extracted(): Promise<Extraction> {
    const page = laidOut === undefined ? sources[`../../pages/${slug}/source.html`] : await frozen(laidOut)
    return extractHtml(page ?? '', url)
  }

  test('becomes the article that was looked at, and says of itself what the page states', async () => {
    const { html, text: _text, visibleWords: _visible, ...facts } = await extracted()
    expect(readable(html)).toBe(htmls[`../../pages/${slug}/expected.html`])
    expect({ url, ...facts }).toEqual(expectation)
  })

  test('keeps the contract, is a fixed point, and comes out the same a second time', async () => {
    const one = await extracted()
    extraction.parse(one)
    expect(sanitiseToString(one.html)).toBe(one.html)
    expect(await extracted()).toEqual(one)
  })
})
