import { expect, it } from 'vitest'
import { ownWords } from '../../../main/cli/ownWords.ts'

it('takes away what the starter has put before the words', () => {
  expect(ownWords(['--log-level=3', '--', 'save', '--', '-x'])).toEqual(['save', '--', '-x'])
})

it('keeps the dashes of the desktop entry, which are for us', () => {
  expect(ownWords(['--log-level=3', '--', '--', 'offprint://save?url=x'])).toEqual(['--', 'offprint://save?url=x'])
})

it('keeps every word when the program was started without the starter', () => {
  expect(ownWords(['save', '--', '-x'])).toEqual(['save', '--', '-x'])
  expect(ownWords(['--', 'offprint://save?url=x'])).toEqual(['--', 'offprint://save?url=x'])
  expect(ownWords([])).toEqual([])
})

it('takes away what a driver has put before the starter as well', () => {
  expect(ownWords(['--inspect=0', '--remote-debugging-port=0', '--log-level=3', '--', 'list'])).toEqual(['list'])
})
