import { expect, test } from 'vitest'
import { isPostAddress } from '../../../renderer/extract/postAddress.ts'

test.each([
  ['https://a.example/blog/why-the-tide-comes-in-twice', true],
  ['https://a.example/en/blogs/news/why-the-tide-comes?ref=1-2-3-4', true],
  ['https://a.example/news/2026/05/why-the-tide-comes-in/', true],
  ['https://a.example/blog/', false],
  ['https://a.example/blog/tides', false],
  ['https://a.example/blog/page-2', false],
  ['https://a.example/products/oak-desk-with-a-shelf', false],
  ['https://blog.example/why-the-tide-comes-in-twice', false],
  ['no address', false],
])('%s is the address of a post: %s', (url, is) => {
  expect(isPostAddress(url)).toBe(is)
})
