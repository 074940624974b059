import { describe, expect, it } from 'vitest'
import { isAtLeastAsGood, type Worth } from '../../preload/worth.ts'

describe('isAtLeastAsGood', () => {
  const whole: Worth = { verdict: 'complete', words: 1_000, images: 4 }
  it.each<[string, Worth, Worth, boolean]>([
    ['the same again', whole, whole, true],
    ['a longer text', { ...whole, words: 1_400 }, whole, true],
    ['a text cut a little by its editors', { ...whole, words: 900 }, whole, true],
    ['half of the text', { ...whole, words: 500 }, whole, false],
    ['an error page', { verdict: 'error', words: 1_200 }, whole, false],
    ['a wall', { verdict: 'wall', words: 120 }, whole, false],
    ['a wall in the place of a longer wall', { verdict: 'wall', words: 120 }, { verdict: 'wall', words: 300 }, false],
    ['a wall in the place of an error', { verdict: 'wall', words: 120 }, { verdict: 'error', words: 10 }, true],
    ['the text behind a wall', whole, { verdict: 'wall', words: 120 }, true],
    ['the same text with pictures missing', { verdict: 'partial', words: 1_000, images: 2 }, whole, false],
    ['more text with as many pictures, some missing', { verdict: 'partial', words: 1_300, images: 4 }, whole, true],
    ['the missing pictures', whole, { verdict: 'partial', words: 1_000, images: 2 }, true],
    ['an article where there was none', whole, { verdict: 'not-article', words: 20 }, true],
    ['a longer page without an article', { verdict: 'not-article', words: 3_000, images: 30 }, whole, false],
    ['no article where there was one', { verdict: 'not-article', words: 30 }, whole, false],
  ])('%s', (_what, next, before, answer) => expect(isAtLeastAsGood(next, before)).toBe(answer))
})
