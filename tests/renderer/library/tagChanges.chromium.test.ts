import { beforeEach, expect, test } from 'vitest'
import { trash } from '../../../renderer/library/acts.ts'
import { article, articleIds } from '../../../renderer/library/articles.ts'
import { catchUp } from '../../../renderer/library/ingest.ts'
import { deleteTags, renameTags } from '../../../renderer/library/tagChanges.ts'
import { tagCounts } from '../../../renderer/library/tags.ts'
import type { FakeVault } from '../../fakes.ts'
import { withVault } from './withVault.ts'

let vault: FakeVault
beforeEach(async () => {
  vault = await withVault()
})

async function keep(...tagsOfEach: readonly (readonly string[])[]): Promise<readonly string[]> {
  const ids = tagsOfEach.map((tags, n) => {
    const url = `https://a.example/${n}`
    const { id } = vault.save({ url, canonicalUrl: url })
    vault.write(tags.map((tag) => ({ act: 'tagged', article: id, tag })))
    return id
  })
  await catchUp()
  return ids
}

const tagsOf = async (id: string | undefined) => (await article(id ?? ''))?.tags
const counts = async () => (await tagCounts()).map(({ tag, count }) => `${tag} ${count}`)

test('a renamed tag takes along what is nested below it, also of articles in the Trash, and nothing that only begins alike', async () => {
  const [a, b, c] = await keep(['cities', 'citiesofold'], ['cities/harbours'], ['cities'])
  await trash([c!])
  await renameTags(['cities'], 'towns', 'Renamed')
  expect(await tagsOf(a)).toEqual(['citiesofold', 'towns'])
  expect(await tagsOf(b)).toEqual(['towns/harbours'])
  expect(await tagsOf(c)).toEqual(['towns'])
  expect(await articleIds({ kind: 'tag', tag: 'cities' })).toEqual([])
})

test('merged tags become one, counted once an article, and one Undo brings each back as it was', async () => {
  const [a, b] = await keep(['harbour', 'harbours'], ['harbours', 'tide'])
  const merged = await renameTags(['harbours'], 'harbour', 'Merged')
  expect(await tagsOf(a)).toEqual(['harbour'])
  expect(await counts()).toEqual(['harbour 2', 'tide 1'])
  expect(merged).toMatchObject({ ok: true, value: { words: 'Merged' } })
  if (merged.ok) await merged.value.undo?.()
  expect(await tagsOf(a)).toEqual(['harbour', 'harbours'])
  expect(await tagsOf(b)).toEqual(['harbours', 'tide'])
})

test('deleting several tags deletes no article, and can be taken back', async () => {
  const [a, b] = await keep(['x/y', 'keep'], ['z'])
  const deleted = await deleteTags(['x', 'z'], 'Deleted')
  expect([await tagsOf(a), await tagsOf(b)]).toEqual([['keep'], []])
  expect(await articleIds({ kind: 'all' })).toHaveLength(2)
  if (deleted.ok) await deleted.value.undo?.()
  expect(await counts()).toEqual(['keep 1', 'x 1', 'x/y 1', 'z 1'])
})

test('a tag can be nested below itself', async () => {
  const [a] = await keep(['cities', 'cities/harbours'])
  await renameTags(['cities'], 'places/cities', 'Renamed')
  expect(await tagsOf(a)).toEqual(['places/cities', 'places/cities/harbours'])
})

test('a tag renamed to what lies below it already is not lost there, and Undo brings both back', async () => {
  const [a] = await keep(['cities', 'cities/north'])
  const renamed = await renameTags(['cities'], 'cities/north', 'Renamed')
  expect(await tagsOf(a)).toEqual(['cities/north', 'cities/north/north'])
  if (renamed.ok) await renamed.value.undo?.()
  expect(await tagsOf(a)).toEqual(['cities', 'cities/north'])
})
