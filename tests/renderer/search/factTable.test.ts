import { expect, test } from 'vitest'
import { FactTable } from '../../../renderer/search/factTable.ts'
import { storedFacts } from '../../../renderer/search/gathering.ts'
import { made } from './made.ts'

test('what is added after a start waits for no copy of all that is known', () => {
  const before = new FactTable()
  for (let n = 0; n < 4_000; n++) before.put(facts())
  const { json, bytes } = before.stored()
  const table = new FactTable()
  table.restore(json, (piece, into) => into.set(bytes[piece]!))
  const { columns } = table
  const ids = before.allIds()
  for (let n = 0; n < 100; n++) {
    const added = facts()
    ids.push(added.id)
    table.put(added)
  }
  expect(table.columns).toBe(columns)
  expect(table.allIds()).toEqual(ids)
})

function facts() {
  const { article } = made({})
  return storedFacts(article, { title: article.title, text: '', notes: '', about: '' }, 1, 5)
}
