import { expect, test } from 'vitest'
import { similarTags } from '../../../renderer/library/similarTags.ts'
import { tidyTag } from '../../../preload/tidyTag.ts'

const alike = (...tags: string[]) =>
  similarTags(tags.map((tag, index) => ({ tag, count: 100 - index }))).map(({ keep, other }) => `${other} > ${keep}`)

test('capitals, accents, hyphens, plurals and slips of the finger are the same tag in two writings; the rarer goes into the other', () => {
  expect(alike('harbour', 'Harbours')).toEqual(['Harbours > harbour'])
  expect(alike('to-read', 'toread')).toEqual(['toread > to-read'])
  expect(alike('café', 'cafe')).toEqual(['cafe > café'])
  expect(alike('fishing', 'fisching')).toEqual(['fisching > fishing'])
  expect(alike('photography', 'photogarphy')).toEqual(['photogarphy > photography'])
})

test('short words, other numbers and nested tags are told apart', () => {
  expect(alike('cat', 'car')).toEqual([])
  expect(alike('volume-11', 'volume-12')).toEqual([])
  expect(alike('cities', 'cities/harbours')).toEqual([])
  expect(alike('history', 'mystery')).toEqual([])
})

test('a tag is offered in one pair only', () => {
  expect(alike('harbour', 'harbours', 'Harbour')).toEqual(['harbours > harbour', 'Harbour > harbour'])
})

test('a tag is tidied as it is written: no empty parts, no spaces around them', () => {
  expect(tidyTag(' cities / harbours/ ')).toBe('cities/harbours')
  expect(tidyTag('old   maps')).toBe('old maps')
  expect(tidyTag(' / ')).toBeUndefined()
  expect(tidyTag('x'.repeat(101))).toBeUndefined()
})
