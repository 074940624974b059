import { expect, it } from 'vitest'
import { formatRule, parseRule, ruleSiteOf } from '../../preload/siteRule.ts'

const text = `# Offprint: articles of harbour.example
keep div.standfirst
remove article > aside.related
remove section with heading "More from us"
remove p beginning "Read also"
`

it('reads what it writes', () => {
  const { lines, wrong } = parseRule(text)
  expect(wrong).toEqual([])
  expect(formatRule(lines, 'Offprint: articles of harbour.example')).toBe(text)
})

it('names the lines that say nothing it understands, and goes by the others', () => {
  const { lines, wrong } = parseRule('drop p\r\nremove p.promo\n\nremove p:nth-child(2)\nkeep div, p\nremove\nkeep > p')
  expect(lines).toEqual([{ verb: 'remove', selector: 'p.promo' }])
  expect(wrong).toEqual([1, 4, 5, 6, 7])
})

it.each([
  'aside.related-links',
  '#comments',
  'div[role="note"] > p',
  '[data-kind="promo box"]',
  'section.Übersicht',
  'p.with',
])('takes %s for a selector', (selector) => {
  expect(parseRule(`remove ${selector}`)).toEqual({ lines: [{ verb: 'remove', selector }], wrong: [] })
})

// Tried in every way it could be split, neither would ever end.
it('comes to an end with a line made to keep it busy', () => {
  expect(parseRule(`remove ${'a'.repeat(500)}${'.a'.repeat(240)}!`).wrong).toEqual([1])
  expect(parseRule(`remove ${'a '.repeat(400)}!`).wrong).toEqual([1])
})

it.each([
  ['https://www.harbour.example/a?b', 'harbour.example'],
  ['http://a.localhost:8080/x', 'a.localhost'],
  ['https://xn--pple-43d.example', 'xn--pple-43d.example'],
  ['https://good.example@bad.example/', undefined],
  ['http://[::1]/x', undefined],
  ['nonsense', undefined],
])('says that %s follows the rule of %s', (address, site) => {
  expect(ruleSiteOf(address)).toBe(site)
})
