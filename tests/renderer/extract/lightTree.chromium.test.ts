import { expect, test } from 'vitest'
import { LightDocument } from '../../../renderer/extract/lightTree.ts'
import { parseInert } from '../../../renderer/extract/trustedHtml.ts'

test.each([
  '<p>\n  one\n  two </p>\n\n<p>three</p>',
  '<p>one\n<b>two</b>\n\n<i> three</i> </p>',
  '<p>one\n</p>\n<p> two</p>',
  '<p> <b>\n</b> <i>\t</i></p>one<p>\n</p> ',
  '<p>one\n<b></b>two\n<b> </b><i>\n</i>three</p>',
  '',
])('the text of every element is folded as if all of it had been folded at once: %j', (html) => {
  const { body } = new LightDocument(parseInert(html))
  for (const element of [body, ...body.querySelectorAll('p,b,i')])
    expect(element.innerText).toBe(element.textContent.trim().replace(/\s{2,}/g, ' '))
})
