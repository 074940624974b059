import { expect, test } from 'vitest'
import { warmingQuestions } from '../../../renderer/search/warmingQuestions.ts'

test('asks for words and pairs of words of the text, the long ones first', () => {
  expect(warmingQuestions('The lighthouse, the old harbour: 17 a.')).toEqual([
    'lighthouse',
    'lighthouse harbour',
    'the',
    'the old',
  ])
  expect(warmingQuestions('')).toEqual([])
})

test('asks few questions of a long text, up to its shortest words', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const long = [...letters].map((letter, n) => letter.repeat(n + 2)).join(' ')
  const asked = warmingQuestions(`${long} `.repeat(100))
  expect(asked).toHaveLength(16)
  expect(asked[0]).toHaveLength(27)
  expect(asked.at(-1)!.length).toBeLessThan(10)
})
