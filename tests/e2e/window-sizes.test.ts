// The window small, enlarged, in high contrast and without motion: everything stays in sight and in reach, and the list keeps its place.
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { launchApp, newPlaces, type App, type Places } from './app.ts'
import { inText, resize, roomOf, type Room } from './room.ts'

test.describe.configure({ mode: 'serial' })

const paths = Array.from({ length: 9 }, (_, n) => `/many/${n + 30}`)

let site: Site
let places: Places
let app: App
let room: Room

test.beforeAll(async () => {
  test.setTimeout(240_000)
  site = await startSite()
  places = await newPlaces()
  const links = paths.map((path, n) => site.url('abc'[n % 3]!, path))
  app = await launchApp({ ...places, allowPrivate: site.hosts(), args: links })
  room = roomOf(app.window)
  for (const path of paths) await expect(room.row(site.truth(path).title)).toHaveCount(1, { timeout: 90_000 })
  await expect(room.captures).toHaveCount(0)
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

/** What stands outside the window, or makes it scroll sideways. */
const outside = () =>
  app.window.evaluate(() => {
    const isOut = ({ left, right }: DOMRect) => left < -1 || right > innerWidth + 1
    const found = [...document.querySelectorAll('button, input, [role="dialog"], [role="tab"], h1, h2, h3')]
      .filter((element) => element.checkVisibility() && !element.closest('[inert], .pane-away'))
      .filter((element) => isOut(element.getBoundingClientRect()))
      .map((element) => element.outerHTML.slice(0, 90))
    const wider = document.documentElement.scrollWidth - innerWidth
    return wider > 0 ? [`${wider} px too wide`, ...found] : found
  })

const list = () => app.window.getByRole('grid')
/** On whatever row stands there, so that nothing scrolls for it. */
const pressInMiddle = () => list().click({ position: { x: 200, y: 220 } })
const scrollOf = () => list().evaluate((element) => element.scrollTop)
const sidebar = () => app.window.getByRole('navigation', { name: 'Library' })

test('below 1000 px the reader takes the place of the list; Escape and Back return to the same place in it', async () => {
  await resize(app, 960, 620)
  await list().evaluate((element) => element.scrollTo({ top: 400, behavior: 'instant' }))
  await pressInMiddle()
  await expect(list()).not.toBeVisible()
  await expect(app.window.getByRole('toolbar', { name: 'Article' })).toBeVisible()
  await expect.poll(outside).toEqual([])
  await room.press('Escape')
  await expect(list()).toBeVisible()
  expect(await scrollOf()).toBe(400)
  await expect(list()).toBeFocused()

  await pressInMiddle()
  await app.window.getByRole('button', { name: 'Back to the list' }).click()
  await expect(list()).toBeVisible()
  expect(await scrollOf()).toBe(400)
})

test('below 1000 px what is archived or thrown away while one reads it, or from a button over it, gives the keys to the list', async () => {
  await resize(app, 960, 620)
  for (const [walk, key, message] of [
    [[], 'e', 'Moved to Archive'],
    [['Tab', 'Shift+Tab'], 'd', 'Moved to Trash'],
  ] as const) {
    await list().focus()
    await room.press('Home')
    await room.press('Enter')
    await expect(inText(app.window).locator('body')).toBeFocused()
    for (const step of walk) await room.press(step)
    await room.press(key)
    await expect(app.window.locator('.toaster')).toContainText(message)
    await expect(list()).toBeFocused()
    await room.press('z')
    await expect(app.window.locator('.toaster')).toContainText('Taken back')
  }
})

test('below 1000 px, and where only the text is shown, a search shows the list that it is of', async () => {
  const field = app.window.getByRole('textbox', { name: 'Search', exact: true })
  const read = async () => {
    await list().focus()
    await room.press('Home')
    await room.press('Enter')
    await expect(inText(app.window).locator('body')).toBeFocused()
  }
  await resize(app, 960, 620)
  for (const keys of ['/', 'Control+Shift+f']) {
    await read()
    await room.press(keys)
    await expect(field).toBeFocused()
    await room.press('Escape')
    await expect(list()).toBeFocused()
  }
  await read()
  await room.press('v')
  await app.window
    .getByRole('toolbar', { name: 'What is chosen' })
    .getByRole('button', { name: /Search/ })
    .press('Enter')
  await expect(field).toBeFocused()
  await expect(list()).toBeVisible()
  await room.press('Escape')
  await room.press('Escape')
  await resize(app, 1280, 832)
  await read()
  await room.press('\\')
  await expect(list()).not.toBeVisible()
  await room.press('/')
  await expect(field).toBeFocused()
  await room.press('Escape')
  await expect(list()).toBeFocused()
})

test('a window made narrower while a dialog stands over it gives the keys to what is still to be seen', async () => {
  const dialog = app.window.getByRole('dialog')
  await resize(app, 1280, 832)
  await pressInMiddle()
  await list().focus()
  await room.press('Control+,')
  await expect(dialog).toBeVisible()
  await resize(app, 960, 620)
  await expect(list()).not.toBeVisible()
  await room.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(inText(app.window).locator('body')).toBeFocused()
  await room.press('Escape')
  await expect(list()).toBeFocused()
})

test('at its smallest, 720 by 520, every dialog fits and can be scrolled to its end', async () => {
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((one) => one.isVisible())
      ?.setSize(300, 200)
  })
  await expect.poll(() => app.window.evaluate(() => [outerWidth, outerHeight])).toEqual([720, 520])
  await expect.poll(outside).toEqual([])
  for (const keys of ['Control+,', '?', 'Control+k', 'Control+n']) {
    await room.press(keys)
    const dialog = app.window.getByRole('dialog')
    await expect(dialog).toBeVisible()
    await expect.poll(outside, keys).toEqual([])
    const below = await dialog.evaluate((element) => element.getBoundingClientRect().bottom - innerHeight)
    expect(below, keys).toBeLessThanOrEqual(0)
    await room.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
})

test('what a dialog holds is scrolled by the keys that scroll a page as soon as it is open', async () => {
  await room.press('?')
  const sheet = app.window.locator('.dialog .shortcuts')
  await expect(sheet).toBeVisible()
  const left = () => sheet.evaluate((body) => Math.round(body.scrollHeight - body.clientHeight - body.scrollTop))
  const whole = await left()
  expect(whole).toBeGreaterThan(0)
  await room.press('ArrowDown')
  await expect.poll(left).toBe(whole - 40)
  await room.press('End')
  await expect.poll(left).toBe(0)
  await room.press('Home')
  await expect.poll(left).toBe(whole)
  await room.press('Space')
  await expect.poll(left).toBeLessThan(whole)
  await room.press('Escape')
  await expect(app.window.getByRole('dialog')).toHaveCount(0)
})

test('About shows the mark of the app at its size, however long the list of licences below it is', async () => {
  await room.press('Control+k')
  await app.window.getByRole('combobox').fill('About Offprint')
  await app.window.getByRole('option', { name: 'About Offprint' }).first().waitFor()
  await room.press('Enter')
  const mark = app.window.locator('.about .logo')
  await expect(mark).toBeVisible()
  expect((await mark.boundingBox())?.height).toBeCloseTo(44, 3)
  await room.press('Escape')
})

test('enlarged to 200 %, the sidebar lies over the list, and one reads, searches and comes back by keys', async () => {
  await resize(app, 1280, 832)
  await list().focus()
  for (let step = 0; step < 8; step++) await room.press('Control+Equal')
  await expect.poll(() => app.window.evaluate(() => innerWidth)).toBeLessThan(720)
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((one) => one.isVisible())
      ?.webContents.setZoomFactor(2)
  })
  await expect.poll(() => app.window.evaluate(() => innerWidth)).toBe(640)
  await expect(sidebar()).toHaveCount(0)
  await expect.poll(outside).toEqual([])
  await room.press('[')
  await expect(sidebar()).toBeVisible()
  await expect.poll(outside).toEqual([])
  await room.press('Escape')
  await expect(sidebar()).toHaveCount(0)

  await list().focus()
  await room.press('Home')
  await room.press('Enter')
  await expect(list()).not.toBeVisible()
  await expect.poll(outside).toEqual([])
  const page = inText(app.window).locator('html')
  expect(await page.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
  await room.press('i')
  await expect(app.window.getByRole('complementary', { name: 'About this article' })).toBeVisible()
  await expect.poll(outside).toEqual([])
  await room.press('i')
  await room.press('Escape')
  await expect(list()).toBeVisible()
  for (const keys of ['Control+,', '?', 'Control+k', 'Control+n']) {
    await room.press(keys)
    await expect(app.window.getByRole('dialog')).toBeVisible()
    await expect.poll(outside, keys).toEqual([])
    await room.press('Escape')
    await expect(app.window.getByRole('dialog')).toHaveCount(0)
  }
})

test('in the smallest window, enlarged to 200 %, what stands over an article is not cut', async () => {
  const zoom = (factor: number) =>
    app.electron.evaluate(({ BrowserWindow }, value) => {
      BrowserWindow.getAllWindows()
        .find((one) => one.isVisible())
        ?.webContents.setZoomFactor(value)
    }, factor)
  await zoom(1)
  await resize(app, 720, 520)
  await zoom(2)
  await expect.poll(() => app.window.evaluate(() => innerWidth)).toBe(360)
  await list().focus()
  await room.press('Home')
  await room.press('Enter')
  const tabs = app.window.getByRole('tablist', { name: 'Reader' }).getByRole('tab')
  await expect(tabs).toHaveCount(2)
  const roomLeft = () =>
    tabs.evaluateAll((all) =>
      all.map((tab) => {
        const words = document.createRange()
        words.selectNodeContents(tab)
        return tab.getBoundingClientRect().right - words.getBoundingClientRect().right
      }),
    )
  for (const left of await roomLeft()) expect(left).toBeGreaterThan(3)
  await expect.poll(outside).toEqual([])
  await room.press('Escape')
  await zoom(1)
  await resize(app, 1280, 832)
})

test('enlargement, order and panes are as they were when the app is started again', async () => {
  await room.press('Control+0')
  await expect.poll(() => app.window.evaluate(() => innerWidth)).toBe(1280)
  await room.press('Control+Equal')
  const enlarged = await app.window.evaluate(() => devicePixelRatio)
  expect(enlarged).toBeGreaterThan(1)
  await app.window.getByRole('button', { name: /^Order/ }).focus()
  await room.press('Enter')
  await app.window.getByRole('menuitemradio', { name: 'Title' }).press('Enter')
  await expect(app.window.getByRole('button', { name: 'Order: Title' })).toBeVisible()
  await app.window.getByRole('separator', { name: 'Width of the list' }).press('ArrowRight')
  const width = await app.window.getByRole('separator', { name: 'Width of the list' }).getAttribute('aria-valuenow')
  const first = await room.rows.first().getByRole('heading').textContent()
  // Settings are written a moment after the last change.
  const written = () =>
    app.window.evaluate(async () => {
      const { offprint } = window as unknown as { offprint: { request(name: string): Promise<{ value: unknown }> } }
      return (await offprint.request('settings.read')).value
    })
  await expect.poll(written).toMatchObject({ sort: 'title', listWidthPx: Number(width) })
  await app.close()

  app = await launchApp({ ...places, allowPrivate: site.hosts() })
  room = roomOf(app.window)
  await expect(app.window.getByRole('button', { name: 'Order: Title' })).toBeVisible()
  await expect(app.window.getByRole('separator', { name: 'Width of the list' })).toHaveAttribute(
    'aria-valuenow',
    width!,
  )
  await expect(room.rows.first().getByRole('heading')).toHaveText(first!)
  await expect.poll(() => app.window.evaluate(() => devicePixelRatio)).toBe(enlarged)
  await list().focus()
  await room.press('Control+0')
  await expect.poll(() => app.window.evaluate(() => devicePixelRatio)).toBe(1)
})

test('where motion is unwanted nothing moves by itself: no animation, and a page turns at once', async () => {
  await app.window.emulateMedia({ reducedMotion: 'reduce' })
  await room.press('Control+,')
  await expect(app.window.getByRole('dialog')).toBeVisible()
  expect(await app.window.evaluate(() => document.getAnimations().length)).toBe(0)
  await room.press('Escape')
  await room.rows.first().click()
  await expect(inText(app.window).locator('h1')).toBeVisible()
  const moved = await app.window.evaluate(() => {
    const inside = [...document.querySelectorAll('iframe')].find(
      (one) => one.contentDocument?.location.pathname === '/reader/',
    )?.contentDocument
    document.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }))
    return inside?.scrollingElement?.scrollTop ?? 0
  })
  expect(moved).toBeGreaterThan(50)
  await app.window.emulateMedia({ reducedMotion: null })
})

test('in high contrast what is chosen, open or switched on still shows', async () => {
  await app.window.emulateMedia({ forcedColors: 'active' })
  const colourOf = (selector: string, property: 'backgroundColor' | 'outlineStyle', pseudo?: string) =>
    app.window.evaluate(
      ([where, what, part]) => {
        const element = document.querySelector(where)
        return element ? getComputedStyle(element, part)[what as 'backgroundColor'] : 'missing'
      },
      [selector, property, pseudo] as const,
    )
  const canvas = await colourOf('body', 'backgroundColor')
  expect(await colourOf('.row[data-open]', 'backgroundColor', '::before')).not.toBe(canvas)
  expect(await colourOf('.sidebar-item[data-here]', 'outlineStyle')).toBe('solid')
  await room.press('Control+,')
  await expect(app.window.getByRole('dialog')).toBeVisible()
  expect(await colourOf('.choice-set [data-state="on"]', 'backgroundColor')).not.toBe(canvas)
  await room.press('Escape')
  await expect(app.window.getByRole('dialog')).toHaveCount(0)
  await room.rows.first().click()
  await room.press('t')
  await app.window.getByRole('dialog').getByRole('textbox').fill('lamps')
  await expect(app.window.getByRole('option', { selected: true })).toBeVisible()
  expect(await colourOf('.tag-offers [aria-selected="true"]', 'outlineStyle')).toBe('solid')
  await room.press('Escape')
  await app.window.emulateMedia({ forcedColors: null })
})
