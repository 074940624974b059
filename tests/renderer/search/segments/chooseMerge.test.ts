import { expect, test } from 'vitest'
import { chooseMerge } from '../../../../renderer/search/segments/chooseMerge.ts'

test('few parts are left of many articles added one by one, and each is written anew a dozen times at most', () => {
  let parts = [partOf(40_000), partOf(4_000)]
  const added = 5_000
  let written = 0
  let most = 0
  for (let n = 0; n < added; n++) {
    parts = [...parts, partOf(1)]
    for (let some = chooseMerge(parts, true); some; some = chooseMerge(parts, true)) {
      const chosen = some
      const size = chosen.reduce((sum, { slots }) => sum + slots.length, 0)
      parts = [...parts.filter((part) => !chosen.includes(part)), partOf(size)]
      written += size
    }
    most = Math.max(most, parts.length)
  }
  expect(most).toBeLessThanOrEqual(18)
  expect(written / added).toBeLessThanOrEqual(12)
})

test('a library that was just taken in becomes a single part, the small ones first', () => {
  const sizes = [1_000, 2_000, 4_000, 40_000, 40_000, 5_000, 5_000, 3_000]
  expect(chooseMerge(sizes.map(partOf), false)).toBeUndefined()
  const sizesOf = (parts: readonly { slots: Uint32Array }[] | undefined) => parts?.map(({ slots }) => slots.length)
  expect(sizesOf(chooseMerge(sizes.map(partOf), true))).toEqual([1_000, 2_000, 3_000, 4_000, 5_000, 5_000])
  const after = [partOf(40_000), partOf(40_000), partOf(20_000)]
  expect(sizesOf(chooseMerge(after, true))).toEqual([40_000, 40_000, 20_000])
  expect(chooseMerge([partOf(100_000)], true)).toBeUndefined()
})

test('what is small beside the largest part, or small at all, does not make it be written anew', () => {
  expect(chooseMerge([partOf(100_000), partOf(24_000)], true)).toBeUndefined()
  expect(chooseMerge([partOf(100), partOf(90)], true)).toBeUndefined()
})

test('a part of which much was removed is written anew alone', () => {
  const worn = { slots: new Uint32Array(1_000), goneCount: 400 }
  expect(chooseMerge([partOf(20_000), worn], true)).toEqual([worn])
})

function partOf(articles: number) {
  return { slots: new Uint32Array(articles), goneCount: 0 }
}
