// What is drawn of a list that is scrolled faster than its rows can be read.
import { beforeEach, expect, test } from 'vitest'
import type { Article } from '../../../preload/article.ts'
import { articleIds, articlesByIds } from '../../../renderer/library/articles.ts'
import { catchUp } from '../../../renderer/library/ingest.ts'
import { createRowReader } from '../../../renderer/list/rowReader.ts'
import { until } from '../../until.ts'
import { withVault } from '../library/withVault.ts'

let ids: readonly string[]

beforeEach(async () => {
  const vault = await withVault()
  for (let n = 0; n < 200; n += 1) vault.save({ url: `https://a.example/${n}`, canonicalUrl: `https://a.example/${n}` })
  await catchUp()
  ids = await articleIds({ kind: 'inbox' })
})

test('whoever gets ahead of the reading sees the rows of the screen before, though nothing had to be read for them', async () => {
  const reader = createRowReader([])
  let known: ReadonlySet<string> = new Set()
  reader.start((articles) => void (known = new Set(articles.keys())))
  reader.want(ids, { from: 0, to: 9 })
  await until(() => expect(ids.slice(0, 40).every((id) => known.has(id))).toBe(true))
  reader.want(ids, { from: 8, to: 17 })
  reader.want(ids, { from: 150, to: 159 })
  expect(reader.whole()).toEqual({ from: 8, to: 17 })
})

test('the rows on the screen do not wait for the answer about those that were on it a moment ago', async () => {
  const { get } = IDBObjectStore.prototype
  let askedBeforeAnAnswer = 0
  let isAnswered = false
  IDBObjectStore.prototype.get = function (key) {
    const request = get.call(this, key)
    if (!isAnswered) askedBeforeAnAnswer += 1
    request.addEventListener('success', () => (isAnswered = true))
    return request
  }
  try {
    const reader = createRowReader([])
    let known: ReadonlySet<string> = new Set()
    reader.start((articles) => void (known = new Set(articles.keys())))
    reader.want(ids, { from: 0, to: 9 })
    reader.want(ids, { from: 100, to: 109 })
    await until(() => expect(ids.slice(100, 110).every((id) => known.has(id))).toBe(true))
    expect(askedBeforeAnAnswer).toBe(20)
  } finally {
    IDBObjectStore.prototype.get = get
  }
})

test('an article that came with the list is not read again, nor does it take the place of one that is known', async () => {
  const [first, second] = await articlesByIds(ids.slice(0, 2))
  if (!first || !second) throw new Error('They are not there.')
  const reader = createRowReader([first])
  let known: ReadonlyMap<string, Article> = new Map()
  reader.start((articles) => void (known = articles))
  reader.give([{ ...first, title: 'As it was before' }, second])
  expect(known.get(second.id)).toBe(second)
  expect(known.get(first.id) ?? first).toBe(first)
  reader.want(ids.slice(0, 2), { from: 0, to: 1 })
  expect(reader.whole()).toEqual({ from: 0, to: 1 })
})
