import { expect, test } from 'vitest'
import { inOrder, orderIn } from '../../../renderer/search/searchOrder.ts'

test.each([
  ['old harbour', 'relevance'],
  ['sort:title old harbour', 'title'],
  ['old sort:Newest harbour', 'newest'],
  ['sort:sideways harbour', 'relevance'],
  ['"sort:title"', 'relevance'],
  ['tag:"so \\" sort:title b" lamp', 'relevance'],
] as const)('the order of %s is %s', (query, order) => {
  expect(orderIn(query)).toBe(order)
})

test.each([
  ['old harbour ', 'title', 'sort:title old harbour '],
  ['old sort:oldest harbour', 'newest', 'sort:newest old harbour'],
  ['sort:oldest harbour', 'relevance', 'harbour'],
  ['"sort:title" harbour', 'longest', 'sort:longest "sort:title" harbour'],
  ['sort:title', 'relevance', ''],
] as const)('%s in the order %s is %s', (query, order, then) => {
  expect(inOrder(query, order)).toBe(then)
})
