import { afterEach, beforeEach, expect, test } from 'vitest'
import { turnPage } from '../../../renderer/reader/turnPage.ts'
import { until } from '../../until.ts'

let frame: HTMLIFrameElement
const top = () => frame.contentDocument!.scrollingElement!.scrollTop
/** Of a window of 400 px, less two lines. */
const page = 324

beforeEach(async () => {
  frame = document.createElement('iframe')
  frame.style.cssText = 'width:600px;height:400px'
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  frame.srcdoc = '<!doctype html><style>body{margin:0;height:4000px}</style>'
  document.body.append(frame)
  await loaded
})
afterEach(() => frame.remove())

test('three quick presses turn three pages, and one back turns one back', async () => {
  turnPage(frame, 1)
  turnPage(frame, 1)
  turnPage(frame, 1)
  await until(() => expect(top()).toBe(3 * page))
  turnPage(frame, -1)
  await until(() => expect(top()).toBe(2 * page))
})

test('a key that is pressed while the page turns finds it turned', () => {
  turnPage(frame, 1)
  expect(top()).toBeLessThan(page)
  frame.contentWindow!.dispatchEvent(new KeyboardEvent('keydown', { key: 'v' }))
  expect(top()).toBe(page)
})

test('whoever scrolls while the page turns stays where they went', async () => {
  turnPage(frame, 1)
  frame.contentDocument!.scrollingElement!.scrollTo({ top: 2_000 })
  for (let n = 0; n < 20; n++) await new Promise(requestAnimationFrame)
  expect(top()).toBe(2_000)
})

test('turns no further than the beginning and the end', async () => {
  turnPage(frame, -1)
  expect(top()).toBe(0)
  frame.contentDocument!.scrollingElement!.scrollTo({ top: 3_500 })
  turnPage(frame, 1)
  await until(() => expect(top()).toBe(3_600))
})
