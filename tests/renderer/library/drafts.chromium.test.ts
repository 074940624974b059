import { beforeEach, expect, test } from 'vitest'
import { article } from '../../../renderer/library/articles.ts'
import { draftOf, keepAllDrafts, keepDraft, keepNote } from '../../../renderer/library/drafts.ts'
import { catchUp } from '../../../renderer/library/ingest.ts'
import type { FakeVault } from '../../fakes.ts'
import { emptyLibrary, withVault } from './withVault.ts'

let vault: FakeVault
let id: string

beforeEach(async () => {
  vault = await withVault()
  await keepAllDrafts()
  id = vault.save({ title: 'Lanterns' }).id
  await catchUp()
})

test('B3: a note that was being written when the window ended becomes a note, also when the library is made anew', async () => {
  await keepDraft({ article: id }, 'Ask about the o')
  await emptyLibrary()
  await catchUp()
  expect(await keepAllDrafts()).toBe(1)
  expect((await article(id))?.note).toBe('Ask about the o')
  expect(await keepAllDrafts()).toBe(0)
})

test('a draft stays while its note cannot be written, and goes when it is', async () => {
  await keepDraft({ article: id }, 'Oil')
  vault.fail('vault.write', { code: 'disk-full' })
  expect((await keepNote({ article: id }, 'Oil')).ok).toBe(false)
  expect(await draftOf({ article: id })).toBe('Oil')
  vault.fail('vault.write', undefined)
  expect((await keepNote({ article: id }, 'Oil')).ok).toBe(true)
  expect(await draftOf({ article: id })).toBeUndefined()
})

test('what was written on while the note was on its way stays a draft', async () => {
  await keepDraft({ article: id }, 'Oil')
  const kept = keepNote({ article: id }, 'Oil')
  await keepDraft({ article: id }, 'Oil and wicks')
  await kept
  expect(await draftOf({ article: id })).toBe('Oil and wicks')
})
