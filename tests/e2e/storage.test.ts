// Room on the disk: what each site takes, as the files say; the Trash gives back, or lets go for good and takes the files with it.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { launchApp, newPlaces, type App, type Places } from './app.ts'
import { roomOf, type Room } from './room.ts'
import { vaultFiles, versionRecords } from './vaultFiles.ts'

test.describe.configure({ mode: 'serial' })

const kept = [
  ['a', '/news/tide-mill'],
  ['a', '/many/61'],
  ['b', '/notes/water-clock'],
] as const

let site: Site
let places: Places
let app: App
let room: Room
const titleOf = (path: string) => site.truth(path).title

test.beforeAll(async () => {
  site = await startSite()
  places = await newPlaces()
  app = await launchApp({
    ...places,
    allowPrivate: site.hosts(),
    args: kept.map(([host, path]) => site.url(host, path)),
  })
  room = roomOf(app.window)
  for (const [, path] of kept) await expect(room.row(titleOf(path))).toBeVisible({ timeout: 60_000 })
  await expect(room.captures).toHaveCount(0)
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

const dialog = () => app.window.getByRole('dialog')
const said = () => app.window.locator('.toaster')

test('the settings say how much each site takes, the most first, and it is what lies on the disk', async () => {
  await room.press('Control+,')
  const use = dialog().getByRole('list', { name: 'Disk use by site' })
  await expect(use.getByRole('listitem')).toHaveCount(3)
  const rows = await use
    .getByRole('listitem')
    .evaluateAll((all) => all.map((one) => [...one.querySelectorAll('bdi, span')].map((part) => part.textContent)))
  expect(rows.map(([host, articles]) => [host, articles])).toEqual([
    ['a.localhost', '2 articles'],
    ['b.localhost', '1 article'],
    ['Offprint', '1 article'],
  ])
  const onDisk = vaultFiles(places.vault)
    .filter(({ kind }) => ['html', 'page', 'blob', 'pdf'].includes(kind))
    .reduce((sum, { path }) => sum + statSync(join(places.vault, path)).size, 0)
  const said = rows.reduce((sum, [, , size]) => sum + bytesOf(size ?? ''), 0)
  // Each is said in whole units.
  expect(Math.abs(said - onDisk) / onDisk).toBeLessThan(0.05)
  await room.press('Escape')
})

test('a site there is pressed, and the list shows what is kept of it', async () => {
  await room.press('Control+,')
  await dialog().getByRole('button', { name: 'a.localhost' }).press('Enter')
  await expect(dialog()).toHaveCount(0)
  await expect(app.window.getByRole('textbox', { name: 'Search' })).toHaveValue('site:a.localhost')
  await expect(room.rows).toHaveCount(2)
  await expect(app.window.getByRole('grid')).toBeFocused()
  await room.press('Escape')
  await expect(room.rows).toHaveCount(kept.length + 1)
})

test('several thrown away wait in the Trash, come back together, and Undo throws them away again', async () => {
  await room.row(titleOf('/many/61')).click()
  await room.press('x')
  await room.row(titleOf('/notes/water-clock')).click({ modifiers: ['Control'] })
  await room.press('d')
  await expect(said()).toContainText('Moved 2 articles to Trash.')
  await room.view('Trash')
  await expect(room.rows).toHaveCount(2)
  await app.window.getByRole('grid').focus()
  await room.press('Control+a')
  await room.press('Control+k')
  await app.window.getByRole('combobox').fill('Restore')
  await app.window
    .getByRole('option', { name: /^Restore/ })
    .first()
    .waitFor()
  await room.press('Enter')
  await expect(said()).toContainText('Restored 2 articles.')
  await expect(room.rows).toHaveCount(0)
  await room.press('z')
  await expect(room.rows).toHaveCount(2)
})

test('the Trash emptied from the settings takes the articles and their files with it, and no others', async () => {
  const before = versionRecords(places.vault).map(({ url }) => url)
  expect(before).toContain(site.url('b', '/notes/water-clock'))
  await room.press('Control+,')
  await expect(dialog()).toContainText('2 articles in the Trash. They are kept until you empty it.')
  await dialog().getByRole('button', { name: 'Empty the Trash' }).click()
  const asked = app.window.getByRole('dialog', { name: 'Delete 2 articles for good?' })
  await asked.getByRole('button', { name: 'Empty the Trash' }).click()
  await expect(said()).toContainText('Deleted 2 articles for good.')
  await expect(said().getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await expect
    .poll(() =>
      versionRecords(places.vault)
        .map(({ url }) => url)
        .filter((url) => url.startsWith('http')),
    )
    .toEqual([site.url('a', '/news/tide-mill')])
  // Where it was asked for one is again.
  await expect(dialog()).toContainText('The Trash is empty.')
  await room.press('Escape')
  await expect(dialog()).toHaveCount(0)
  await room.view('All')
  await expect(room.rows).toHaveCount(2)
  await room.open(titleOf('/news/tide-mill'))
})

/** `1.2 MB`, `340 KB`: units of a thousand. */
function bytesOf(words: string): number {
  const [number = '', unit = ''] = words.split(/\s+/)
  return Number(number.replaceAll(',', '')) * { B: 1, bytes: 1, KB: 1e3, kB: 1e3, MB: 1e6, GB: 1e9 }[unit]!
}
