// What is mostly kept is kept whole. Blocks are told by their words: those that hold "lost" were not chosen.
import { describe, expect, test } from 'vitest'
import { keepWholes } from '../../../renderer/extract/keepWholes.ts'
import { paragraphs } from '../../../renderer/extract/text.ts'

/** What stays of the blocks, those with "gone" having been taken away by a rule. */
function kept(html: string): string[] {
  const { list } = paragraphs(new DOMParser().parseFromString(html, 'text/html').body)
  const chosen = list.map(({ text }) => !/lost|gone/.test(text))
  const completed = keepWholes(list, chosen, (at) => !/gone/.test(list[at]?.text ?? ''))
  return list.flatMap(({ text }, at) => (completed[at] ? [text] : []))
}

const long = 'Four ferries a day go to the island and three come back.'

describe('the whole is kept of', () => {
  const cases: Readonly<Record<string, string>> = {
    'a list': `<ul><li>${long}</li><li>lost</li><li>${long}</li></ul>`,
    'a numbered list': `<ol><li>${long}</li><li><p>lost</p></li></ol>`,
    'a list in an item of a list': `<ul><li>${long}<ul><li>lost</li></ul></li></ul>`,
    'a list of definitions': `<dl><dt>lost</dt><dd>${long}</dd></dl>`,
    'a table with heads': `<table><tr><th>lost</th><td>${long}</td></tr></table>`,
    'a fold': `<details><summary>lost</summary><p>${long}</p></details>`,
    'a figure': `<figure><p>${long}</p><figcaption>lost</figcaption></figure>`,
    'code around a line that was not chosen': `<pre>${long}<div>lost</div></pre>`,
  }
  for (const [name, html] of Object.entries(cases)) test(name, () => expect(kept(html)).toContain('lost'))
})

describe('a block that was not chosen stays away', () => {
  test('in a list of which little is kept', () => {
    expect(kept(`<ul><li>Kept.</li><li>lost ${long}</li></ul>`)).toEqual(['Kept.'])
  })

  test('beside a list', () => {
    expect(kept(`<ul><li>${long}</li></ul><p>lost</p>`)).toEqual([long])
  })

  test('in a table that only puts things in their places', () => {
    expect(kept(`<table><tr><td>${long}</td><td>lost</td></tr></table>`)).toEqual([long])
  })

  test('in a list of cards, each of which holds more than one block', () => {
    const card = `<li><h3>Boat</h3><p>${long}</p><button>x</button><div>lost</div></li>`
    expect(kept(`<ul>${card}${card}</ul>`)).not.toContain('lost')
  })
})

test('what a rule took away stays away in a list that is kept', () => {
  expect(kept(`<ul><li>${long}</li><li>gone</li></ul>`)).toEqual([long])
})
