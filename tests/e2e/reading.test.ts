// Reading with a pencil: passages are kept, noted, found again after the app has ended, all without a mouse.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { launchApp, newFolder, newPlaces, type App, type Places } from './app.ts'
import { drawnIn, roomOf, type Room } from './room.ts'

const path = '/news/tide-mill'

let site: Site
let places: Places
let app: App
let room: Room
let title: string

test.describe.configure({ mode: 'serial' })

async function start(args: readonly string[] = []): Promise<void> {
  app = await launchApp({ ...places, allowPrivate: site.hosts(), args })
  room = roomOf(app.window)
}

test.beforeAll(async () => {
  site = await startSite()
  places = await newPlaces()
  title = site.truth(path).title
  await start([site.url('a', path)])
  await expect(room.row(title)).toBeVisible({ timeout: 60_000 })
  await expect(room.captures).toHaveCount(0)
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

const bar = () => app.window.getByRole('toolbar', { name: 'What is chosen' })

const drawn = () => drawnIn(app.window)

test('a sentence and the next are chosen, kept in green and given a note by keyboard alone', async () => {
  await room.open(title)
  await room.press('v')
  await expect(bar()).toBeVisible()
  await room.press('ArrowDown')
  await room.press('2')
  await expect(bar().getByRole('button', { name: 'Remove the highlight' })).toBeVisible()
  await room.press('m')
  await app.window.getByRole('textbox', { name: 'Note on this passage' }).fill('Compare with the minutes.')
  await app.window.keyboard.press('Escape')
  const notes = app.window.frameLocator('iframe').first().getByRole('complementary', { name: 'Notes' })
  await expect(notes.getByRole('button', { name: /^Note: Compare with the minutes\./ })).toBeVisible()
  await expect.poll(async () => (await drawn()).green).toContain('council')
})

test('the summary that the page sets over its text stands there once, apart from the text, and none above it', async () => {
  const frame = app.window.frameLocator('iframe').first()
  const standfirst = frame.locator('.page-text > .offprint-standfirst')
  await expect(standfirst).toHaveText(/^By eleven votes/)
  await expect(frame.locator('.page-dek')).toHaveCount(0)
  const colourOf = (selector: string) =>
    frame
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).color)
  expect(await colourOf('.offprint-standfirst')).not.toBe(await colourOf('.page-text > p:not([class])'))
})

test('the panel opens with a key, lists the passage with its note, and Escape leads back to the text', async () => {
  await room.press('Escape')
  await room.press('i')
  const panel = app.window.getByRole('complementary', { name: 'About this article' })
  await expect(panel).toBeVisible()
  await panel.getByRole('tab', { name: 'Highlights' }).click()
  await expect(panel.getByRole('listitem')).toContainText('Compare with the minutes.')
  await panel.getByRole('tab', { name: 'Details' }).click()
  await expect(panel).toContainText('As a browser shows it')
  await room.press('Escape')
  await room.press('i')
  await expect(panel).toHaveCount(0)
})

test('words are found in the article by keyboard, walked, and left again', async () => {
  await room.press('Control+f')
  const field = app.window.getByRole('textbox', { name: 'Find in this article' })
  await expect(field).toBeFocused()
  await field.fill('MILL')
  const places = app.window.getByRole('search', { name: 'Find in this article' }).getByRole('status')
  await expect(places).toHaveText(/^1 of \d+$/)
  await field.press('Enter')
  await expect(places).toHaveText(/^2 of \d+$/)
  await field.press('Escape')
  await expect(field).toHaveCount(0)
  await expect.poll(async () => (await room.shown(title)).marks).toBe(0)
})

test('the article is kept as a PDF of several pages, its pictures with it', async () => {
  const path = join(await newFolder('pdf'), 'mill.pdf')
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await room.press('Control+k')
  await app.window.getByRole('combobox').fill('Save as PDF')
  await app.window.getByRole('option', { name: 'Save as PDF' }).first().waitFor()
  await room.press('Enter')
  await expect(app.window.getByText('Saved as mill.pdf.')).toBeVisible()
  const pdf = readFileSync(path, 'latin1')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1)
  expect(pdf).toContain('/Subtype /Image')
})

test('they stand where they stood when the app is started again, and in another size of type', async () => {
  const before = await drawn()
  await app.close()
  await start()
  await room.open(title)
  await expect.poll(drawn).toEqual(before)
  await room.press('Control+Shift+Period')
  await expect.poll(drawn).toEqual(before)
})
