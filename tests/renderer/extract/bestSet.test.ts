import { expect, it } from 'vitest'
import { bestSet } from '../../../renderer/extract/bestSet.ts'

it('keeps what is likelier than not, and leaves out what is very unlikely', () => {
  expect(bestSet([0.9, 0.6, 0.1], [10, 10, 10])).toEqual([true, true, false])
})

it('keeps doubtful blocks on a page that has nothing clearer, and not beside clear ones', () => {
  expect(bestSet([0.35, 0.35, 0.05], [10, 10, 10])).toEqual([true, true, false])
  expect(bestSet([0.98, 0.35, 0.05], [200, 10, 10])).toEqual([true, false, false])
})

it('keeps nothing where there is nothing', () => {
  expect(bestSet([], [])).toEqual([])
})
