import { expect, test } from 'vitest'
import { commandWords } from '../../../renderer/app/words.ts'
import { fuzzy } from '../../../renderer/palette/fuzzy.ts'

const best = (typed: string, names: readonly string[]) =>
  [...names].filter((name) => fuzzy(name, typed) !== undefined).sort((a, b) => fuzzy(b, typed)! - fuzzy(a, typed)!)[0]

test('needs every letter, in order', () => {
  expect(fuzzy('Archive', 'rav')).toBeUndefined()
  expect(fuzzy('Archive', 'acv')).toBeDefined()
})

test('prefers the beginnings of words', () => {
  expect(best('gi', ['Going nowhere', 'Go to Inbox', 'Imaging'])).toBe('Go to Inbox')
})

test('prefers letters that stand together', () => {
  expect(best('arch', ['Search', 'Archive', 'A rather chilly hour'])).toBe('Archive')
})

test('does not mind accents and case', () => {
  expect(fuzzy('Fähre nach Norderney', 'fahre')).toBeDefined()
})

test('every command is found by its own name, and stands first then', () => {
  const names = Object.values(commandWords)
  for (const name of names) {
    const scores = names.map((other) => fuzzy(other, name) ?? -Infinity)
    expect(Math.max(...scores), name).toBe(fuzzy(name, name))
  }
})
