import { describe, expect, test } from 'vitest'
import { statedDate } from '../../../preload/article.ts'
import { machineDate, writtenDate } from '../../../renderer/extract/dates.ts'

describe('a date for machines', () => {
  test.each([
    ['2024-03-09T07:30:00+00:00', '2024-03-09T07:30:00+00:00'],
    ['2024-03-09T07:30:00.000Z', '2024-03-09T07:30:00Z'],
    ['2024-03-09 07:30', '2024-03-09T07:30:00'],
    ['2024-03-09 07:30:05 -0330', '2024-03-09T07:30:05-03:30'],
    ['2024-03-09T07:30:00+01', '2024-03-09T07:30:00+01:00'],
    ['2024-3-9', '2024-03-09'],
    ['2019/11/05', '2019-11-05'],
    ['20240309', '2024-03-09'],
    ['Sat, 09 Mar 2024 07:30:00 GMT', '2024-03-09T07:30:00Z'],
    ['1709969400', '2024-03-09T07:30:00Z'],
    ['1709969400000', '2024-03-09T07:30:00Z'],
  ])('%j is %j', (value, expected) => {
    const date = machineDate(value) ?? writtenDate(value, 'en')
    expect(date).toBe(expected)
    expect(statedDate.safeParse(date).success).toBe(true)
  })

  test.each(['', 'yesterday', '2024-13-01', '2024-02-30', '0000-00-00', '9999-12-31', '12:30', '2024'])(
    '%j is none',
    (value) => {
      expect(machineDate(value)).toBeUndefined()
    },
  )
})

describe('a date for people', () => {
  test.each([
    ['Published 9 March 2024', 'en', '2024-03-09'],
    ['March 9th, 2024 at noon', 'en', '2024-03-09'],
    ['Dec 04, 2025', 'en', '2025-12-04'],
    ['3 กุมภาพันธ์ 2569 เวลา 09.15 น.', 'th', '2026-02-03'],
    ['٣ فبراير ٢٠٢٦', 'ar', '2026-02-03'],
    ['३ फ़रवरी २०२६', 'hi', '2026-02-03'],
    ['Wed Mar  9 14:02:55 CET 2024', 'de', '2024-03-09'],
    ['Sat Mar 9 14:02:55 2024', 'en', '2024-03-09'],
    ['Sept. 4, 2021', 'en', '2021-09-04'],
    ['9. März 2024', 'de', '2024-03-09'],
    ['9 de marzo de 2024', 'es', '2024-03-09'],
    ['le 1er août 2023', 'fr', '2023-08-01'],
    ['9 марта 2024', 'ru', '2024-03-09'],
    ['2020年6月21日', 'ja', '2020-06-21'],
    ['2020년 6월 21일', 'ko', '2020-06-21'],
    ['13/4/2021', 'en', '2021-04-13'],
    ['4/13/2021', 'en', '2021-04-13'],
    ['3.4.2021', 'de', '2021-04-03'],
    ['9 March 2024', 'no such language', '2024-03-09'],
  ])('%j in %s is %s', (text, lang, expected) => {
    expect(writtenDate(text, lang)).toBe(expected)
  })

  test('a day that could be two is none', () => {
    expect(writtenDate('3/4/2021', 'en')).toBeUndefined()
  })

  test.each(['in May 2020', '31 February 2020', 'chapter 12 of 2020', ''])('%j is none', (text) => {
    expect(writtenDate(text, 'en')).toBeUndefined()
  })
})
