import { afterEach, expect, test } from 'vitest'
import { printPage } from '../../../renderer/reader/printPage.ts'
import styles from '../../../renderer/styles/reading.css?inline'
import { anArticle } from '../../anArticle.ts'

const article = anArticle({
  url: 'https://harbour.example/steps?a=1&b=2',
  canonicalUrl: 'https://harbour.example/steps',
  title: 'A hundred <b>steps</b>',
  byline: 'Ada Finch',
  siteName: 'The Harbour',
  publishedAt: '2026-10-02',
})

const parsed = (html: string) =>
  new DOMParser().parseFromString(printPage({ article, record: undefined, html }, { isNumbered: false }), 'text/html')

let frame: HTMLIFrameElement | undefined
afterEach(() => frame?.remove())

/** On a sheet of 700 pixels. */
async function laidOut(html: string): Promise<Document> {
  const page = parsed(html)
  page.head.querySelector('link')?.replaceWith(Object.assign(page.createElement('style'), { textContent: styles }))
  frame = document.createElement('iframe')
  frame.style.width = '700px'
  const loaded = new Promise((resolve) => frame?.addEventListener('load', resolve, { once: true }))
  frame.srcdoc = page.documentElement.outerHTML
  document.body.append(frame)
  await loaded
  return frame.contentDocument!
}

test('the page for paper says what it is, who wrote it, where it is from and when it was kept', () => {
  const page = parsed('<p>Text.</p>')
  const lines = [...page.querySelectorAll('header > *')].map(({ textContent }) => textContent)
  expect(lines).toEqual([
    'A hundred <b>steps</b>',
    'Ada Finch · 2 October 2026',
    'The Harbour · https://harbour.example/steps?a=1&b=2',
    'Kept on 20 November 2026 with Offprint',
  ])
  expect(page.querySelector('.page-text')?.textContent).toBe('Text.')
})

test('nothing on it runs or loads from elsewhere', () => {
  const page = parsed('<p onclick="x()">Text.<script>x()</script><img src="https://a.example/x.png" onerror="x()"></p>')
  expect(page.querySelectorAll('script, [onclick], [onerror], img[src^="http"]')).toHaveLength(0)
})

test('a table wider than the sheet has all its columns on it', async () => {
  const row = (cell: string, words: string) =>
    `<tr>${Array.from({ length: 18 }, (_, n) => `<${cell}>${words} ${n}</${cell}>`).join('')}</tr>`
  const shown = await laidOut(
    `<table><thead>${row('th', 'Column number')}</thead><tbody>${row('td', 'value')}</tbody></table>`,
  )
  const edge = shown.querySelector('.page-text')!.getBoundingClientRect().right
  const last = shown.querySelector('tbody td:last-child')!.getBoundingClientRect()
  expect(last.right).toBeLessThanOrEqual(edge + 1)
  expect(last.width).toBeGreaterThan(8)
})

test('the numbers and dots of lists and the line beside a quotation lie on the sheet; what lies outside it is not printed', async () => {
  const html = '<ol><li>Beat the eggs.</li></ol><ul><li>Eggs</li></ul><blockquote><p>Slowly.</p></blockquote>'
  const shown = await laidOut(html)
  const left = shown.querySelector('.page-text')!.getBoundingClientRect().left
  const roomOf = (name: string) => shown.querySelector(name)!.getBoundingClientRect().left - left
  expect(roomOf('ol > li')).toBeGreaterThan(20)
  expect(roomOf('ul > li')).toBeGreaterThan(15)
  expect(roomOf('blockquote p')).toBeGreaterThan(10)
  expect(shown.defaultView!.getComputedStyle(shown.querySelector('blockquote')!, '::before').left).toBe('0px')
})

test('code has a line at its side and no ground: one would be cut off without a margin where it goes over to the next sheet', async () => {
  const shown = await laidOut('<pre><code>one\ntwo</code></pre>')
  const style = shown.defaultView!.getComputedStyle(shown.querySelector('pre')!)
  expect([style.backgroundColor, style.boxShadow, style.paddingTop]).toEqual(['rgba(0, 0, 0, 0)', 'none', '0px'])
  expect(parseFloat(style.borderLeftWidth)).toBeGreaterThan(0)
})
