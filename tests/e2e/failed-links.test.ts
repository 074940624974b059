// Links that could not be saved: said wherever one is, a press away, and let go with a way back.
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { launchApp, type App } from './app.ts'
import { madeVault } from './madeVault.ts'
import { resize, roomOf, type Room } from './room.ts'
import { dialogsOf, recordDialogs } from './systemDialogs.ts'

test.describe.configure({ mode: 'serial' })

let site: Site
let app: App
let room: Room

test.beforeAll(async () => {
  site = await startSite()
  const { vault } = await madeVault(Array.from({ length: 30 }, (_, n) => ({ title: `Letter ${30 - n}` })))
  app = await launchApp({ vault, allowPrivate: site.hosts() })
  room = roomOf(app.window)
  await expect(room.row('Letter 1')).toBeVisible()
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

const list = () => app.window.getByRole('grid')
const said = () => app.window.locator('.toaster')
const unseen = () => app.window.getByText('2 links could not be saved')

test('what could not be saved is said in every view, and Show leads to it', async () => {
  await list().evaluate((box) => box.scrollTo({ top: 2_000, behavior: 'instant' }))
  await room.view('Later')
  await app.window.evaluate(
    (urls) => window.offprint.request('capture.add', urls),
    ['a', 'b'].map((host) => site.url(host, '/status/404')),
  )
  await expect(unseen()).toBeVisible({ timeout: 60_000 })
  await app.window.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(room.captures.first()).toBeInViewport({ ratio: 1 })
  await expect(unseen()).toHaveCount(0)
  await expect(list()).toBeFocused()
})

test('Home shows them, too: they stand above the first article', async () => {
  await room.press('End')
  await expect(unseen()).toBeVisible()
  await room.press('Home')
  await expect(room.captures.first()).toBeInViewport({ ratio: 1 })
  await expect(unseen()).toHaveCount(0)
})

test('from the first article the keys go on up to them, and down again', async () => {
  const top = () => list().evaluate((box) => box.scrollTop)
  const height = (await room.captures.first().boundingBox())!.height
  const underCursor = () =>
    list().evaluate((box) => document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent)
  await list().evaluate((box, to) => box.scrollTo({ top: to, behavior: 'instant' }), 2 * height)
  await room.press('k')
  await expect.poll(top).toBe(height)
  await room.press('PageUp')
  await expect.poll(top).toBe(0)
  await list().evaluate((box, to) => box.scrollTo({ top: to, behavior: 'instant' }), 2 * height)
  await room.press('Home')
  await expect.poll(top).toBe(0)
  await expect.poll(underCursor).toContain('Letter 1')
  await resize(app, 1280, 520)
  await room.press('j')
  await room.press('j')
  await expect.poll(underCursor).toContain('Letter 2')
  await resize(app, 1280, 832)
  await room.press('Home')
})

test('one that is removed comes back with Undo, and is tried again', async () => {
  await room.captures.first().getByRole('button', { name: 'Remove' }).press('Enter')
  await expect(said()).toContainText('Removed the link.')
  await expect(room.captures).toHaveCount(1)
  await expect(list()).toBeFocused()
  await room.press('z')
  await expect(room.captures).toHaveCount(2)
  await expect(room.captures.first()).toContainText('404', { timeout: 60_000 })
})

test('one that is tried again by key leaves the keys to the list', async () => {
  const job = await room.captures.first().getAttribute('id')
  await room.captures.first().getByRole('button', { name: 'Retry' }).press('Enter')
  await expect(list()).toBeFocused()
  await expect(app.window.locator(`[id="${job}"]`)).toContainText('404', { timeout: 60_000 })
})

test('a host on the own network that is allowed for one link is allowed for all that were asked of it, and the keys are in the list', async () => {
  const own = await startSite()
  try {
    const paths = ['/news/tide-mill', '/blog/shoebox']
    await app.window.evaluate(
      (urls) => window.offprint.request('capture.add', urls),
      paths.map((path) => own.url('a', path)),
    )
    const allow = app.window.getByRole('button', { name: 'Allow this host' })
    await expect(allow).toHaveCount(2)
    await recordDialogs(app, 0)
    await allow.first().press('Enter')
    await expect(list()).toBeFocused()
    for (const path of paths) await expect(room.row(own.truth(path).title)).toBeVisible({ timeout: 60_000 })
    expect(await dialogsOf(app)).toHaveLength(1)
  } finally {
    await own.close()
  }
})
