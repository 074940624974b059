import { expect, test } from 'vitest'
import { completions } from '../../../renderer/reader/completions.ts'

const counts = [
  { tag: 'science', count: 8 },
  { tag: 'cities/harbours', count: 2 },
  { tag: 'cities', count: 15 },
  { tag: 'narrative', count: 4 },
]
const names = (text: string, has: readonly string[] = []) =>
  completions(text, counts, has).map(({ tag, isNew }) => (isNew ? `+${tag}` : tag))

test('offers what begins with the typed letters before what only holds them, and a new tag last', () => {
  expect(names('ci')).toEqual(['cities', 'cities/harbours', 'science', '+ci'])
})

test('finds a nested tag by its last part', () => {
  expect(names('harb')[1]).toBe('cities/harbours')
})

test('finds a tag however its accents and case are typed, and offers what was typed as another', () => {
  const cities = [{ tag: 'Zürich', count: 3 }]
  expect(completions('zuri', cities, []).map(({ tag }) => tag)).toEqual(['Zürich', 'zuri'])
})

test('offers a new tag first when no tag begins so', () => {
  expect(names('knots')).toEqual(['+knots'])
})

test('does not offer what the article has', () => {
  expect(names('cit', ['cities'])).not.toContain('cities')
})

test('tidies what is typed: no spaces at the ends, none around a slash, no empty part', () => {
  expect(names('  old  maps / /ink ')).toEqual(['+old maps/ink'])
})
