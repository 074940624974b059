import { expect, test } from 'vitest'
import { benchChoice } from '../../build/benchChoice.ts'

const known = ['start', 'search', 'extract']

test('without words all benchmarks are chosen but the one that needs pages', () => {
  expect(benchChoice([], known)).toEqual({
    kind: 'measure',
    names: ['start', 'search'],
    sizes: [1_000, 10_000],
    corpus: undefined,
    sets: [],
    parts: [],
    json: false,
  })
  expect(benchChoice(['--set', 'pages'], known)).toMatchObject({ names: known, sets: ['pages'] })
})

test('names, sizes and parts are taken as they come', () => {
  expect(benchChoice(['search', '--articles', '0', '--articles', '500', '--json'], known)).toMatchObject({
    names: ['search'],
    sizes: [0, 500],
    json: true,
  })
})

test('--help says how it is used', () => {
  expect(benchChoice(['--help'], known)).toMatchObject({
    kind: 'help',
    usage: expect.stringContaining('Usage: npm run'),
  })
})

test('what is no option, name or size is said in a sentence, before anything is measured', () => {
  expect(() => benchChoice(['--fast'], known)).toThrow(/'--fast'.*\nUsage/s)
  expect(() => benchChoice(['start', 'stat'], known)).toThrow(
    'stat: no such benchmark. There are: start, search, extract',
  )
  expect(() => benchChoice(['--articles', 'many'], known)).toThrow('--articles takes a number of articles, not many')
})
