// The keeper of the index in the page itself, where no private files are: its index lies in memory.
import { afterEach, expect, test, vi } from 'vitest'
import { database } from '../../../renderer/library/database.ts'
import { catchUp } from '../../../renderer/library/ingest.ts'
import { keepIndex } from '../../../renderer/search/keepIndex.ts'
import { SearchIndex } from '../../../renderer/search/searchIndex.ts'
import { NotWritten } from '../../../renderer/search/segments/store.ts'
import { withVault } from '../library/withVault.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

test('an article that is kept while the library is compared with the index stays in it', async () => {
  const vault = await withVault()
  vault.save({ html: '<p>A lamp.</p>' })
  await catchUp()
  let id = ''
  let known = Promise.resolve()
  const { toCollection } = database.articles
  vi.spyOn(database.articles, 'toCollection').mockImplementationOnce(() => {
    const all = toCollection.call(database.articles)
    const primaryKeys = all.primaryKeys.bind(all)
    all.primaryKeys = (async () => {
      const read = await primaryKeys()
      id = vault.save({ html: '<p>A rope.</p>' }).id
      await catchUp()
      known = keeper.changed([id])
      return read
    }) as typeof all.primaryKeys
    return all
  })
  const filled = vi.fn()
  const keeper = keepIndex({ onFilling: () => undefined, onFilled: filled })
  await expect.poll(() => filled.mock.calls.length).toBe(1)
  await known
  expect((await keeper.index()).has(id)).toBe(true)
})

test('a disk without room to merge on does not have the index made anew', async () => {
  const vault = await withVault()
  const { id } = vault.save({ html: '<p>A lamp.</p>' })
  await catchUp()
  const work = vi.spyOn(SearchIndex.prototype, 'work').mockRejectedValue(new NotWritten('as a test has it'))
  const clear = vi.spyOn(SearchIndex.prototype, 'clear')
  vi.spyOn(console, 'error').mockReturnValue(undefined)
  const keeper = keepIndex({ onFilling: () => undefined, onFilled: () => undefined })
  await expect.poll(() => work.mock.calls.length).toBe(1)
  await keeper.changed([id])
  await keeper.changed([id])
  expect(work).toHaveBeenCalledTimes(1)
  expect(clear).not.toHaveBeenCalled()
})

test('articles that there is no room for are not said to be in the index, and a later change is taken in all the same', async () => {
  const vault = await withVault()
  vault.save({ html: '<p>A lamp.</p>' })
  await catchUp()
  vi.spyOn(SearchIndex.prototype, 'seal').mockRejectedValueOnce(new NotWritten('as a test has it'))
  const refused = vi.spyOn(console, 'error').mockReturnValue(undefined)
  const filled = vi.fn()
  const keeper = keepIndex({ onFilling: () => undefined, onFilled: filled })
  await expect.poll(() => refused.mock.calls.length).toBe(1)
  const { id } = vault.save({ html: '<p>A rope.</p>' })
  await catchUp()
  await keeper.changed([id])
  const index = await keeper.index()
  expect(index.isComplete).toBe(false)
  expect(index.has(id)).toBe(true)
  expect(filled).not.toHaveBeenCalled()
})
