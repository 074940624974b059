// Questions while the index changes.
import { beforeEach, expect, test } from 'vitest'
import { catchUp } from '../../../renderer/library/ingest.ts'
import { answerQuestion } from '../../../renderer/search/answerQuestion.ts'
import type { SearchAnswer } from '../../../renderer/search/messages.ts'
import { SearchIndex } from '../../../renderer/search/searchIndex.ts'
import { memoryStore } from '../../../renderer/search/segments/store.ts'
import type { FakeVault } from '../../fakes.ts'
import { withVault } from '../library/withVault.ts'
import { made } from './made.ts'

let vault: FakeVault
const options = { limit: 10, offset: 0, typing: false, articles: false }

beforeEach(async () => {
  vault = await withVault()
})

test('lists by title only what matches, also when another article takes the place of one that matched meanwhile', async () => {
  const lamp = vault.save({ title: 'A', html: '<p>A lamp.</p>' })
  const rope = vault.save({ title: 'B', html: '<p>A rope.</p>' })
  await catchUp()
  const index = await SearchIndex.open(memoryStore())
  await index.put([made({ id: lamp.id, text: 'a lamp' })])
  const asked = answerQuestion(index, { kind: 'search', query: 'lamp sort:title', options }, () => true)
  await index.remove([lamp.id])
  await index.put([made({ id: rope.id, text: 'a rope' })])
  const answer = await asked
  if (!answer.ok) throw new Error()
  expect((answer.value as SearchAnswer).hits.map(({ id }) => id)).not.toContain(rope.id) // it was asked for that
})

test('lists by title nothing of an index that was emptied meanwhile', async () => {
  const { id } = vault.save({ title: 'A', html: '<p>A lamp.</p>' })
  await catchUp()
  const index = await SearchIndex.open(memoryStore())
  await index.put([made({ id, text: 'a lamp' })])
  const asked = answerQuestion(index, { kind: 'search', query: 'lamp sort:title', options }, () => true)
  await index.clear()
  expect(await asked).toMatchObject({ ok: true, value: { total: 0, hits: [] } })
})

test('gives the articles of what is found to who asks for them, those of another spelling last', async () => {
  const lamp = vault.save({ title: 'A lantern', html: '<p>A lantern.</p>' })
  await catchUp()
  const index = await SearchIndex.open(memoryStore())
  await index.put([made({ id: lamp.id, text: 'a lantern' })])
  const articlesFor = async (query: string, articles: boolean) => {
    const answer = await answerQuestion(index, { kind: 'search', query, options: { ...options, articles } }, () => true)
    return answer.ok ? (answer.value as SearchAnswer).articles.map(({ title }) => title) : []
  }
  expect(await articlesFor('lantern', true)).toEqual(['A lantern'])
  expect(await articlesFor('lantren', true)).toEqual(['A lantern'])
  expect(await articlesFor('lantern', false)).toEqual([])
})
