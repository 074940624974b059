import { expect, test } from 'vitest'
import { narrower } from '../../../renderer/list/narrower.ts'

test('leaves out the last operator, which narrows most', () => {
  expect(narrower('harbour tag:cities')[0]).toEqual({ left: 'tag:cities', rest: 'harbour' })
})

test('leaves out the longest word when there is no operator', () => {
  expect(narrower('old chronometers sold')[0]).toEqual({ left: 'chronometers', rest: 'old sold' })
})

test('leaves out a phrase as a whole', () => {
  expect(narrower('tower "kept by nobody"')[0]).toEqual({ left: '"kept by nobody"', rest: 'tower' })
})

test('leaves out a tag with a quote in its name as a whole', () => {
  expect(narrower('tower tag:"he said \\"no\\""')[0]).toEqual({ left: 'tag:"he said \\"no\\""', rest: 'tower' })
})

test('leaves no OR without its other side', () => {
  expect(narrower('ferry OR steamboats')[0]).toEqual({ left: 'steamboats', rest: 'ferry' })
})

test('leaves out the word itself, and not a part of another that stands before it', () => {
  expect(narrower('teahouses tea')).toEqual([
    { left: 'teahouses', rest: 'tea' },
    { left: 'tea', rest: 'teahouses' },
  ])
})

test('has nothing to offer for a single term', () => {
  expect(narrower('harbour')).toEqual([])
})

test('offers to leave out each term, the likeliest first', () => {
  expect(narrower('red (tag:a OR lantern)').map(({ left, rest }) => `${left} / ${rest}`)).toEqual([
    'tag:a / red OR lantern',
    'lantern / red tag:a',
    'red / tag:a OR lantern',
  ])
})

test('a chapter pasted into the field is answered within a second', () => {
  const began = performance.now()
  expect(narrower('one of the many words '.repeat(2_000)).length).toBeGreaterThan(0)
  expect(performance.now() - began).toBeLessThan(1_000)
})
