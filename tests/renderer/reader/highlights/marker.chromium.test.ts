import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Article } from '../../../../preload/article.ts'
import { paragraphs, type Paragraphs } from '../../../../renderer/extract/text.ts'
import { parseInert } from '../../../../renderer/extract/trustedHtml.ts'
import { catchUp } from '../../../../renderer/library/ingest.ts'
import { highlightsOf, type Highlight } from '../../../../renderer/library/highlights.ts'
import { keepChosen, noteChosen, paint, setMarker } from '../../../../renderer/reader/highlights/chosenCommands.ts'
import { createMarker, type Marker } from '../../../../renderer/reader/highlights/createMarker.ts'
import { marking } from '../../../../renderer/reader/highlights/marking.ts'
import type { FakeVault } from '../../../fakes.ts'
import { withVault } from '../../library/withVault.ts'
import { toasts } from '../../../../renderer/app/toasts.ts'
import { until } from '../../../until.ts'

let frame: HTMLIFrameElement
let page: Document
let vault: FakeVault
let id: string
let found: Paragraphs
let marker: Marker | undefined

const html =
  '<p>The lamp was lit at dusk. It burned until four, as <em>every</em> lamp did.</p>' +
  '<p>Mr. Hale kept the book. He wrote the hour, the wind and the oil.</p>' +
  '<p>Nobody read it before the winter of the long fog.</p>'

beforeEach(async () => {
  frame = document.createElement('iframe')
  frame.style.cssText = 'width:600px;height:400px'
  frame.sandbox.add('allow-same-origin')
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  frame.srcdoc = '<!doctype html><style>body{margin:0;font:18px/1.6 serif}.page{padding-top:60px}</style>'
  document.body.append(frame)
  await loaded
  page = frame.contentDocument!
  vault = await withVault()
  id = vault.save({ html }).id
  await catchUp()
  open(html)
})
afterEach(() => {
  marker?.close()
  frame.remove()
})

function open(content: string) {
  marker?.close()
  const main = page.createElement('main')
  main.className = 'page'
  const text = page.createElement('div')
  text.className = 'page-text'
  text.append(...page.importNode(parseInert(content).body, true).childNodes)
  main.append(text)
  page.body.replaceChildren(main)
  found = paragraphs(text)
  marker = createMarker(page, { id, lang: 'en' } as Article, found)
}

const drawn = (name: string) =>
  [...((page.defaultView as Window & typeof globalThis).CSS.highlights.get(`offprint-${name}`) ?? [])].map(String)
const keep = async (colour: Highlight['colour']) => {
  await marker!.keep(colour)
  marker!.show(await highlightsOf(id))
}

test('a sentence is chosen, more are added and taken back, and the next begins after it', () => {
  marker!.sentence(1)
  expect(marking.get().chosen?.text).toBe('The lamp was lit at dusk.')
  marker!.extend(1)
  marker!.extend(1)
  expect(marking.get().chosen?.text).toBe(
    'The lamp was lit at dusk. It burned until four, as every lamp did.\nMr. Hale kept the book.',
  )
  marker!.extend(-1)
  expect(marking.get().chosen?.text).toBe('The lamp was lit at dusk. It burned until four, as every lamp did.')
  marker!.sentence(1)
  expect(marking.get().chosen?.text).toBe('Mr. Hale kept the book.')
})

test('once a sentence is kept, the next or the one before begins beside it; let go, the first on the screen', async () => {
  marker!.sentence(1)
  marker!.sentence(1)
  await keep('green')
  marker!.sentence(1)
  expect(marking.get().chosen?.text).toBe('Mr. Hale kept the book.')
  await keep('blue')
  marker!.sentence(-1)
  expect(marking.get().chosen?.text).toBe('It burned until four, as every lamp did.')
  marker!.leave()
  marker!.sentence(1)
  expect(marking.get().chosen?.text).toBe('The lamp was lit at dusk.')
})

test('what is chosen is kept in the vault with its words, those around it and its place, and drawn without touching a node', async () => {
  const before = page.body.innerHTML
  marker!.sentence(1)
  marker!.extend(1)
  await keep('green')
  expect(vault.acts.at(-1)).toMatchObject({
    act: 'highlighted',
    article: id,
    quote: 'The lamp was lit at dusk. It burned until four, as every lamp did.',
    prefix: '',
    paragraph: 0,
    offset: 0,
    colour: 'green',
  })
  expect(drawn('green')).toEqual(['The lamp was lit at dusk. It burned until four, as every lamp did.'])
  expect(page.body.innerHTML).toBe(before)
  expect(marking.get().chosen?.highlight).toBe(marking.get().placed[0]!.id)
})

test('a passage that is a highlight already is kept once: it is chosen, and takes another colour only when one is named', async () => {
  setMarker(marker)
  marker!.sentence(1)
  await keep('green')
  const [only] = marking.get().placed
  const again = async (act: () => Promise<unknown>) => {
    marker!.leave()
    marker!.sentence(1)
    await act()
    marker!.show(await highlightsOf(id))
    return marking.get().placed.map(({ id: one, colour }) => [one, colour])
  }
  marking.change({ colour: 'rose' })
  expect(await again(keepChosen)).toEqual([[only!.id, 'green']])
  expect(marking.get().chosen?.highlight).toBe(only!.id)
  expect(await again(noteChosen)).toEqual([[only!.id, 'green']])
  expect(marking.get().chosen).toMatchObject({ highlight: only!.id, isNoting: true })
  expect(await again(() => paint('blue'))).toEqual([[only!.id, 'blue']])
})

test('a passage chosen with the pointer from the middle of a word of one paragraph into the next keeps exactly those letters', async () => {
  const [first, second] = page.querySelectorAll('p')
  page.getSelection()!.setBaseAndExtent(first!.lastChild!, 2, second!.firstChild!, 8)
  page.dispatchEvent(new PointerEvent('pointerup'))
  await until(() => expect(marking.get().chosen?.text).toBe('amp did.\nMr. Hale'))
  await keep('rose')
  expect(drawn('rose')).toEqual(['amp did.', 'Mr. Hale'])
})

test('in a new version of the text a highlight stands at its words; one whose words are gone is kept aside with them', async () => {
  marker!.sentence(1)
  await keep('yellow')
  marker!.sentence(1)
  marker!.sentence(1)
  await keep('blue')
  marker!.leave()
  open(
    '<h2>A new heading</h2><p>Something else was put before.</p><div><b>The lamp</b> was lit at dusk. It burned until four.</div>',
  )
  marker!.show(await highlightsOf(id))
  expect(drawn('yellow')).toEqual(['The lamp was lit at dusk.'])
  expect(drawn('blue')).toEqual([])
  expect(marking.get().unplaced.map(({ quote }) => quote)).toEqual(['Mr. Hale kept the book.'])
})

test('a note stands in the margin as a button that names it and leads to its passage', async () => {
  marker!.sentence(1)
  await keep('yellow')
  const { id: highlight } = marking.get().placed[0]!
  vault.write([{ act: 'highlight-noted', article: id, highlight, note: 'Which lamp?' }])
  await catchUp()
  marker!.leave()
  marker!.show(await highlightsOf(id))
  const button = page.querySelector<HTMLButtonElement>('.page-margin button')!
  expect(button.getAttribute('aria-label')).toBe('Note: Which lamp? On: The lamp was lit at dusk.')
  button.click()
  expect(marking.get().chosen?.highlight).toBe(highlight)
  expect(drawn('current')).toEqual(['The lamp was lit at dusk.'])
})

const choose = (words: string) => {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  let node = walker.nextNode()
  while (node && !node.textContent?.includes(words)) node = walker.nextNode()
  const at = node!.textContent!.indexOf(words)
  page.getSelection()!.setBaseAndExtent(node!, at, node!, at + words.length)
  return page.getSelection()!.getRangeAt(0).getBoundingClientRect()
}

test('a passage within a longer one is seen in its own colour, and is the one that a press there chooses', async () => {
  const long = choose('He wrote the hour, the wind and the oil.')
  await keep('rose')
  marker!.leave()
  choose('the wind')
  await keep('yellow')
  marker!.leave()
  const begin = choose('He wrote')
  await keep('green')
  marker!.leave()
  expect(drawn('yellow')).toEqual(['the wind'])
  expect(drawn('green')).toEqual(['He wrote'])
  expect(drawn('rose').map((part) => part.trim())).toEqual(['the hour,', 'and the oil.'])
  const pressed = async (x: number, y: number) => {
    page.elementFromPoint(x, y)!.dispatchEvent(new PointerEvent('pointerup', { clientX: x, clientY: y, bubbles: true }))
    await until(() => expect(marking.get().chosen).toBeDefined())
    const { text } = marking.get().chosen!
    marker!.leave()
    return text
  }
  expect(await pressed(begin.left + 4, begin.top + 8)).toBe('He wrote')
  expect(await pressed(long.right - 4, long.bottom - 8)).toBe('He wrote the hour, the wind and the oil.')
})

test('a passage longer than a highlight holds is not kept, and it is said why', async () => {
  open(`<p>${'The lamp was lit at dusk, and burned until four. '.repeat(2_100)}</p>`)
  page.getSelection()!.selectAllChildren(page.querySelector('.page-text')!)
  await keep('yellow')
  expect(toasts.get().toast?.words).toContain('100,000 characters')
  expect(await highlightsOf(id)).toEqual([])
})
