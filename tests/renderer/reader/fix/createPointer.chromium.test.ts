// Pointing at blocks of a snapshot with the keyboard and with the pointer, in a frame without scripts as in the app.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPointer, type Here, type Pointer } from '../../../../renderer/reader/fix/createPointer.ts'
import { articleText } from '../../../../renderer/reader/fix/pageBlocks.ts'

const body = `<h1>The tide</h1><article><p id="a">The tide came in twice that day.</p>
<div class="box"><div><p id="b">Buy our <a href="https://a.example/">guide</a> to the harbour.</p></div><p id="c">In every shop.</p></div>
<p id="d" hidden>Unseen.</p><p id="e">Nobody could say why.</p></article>`

let frame: HTMLIFrameElement
let page: Document
let pointer: Pointer
let here: Here | undefined
const decided = vi.fn()
const escaped = vi.fn()

beforeEach(async () => {
  frame = document.createElement('iframe')
  frame.sandbox.add('allow-same-origin')
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  frame.srcdoc = `<!doctype html><body data-offprint-here>${body}`
  document.body.append(frame)
  await loaded
  page = frame.contentDocument!
  here = undefined
  vi.clearAllMocks()
  pointer = createPointer(page, { onHere: (next) => (here = next), onDecide: decided, onEscape: escaped })
  const article = new DOMParser().parseFromString(
    '<p>The tide came in twice that day.</p><p>Nobody could say why.</p>',
    'text/html',
  )
  pointer.show(articleText(article.body, 'The tide'))
})
afterEach(() => {
  pointer.close()
  frame.remove()
})

function press(...keys: readonly string[]) {
  for (const key of keys)
    page.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
}

test('what the article holds is told from what it leaves out, its title among the first', () => {
  const marked = (kind: string) =>
    [...page.querySelectorAll(`[data-offprint-fix=${kind}]`)].map((one) => one.id || one.localName)
  expect(marked('in')).toEqual(['h1', 'a', 'e'])
  expect(marked('out')).toEqual(['b', 'c'])
})

test('arrow keys walk the blocks that are seen, and Enter decides', () => {
  press('ArrowDown', 'ArrowDown', 'ArrowDown')
  expect(here).toMatchObject({ words: 'Buy our guide to the harbour.', isIn: false })
  press('ArrowUp')
  expect(here).toMatchObject({ words: 'The tide came in twice that day.', isIn: true })
  press('Enter')
  expect(decided).toHaveBeenCalledTimes(1)
  press('Escape')
  expect(escaped).toHaveBeenCalledTimes(1)
})

test('left takes the box around a block, right goes back to it', () => {
  press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowLeft')
  expect(here?.element.className).toBe('box')
  expect(here?.isIn).toBe(false)
  press('ArrowLeft')
  expect(here?.element.localName).toBe('article')
  expect(here?.isIn).toBe(true)
  press('ArrowRight')
  expect(here?.element.className).toBe('box')
  press('ArrowRight')
  expect(here?.element.id).toBe('b')
})

test('a click decides on the block under it, and follows no link', () => {
  const click = new MouseEvent('click', { bubbles: true, cancelable: true })
  page.querySelector('a')!.dispatchEvent(click)
  expect(click.defaultPrevented).toBe(true)
  expect(here?.element.id).toBe('b')
  expect(decided).toHaveBeenCalledTimes(1)
  expect(page.querySelectorAll('[data-offprint-here]')).toHaveLength(1)
})

test('it knows how much of the article stands in a box', () => {
  expect(pointer.articleIn(page.querySelector('.box')!)).toBe(0)
  expect(pointer.articleIn(page.querySelector('#e')!)).toBe('Nobody could say why.'.length)
})
