import { expect, onTestFinished, test } from 'vitest'
import { speak } from '../../../preload/language.ts'
import { longDate, relativeDay, shortDate, shortMonth } from '../../../renderer/ui/dates.ts'

test('writes a stated date as its page wrote it, whatever our own time zone', () => {
  expect(longDate('2026-03-14')).toBe('14 March 2026')
  expect(longDate('2026-03-14T23:30:00+14:00')).toBe('14 March 2026')
})

test('leaves out the year when it is this one', () => {
  const now = new Date(2026, 10, 22)
  expect(shortDate('2026-03-14', now)).toBe('14 Mar')
  expect(shortDate('2025-03-14', now)).toBe('14 Mar 2025')
})

test('says today and yesterday by the day, not by the hour', () => {
  const now = new Date(2026, 10, 22, 0, 30)
  expect(relativeDay(new Date(2026, 10, 22, 0, 10).toISOString(), now)).toBe('today')
  expect(relativeDay(new Date(2026, 10, 21, 23, 50).toISOString(), now)).toBe('yesterday')
  expect(relativeDay(new Date(2026, 10, 20, 12).toISOString(), now)).toBe('on 20 November 2026')
})

test('says nothing of what is no date', () => {
  expect(longDate('spring')).toBe('')
})

test('writes each date in the language that is spoken then', () => {
  onTestFinished(() => speak('en'))
  const written = () => [longDate('2026-03-14'), shortDate('2025-10-02'), shortMonth(3)]
  expect(written()).toEqual(['14 March 2026', '2 Oct 2025', 'Mar'])
  speak('de')
  expect(written()).toEqual(['14. März 2026', '2. Okt. 2025', 'Mär'])
})
