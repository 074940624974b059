import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Article } from '../../../preload/article.ts'
import { keepAllOwed } from '../../../renderer/app/leaving.ts'
import { article as savedArticle } from '../../../renderer/library/articles.ts'
import { catchUp } from '../../../renderer/library/ingest.ts'
import { openPage, type OpenPage } from '../../../renderer/reader/openPage.ts'
import { listenForLinks } from '../../../renderer/reader/links.ts'
import { withVault } from '../library/withVault.ts'
import { anArticle } from '../../anArticle.ts'
import { until } from '../../until.ts'

let frame: HTMLIFrameElement
let page: Document
let opened: OpenPage | undefined

beforeEach(async () => {
  frame = document.createElement('iframe')
  frame.style.cssText = 'width:600px;height:400px'
  frame.sandbox.add('allow-same-origin')
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  frame.srcdoc = '<!doctype html><style>body{margin:0;font:18px/1.6 serif}</style>'
  document.body.append(frame)
  await loaded
  page = frame.contentDocument!
})
afterEach(() => {
  opened?.close()
  opened = undefined
  frame.remove()
})

const actions = {
  showTag: () => undefined,
  openOriginal: () => undefined,
  archive: () => undefined,
  next: () => undefined,
  signIn: () => undefined,
  saveAgain: () => undefined,
}
const sentence = 'The tower has a hundred and twelve steps, and he counted them only once. '
const html = Array.from({ length: 60 }, (_, n) => `<p>Paragraph ${n}. ${sentence.repeat(3)}</p>`).join('')

const open = (fields: Partial<Article> = {}, text = html) => {
  opened = openPage(page, { article: anArticle(fields), record: undefined, html: text }, actions, () => undefined)
  return opened
}
/** The first paragraph of which anything stands below the toolbar. */
const topParagraph = () => {
  const all = [...page.querySelectorAll('.page-text > p')]
  return all.findIndex((one) => one.getBoundingClientRect().bottom > 56)
}

test('opens at the paragraph one had reached', async () => {
  open({ progress: 0.4, paragraph: 25 })
  await page.fonts.ready
  expect(topParagraph()).toBe(25)
})

test('keeps the reading position when the font size changes', async () => {
  const now = open({ progress: 0.4, paragraph: 25 })
  await page.fonts.ready
  now.hold(() => page.body.style.setProperty('font-size', '26px'))
  expect(topParagraph()).toBe(25)
})

test('what was kept in place of the whole text says what can be done: sign in at a wall, else save again', () => {
  const ways = () => [...page.querySelectorAll('.page-note button')].map((button) => button.textContent)
  open({ verdict: 'wall' })
  expect(ways()).toEqual(['Sign in to this site'])
  open({ verdict: 'partial' })
  expect(ways()).toEqual(['Save again from the web'])
  open()
  expect(page.querySelector('.page-note')).toBeNull()
})

test('opens a finished article at its beginning', async () => {
  open({ progress: 1, paragraph: 59 })
  await page.fonts.ready
  expect(page.scrollingElement!.scrollTop).toBe(0)
})

test('writes down how far one has read when one leaves, and not for merely having looked', async () => {
  const vault = await withVault()
  const kept = vault.save({ html })
  open({ id: kept.id }).close()
  expect(vault.acts.filter(({ act }) => act === 'progressed')).toEqual([])
  const again = open({ id: kept.id })
  page.scrollingElement!.scrollTo({ top: 1_000 })
  await new Promise((resolve) => page.addEventListener('scroll', resolve, { once: true }))
  again.close()
  opened = undefined
  await until(() => expect(vault.acts.filter(({ act }) => act === 'progressed')).toHaveLength(1))
})

test('a window that closes has told the vault and the library how far one has read, also of the last moment', async () => {
  const vault = await withVault()
  const kept = vault.save({ html })
  await catchUp()
  open({ id: kept.id })
  page.scrollingElement!.scrollTo({ top: 1_000 })
  await keepAllOwed()
  expect(vault.acts.filter(({ act }) => act === 'progressed')).toHaveLength(1)
  expect((await savedArticle(kept.id))?.progress).toBeGreaterThan(0)
})

/** What is marked, as one sees it: of nodes that are no more in the page nothing. */
const marked = (name: 'offprint-mark' | 'offprint-mark-here') => {
  const ranges = (page.defaultView as Window & typeof globalThis).CSS.highlights.get(name)
  return [...(ranges ?? [])].filter((range) => (range as Range).startContainer.isConnected).map(String)
}

test('marks what was searched for without changing a node, and walks from match to match and round', () => {
  const now = open({ title: 'A tower' })
  const before = page.querySelector('.page-text')!.innerHTML
  expect(now.mark(['twelve steps'])).toBe(180)
  expect(page.querySelector('.page-text')!.innerHTML).toBe(before)
  expect(marked('offprint-mark')).toHaveLength(180)
  expect(now.walk(1)).toBe(0)
  expect(now.walk(-1)).toBe(179)
  expect(now.walk(1)).toBe(0)
})

test('finds any letters of the text, whatever their case and accents, and gives the marks of the search back', () => {
  const now = open({}, '<p>The Café by the harbour; the cafés beyond.</p>')
  now.mark(['harbour'])
  expect(now.find('CAFE')).toBe(2)
  expect(now.find('nowhere')).toBe(0)
  expect(now.mark(['harbour'])).toBe(1)
})

test('a search marks title, author and tags too, also once a tag is added; what is counted and walked is the text', () => {
  const names = { title: 'The Harbour at night', byline: 'Ada Harbour' }
  const now = open(names, '<p>By the harbour.</p>')
  expect(now.mark(['harbour'])).toBe(1)
  expect(now.walk(1)).toBe(0)
  expect(marked('offprint-mark')).toEqual(['Harbour', 'Harbour', 'harbour'])
  now.refresh(anArticle({ ...names, tags: ['harbour'] }))
  expect(marked('offprint-mark')).toEqual(['Harbour', 'Harbour', 'harbour', 'harbour'])
  expect(marked('offprint-mark-here')).toEqual(['harbour'])
})

test('finds what stands in the title as well, and stays at the place one is at when the article changes', () => {
  const title = 'The Harbour at night'
  const now = open({ title }, '<p>By the harbour.</p>')
  expect(now.find('harbour')).toBe(2)
  expect(now.walk(1)).toBe(0)
  now.refresh(anArticle({ title, favourite: true }))
  expect([marked('offprint-mark'), marked('offprint-mark-here')]).toEqual([['Harbour', 'harbour'], ['Harbour']])
  expect(now.walk(1)).toBe(1)
})

test('a footnote opens where its mark stands, takes the focus, and Escape gives it back to the mark', async () => {
  const stop = listenForLinks(page)
  open(
    {},
    `<p>Text<a class="offprint-noteref" id="user-content-r1" href="#user-content-n1">1</a> goes on.</p>${html}` +
      '<ol class="offprint-footnotes"><li id="user-content-n1">The <em>note</em>. <a href="#user-content-r1">↩</a></li></ol>',
  )
  const mark = page.querySelector<HTMLElement>('.offprint-noteref')!
  mark.click()
  await until(() => expect(page.querySelector('.footnote')?.textContent?.trim()).toBe('The note.'))
  const note = page.querySelector('.footnote')!
  expect(note.getAttribute('aria-label')).toBe('Footnote 1')
  expect(page.querySelectorAll('#user-content-n1')).toHaveLength(1)
  expect(page.activeElement).toBe(note)
  note.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
  expect(page.querySelector('.footnote')).toBeNull()
  expect(page.activeElement).toBe(mark)
  stop()
})

test('shows the description of an image that is not there', async () => {
  open({}, `<figure><img alt="The dial of a clock" src="offprint-asset:${'0'.repeat(64)}.png"></figure>${html}`)
  await until(() => expect(page.querySelector('.missing')?.textContent).toContain('The dial of a clock'))
})

test('leaves out the summary when it is only how the text begins', () => {
  const record = { description: `Paragraph 0. ${sentence}` } as NonNullable<Parameters<typeof openPage>[1]['record']>
  opened = openPage(page, { article: anArticle(), record, html }, actions, () => undefined)
  expect(page.querySelector('.page-dek')).toBeNull()
})

test('leaves out the summary when the page says one itself', () => {
  const record = { description: 'What a search engine is told of it.' } as NonNullable<
    Parameters<typeof openPage>[1]['record']
  >
  const standing = `<p class="offprint-standfirst">What its readers are told of it.</p>${html}`
  opened = openPage(page, { article: anArticle(), record, html: standing }, actions, () => undefined)
  expect(page.querySelector('.page-dek')).toBeNull()
  expect(page.querySelector('.page-text > .offprint-standfirst')?.textContent).toBe('What its readers are told of it.')
})

test('a wide table scrolls in a box of its own, which the keyboard reaches', () => {
  open({}, '<table><tbody><tr><td>1</td></tr></tbody></table>')
  expect(page.querySelector('.table')?.getAttribute('tabindex')).toBe('0')
  expect(page.querySelector('.table > table')).not.toBeNull()
})

test('a number in a table stays with its unit, what is said in words wraps', () => {
  const cells = ['1,204 m³ 1', '12 of 16', '-3.5 %', 'after 1911', 'Never again, after the flood of 1911']
  open({}, `<table><tbody><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}<td>none</td></tr></tbody></table>`)
  const kept = [...page.querySelectorAll('td[data-figure]')].map((cell) => cell.textContent)
  expect(kept).toEqual(cells.slice(0, 4))
})

test('nothing of a page runs: a handler in the text is gone before it stands in the frame', () => {
  open({}, '<p>Text<img src="x" onerror="parent.wasHere = true"></p><script>parent.wasHere = true</script>')
  expect(page.querySelector('script')).toBeNull()
  expect(page.querySelector('[onerror]')).toBeNull()
})
