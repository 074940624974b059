// The size of text that was asked of the whole system: the window follows it, rows and panes with their words, and what one adds oneself comes on top.
import { expect, test } from 'playwright/test'
import { launchApp, newPlaces, type App, type Places } from './app.ts'
import { roomOf } from './room.ts'

test.describe.configure({ mode: 'serial' })

let places: Places
let app: App

test.beforeAll(async () => {
  places = await newPlaces()
  app = await launchApp(places)
  await expect(roomOf(app.window).rows).toHaveCount(1)
})
test.afterAll(() => app.close())

const zoom = () =>
  app.electron.evaluate(({ BrowserWindow }) => {
    const shown = BrowserWindow.getAllWindows().find((one) => one.isVisible())
    return Math.round((shown?.webContents.getZoomFactor() ?? 0) * 100) / 100
  })
/** As the window says on a system that leaves it to the page; which systems do, no test can change. */
const says = (scale: number) =>
  app.window.evaluate(async (value) => {
    const { offprint } = window as unknown as { offprint: { request(name: string, scale: number): Promise<unknown> } }
    await offprint.request('window.textScale', value)
  }, scale)

test('all grows with the text of the system, the row of the list too', async () => {
  const row = roomOf(app.window).rows.first()
  const screenHeight = async () => (await row.boundingBox())!.height * (await zoom())
  const before = await screenHeight()
  await says(1.5)
  await expect.poll(zoom).toBe(1.5)
  await expect.poll(screenHeight).toBeCloseTo(before * 1.5, 0)
})

test('Ctrl + enlarges further, Ctrl 0 leads back to the size of the system', async () => {
  await app.window.keyboard.press('Control++')
  await expect.poll(zoom).toBeGreaterThan(1.5)
  await app.window.keyboard.press('Control+0')
  await expect.poll(zoom).toBe(1.5)
})

test('it holds when the app is started again, and follows when the system changes its mind', async () => {
  await app.close()
  app = await launchApp(places)
  await expect(roomOf(app.window).rows).toHaveCount(1)
  await expect.poll(zoom).toBe(1.5)
  await says(1.5)
  await expect.poll(zoom).toBe(1.5)
  await says(1)
  await expect.poll(zoom).toBe(1)
})

test('what no system says is kept within bounds', async () => {
  await says(40)
  await expect.poll(zoom).toBe(3)
  await says(0)
  await expect.poll(zoom).toBe(1)
})
