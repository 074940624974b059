import { expect, test } from 'vitest'
import { systemTextScale } from '../../../renderer/app/textScale.ts'

test('the size of text is asked for where the system leaves it to the page, and leaves nothing behind', () => {
  const before = document.body.childElementCount
  // The engine that the tests run in has no other wish than the usual size.
  expect(systemTextScale('win32')).toBe(1)
  expect(systemTextScale('linux')).toBeUndefined()
  expect(systemTextScale('darwin')).toBeUndefined()
  expect(document.body.childElementCount).toBe(before)
})
