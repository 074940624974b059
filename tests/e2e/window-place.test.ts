// Where the window stands when the app is started again.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { launchApp, newPlaces, type App } from './app.ts'
import { roomOf } from './room.ts'

const bounds = ({ electron }: App) =>
  electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.isVisible())
      ?.getBounds(),
  )
const screenOf = ({ electron }: App) => electron.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea)
const isThere = (app: App) => expect(roomOf(app.window).rows.first()).toBeVisible()

test('the window comes back where it was; where its screen has gone, it is in sight', async () => {
  test.setTimeout(120_000)
  const places = await newPlaces()
  const wanted = { x: 60, y: 40, width: 900, height: 640 }
  const first = await launchApp(places)
  await isThere(first)
  await first.electron.evaluate(
    ({ BrowserWindow }, place) =>
      BrowserWindow.getAllWindows()
        .find((one) => one.isVisible())
        ?.setBounds(place),
    wanted,
  )
  await expect.poll(() => bounds(first)).toEqual(wanted)
  await first.close()

  const second = await launchApp(places)
  await isThere(second)
  expect(await bounds(second)).toEqual(wanted)
  await second.close()

  const file = join(places.profile, 'settings.json')
  const stored = JSON.parse(readFileSync(file, 'utf8')) as object
  writeFileSync(file, JSON.stringify({ ...stored, window: { ...wanted, x: 9_000, y: 4_000, maximised: false } }))
  const third = await launchApp(places)
  await isThere(third)
  const [place, screen] = [await bounds(third), await screenOf(third)]
  expect(place).toMatchObject({ width: 900, height: 640 })
  expect(place!.x).toBeLessThan(screen.x + screen.width - 120)
  expect(place!.y).toBeLessThan(screen.y + screen.height - 32)
  await third.close()
})
