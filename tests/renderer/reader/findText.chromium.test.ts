import { expect, test } from 'vitest'
import { paragraphs } from '../../../renderer/extract/text.ts'
import { findText } from '../../../renderer/reader/find/findText.ts'

function found(html: string, text: string): string[] {
  const root = document.createElement('div')
  root.innerHTML = html
  return findText(paragraphs(root).list, text).map((range) => String(range).replace(/\s+/g, ' '))
}

test('finds whatever the case, the accents and the quotes', () => {
  expect(found('<p>Déjà vu, she said: “Don’t.”</p>', 'deja VU, she said: "don\'t."')).toEqual([
    'Déjà vu, she said: “Don’t.”',
  ])
})

test('finds over the ends of paragraphs, of two and of three', () => {
  expect(found('<p>One two</p><p>three</p><p>four five</p>', 'two three')).toEqual(['twothree'])
  expect(found('<p>One two</p><p>three</p><p>four five</p>', 'two three four')).toEqual(['twothreefour'])
})

test('finds every place once, also in what is set apart line by line', () => {
  expect(found('<p>tick tick</p><pre>if  tick:\n    tick()</pre>', 'tick')).toHaveLength(4)
  expect(found('<pre>if  tick:\n    tick()</pre>', 'if tick: tick')).toHaveLength(1)
})

test('nothing, or only spaces, is found nowhere', () => {
  expect(found('<p>One two</p>', '  ')).toEqual([])
  expect(found('<p>One two</p>', 'twoo')).toEqual([])
})

test('a listing of half a million characters is looked through within a second, and at the next letter at once', () => {
  const root = document.createElement('div')
  root.append(
    Object.assign(document.createElement('pre'), { textContent: 'let tide = low ? mill : ferry\n'.repeat(17_000) }),
  )
  const { list } = paragraphs(root)
  const took = (text: string) => {
    const began = performance.now()
    expect(findText(list, text).length).toBeGreaterThan(0)
    return performance.now() - began
  }
  expect(took('mi')).toBeLessThan(1_000)
  expect(took('mil')).toBeLessThan(100)
})
