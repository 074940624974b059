// Reading with a pencil: passages are kept, noted, found again after the app has ended, all without a mouse.
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { launchApp, newPlaces, type App, type Places } from './app.ts'
import { roomOf, type Room } from './room.ts'

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

/** The passages drawn in the frame, by colour. */
const drawn = () =>
  app.window.evaluate(() => {
    const frame = [...document.querySelectorAll('iframe')].find(
      (one) => one.contentDocument?.location.pathname === '/reader/',
    )
    const { highlights } = (frame?.contentWindow as Window & typeof globalThis).CSS
    return Object.fromEntries(
      ['yellow', 'green', 'blue', 'rose'].map((name) => [
        name,
        [...(highlights.get(`offprint-${name}`) ?? [])].map(String).join(' '),
      ]),
    )
  })

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
  await expect.poll(async () => (await drawn())['green']).toContain('council')
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
