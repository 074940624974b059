import { expect, test } from 'vitest'
import { directionOf } from '../../../renderer/ui/directionOf.ts'

test.each([
  ['Harbour town votes', 'ltr'],
  ['雨の日だけ開く本屋', 'ltr'],
  ['مكتبة القرية', 'rtl'],
  ['ספריית הכפר', 'rtl'],
  ['« 12: مكتبة » in English', 'rtl'],
  ['𞤀𞤣𞤤𞤢𞤥', 'rtl'],
  ['2026, Ελλάδα', 'ltr'],
  ['1984', undefined],
  ['', undefined],
])('the direction of “%s” is %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction)
})
