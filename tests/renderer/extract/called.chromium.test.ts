import { expect, test } from 'vitest'
import { findCalled, likelySelector, namesCalled } from '../../../renderer/extract/called.ts'
import { parseInert } from '../../../renderer/extract/trustedHtml.ts'

const selectors = [
  '.katex',
  '#respond',
  '.MathJax_Display:empty',
  'mjx-container',
  'td.blob-code',
  '[class*=carousel i]',
  '[id*="captcha" i]',
  '[class~="challenge" i]',
  '[itemtype$="/Comment"]',
]

test.each([
  ['class of several', '<p class="a katex b">'],
  ['class in other letters, without a doctype', '<p class="KaTeX">'],
  ['id', '<p id=respond>'],
  ['id that holds it', '<p id=x-CAPTCHA-1>'],
  ['class that holds it', '<p class="my-Carousel-2">'],
  ['one word of a class', '<p class="a Challenge">'],
  ['name and class', '<table><tr><td class=blob-code>'],
  ['pseudo-class', '<p class=MathJax_Display></p>'],
  ['element by its own name', '<mjx-container>'],
  ['other attribute', '<p itemtype="https://schema.org/Comment">'],
  ['nothing', '<p class=text id=one>'],
])('what is found by the likely selectors is what all of them find: %s', (_what, html) => {
  for (const doctype of ['', '<!doctype html>']) {
    const document = parseInert(`${doctype}<body>${html}`)
    expect([...findCalled(document, selectors, namesCalled(document))]).toEqual([
      ...document.querySelectorAll(selectors.join(', ')),
    ])
  }
})

test('nothing is looked for that no element is called', () => {
  const called = namesCalled(parseInert('<p class=text id=one>'))
  expect(likelySelector(['.katex', '#respond', '[class*=carousel i]'], called)).toBeUndefined()
})
