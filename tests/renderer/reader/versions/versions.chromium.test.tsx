// What a reader sees of the versions of an article: the list with what each is worth, the way to choose one, and two of them compared.
import { afterEach, beforeAll, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { runCommand } from '../../../../renderer/app/commands.ts'
import { closeLayer } from '../../../../renderer/app/layers.ts'
import { selection } from '../../../../renderer/app/selection.ts'
import { hush } from '../../../../renderer/app/toasts.ts'
import { article } from '../../../../renderer/library/articles.ts'
import { catchUp } from '../../../../renderer/library/ingest.ts'
import type { FakeVault } from '../../../fakes.ts'
import { mountWindow } from '../../app/mountWindow.ts'
import { until } from '../../../until.ts'

let vault: FakeVault
const url = 'https://a.example/mill'
const text = (votes: string, more = '') =>
  `<p>The council met in the mill.</p><p>It voted ${votes} to nine to keep the wheel turning.</p>${more}<p>Then everybody went home.</p>`
let first: { id: string; version: string }

beforeAll(async () => {
  vault = (await mountWindow()).vault
  const about = { url, canonicalUrl: url, title: 'The mill' }
  first = vault.save({ ...about, html: text('eleven'), words: 900 })
  vault.save({ ...about, id: first.id, html: text('twelve', '<p>A correction was made.</p>'), words: 910 })
  vault.save({
    ...about,
    id: first.id,
    html: '<p>The council met.</p>',
    words: 120,
    current: false,
    verdict: 'wall',
    reasons: ['This looks like a sign-in wall; 120 of about 900 words are visible.'],
  })
  await catchUp()
  selection.change({ open: first.id, cursor: first.id })
})
afterEach(() => {
  closeLayer()
  hush()
})

const dialog = page.getByRole('dialog')
const entries = () => [...document.querySelectorAll('.version')]

async function openVersions() {
  expect(runCommand('article.versions')).toBe(true)
  await until(() => expect(entries()).toHaveLength(3))
}

test('lists every version, newest first, with what it is worth and why; the better one is shown', async () => {
  await openVersions()
  const [wall, second, oldest] = entries().map((entry) => entry.textContent ?? '')
  expect(wall).toContain('A wall · 120 words')
  expect(wall).toContain('This looks like a sign-in wall; 120 of about 900 words are visible.')
  expect(wall).not.toContain('Shown')
  expect(second).toContain('Shown')
  expect(second).toContain('Complete · 910 words')
  expect(oldest).toContain('900 words')
})

test('a version that is chosen is shown until that is taken back', async () => {
  await openVersions()
  await dialog.getByRole('button', { name: 'Show this version' }).last().click()
  await until(async () => expect((await article(first.id))?.version).toBe(first.version))
  await until(() => expect(entries()[2]?.textContent).toContain('Pinned'))
  await dialog.getByRole('button', { name: 'Show the best one again' }).click()
  await until(async () => expect((await article(first.id))?.version).not.toBe(first.version))
})

test('two versions are compared word by word, with what went and what came', async () => {
  await openVersions()
  await dialog.getByRole('button', { name: 'Compare' }).last().click()
  await until(() => expect(document.querySelector('.comparison-text')).not.toBeNull())
  const marked = (name: 'del' | 'ins') =>
    [...document.querySelectorAll(`.comparison-text ${name}`)].map((one) => one.textContent)
  expect(marked('del')).toEqual(['eleven'])
  expect(marked('ins')).toEqual(['twelve', 'A correction was made.'])
  expect(document.querySelector('.comparison-head')?.textContent).toContain('1 word went, 5 words came.')
})

test('a version whose files are damaged says so and hides no other', async () => {
  vault.damage(first.version)
  await openVersions()
  expect(entries()[2]?.textContent).toContain('The files of this version could not be read.')
  vault.damage(first.version, false)
})
