import { expect, test } from 'vitest'
import { spelled } from '../../../renderer/list/spelled.ts'

test('puts another word where a word stands, as it was written there, and leaves all else', () => {
  expect(spelled('tag:x Recieve the (pilots', 'recieve', 'receive')).toBe('tag:x receive the (pilots')
  expect(spelled('Hárbuor "hárbuor"', 'harbuor', 'harbour')).toBe('harbour "hárbuor"')
  expect(spelled('lamp', 'harbuor', 'harbour')).toBe('lamp')
})
