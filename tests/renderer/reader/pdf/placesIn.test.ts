import { expect, it } from 'vitest'
import { placesIn } from '../../../../renderer/reader/pdf/placesIn.ts'

it('finds words across the pieces of a line and the ends of lines, whatever their case and accents', () => {
  const pieces = ['The Har', 'bour ', 're', 'port', 'ÉTÉ in the har', 'bour']
  const whole = pieces.join('')
  const found = (text: string) => placesIn(pieces, text).map(({ start, end }) => whole.slice(start, end))
  expect(found('harbour')).toEqual(['Harbour', 'harbour'])
  expect(found(' harbour  report')).toEqual(['Harbour report'])
  expect(found('été')).toEqual(['ÉTÉ'])
  expect(found('lighthouse')).toEqual([])
  expect(found('  ')).toEqual([])
})

it('finds a ligature by its letters', () => {
  expect(placesIn(['the ﬁsh'], 'fish')).toEqual([{ start: 4, end: 7 }])
})
