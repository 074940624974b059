import { expect, it } from 'vitest'
import { exitCodeOf, worstOf } from '../../../main/cli/exitCodes.ts'

it('counts the worst of several ends, in the order 4, 5, 2, 3, 0', () => {
  expect(worstOf([])).toBe(0)
  expect(worstOf([0, 3])).toBe(3)
  expect(worstOf([3, 2, 0])).toBe(2)
  expect(worstOf([2, 5, 3])).toBe(5)
  expect(worstOf([2, 4, 5])).toBe(4)
})

it('gives each class of failure its own code', () => {
  expect(exitCodeOf({ code: 'empty-address' })).toBe(2)
  expect(exitCodeOf({ code: 'host-not-found', host: 'a.example' })).toBe(3)
  expect(exitCodeOf({ code: 'disk-full' })).toBe(4)
  expect(exitCodeOf({ code: 'private-address' })).toBe(5)
})
