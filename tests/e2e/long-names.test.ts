// Names that nobody would choose: they are shown whole, and nothing gives way for them.
import { expect, test } from 'playwright/test'
import { launchApp, type App } from './app.ts'
import { madeVault } from './madeVault.ts'
import { inText, resize, roomOf } from './room.ts'

test.describe.configure({ mode: 'serial' })

const endless = 'Donaudampfschifffahrtsgesellschaftskapitaen'.repeat(6)
let app: App

test.beforeAll(async () => {
  const { vault } = await madeVault([
    { title: endless, siteName: endless, tags: ['x'.repeat(100), Array(8).fill('harbours').join('/')] },
    { title: 'Nested', tags: [Array.from('abcdefgh', (letter) => `${letter}${endless}`.slice(0, 11)).join('/')] },
    { title: 'The lamp', paragraphs: Array.from({ length: 300 }, () => 'lamp '.repeat(8)) },
  ])
  app = await launchApp({ vault })
  await expect(roomOf(app.window).rows).toHaveCount(3)
})
test.afterAll(() => app.close())

test('an article with a title, a site and tags without a space in them is as wide as its pane, and scrolls down only', async () => {
  await roomOf(app.window).open(endless)
  const wider = () =>
    inText(app.window)
      .locator('html')
      .evaluate((page) => page.scrollWidth - page.clientWidth)
  for (const [width, height] of [
    [1280, 832],
    [720, 520],
  ] as const) {
    await resize(app, width, height)
    expect(await wider(), `${width}`).toBe(0)
  }
  await app.window.keyboard.press('Escape')
  await resize(app, 1280, 832)
})

test('of a word that stands in an article more often than is marked it is not said how often it stands there', async () => {
  const room = roomOf(app.window)
  await room.open('The lamp')
  await room.press('Control+f')
  await app.window.locator('.find-bar input').fill('lamp')
  await expect(app.window.locator('.find-bar').getByRole('status')).toHaveText('1 of 2,000+')
  await room.press('Escape')
})

test('each tag below another stands further in, and has room for its name however deep it lies', async () => {
  const inset = (letter: string) =>
    app.window.locator(`.sidebar-open[title^="${letter}Donau"]`).evaluate((line) => ({
      left: line.querySelector('.sidebar-words')!.getBoundingClientRect().left,
      room: line.querySelector('.sidebar-words')!.getBoundingClientRect().width,
    }))
  const levels = await Promise.all([...'abcdefgh'].map(inset))
  for (const [depth, { left, room }] of levels.entries()) {
    if (depth > 1) expect(left, `level ${depth}`).toBeGreaterThan(levels[depth - 1]!.left)
    expect(room, `level ${depth}`).toBeGreaterThan(60)
  }
})
