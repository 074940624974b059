// An address that is saved again: every version is kept, the better one is shown, and the reader may choose another.
import { expect, test } from 'playwright/test'
import { z } from 'zod'
import { html } from '../site/answer.ts'
import { startSite, type Site } from '../site.ts'
import { launchApp, newPlaces, runCli, type CommandEnd, type Places } from './app.ts'
import { articlesOf, folded, jsonLines, shownOf } from './jsonLines.ts'
import { roomOf } from './room.ts'

test.describe.configure({ mode: 'serial' })

let site: Site
let places: Places

test.beforeAll(async () => {
  site = await startSite({
    routes: {
      '/edited': (visit) => html(editedPage(visit.edition)),
      '/half': () => html(halfPage),
    },
  })
  places = await newPlaces()
})
test.afterAll(() => site.close())

const run = (...args: readonly string[]) => runCli(args, { ...places, allowPrivate: site.hosts() })
const line = z.looseObject({ version: z.string(), verdict: z.string(), shown: z.boolean(), pinned: z.boolean() })
const versionsOf = async (id: string) => jsonLines(await run('versions', id, '--json')).map((one) => line.parse(one))
const textOf = async (...args: readonly string[]) =>
  folded(shownOf(await run('show', ...args, '--text', '--json')).text ?? '')

async function saveTwice(path: string): Promise<{ id: string; second: CommandEnd }> {
  const first = await run('save', site.url('a', path), '--json')
  expect(first.code, first.stderr).toBe(0)
  site.revise(path)
  const second = await run('save', site.url('a', path), '--json')
  expect(second.code, second.stderr).toBe(0)
  return { id: articlesOf(first)[0]!.id, second }
}

test('a longer edition takes the place of the shorter one, which stays and can be chosen', async () => {
  const { id } = await saveTwice('/changing/longer')
  const lastSentence = site.truth('/changing/longer').sentences.at(-1)!
  const [latest, oldest, ...none] = await versionsOf(id)
  expect(none).toEqual([])
  expect(latest).toMatchObject({ shown: true, pinned: false, verdict: 'complete' })
  expect(oldest).toMatchObject({ shown: false })
  expect(await textOf(id)).toContain(lastSentence)
  expect(await textOf(id, oldest!.version)).not.toContain(lastSentence)

  const pinned = await run('pin', id, oldest!.version)
  expect(pinned.code, pinned.stderr).toBe(0)
  expect(pinned.stdout).toContain('shown, pinned')
  expect(await textOf(id)).not.toContain(lastSentence)
  await run('pin', id)
  expect(await textOf(id)).toContain(lastSentence)
})

test('a wall never takes the place of the text, and the reader is told', async () => {
  const { id, second } = await saveTwice('/changing/wall')
  expect(second.stderr).toContain('The earlier version is more complete and stays the one shown.')
  expect(second.stderr).toContain('This looks like a sign-in wall')
  const [wall, whole] = await versionsOf(id)
  expect(wall).toMatchObject({ shown: false, verdict: 'wall' })
  expect(whole).toMatchObject({ shown: true, verdict: 'complete' })
  const text = await textOf(id)
  for (const sentence of site.truth('/changing/wall').sentences.slice(0, 3)) expect(text).toContain(sentence)
})

const same =
  'The harbour keeps a book of everything that was found on the beach, with the day, the finder and what was thought of it.'
const editedPage = (edition: 1 | 2) =>
  `<!doctype html><html lang="en"><title>The book of finds</title><article><h1>The book of finds</h1>${`<p>${same}</p>`.repeat(4)}
<p>On Tuesday a ${edition === 1 ? 'wooden' : 'painted'} chair came ashore, with its back to the land, and was given to the pilot.</p><p>${same} It is read aloud at Christmas.</p>
${edition === 1 ? '' : '<p>The pilot has since given it back to the sea, facing the other way.</p>'}</article></html>`
const halfPage = `<!doctype html><html lang="en"><title>Two pictures of a chair</title><article><h1>Two pictures of a chair</h1>${`<p>${same}</p>`.repeat(6)}
<p><img src="/images/chair-480.png" alt="The chair" width="480" height="300"></p><p>${same}</p><p><img src="/images/gone.png" alt="The chair from behind" width="480" height="300"></p></article></html>`

test('two versions are compared word by word in the window; another is shown, pinned, and let go again', async () => {
  await saveTwice('/edited')
  const app = await launchApp({ ...places, allowPrivate: site.hosts() })
  try {
    const room = roomOf(app.window)
    expect((await room.open('The book of finds')).text).toContain('painted chair')
    await app.window.getByRole('button', { name: 'More' }).click()
    await app.window.getByRole('menuitem', { name: 'Versions' }).click()
    const dialog = app.window.getByRole('dialog')
    const entries = dialog.getByRole('list', { name: 'Versions' }).getByRole('listitem')
    await expect(entries).toHaveCount(2)
    await entries.getByRole('button', { name: 'Compare' }).click()
    await expect(dialog.locator('del')).toHaveText(['wooden'])
    await expect(dialog.locator('ins')).toHaveText([
      'painted',
      'The pilot has since given it back to the sea, facing the other way.',
    ])
    await expect(dialog.getByRole('status')).toContainText('1 word went, 15 words came.')
    await dialog.getByRole('button', { name: 'All versions' }).click()
    await expect(entries.getByRole('button', { name: 'Compare' })).toBeFocused()
    await room.press('Enter')
    await expect(dialog.locator('del')).toHaveText(['wooden'])
    await room.press('Escape')
    await expect(entries.getByRole('button', { name: 'Compare' })).toBeFocused()
    await entries.getByRole('button', { name: 'Show this version' }).press('Enter')
    await expect(entries.filter({ hasText: 'Pinned' })).toHaveCount(1)
    await expect(dialog.getByRole('button', { name: 'Show the best one again' })).toBeFocused()
    await expect.poll(async () => (await room.shown('The book of finds')).text).toContain('wooden chair')
    await room.press('Enter')
    await expect(entries.getByRole('button', { name: 'Show this version' })).toBeFocused()
    await expect.poll(async () => (await room.shown('The book of finds')).text).toContain('painted chair')
  } finally {
    await app.close()
  }
})

test('what a page lacks is said on its row and in Details, in words', async () => {
  const saved = await run('save', site.url('a', '/half'), site.url('b', '/members/estuary'), '--json')
  expect(saved.code, saved.stderr).toBe(0)
  const app = await launchApp({ ...places, allowPrivate: site.hosts() })
  try {
    const room = roomOf(app.window)
    const panel = app.window.getByRole('complementary', { name: 'About this article' })
    const wall = site.truth('/members/estuary').title
    const worth = (title: string) => room.row(title).locator('.row-state')
    await expect(worth('Two pictures of a chair')).toContainText('Saved in part')
    await expect(worth('Two pictures of a chair')).toHaveAttribute('title', /^1 image could not be saved\.$/)
    await expect(worth(wall)).toContainText('Behind a wall')
    await expect(worth(wall)).toHaveAttribute('title', /^This looks like a sign-in wall; .*words are visible\.$/)
    await room.open('Two pictures of a chair')
    await room.press('i')
    await panel.getByRole('tab', { name: 'Details' }).click()
    await expect(panel).toContainText('1 image could not be saved.')
    await expect(panel).toContainText('1 of 2')
    await room.row(wall).click()
    await expect(panel).toContainText('This looks like a sign-in wall')
  } finally {
    await app.close()
  }
})

test('an unknown version is said to be unknown', async () => {
  const [article] = jsonLines(await run('list', '--limit', '1', '--json')).map((one) =>
    z.looseObject({ id: z.string() }).parse(one),
  )
  const shown = await run('show', article!.id, '01KA0000000000000000009999')
  expect(shown.code).toBe(2)
  expect(shown.stderr).toContain('No article has the id 01KA0000000000000000009999.')
})
