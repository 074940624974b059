import { expect, test } from 'vitest'
import { tagTree } from '../../../renderer/sidebar/tagTree.ts'

const counts = [
  { tag: 'craft', count: 2 },
  { tag: 'cities/transit', count: 1 },
  { tag: 'cities', count: 5 },
  { tag: 'cities-old', count: 1 },
  { tag: 'cities/transit/night', count: 1 },
  { tag: 'gone', count: 0 },
]

test('lists tags by name, each below its parent and before the next of its own kind', () => {
  expect(tagTree(counts, new Set()).map(({ tag, depth }) => [tag, depth])).toEqual([
    ['cities', 0],
    ['cities/transit', 1],
    ['cities/transit/night', 2],
    ['cities-old', 0],
    ['craft', 0],
  ])
})

test('hides all that lies below a folded tag, and only that', () => {
  expect(tagTree(counts, new Set(['cities'])).map(({ tag }) => tag)).toEqual(['cities', 'cities-old', 'craft'])
})

test('leaves out tags that no article has any more', () => {
  expect(tagTree(counts, new Set()).some(({ tag }) => tag === 'gone')).toBe(false)
})

test('twenty thousand tags are in order within a second', () => {
  const many = Array.from({ length: 20_000 }, (_, n) => ({ tag: `tag ${n % 5_000}/of ${n}`, count: 1 }))
  const began = performance.now()
  expect(tagTree(many, new Set())).toHaveLength(many.length)
  expect(performance.now() - began).toBeLessThan(1_000)
})
