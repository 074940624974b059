// A page that attacks, kept and then read: nothing of it runs, nothing of it asks the network, in the text as in the snapshot.
import { expect, test, type Frame } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { launchApp, type App } from './app.ts'
import { folded } from './jsonLines.ts'
import { roomOf, type Room } from './room.ts'

let site: Site
let app: App
let room: Room

test.beforeAll(async () => {
  site = await startSite()
  app = await launchApp({ allowPrivate: site.hosts(), args: [site.url('a', '/hostile'), site.url('b', '/tracking')] })
  room = roomOf(app.window)
  await expect(room.row(site.truth('/hostile').title)).toHaveCount(2, { timeout: 45_000 })
  await expect(room.captures).toHaveCount(0)
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

const marksOf = (frame: Frame) =>
  frame.evaluate(() => ({ pwned: 'pwned' in window, title: document.title.includes('ran') }))

test('reading a hostile page runs nothing, asks nothing and keeps the focus, in the text and in the snapshot', async () => {
  const { sentences, title } = site.truth('/hostile')
  const asked = site.requests.length
  const rows = room.row(title)
  for (const which of [0, 1]) {
    await rows.nth(which).click()
    const article = await room.shown(title)
    for (const sentence of sentences) expect(article.text).toContain(folded(sentence))
    await app.window.getByRole('tab', { name: 'Snapshot' }).click()
    const snapshot = app.window.frameLocator('iframe[src*="/snapshot/"]')
    await expect(snapshot.getByText(sentences[0]!).first()).toBeVisible()
    for (const frame of app.window.frames())
      expect(await marksOf(frame), frame.url()).toEqual({ pwned: false, title: false })
    await expect(
      snapshot.locator('script:not([type^="application/ld"]), [onclick], [onload], meta[http-equiv="refresh"]'),
    ).toHaveCount(0)
    await app.window.getByRole('tab', { name: 'Article' }).click()
  }
  expect(app.window.url()).toBe('app://offprint/index.html')
  expect(site.requests.slice(asked).map(({ path }) => path)).toEqual([])
})
