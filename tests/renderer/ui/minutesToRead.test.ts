import { afterEach, expect, it } from 'vitest'
import { speak } from '../../../preload/language.ts'
import { minutesToRead } from '../../../renderer/ui/minutesToRead.ts'

afterEach(() => speak('en'))

it('says how long a text takes in minutes, and what takes two hours or more in hours too', () => {
  expect([0, 10, 2_070, 119 * 230].map(minutesToRead)).toEqual([undefined, '1 min', '9 min', '119 min'])
  expect([120, 150, 870].map((minutes) => minutesToRead(minutes * 230))).toEqual(['2 h', '2 h 30 min', '14 h 30 min'])
  speak('de')
  expect(minutesToRead(870 * 230)).toBe('14 Std. 30 Min.')
})
