import { describe, expect, test } from 'vitest'
import { boxesOfFacts } from '../../../renderer/extract/facts.ts'

const facts = (id: string) =>
  `<dl id="${id}"><div><dt>Maker</dt><dd>Ada Brook</dd></div><div><dt>Year</dt><dd>1874</dd></div></dl>`

function found(main: string): string[] {
  document.body.innerHTML = `<main>${main}</main>`
  return boxesOfFacts(document.body).map(({ id }) => id)
}

describe('facts about the thing that a page is about', () => {
  test('are terms with one definition each, below the heading', () => {
    expect(found(`${facts('above')}<h1>Table lamp</h1>${facts('lamp')}`)).toEqual(['lamp'])
  })

  test('are none where each of many things has such a list', () => {
    expect(found(`<h1>Lamps</h1>${['a', 'b', 'c'].map(facts).join('')}`)).toEqual([])
  })

  test('are none in furniture, of links, or where a term has several definitions', () => {
    const links =
      '<dl id="links"><dt><a href="/a">Lamps</a></dt><dd><a href="/b">All</a></dd><dt><a href="/c">Oil</a></dt><dd><a href="/d">All</a></dd></dl>'
    const words = '<dl id="words"><dt>Wick</dt><dd>Of cotton.</dd><dd>Of wool.</dd><dt>Oil</dt><dd>Of rape.</dd></dl>'
    expect(found(`<h1>Lamps</h1><aside>${facts('aside')}</aside>${links}${words}`)).toEqual([])
  })
})
