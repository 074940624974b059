// How the text looks is chosen beside it, by pointer or by keys: it changes at once, every choice is said, and all of it is remembered.
import { expect, test } from 'playwright/test'
import { launchApp, newFolder, type App } from './app.ts'
import { madeVault } from './madeVault.ts'
import { inText, roomOf, type Room } from './room.ts'

test.describe.configure({ mode: 'serial' })

const title = 'The ferry'

let places: { vault: string; profile: string }
let app: App
let room: Room

async function start(): Promise<void> {
  app = await launchApp(places)
  room = roomOf(app.window)
  await expect(room.rows).toHaveCount(1)
  await room.open(title)
}

test.beforeAll(async () => {
  const { vault } = await madeVault([{ title, paragraphs: ['The ferry left at nine. '.repeat(40)] }])
  places = { vault, profile: await newFolder('profile') }
  await start()
})
test.afterAll(() => app.close())

const looks = () => app.window.getByRole('dialog', { name: 'Appearance' })
const slider = (name: string) => looks().getByRole('slider', { name })
const styleOf = (name: string) =>
  inText(app.window)
    .locator('.page-text p')
    .first()
    .evaluate((element, wanted) => getComputedStyle(element).getPropertyValue(wanted), name)
const theme = () => app.window.evaluate(() => document.documentElement.dataset['theme'])
const textWidth = async () => (await inText(app.window).locator('.page-text p').first().boundingBox())!.width

test('a comma opens it; the theme is chosen by the arrows, and the text takes it', async () => {
  await room.press(',')
  const themes = looks().getByRole('radiogroup', { name: 'Theme' })
  await themes.getByRole('radio', { name: 'Paper' }).click()
  await expect.poll(theme).toBe('paper')
  await room.press('ArrowRight')
  await expect.poll(theme).toBe('sepia')
  await expect(themes.getByRole('radio', { name: 'Sepia' })).toBeChecked()
  await expect.poll(() => styleOf('color')).toBe('rgb(58, 47, 34)')
})

test('typeface, size, line height, measure and justification change the text at once', async () => {
  await looks()
    .getByRole('button', { name: /^Literata/ })
    .click()
  await looks().getByRole('radio', { name: 'Atkinson Hyperlegible' }).click()
  await expect.poll(() => styleOf('font-family')).toContain('Atkinson')

  await slider('Size').focus()
  await expect(slider('Size')).toHaveAttribute('aria-valuetext', '18.5')
  for (let n = 0; n < 3; n += 1) await room.press('ArrowRight')
  await expect.poll(() => styleOf('font-size')).toBe('20px')
  await expect(slider('Size')).toHaveAttribute('aria-valuetext', '20')

  await slider('Line height').focus()
  await room.press('End')
  await expect.poll(() => styleOf('line-height')).toBe('44px')
  await expect(slider('Line height')).toHaveAttribute('aria-valuetext', '2.20')

  const before = await textWidth()
  await slider('Measure').focus()
  await room.press('Home')
  await expect(slider('Measure')).toHaveAttribute('aria-valuetext', '38 ch')
  await expect.poll(textWidth).toBeLessThan(before)

  await looks().getByRole('switch', { name: 'Justify' }).click()
  await expect.poll(() => styleOf('text-align')).toBe('justify')
})

test('Escape closes it and gives the keys back to the text', async () => {
  await room.press('Escape')
  await expect(looks()).toHaveCount(0)
  await room.press('s')
  await expect(app.window.locator('.toaster')).toContainText('Added to Favourites.')
})

test('all of it is as it was when the app is started again, the last change too, made just before', async () => {
  await room.press(',')
  await slider('Size').focus()
  await room.press('ArrowLeft')
  await app.close()
  await start()
  expect(await theme()).toBe('sepia')
  expect(await styleOf('font-family')).toContain('Atkinson')
  expect(await styleOf('font-size')).toBe('19.5px')
  expect(await styleOf('line-height')).toBe('42.9px')
  expect(await styleOf('text-align')).toBe('justify')
})

test('the theme of the system is followed again when that is wanted', async () => {
  await room.press(',')
  await looks().getByRole('switch', { name: 'Follow the system' }).click()
  await app.window.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(theme).toBe('dusk')
  await app.window.emulateMedia({ colorScheme: 'light' })
  await expect.poll(theme).toBe('paper')
})
