// A disk that is nearly full, and the Trash that is emptied because of it.
import { beforeAll, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { articleIds } from '../../../renderer/library/articles.ts'
import { emptyTrash } from '../../../renderer/app/articleCommands.ts'
import { trash } from '../../../renderer/library/acts.ts'
import type { FakeVault } from '../../fakes.ts'
import { mountWindow } from './mountWindow.ts'
import { until } from '../../until.ts'

let vault: FakeVault
let ids: readonly string[]
beforeAll(async () => {
  const mounted = await mountWindow({ handlers: { 'vault.space': () => ({ state: 'low' }) } })
  vault = mounted.vault
  ids = mounted.ids
})

test('a disk that is nearly full is said above the panes; the Trash is emptied from there, after a question, and its files go', async () => {
  await trash(ids.slice(0, 2))
  await expect.element(page.getByText(/^The disk is nearly full\./)).toBeInTheDocument()
  await page.getByRole('button', { name: 'Empty the Trash' }).click()
  const dialog = page.getByRole('dialog')
  await expect.element(dialog).toHaveTextContent('Delete 2 articles for good?')
  expect(vault.acts.some(({ act }) => act === 'purged')).toBe(false)
  await dialog.getByRole('button', { name: 'Empty the Trash' }).click()
  await until(async () => expect(await articleIds({ kind: 'trash' })).toEqual([]))
  expect(vault.acts.filter(({ act }) => act === 'purged')).toHaveLength(2)
  await until(() => expect(vault.calls.some(({ name }) => name === 'vault.sweep')).toBe(true))
  expect(await articleIds({ kind: 'all' })).toHaveLength(28)
})

test('an article that was saved anew in the moment the Trash is emptied is not among those deleted', async () => {
  const [anew, going] = ids.slice(2, 4) as [string, string]
  await trash([anew, going])
  vault.write([{ act: 'restored', article: anew }])
  await emptyTrash()
  expect(vault.acts.filter(({ act }) => act === 'purged').at(-1)).toMatchObject({ article: going })
  expect(vault.acts.some((act) => act.act === 'purged' && act.article === anew)).toBe(false)
})
