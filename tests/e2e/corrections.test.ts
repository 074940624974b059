// What a page says wrongly is put right by hand: title, author, date, language, tags. It stays when the page is saved again, and can be taken back.
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { launchApp, newPlaces, type App, type Places } from './app.ts'
import { inText, roomOf, type Room } from './room.ts'
import { versionRecords } from './vaultFiles.ts'

test.describe.configure({ mode: 'serial' })

const path = '/changing/longer'
const otherPath = '/notes/water-clock'
const datedPath = '/news/tide-mill'
const corrected = 'The tide tables, put right'

let site: Site
let places: Places
let app: App
let room: Room
let title: string
let other: string
let dated: string

test.beforeAll(async () => {
  site = await startSite()
  places = await newPlaces()
  title = site.truth(path).title
  other = site.truth(otherPath).title
  dated = site.truth(datedPath).title
  const args = [site.url('a', path), site.url('b', otherPath), site.url('c', datedPath)]
  app = await launchApp({ ...places, allowPrivate: site.hosts(), args })
  room = roomOf(app.window)
  for (const each of [title, other, dated]) await expect(room.row(each)).toBeVisible({ timeout: 60_000 })
  await expect(room.captures).toHaveCount(0)
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

const panel = () => app.window.getByRole('complementary', { name: 'About this article' })
const field = (name: string) => panel().getByRole('textbox', { name, exact: false })
const said = () => app.window.locator('.toaster')

async function correct(values: Readonly<Record<string, string>>): Promise<void> {
  await panel().getByRole('button', { name: 'Correct these' }).click()
  for (const [name, value] of Object.entries(values)) await field(name).fill(value)
  await panel().getByRole('button', { name: 'Keep' }).click()
}

test('a date and a language that are none are pointed at, and nothing is kept', async () => {
  await room.open(title)
  await room.press('i')
  await panel().getByRole('tab', { name: 'Details' }).click()
  await correct({ Published: '14 March' })
  await expect(panel().getByRole('alert')).toHaveText('Write the date as year-month-day: 2026-03-14.')
  await expect(field('Published')).toHaveAttribute('aria-invalid', 'true')
  await field('Published').fill('2019-02-30')
  await panel().getByRole('button', { name: 'Keep' }).click()
  await expect(panel().getByRole('alert')).toHaveText('Write the date as year-month-day: 2026-03-14.')
  await field('Published').fill('')
  await field('Language').fill('klingon!')
  await panel().getByRole('button', { name: 'Keep' }).click()
  await expect(panel().getByRole('alert')).toHaveText('Write the language as a code: en, de, pt-BR.')
  await room.press('Escape')
  await expect(panel().getByRole('textbox')).toHaveCount(0)
  await expect(panel().getByRole('button', { name: 'Correct these' })).toBeFocused()
  await expect(room.row(title)).toBeVisible()
})

test('what was being put right of one article is not said of the one that is opened meanwhile', async () => {
  await panel().getByRole('button', { name: 'Correct these' }).click()
  await field('Author').fill('Somebody else')
  await room.open(other)
  await expect(panel()).toContainText(other)
  await expect(panel().getByRole('textbox')).toHaveCount(0)
  await room.open(title)
})

test('title, author, date and language put right show at once in the list, the text and the details', async () => {
  await correct({ Title: corrected, Author: 'Ada Nord', Published: '2019-05-04', Language: 'de' })
  await expect(room.row(corrected)).toContainText('Ada Nord')
  await room.shown(corrected)
  await expect(panel()).toContainText('Ada Nord')
  await expect(panel()).toContainText('4 May 2019')
  await expect(panel()).toContainText('German')
  await expect(inText(app.window).locator('[lang="de"]').first()).toBeVisible()
  await panel().getByRole('button', { name: 'Correct these' }).click()
  await expect(panel()).toContainText(`The page said: ${title}`)
  await panel().getByRole('button', { name: 'Tags' }).click()
  const dialog = app.window.getByRole('dialog')
  await dialog.getByRole('textbox').fill('tides')
  await dialog.getByRole('textbox').press('Enter')
  await expect(room.row(corrected)).toContainText('tides')
  await room.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('a day that the page says with its hour is shown as one writes it, and written so is what the page says', async () => {
  await room.open(dated)
  await panel().getByRole('button', { name: 'Correct these' }).click()
  await field('Published').fill('2026-03-15')
  await expect(panel()).toContainText(/The page said: 2026-03-14(?!T)/)
  await panel().getByRole('button', { name: 'Keep' }).click()
  await expect(room.row(dated)).toContainText('15 Mar')
  await correct({ Published: '2026-03-14' })
  await expect(panel()).toContainText('14 March 2026')
  await panel().getByRole('button', { name: 'Correct these' }).click()
  await expect(panel()).not.toContainText('The page said')
  await room.press('Escape')
})

test('beside the text a note stays at its passage when the title takes another line or two', async () => {
  const text = inText(app.window)
  await text.locator('body').focus()
  for (const key of ['v', 'h', 'm']) await room.press(key)
  await app.window.getByRole('textbox', { name: 'Note on this passage' }).fill('Ask at the mill.')
  await room.press('Escape')
  const apart = async () => {
    const [note, passage] = [text.locator('.page-margin button'), text.locator('.page-text p').first()]
    return Math.abs((await note.boundingBox())!.y - (await passage.boundingBox())!.y)
  }
  await expect.poll(apart).toBeLessThan(12)
  await correct({ Title: 'Mill' })
  await room.shown('Mill')
  await expect.poll(apart).toBeLessThan(12)
  await room.press('z')
  await room.shown(dated)
  await expect.poll(apart).toBeLessThan(12)
})

test('it is found by what was put right', async () => {
  for (const query of ['author:nord', 'lang:de', 'before:2020', '"put right"', 'tag:tides']) {
    await room.search(query)
    await expect(room.row(corrected), query).toBeVisible()
    await expect(room.rows, query).toHaveCount(1)
  }
  await room.search('')
})

test('saved again from the web, with a longer text, it keeps what was put right; the record keeps what the page said', async () => {
  site.revise(path)
  await room.open(corrected)
  await room.press('Control+k')
  await app.window.getByRole('combobox').fill('Save again')
  await app.window.getByRole('option', { name: 'Save again from the web' }).waitFor()
  await room.press('Enter')
  const lastSentence = site.truth(path).sentences.at(-1)!
  await expect
    .poll(async () => (await room.shown(corrected)).text, { timeout: 60_000 })
    .toContain(lastSentence.replace(/\s+/g, ' '))
  await expect(room.captures).toHaveCount(0)
  const row = room.row(corrected)
  await expect(row).toContainText('Ada Nord')
  await expect(row).toContainText('tides')
  await expect(room.row(title)).toHaveCount(0)
  const records = versionRecords(places.vault).filter(({ url }) => url === site.url('a', path))
  expect(records).toHaveLength(2)
  expect(new Set(records.map((record) => record.title))).toEqual(new Set([title]))
})

test('they are still there when the app is started again', async () => {
  await app.close()
  app = await launchApp({ ...places, allowPrivate: site.hosts() })
  room = roomOf(app.window)
  await room.open(corrected)
  await expect(room.row(corrected)).toContainText('Ada Nord')
  await expect(panel()).toContainText('4 May 2019')
})

test('an emptied field takes what the page says, and z brings the correction back', async () => {
  await correct({ Title: '' })
  await expect(room.row(title)).toBeVisible()
  await expect(said()).toContainText('Removed the correction.')
  await room.press('z')
  await expect(room.row(corrected)).toBeVisible()
})
