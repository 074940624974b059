import { expect, test } from 'vitest'
import { impossible } from '../../../renderer/list/impossible.ts'

test.each([
  ['lamp is:favorit harbour', 'is:favorit'],
  ['(lamp -before:soon) harbour', 'before:soon'],
  ['titel:lamp harbour', 'titel:lamp'],
  ['lamp is:happy', 'is:happy'],
  ['lamp tga:"old towns" x', 'tga:"old towns"'],
  ['lamp tga:"so \\"old\\" towns" x', 'tga:"so \\"old\\" towns"'],
])('points at what cannot be meant in %s', (query, part) => {
  const found = impossible(query)
  expect(query.slice(found?.start, found?.end)).toBe(part)
})

test.each(['', 'lamp', 'lamp is:fav', 'tag:', '"open quote', 'Harbours: a history', 'https://a.example/x'])(
  'points at nothing in %s',
  (query) => {
    expect(impossible(query)).toBeUndefined()
  },
)
