import { beforeEach, expect, test } from 'vitest'
import { articleIds } from '../../../renderer/library/articles.ts'
import { database, openDatabase } from '../../../renderer/library/database.ts'
import { catchUp } from '../../../renderer/library/ingest.ts'
import { isWhole } from '../../../renderer/library/isWhole.ts'
import { openLibrary } from '../../../renderer/library/openLibrary.ts'
import type { FakeVault } from '../../fakes.ts'
import { vaultId, withVault } from './withVault.ts'

let vault: FakeVault
let ids: string[]

beforeEach(async () => {
  vault = await withVault()
  ids = [vault.save({}).id, vault.save({}).id]
  await catchUp()
})

test('is there again as it was left', async () => {
  database.close({ disableAutoOpen: false })
  expect(await openDatabase(vaultId)).toBe('kept')
  expect(await articleIds({ kind: 'all' })).toEqual([...ids].reverse())
})

test('is emptied for another vault', async () => {
  expect(await openDatabase('01KA0000000000000000000XYZ')).toBe('emptied')
  expect(await articleIds({ kind: 'all' })).toEqual([])
})

test('is emptied when it was derived in another way', async () => {
  await database.meta.put({ key: 'format', value: 0 })
  expect(await openDatabase(vaultId)).toBe('emptied')
})

test.each(['articles', 'texts', 'bodies', 'records', 'states'])(
  'is made anew when a row of its %s has gone without a word',
  async (table) => {
    await database.table(table).delete(ids[0]!)
    const opened = await openLibrary()
    expect(opened.ok && (await opened.value.filled)).toMatchObject({ ok: true, value: { remade: 2 } })
    expect(await articleIds({ kind: 'all' })).toEqual([...ids].reverse())
  },
)

test('of a large library a start looks at a part: what has gone from a later one is found by a later start', async () => {
  const more = Array.from({ length: 1_100 }, (_, n) => vault.save({ title: `Page ${n}` }).id)
  await catchUp()
  await database.articles.delete(more.at(-1)!)
  expect(await isWhole()).toBe(true)
  expect(await isWhole()).toBe(false)
})

test('is whole with an article that others are folded into', async () => {
  for (const n of [1, 2]) vault.save({ url: `https://a.example/?from=${n}`, canonicalUrl: 'https://a.example/' })
  await catchUp()
  expect(await articleIds({ kind: 'all' })).toHaveLength(3)
  expect(await isWhole()).toBe(true)
})

test('is made anew when a newer release has written it', async () => {
  database.close({ disableAutoOpen: false })
  await raw(9_999)
  expect(await openDatabase(vaultId)).toBe('emptied')
  expect(await articleIds({ kind: 'all' })).toEqual([])
})

test('says nothing of a first start, when only the welcome article is there', async () => {
  vault = await withVault()
  await database.meta.clear()
  vault.save({ title: 'Welcome' })
  const opened = await openLibrary()
  const filled = opened.ok ? await opened.value.filled : opened
  expect(filled).toMatchObject({ ok: true, value: { changed: { length: 1 } } })
  expect(filled.ok && 'remade' in filled.value).toBe(false)
})

test('says that another window holds an older one, and opens when it lets go', async () => {
  database.close({ disableAutoOpen: false })
  await database.delete({ disableAutoOpen: false })
  database.close({ disableAutoOpen: false })
  const other = await raw(5)
  const opening = new Promise<string>((resolve, reject) => {
    const onBlocked = () => {
      other.close()
      resolve('blocked')
    }
    openDatabase(vaultId, { onBlocked }).catch(reject)
  })
  expect(await opening).toBe('blocked')
  await database.open()
  expect(database.isOpen()).toBe(true)
})

test('lets go when another window wants to upgrade, and says so', async () => {
  const closed = new Promise((resolve) => {
    void openDatabase(vaultId, { onClosed: () => resolve('closed') })
  })
  await openDatabase(vaultId)
  const other = raw(9_999)
  expect(await closed).toBe('closed')
  ;(await other).close()
  await openDatabase(vaultId)
})

/** As another program would open it: it does not let go by itself. */
function raw(version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('offprint', version)
    request.onsuccess = () => {
      if (version === 9_999) request.result.close()
      resolve(request.result)
    }
    request.onerror = () => reject(request.error ?? new Error('not opened'))
  })
}
