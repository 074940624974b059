import { expect, it } from 'vitest'
import { readOn, type Part } from '../../../main/capture/readOn.ts'
import type { KeptResources } from '../../../main/capture/resources.ts'
import { failed, ok, type Result } from '../../../preload/failure.ts'

const address = (n: number) => `https://s.example/story?page=${n}`
const kept = (n: number): KeptResources => ({
  html: `<html><body>Part ${n}</body></html>`,
  blobs: [],
  tooLarge: 0,
  leftOut: 0,
})
const part = (n: number): Part => ({ url: address(n), next: address(n + 1), resources: kept(n) })
const numberOf = (url: string) => Number(new URL(url).searchParams.get('page'))
const follow = (open: (n: number) => Result<Part>, now?: () => number) => {
  const asked: number[] = []
  const joined = readOn(
    part(1),
    async (url) => {
      asked.push(numberOf(url))
      return open(numberOf(url))
    },
    new AbortController().signal,
    now,
  )
  return joined.then((whole) => ({
    ...whole,
    asked,
    parts: whole.resources.html.match(/data-offprint-part=/g)?.length,
  }))
}

it('stops after thirty pages, and says that there are more', async () => {
  const { asked, parts, shortcomings } = await follow((n) => ok(part(n)))
  expect(asked).toEqual(Array.from({ length: 29 }, (_, n) => n + 2))
  expect(parts).toBe(29)
  expect(shortcomings).toEqual([{ code: 'more-pages', kept: 30 }])
})

it('stops after five minutes, and says that there are more', async () => {
  let minutes = 0
  const { asked, shortcomings } = await follow(
    (n) => ok(part(n)),
    () => minutes++ * 60_000,
  )
  expect(asked).toEqual([2, 3, 4, 5, 6])
  expect(shortcomings).toEqual([{ code: 'more-pages', kept: 6 }])
})

it('keeps what it has where a page is missing, and says which', async () => {
  const { parts, shortcomings } = await follow((n) => (n < 4 ? ok(part(n)) : failed({ code: 'empty-page' })))
  expect(parts).toBe(2)
  expect(shortcomings).toEqual([{ code: 'page-missing', page: 4 }])
})

it('ends where it is led back to a page that it has', async () => {
  const { parts, shortcomings } = await follow((n) => ok(n < 3 ? part(n) : { ...part(n), url: address(1) }))
  expect(parts).toBe(1)
  expect(shortcomings).toEqual([])
})
