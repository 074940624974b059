// Pointing at a block makes a line that names it and its like, here and on the site's other pages.
import { expect, test } from 'vitest'
import { formatLine, parseRule } from '../../../../preload/siteRule.ts'
import { elementsOf } from '../../../../renderer/extract/followRule.ts'
import { toggleLine } from '../../../../renderer/reader/fix/toggleLine.ts'

const sentence = 'The tide came in twice that day, and nobody in the harbour could say afterwards why. '
const text = `<p class="text">${sentence.repeat(4)}</p>`.repeat(6)

function page(html: string): HTMLElement {
  const document = new DOMParser().parseFromString(`<article>${text}${html}</article>`, 'text/html')
  return document.body
}

/** The line made when the element with the attribute `here` is pointed at. */
function made(html: string, isIn: boolean): string | undefined {
  const body = page(html)
  const element = body.querySelector('[here]')!
  const articleIn = (one: Element) =>
    [...one.querySelectorAll('p.text'), ...(one.matches('p.text') ? [one] : [])].reduce(
      (all, { textContent }) => all + textContent.length,
      0,
    )
  const toggled = toggleLine([], body, element, isIn, articleIn)
  const line = toggled?.added && formatLine(toggled.added)
  if (line !== undefined) {
    expect(parseRule(line).wrong, line).toEqual([])
    expect(elementsOf(body, parseRule(line).lines[0]!), line).toContain(element)
  }
  return line
}

test.each([
  ['a class that a person gave', '<aside here class="related-stories">More</aside>', 'remove aside.related-stories'],
  [
    'not one that a machine made',
    '<div class="promo-box"><p here class="css-1x2y3z Text_body__3kXyZ">Buy</p></div>',
    'remove div.promo-box > p',
  ],
  ['not one that says how it is now', '<div here class="active" role="note">Buy</div>', 'remove div[role="note"]'],
  ['an id without a number', '<div here id="newsletter">Sign up</div>', 'remove div#newsletter'],
  ['not one with a number', '<aside here id="post-12345">Buy</aside>', 'remove aside'],
  [
    'its heading where it has no name',
    `<section><h3>The end</h3>${text}</section><section here><h3>More from us</h3><p>Buy</p></section>`,
    'remove section with heading "More from us"',
  ],
  [
    'its beginning where its name is that of the text',
    `<p here class="text">Read also: "The bell" and other stories ${sentence}</p>`,
    'remove p.text beginning "Read also:"',
  ],
  [
    'the first line of it where other lines follow',
    `<div here>Read also<ul><li>The bell</li><li>The buoy</li></ul></div><div>${text}</div>`,
    'remove div beginning "Read also"',
  ],
])('what tells a block apart is %s', (_what, html, line) => {
  expect(made(html, true)).toBe(line)
})

test('what was left out is kept, and its like with it', () => {
  expect(made('<div here class="standfirst">In short</div>', false)).toBe('keep div.standfirst')
})

test('a block that nothing tells from the text makes no line', () => {
  const body = page('')
  const second = body.querySelectorAll('p')[1]!
  expect(toggleLine([], body, second, true, (one) => one.textContent.length)).toBeUndefined()
})

test('a second press takes the first back', () => {
  const body = page('<aside class="related">More</aside>')
  const aside = body.querySelector('aside')!
  const once = toggleLine([], body, aside, true, () => 0)
  expect(once?.lines.map(formatLine)).toEqual(['remove aside.related'])
  expect(toggleLine(once!.lines, body, aside, false, () => 0)?.lines).toEqual([])
})
