// The article as it stands in its frame, with axe's default rules, in every theme: headings, pictures, tables, code, notes, highlights, what is lacking.
import axe from 'axe-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Article } from '../../../preload/article.ts'
import { defaultSettings } from '../../../preload/contract.ts'
import { themes } from '../../../renderer/app/appSettings.ts'
import { applyLooks } from '../../../renderer/reader/applyLooks.ts'
import { openPage, type OpenPage } from '../../../renderer/reader/openPage.ts'
import { showFootnote } from '../../../renderer/reader/showFootnote.ts'
import styles from '../../../renderer/styles/reading.css?inline'
import { withVault } from '../library/withVault.ts'

const text = 'The tower has a hundred and twelve steps, and he counted them only once, on the way down. '
const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const html = `<p>${text}<sup><a class="offprint-noteref" id="r1" href="#n1">1</a></sup></p><h2>Steps</h2><p>${text}<a href="https://a.example/">a link</a> <mark>marked</mark> <kbd>k</kbd></p>
<figure><img src="${picture}" width="600" height="400" alt="A tower"><figcaption>The tower <span class="offprint-credit">A. Byron</span></figcaption></figure><p><img alt="What was not kept"></p>
<h3>Numbers</h3><table><thead><tr><th>Day</th><th>Steps</th></tr></thead><tbody><tr><td>Monday</td><td>112</td></tr></tbody></table>
<pre><code>for step in tower: count(step)</code></pre><blockquote><p>${text}</p></blockquote><ul><li>${text}</li><li>${text}</li></ul><dl><dt>Step</dt><dd>${text}</dd></dl>
<p dir="rtl" lang="ar">برج من مئة درجة واثنتي عشرة.</p><ol class="offprint-footnotes"><li id="n1"><p>Once. <a href="#r1">↩</a></p></li></ol>`
const article: Article = {
  id: '01KA000000000000000000000A',
  url: 'https://a.example/steps',
  canonicalUrl: 'https://a.example/steps',
  title: 'A hundred and twelve steps',
  byline: 'Ada Finch',
  siteName: 'The Harbour',
  lang: 'en',
  publishedAt: '2026-10-02',
  savedAt: '2026-11-20T10:00:00.000Z',
  words: 2_000,
  place: 'inbox',
  favourite: false,
  progress: 0,
  tags: ['cities/harbours'],
  verdict: 'partial',
  trashed: false,
  reasons: ['1 image could not be saved.'],
  version: '01KA000000000000000000000B',
  versions: ['01KA000000000000000000000B'],
  capturedAt: '2026-11-20T10:00:00.000Z',
  highlights: 1,
}

let frame: HTMLIFrameElement
let opened: OpenPage

beforeAll(async () => {
  await withVault()
  frame = document.createElement('iframe')
  frame.style.cssText = 'width:1100px;height:700px'
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  frame.srcdoc = `<!doctype html><html lang="en"><head><title>Article</title><style>${styles.replaceAll('</', '')}</style></head><body></body></html>`
  document.body.append(frame)
  await loaded
  const page = frame.contentDocument!
  const actions = {
    showTag: () => undefined,
    openOriginal: () => undefined,
    archive: () => undefined,
    next: () => undefined,
    signIn: () => undefined,
    saveAgain: () => undefined,
  }
  opened = openPage(page, { article, record: undefined, html }, actions, () => undefined)
  opened.highlight([
    {
      id: '01KA00000000000000000000H1',
      article: article.id,
      quote: 'a hundred and twelve steps',
      prefix: 'The tower has ',
      suffix: ', and he counted',
      paragraph: 0,
      offset: 14,
      colour: 'green',
      note: 'Every day?',
    },
  ])
  // The engine of the rules, in the page's own world, as axe itself would put it into a frame.
  const script = page.createElement('script')
  script.textContent = axe.source
  page.head.append(script)
})
afterAll(() => {
  opened.close()
  frame.remove()
})

test.each(themes)('the article frame breaks no rule of access in %s', async (theme) => {
  const page = frame.contentDocument!
  applyLooks(page, { ...defaultSettings, theme })
  expect(page.documentElement.dataset['theme']).toBe(theme)
  const own = (frame.contentWindow as unknown as { readonly axe: typeof axe }).axe // put there above
  const found = await own.run({ resultTypes: ['violations'] })
  expect(found.passes.length).toBeGreaterThan(10)
  expect(
    found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: markup }) => markup).join(', ')}`),
  ).toEqual([])
})

test('a footnote that is open in its place breaks none either', async () => {
  const page = frame.contentDocument!
  const mark = page.querySelector<HTMLElement>('.offprint-noteref')!
  expect(showFootnote(page, mark, page.querySelector('.offprint-footnotes li')!)).toBe(true)
  const own = (frame.contentWindow as unknown as { readonly axe: typeof axe }).axe // put there above
  const found = await own.run({ resultTypes: ['violations'] })
  expect(found.violations.map(({ id }) => id)).toEqual([])
})
