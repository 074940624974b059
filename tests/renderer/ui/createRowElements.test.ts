import { expect, test } from 'vitest'
import { createRowElements } from '../../../renderer/ui/createRowElements.ts'

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => first + n)

test('a row that stays in sight keeps its element', () => {
  const elementsFor = createRowElements()
  const before = elementsFor(range(10, 20))
  const after = elementsFor(range(13, 25))
  for (const row of range(13, 20)) expect(after(row)).toBe(before(row))
  expect(new Set(range(13, 25).map(after)).size).toBe(13)
})

test('after a jump the same elements are filled again, in the same order', () => {
  const elementsFor = createRowElements()
  const before = range(10, 20).map(elementsFor(range(10, 20)))
  expect(range(5_000, 5_010).map(elementsFor(range(5_000, 5_010)))).toEqual(before)
  expect(range(0, 10).map(elementsFor(range(0, 10)))).toEqual(before)
  expect(range(3, 8).map(elementsFor(range(3, 8)))).toEqual(before.slice(3, 9))
})

test('nothing drawn in between changes nothing', () => {
  const elementsFor = createRowElements()
  const before = range(4, 6).map(elementsFor(range(4, 6)))
  elementsFor([])
  expect(range(4, 6).map(elementsFor(range(4, 6)))).toEqual(before)
})
