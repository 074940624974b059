import { beforeEach, expect, test } from 'vitest'
import { moveSearch, removeSearch, savedSearches, saveSearch } from '../../../renderer/library/savedSearches.ts'
import { withVault } from './withVault.ts'

beforeEach(async () => {
  await withVault()
})

const names = async () => (await savedSearches()).map(({ name }) => name)

test('a search is kept, renamed under its own id, removed, and brought back by Undo', async () => {
  await saveSearch({ name: 'Tides', query: 'tide tag:sea' })
  const [kept] = await savedSearches()
  expect(kept).toMatchObject({ name: 'Tides', query: 'tide tag:sea' })
  await saveSearch({ ...kept!, name: 'The sea' })
  expect(await names()).toEqual(['The sea'])
  const removed = await removeSearch(kept!.id)
  expect(await names()).toEqual([])
  if (removed.ok) await removed.value.undo?.()
  expect(await savedSearches()).toEqual([{ ...kept, name: 'The sea' }])
})

test('searches stand by name until they are moved; then as they were moved, new ones last', async () => {
  for (const name of ['B', 'A', 'C']) await saveSearch({ name, query: name })
  expect(await names()).toEqual(['A', 'B', 'C'])
  const moved = await moveSearch((await savedSearches())[2]!.id, -1)
  expect(await names()).toEqual(['A', 'C', 'B'])
  expect(moved).toMatchObject({ value: { words: 'Moved the search' } })
  const back = moved.ok ? await moved.value.undo?.() : undefined
  expect(await names()).toEqual(['A', 'B', 'C'])
  if (back?.ok) await back.value.undo?.()
  expect(await names()).toEqual(['A', 'C', 'B'])
  await saveSearch({ name: 'AA', query: 'aa' })
  expect(await names()).toEqual(['A', 'C', 'B', 'AA'])
})
