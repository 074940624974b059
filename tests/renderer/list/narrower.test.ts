import { expect, test } from 'vitest'
import { narrower } from '../../../renderer/list/narrower.ts'

test('leaves out the last operator, which narrows most', () => {
  expect(narrower('harbour tag:cities')).toEqual({ left: 'tag:cities', rest: 'harbour' })
})

test('leaves out the longest word when there is no operator', () => {
  expect(narrower('old chronometers sold')).toEqual({ left: 'chronometers', rest: 'old sold' })
})

test('leaves out a phrase as a whole', () => {
  expect(narrower('tower "kept by nobody"')).toEqual({ left: '"kept by nobody"', rest: 'tower' })
})

test('leaves no OR without its other side', () => {
  expect(narrower('ferry OR steamboats')).toEqual({ left: 'steamboats', rest: 'ferry' })
})

test('has nothing to offer for a single term', () => {
  expect(narrower('harbour')).toBeUndefined()
})
