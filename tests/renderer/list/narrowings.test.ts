import { expect, test } from 'vitest'
import { narrowings } from '../../../renderer/list/narrowings.ts'

const facets = {
  tags: [
    { name: 'ports', count: 3 },
    { name: 'old towns', count: 2 },
    { name: 'he said "no"', count: 1 },
  ],
  sites: [
    { name: 'a.example', count: 4 },
    { name: 'b.example', count: 1 },
  ],
  authors: [],
  langs: [],
}

test('offers what some of the results have and others do not, in front of what was typed', () => {
  expect(narrowings('harb', 4, facets).map(({ narrowed, count }) => [narrowed, count])).toEqual([
    ['tag:ports harb', 3],
    ['tag:"old towns" harb', 2],
    ['tag:"he said \\"no\\"" harb', 1],
    ['site:b.example harb', 1],
  ])
})

test('offers nothing that is asked for already, and nothing for a single result', () => {
  expect(narrowings('tag:ports harb', 4, facets).map(({ name }) => name)).toEqual([
    'old towns',
    'he said "no"',
    'b.example',
  ])
  expect(narrowings('harb', 1, facets)).toEqual([])
})
