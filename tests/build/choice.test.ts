import { expect, test } from 'vitest'
import { choiceOf } from '../../build/test.ts'

test('runs every kind of test unless told otherwise', () => {
  expect(choiceOf([])).toEqual({ kinds: ['node', 'chromium', 'e2e'], soak: false, files: [] })
})

test('takes one kind, long rounds and files', () => {
  expect(choiceOf(['--only', 'e2e', '--soak', 'save'])).toEqual({ kinds: ['e2e'], soak: true, files: ['save'] })
})

test('refuses what it does not know', () => {
  expect(() => choiceOf(['--only', 'all'])).toThrow()
  expect(() => choiceOf(['--fast'])).toThrow()
})
