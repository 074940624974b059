// Links that wait their turn, in the real window: which comes first, how many at once, what pausing, calling off, a busy site, a missing network,
// a sleeping computer, and the end of the app make of them.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { captureJob, type CaptureJob } from '../../preload/capture.ts'
import { seal, unseal } from '../../main/vault/sealed.ts'
import { html } from '../site/answer.ts'
import { startSite, type Site } from '../site.ts'
import { launchApp, newPlaces, type App, type Places } from './app.ts'
import { roomOf, type Room } from './room.ts'
import { savedInWindow } from './savedInWindow.ts'
import { vaultFiles } from './vaultFiles.ts'

const hosts = ['d', 'e', 'f', 'g', 'h']

let site: Site
let app: App
let places: Places
let room: Room

/** How the busy page answers: what it asks for, and then as a page. */
let busyAfter: number | undefined

test.beforeAll(async () => {
  site = await startSite({
    routes: {
      '/busy': () =>
        busyAfter === undefined
          ? html(
              `<!doctype html><title>Room at last</title><article><h1>Room at last</h1>${'<p>There is a place by the window, and nobody has taken it yet, though many have looked.</p>'.repeat(12)}</article>`,
            )
          : html('<h1>Too many</h1>', { 'retry-after': String(busyAfter) }, 429),
    },
  })
})
test.afterAll(() => site.close())
test.beforeEach(async () => {
  busyAfter = undefined
  places = await newPlaces()
  await start()
  await expect(room.rows).toHaveCount(1)
})
test.afterEach(() => app.close())

async function start(): Promise<void> {
  app = await launchApp({ ...places, allowPrivate: site.hosts(...hosts) })
  room = roomOf(app.window)
}

type Held = { readonly path: string; readonly hold: string; readonly title: string; readonly url: string }

let pages = 300
/** A page that nobody has asked for yet; its answer waits for `site.release(hold)`. */
function heldPage(host: string): Held {
  const path = `/many/${pages++}`
  const hold = `${host}${path}`
  return { path, hold, title: site.truth(path).title, url: `${site.url(host, path)}?hold=${hold}` }
}
const timesAsked = (path: string) => site.requests.filter((one) => one.path.startsWith(`${path}?`)).length

const add = (...links: readonly { readonly url: string }[]) =>
  app.window.evaluate(
    (urls) => window.offprint.request('capture.add', urls),
    links.map(({ url }) => url),
  )
/** The links that wait in the vault to be taken up again. */
const waiting = (): { readonly file: string; readonly job: CaptureJob }[] =>
  vaultFiles(places.vault)
    .filter(({ path }) => path.startsWith('inbox/') && path.endsWith('.json'))
    .map(({ path }) => {
      const file = join(places.vault, path)
      const found = unseal(readFileSync(file))
      return { file, job: captureJob.parse(found.value) }
    })
const expectSaved = (...links: readonly { readonly title: string }[]) =>
  Promise.all(links.map(({ title }) => expect(room.row(title)).toBeVisible({ timeout: 30_000 })))

test('two pages at a time are begun, and what was added last comes before what waits', async () => {
  const [first, second, third, last] = ['d', 'e', 'f', 'g'].map(heldPage) as [Held, Held, Held, Held]
  await add(first)
  await add(second)
  await Promise.all([site.requested(first.path), site.requested(second.path)])
  await add(third)
  await add(last)
  await expect(room.captures.filter({ hasText: 'Waiting · f.localhost' })).toBeVisible()
  await expect(room.captures.filter({ hasText: 'Waiting · g.localhost' })).toBeVisible()
  expect([timesAsked(third.path), timesAsked(last.path)]).toEqual([0, 0])

  site.release(first.hold)
  await site.requested(last.path)
  expect(timesAsked(third.path)).toBe(0)
  for (const { hold } of [second, last, third]) site.release(hold)
  await expectSaved(first, second, third, last)
})

test('of one host one page at a time is asked for, with a rest after it; others go past', async () => {
  const [first, second] = [heldPage('d'), heldPage('d')]
  const other = heldPage('e')
  await add(first, second, other)
  // The other was added after the second, and is asked for before it.
  await Promise.all([site.requested(first.path), site.requested(other.path)])
  site.release(other.hold)
  await expectSaved(other)
  expect(timesAsked(second.path)).toBe(0)
  site.release(first.hold)
  const begun = await site.requested(second.path)
  site.release(second.hold)
  const answered = site.requests.find(({ path }) => path.startsWith(`${first.path}?`))!
  expect(begun.at - answered.at).toBeGreaterThanOrEqual(500)
  await expectSaved(first, second)
})

test('paused, what runs is finished and what waits waits; it goes on where it stopped', async () => {
  const [first, second, third] = ['d', 'e', 'f'].map(heldPage) as [Held, Held, Held]
  await add(first, second, third)
  await Promise.all([site.requested(first.path), site.requested(second.path)])
  await app.window.getByRole('button', { name: 'Pause', exact: true }).click()
  for (const { hold } of [first, second, third]) site.release(hold)
  await expectSaved(first, second)
  await expect(room.captures).toHaveCount(1)
  await expect(room.captures).toContainText('Paused · f.localhost')
  await expect(app.window.locator('.activity')).toContainText('Paused, 1 link waiting')
  expect(timesAsked(third.path)).toBe(0)
  await app.window.getByRole('button', { name: 'Go on', exact: true }).click()
  await expectSaved(third)
  await expect(app.window.locator('.activity')).toHaveCount(0)
})

test('called off, what runs stops and what waits is never asked for; nothing of it is kept, and it may be tried again', async () => {
  const [first, second, third] = ['d', 'e', 'f'].map(heldPage) as [Held, Held, Held]
  await add(first, second, third)
  await Promise.all([site.requested(first.path), site.requested(second.path)])
  await app.window.locator('.activity').getByRole('button', { name: 'Cancel' }).click()
  await expect(app.window.locator('.activity')).toHaveCount(0)
  await expect(room.captures.filter({ hasText: 'Cancelled.' })).toHaveCount(3)
  for (const { hold } of [first, second, third]) site.release(hold)
  expect(timesAsked(third.path)).toBe(0)
  await expect(room.rows).toHaveCount(1)
  await expect.poll(waiting).toEqual([])

  await room.captures.filter({ hasText: 'f.localhost' }).getByRole('button', { name: 'Retry' }).click()
  await expectSaved(third)
})

test('a site that is too busy is left alone for as long as it asks, its other pages too; Retry asks at once', async () => {
  busyAfter = 3_600
  const other = heldPage('d')
  const elsewhere = heldPage('e')
  site.release(elsewhere.hold)
  const before = Date.now()
  await add({ url: site.url('d', '/busy') }, other, elsewhere)
  const busy = room.captures.filter({ hasText: 'The site answered 429 Too Many Requests.' })
  await expect(busy).toBeVisible()
  await expectSaved(elsewhere)
  const [hours, minutes] = (/Tries again at (\d\d):(\d\d)/.exec((await busy.textContent()) ?? '') ?? [])
    .slice(1)
    .map(Number)
  const again = new Date(before + 3_600_000)
  const minutesOff = hours! * 60 + minutes! - (again.getHours() * 60 + again.getMinutes())
  expect(((minutesOff % 1_440) + 1_440) % 1_440).toBeLessThanOrEqual(1)
  const left = room.captures.filter({ hasText: /Waiting until \d\d:\d\d, as the site asked · d\.localhost/ })
  await expect(left).toBeVisible()
  expect(timesAsked(other.path)).toBe(0)

  busyAfter = undefined
  site.release(other.hold)
  await busy.getByRole('button', { name: 'Retry' }).click()
  await expectSaved({ title: 'Room at last' }, other)
})

test('what was to be tried again while the app was closed is tried when it opens', async () => {
  busyAfter = 1
  await add({ url: site.url('e', '/busy') })
  await expect(room.captures).toContainText('Tries again at')
  await app.close()
  busyAfter = undefined
  const [{ file, job }] = waiting() as [{ file: string; job: CaptureJob }]
  const past = new Date(Date.now() - 1_000).toISOString()
  writeFileSync(file, seal({ ...job, state: { ...job.state, retryAt: past } }))
  await start()
  await expectSaved({ title: 'Room at last' })
})

test('without a network, links wait and say so; when it is back they are saved without a hand', async () => {
  const online = (isOnline: boolean) =>
    app.electron.evaluate(({ net }, value) => void Object.assign(net, { isOnline: () => value }), isOnline)
  const links = [heldPage('d'), heldPage('e'), heldPage('f')]
  for (const { hold } of links) site.release(hold)
  await online(false)
  await site.stop()
  await add(...links)
  await expect(room.captures.filter({ hasText: 'You are offline. The link is queued.' })).not.toHaveCount(0)
  await expect(room.captures).toHaveCount(3)
  const strip = app.window.locator('.activity')
  await expect(strip).toContainText('3 links wait for the network')
  await room.view('Later')
  await expect(strip).toContainText('3 links wait for the network')
  await room.view('Inbox')
  await site.start()
  await online(true)
  await expectSaved(...links)
  await expect(room.captures).toHaveCount(0)
})

test('G11 during a capture: what the computer slept through is asked for once more when it wakes; slept through again, its time is up', async () => {
  const wake = () => app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'))
  const once = heldPage('d')
  await add(once)
  await site.requested(once.path)
  await wake()
  await expect.poll(() => timesAsked(once.path)).toBe(2)
  site.release(once.hold)
  await expectSaved(once)

  const twice = heldPage('e')
  await add(twice)
  await site.requested(twice.path)
  await wake()
  await expect.poll(() => timesAsked(twice.path)).toBe(2)
  await wake()
  await expect(room.captures).toContainText('The page took too long (45 s).')
  expect(timesAsked(twice.path)).toBe(2)
})

for (const [how, end] of [
  ['closed', () => app.close()],
  ['killed', () => app.kill()],
] as const)
  test(`the app ${how}: what ran and what waited is saved after the next start, once`, async () => {
    const links = ['d', 'e', 'f', 'g'].map(heldPage)
    await add(...links)
    await Promise.all(links.slice(0, 2).map(({ path }) => site.requested(path)))
    await expect.poll(() => waiting().length).toBe(4)
    await end()
    for (const { hold } of links) site.release(hold)
    await start()
    await expectSaved(...links)
    await expect(room.rows).toHaveCount(5)
    await expect.poll(waiting).toEqual([])
  })

test('the window made ahead while a page is read takes the next page, of the same site too', async () => {
  await app.electron.evaluate(({ app: electron }) => {
    Object.assign(globalThis, { windowsMade: 0 })
    electron.on('browser-window-created', () => {
      const counted = globalThis as unknown as { windowsMade: number } // put there three lines above
      counted.windowsMade += 1
    })
  })
  const pagesSaved = 6
  for (let n = 0; n < pagesSaved; n += 1) await app.window.evaluate(savedInWindow, site.url('d', `/many/${pages++}`))
  const made = await app.electron.evaluate(() => (globalThis as unknown as { windowsMade: number }).windowsMade) // as above
  // The first page's own, one made ahead after each, and the page that extracts.
  expect(made).toBeLessThanOrEqual(1 + pagesSaved + 1)
})
