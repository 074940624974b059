import { expect, test } from 'vitest'
import { paragraphs } from '../../../../renderer/extract/text.ts'
import { placeIn, rangesOf } from '../../../../renderer/reader/highlights/textRanges.ts'

test('what is chosen in a listing of twenty thousand coloured words is known within a second', () => {
  const root = document.createElement('div')
  const listing = document.createElement('pre')
  for (let n = 0; n < 20_000; n += 1) {
    listing.append(
      Object.assign(document.createElement('span'), { textContent: `word${n}` }),
      n % 10 === 0 ? '\n' : ' ',
    )
  }
  root.append(listing)
  const found = paragraphs(root)
  const range = document.createRange()
  range.setStart(listing.children[9_000]!.firstChild!, 4)
  range.setEnd(listing.children[9_100]!.firstChild!, 4)
  const began = performance.now()
  const place = placeIn(found, range)!
  expect(String(rangesOf(found, place)[0])).toBe(String(range))
  expect(performance.now() - began).toBeLessThan(1_000)
})
