// A picture of the text, as large as the window allows: pressed, or by key; the arrows go to the next, Escape back to where one was.
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { html } from '../site/answer.ts'
import { launchApp, type App } from './app.ts'
import { inText, roomOf, type Room } from './room.ts'

test.describe.configure({ mode: 'serial' })

const path = '/news/tide-mill'
const arabicTitle = 'طواحين المد والجزر'
const arabic = `<html lang="ar" dir="rtl"><title>${arabicTitle}</title><article><h1>${arabicTitle}</h1>${['one', 'two']
  .map(
    (name) => `${'<p>تدور الطاحونة مع المد والجزر، ويعرف أهل القرية ساعاتها منذ زمن بعيد.</p>'.repeat(12)}
<figure><img src="/images/${name}-960.png" alt="${name}" width="960" height="600"><figcaption>طاحونة</figcaption></figure>`,
  )
  .join('')}</article></html>`

let site: Site
let app: App
let room: Room

test.beforeAll(async () => {
  site = await startSite({ routes: { '/ar/mills': () => html(arabic) } })
  app = await launchApp({ allowPrivate: site.hosts(), args: [site.url('a', path), site.url('b', '/ar/mills')] })
  room = roomOf(app.window)
  for (const title of [arabicTitle, site.truth(path).title])
    await expect(room.row(title)).toBeVisible({ timeout: 60_000 })
  await expect(room.captures).toHaveCount(0)
  await room.open(site.truth(path).title)
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

const shown = () => app.window.getByRole('dialog')
const at = () => shown().getByRole('status')
const wide = async () => (await shown().getByRole('img').boundingBox())!.width

test('a picture pressed in the text is shown larger, with its caption; the arrows go on and back and stop at the ends', async () => {
  const picture = inText(app.window).locator('.page-text img').first()
  const inTextWidth = (await picture.boundingBox())!.width
  await picture.click()
  await expect(at()).toHaveText('1 of 2')
  await expect(shown()).toContainText('The wheel at low water')
  expect(await wide()).toBeGreaterThan(inTextWidth)
  await room.press('ArrowLeft')
  await expect(at()).toHaveText('1 of 2')
  await room.press('ArrowRight')
  await expect(at()).toHaveText('2 of 2')
  await expect(shown()).toContainText('One of the two sluice gates')
  await room.press('ArrowRight')
  await expect(at()).toHaveText('2 of 2')
  await shown().getByRole('button', { name: 'Previous picture' }).click()
  await expect(at()).toHaveText('1 of 2')
})

test('Escape closes it, and the keys belong to the text again', async () => {
  const before = (await room.shown(site.truth(path).title)).scrollTop
  await room.press('Escape')
  await expect(shown()).toHaveCount(0)
  await room.press('Space')
  await expect.poll(async () => (await room.shown(site.truth(path).title)).scrollTop).toBeGreaterThan(before + 100)
})

test('closed, one is in the text at the picture that was looked at last', async () => {
  const at = () =>
    app.window.evaluate(() => {
      const inside = document.querySelector<HTMLIFrameElement>('iframe[src="/reader/"]')?.contentDocument
      const images = [...(inside?.querySelectorAll('.page-text img') ?? [])]
      const box = inside?.activeElement?.getBoundingClientRect()
      const isSeen = box && box.bottom > 60 && box.top < innerHeight
      return isSeen ? images.indexOf(inside?.activeElement ?? images[0]!) : undefined
    })
  await room.scrollTo(0)
  await inText(app.window).locator('.page-text img').first().click()
  await room.press('ArrowRight')
  await expect(shown().getByRole('status')).toHaveText('2 of 2')
  await room.press('Escape')
  await expect.poll(at).toBe(1)
  await room.press('Enter')
  await expect(shown().getByRole('status')).toHaveText('2 of 2')
  await room.press('ArrowLeft')
  await room.press('Escape')
  await expect.poll(at).toBe(0)
  await room.scrollTo(0)
})

test('in an article that is read from right to left the arrows and the buttons lead the other way', async () => {
  await room.press('Escape')
  await room.open(arabicTitle)
  await inText(app.window).locator('.page-text img').first().click()
  await expect(at()).toHaveText('1 of 2')
  await room.press('ArrowRight')
  await expect(at()).toHaveText('1 of 2')
  await room.press('ArrowLeft')
  await expect(at()).toHaveText('2 of 2')
  const leftOf = async (name: string) => (await shown().getByRole('button', { name }).boundingBox())!.x
  expect(await leftOf('Next picture')).toBeLessThan(await leftOf('Previous picture'))
  expect(await leftOf('Back to the text')).toBeGreaterThan(await leftOf('Previous picture'))
  await room.press('Escape')
  await room.open(site.truth(path).title)
})

test('without a mouse the palette opens the pictures, and Tab reaches what is in there only', async () => {
  await room.press('Control+k')
  await app.window.getByRole('combobox').fill('pictures')
  await app.window
    .getByRole('option', { name: /pictures/i })
    .first()
    .waitFor()
  await room.press('Enter')
  await expect(at()).toHaveText(/of 2/)
  for (let n = 0; n < 6; n += 1) {
    await room.press('Tab')
    expect(await shown().evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true)
  }
  await room.press('Escape')
  await expect(shown()).toHaveCount(0)
})
