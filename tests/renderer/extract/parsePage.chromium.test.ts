import { expect, test } from 'vitest'
import { TooComplex } from '../../../renderer/extract/complexity.ts'
import { parsePage } from '../../../renderer/extract/parsePage.ts'
import { parseInert } from '../../../renderer/extract/trustedHtml.ts'
import { hostileTree } from './hostileTree.ts'

const long = (text: string) => `${text};${'/* nothing */'.repeat(20)}`

/** As the parser has it, but for what scripts and styles say. */
function withoutCode(document: Document): Document {
  for (const element of document.querySelectorAll('script, style')) element.remove()
  return document
}

test('leaves out what scripts and styles say', () => {
  const html = `<style>${long('p { color: red }')}</style><p>One<script>${long('run()')}</script><p>Two`
  const document = parsePage(html)
  expect([...document.querySelectorAll('script, style')].map(({ textContent }) => textContent)).toEqual([';', ';'])
  expect(document.body.textContent).toBe('One;Two')
})

test('keeps linked data and formulas, whatever quotes their types stand in', () => {
  const html = `<script type='application/ld+json'>${long('{}')}</script><script TYPE=math/tex>${long('x^2')}</script><script type="application/ld&#x2B;json">${long('[]')}</script>`
  const said = [...parsePage(html).querySelectorAll('script')].map(({ textContent }) => textContent)
  expect(said).toEqual([long('{}'), long('x^2'), long('[]')])
})

test.each([
  ['a script within a note', `<!-- <script>${long('a')} --><p>One<!-- </script> --><p>Two`],
  ['a script within a field', `<textarea><script>${long('a')}</textarea><p>One</p></script><p>Two`],
  ['a script that never ends', `<p>One<script>${long('a')}<p>Two`],
  ['an end that is none', `<script>${long('a')}</scripture>${long('b')}</script ><p>One`],
  ['a note that hides the end of a script', `<script>${long('a')}<!--<script></script>${long('b')}--></script><p>One`],
  ['a drawing in which style is markup', `<svg><style><g>${long('a')}</style></svg><p>One`],
  ['a quote in a tag', `<p title="<script>">One ${long('a')}</p><p title='</script>'>Two`],
  ['a title that speaks of scripts', `<title><script>${long('a')}</title><p>One</p></script>`],
])('reads as the parser does: %s', (_name, html) => {
  expect(withoutCode(parsePage(html)).isEqualNode(withoutCode(parseInert(html)))).toBe(true)
})

test('pieces of attacks put together by chance lose nothing but what scripts and styles say', () => {
  for (let seed = 20_261_129; seed < 20_261_329; seed++) {
    const html = `${hostileTree(seed)}<script>${long(`${seed}`)}</script>${hostileTree(seed + 1_000)}`
    expect(withoutCode(parsePage(html)).isEqualNode(withoutCode(parseInert(html))), `seed ${seed}: ${html}`).toBe(true)
  }
})

test('refuses what is too complex before it is parsed', () => {
  expect(() => parsePage('<div>'.repeat(1_000))).toThrow(TooComplex)
})
