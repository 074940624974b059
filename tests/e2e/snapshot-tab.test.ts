// The page as it looked, by keys and pointer: what pages pages it, and what is done to the text is done where one sees it.
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { launchApp, type App } from './app.ts'
import { drawnIn, roomOf, type Room } from './room.ts'

const path = '/news/tide-mill'

let site: Site
let app: App
let room: Room
let title: string

test.beforeAll(async () => {
  site = await startSite()
  title = site.truth(path).title
  app = await launchApp({ allowPrivate: site.hosts(), args: [site.url('a', path)] })
  room = roomOf(app.window)
  await expect(room.row(title)).toBeVisible({ timeout: 60_000 })
  await expect(room.captures).toHaveCount(0)
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

const tab = (name: 'Article' | 'Snapshot') => app.window.getByRole('tab', { name, exact: true })
const panel = () => app.window.getByRole('complementary', { name: 'About this article' })
const tops = () =>
  app.window.evaluate(() => {
    const topIn = (way: string) =>
      [...document.querySelectorAll('iframe')]
        .map((frame) => frame.contentDocument)
        .find((inside) => inside?.location.pathname.startsWith(way))?.scrollingElement?.scrollTop
    return { text: topIn('/reader/'), snapshot: topIn('/snapshot/') }
  })
const focusIn = () =>
  app.window.evaluate(() => {
    const focused = document.activeElement
    return focused?.localName === 'iframe' ? (focused as HTMLIFrameElement).contentDocument?.location.pathname : ''
  })

async function runFromPalette(words: string) {
  await room.press('Control+k')
  await app.window.getByRole('combobox').fill(words)
  await app.window.getByRole('option', { name: words }).first().waitFor()
  await room.press('Enter')
}

/** The snapshot, with the focus in it. */
async function showSnapshot() {
  await room.open(title)
  await tab('Article').click()
  await room.press('Escape')
  await room.scrollTo(0)
  await runFromPalette('Show the page as it looked')
  await expect(tab('Snapshot')).toHaveAttribute('aria-selected', 'true')
  await expect.poll(async () => (await tops()).snapshot).toBe(0)
  await expect.poll(focusIn).toMatch(/^\/snapshot\//)
}

test('opened from the palette it has the keys: Space pages it, and the text behind it stays where it was', async () => {
  await showSnapshot()
  await expect(async () => {
    await room.press('Space')
    await expect.poll(async () => (await tops()).snapshot, { timeout: 1_000 }).toBeGreaterThan(200)
  }).toPass()
  expect((await tops()).text).toBe(0)
  await expect(async () => {
    await room.press('Shift+Space')
    await expect.poll(async () => (await tops()).snapshot, { timeout: 1_000 }).toBe(0)
  }).toPass()
})

test('a sentence chosen by key is chosen in the text, which is shown for it', async () => {
  await showSnapshot()
  // The frame hears keys from a moment after its page is there.
  await expect(async () => {
    await room.press('v')
    await expect(tab('Article')).toHaveAttribute('aria-selected', 'true', { timeout: 1_000 })
  }).toPass()
  await expect(app.window.getByRole('toolbar', { name: 'What is chosen' })).toBeVisible()
  await expect.poll(focusIn).toBe('/reader/')
  await room.press('2')
  await expect.poll(async () => (await drawnIn(app.window)).green).not.toBe('')
  await room.press('Escape')
})

test('a heading or a passage pressed in the panel shows the text at its place', async () => {
  await showSnapshot()
  await runFromPalette('Show the contents')
  await panel().getByRole('button', { name: 'What happens next' }).click()
  await expect(tab('Article')).toHaveAttribute('aria-selected', 'true')
  await expect.poll(async () => (await tops()).text).toBeGreaterThan(300)
  await expect.poll(focusIn).toBe('/reader/')

  await room.press('v')
  await room.press('3')
  await expect.poll(async () => (await drawnIn(app.window)).blue).not.toBe('')
  await tab('Snapshot').click()
  await panel().getByRole('tab', { name: 'Highlights' }).click()
  await panel().getByRole('listitem').getByRole('button').first().click()
  await expect(tab('Article')).toHaveAttribute('aria-selected', 'true')
  await expect.poll(focusIn).toBe('/reader/')
  await room.press('Escape')

  await tab('Snapshot').click()
  await room.view('Highlights')
  await app.window.locator('.collected').first().click()
  await expect(tab('Article')).toHaveAttribute('aria-selected', 'true')
  await room.view('Inbox')
})

test('reading aloud shows the text that is read, and its bar stands clear of the panel and stays while one looks at the snapshot', async () => {
  await app.window.evaluate(() => {
    // This system may have no voice: one that says nothing.
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => [{ lang: 'en-GB', localService: true, default: true, name: 'Test' }],
      cancel: () => undefined,
      speak: () => undefined,
    })
    Object.defineProperty(window, 'speechSynthesis', { value: speech, configurable: true })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: function () {}, configurable: true })
  })
  await showSnapshot()
  if ((await panel().count()) === 0) await runFromPalette('Show the contents')
  await room.press('r') // the panel had the focus
  const bar = app.window.getByRole('toolbar', { name: 'Reading aloud' })
  await expect(tab('Article')).toHaveAttribute('aria-selected', 'true')
  await expect(bar).toBeVisible()
  const edge = (await panel().boundingBox())!.x
  const box = (await bar.boundingBox())!
  expect(box.x + box.width).toBeLessThan(edge)
  await tab('Snapshot').click()
  await bar.getByRole('button', { name: 'Stop reading aloud' }).click()
  await expect(bar).toHaveCount(0)
})
