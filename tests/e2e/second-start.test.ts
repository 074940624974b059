// Addresses that come from outside: with the first start, with later ones, and from links of web pages. Each is saved, asked about, or said to be
// none, whatever the window is doing at that moment.
import { createHash } from 'node:crypto'
import { readdirSync, realpathSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { launchApp, newPlaces, runCli, type App, type Places } from './app.ts'
import { roomOf, type Room } from './room.ts'
import { dialogsOf, forgetDialogs, recordDialogs } from './systemDialogs.ts'

test.describe.configure({ mode: 'serial' })

const noAddress = 'Only http and https pages can be saved.'

let site: Site
let places: Places
let app: App
let room: Room

test.beforeAll(async () => {
  site = await startSite()
  places = await newPlaces()
  app = await launchApp({
    ...places,
    allowPrivate: site.hosts(),
    args: [site.url('a', '/many/1'), 'ftp://first/', site.url('b', '/many/2')],
  })
  room = roomOf(app.window)
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

/** A second start, as a file browser or a web browser makes it. */
async function startAgain(...words: readonly string[]): Promise<void> {
  const end = await runCli(words, { ...places })
  expect(end.code, end.stderr).toBe(0)
}
const offered = (url: string) => `offprint://save?url=${encodeURIComponent(url)}`
const dialog = () => app.window.getByRole('dialog')
const field = () => dialog().getByRole('textbox')
const saved = (path: string) => expect(room.row(site.truth(path).title)).toBeVisible({ timeout: 30_000 })

test('what the first start brings is saved, and what cannot be saved stands in the field with the reason', async () => {
  await saved('/many/1')
  await saved('/many/2')
  await expect(dialog().getByRole('alert')).toContainText(noAddress)
  await expect(field()).toHaveValue('ftp://first/')
})

test('what later starts bring joins what stands in the field; nothing of it is lost', async () => {
  await field().fill('half typed')
  await Promise.all([
    startAgain(site.url('a', '/many/3'), 'ftp://second/'),
    startAgain(site.url('b', '/many/4'), 'ftp://third/'),
  ])
  await expect
    .poll(async () => (await field().inputValue()).split('\n').sort())
    .toEqual(['ftp://second/', 'ftp://third/', 'half typed'])
  await expect(dialog().getByRole('alert').filter({ hasText: noAddress }).first()).toBeVisible()
  await saved('/many/3')
  await saved('/many/4')
  await room.press('Escape')
  await expect(dialog()).toHaveCount(0)
})

test('K3: a page that a link has offered is saved once the person says so, and the question names its host', async () => {
  await recordDialogs(app, 0)
  await startAgain(offered(site.url('a', '/many/5')))
  await saved('/many/5')
  expect(await dialogsOf(app)).toEqual(['question: Save a.localhost?'])
})

test('K3: of many links at once three are asked about, one after the other, while the first question stands', async () => {
  await app.electron.evaluate(({ dialog: native }) => {
    const asked: string[] = []
    const answers: (() => void)[] = []
    Object.assign(globalThis, { saidByDialogs: asked, answers })
    native.showMessageBox = (...args: unknown[]) => {
      asked.push((args.at(-1) as Electron.MessageBoxOptions).message)
      return new Promise((resolve) => answers.push(() => resolve({ response: 1, checkboxChecked: false })))
    }
  })
  const answer = () =>
    app.electron.evaluate(() => (globalThis as unknown as { answers: (() => void)[] }).answers.shift()?.())
  await startAgain(...['p', 'q', 'r', 's', 't'].map((host) => offered(`https://${host}.example/`)))
  await expect.poll(() => dialogsOf(app)).toEqual(['Save p.example?'])
  // What the person gives meanwhile needs no answer.
  await startAgain(site.url('a', '/many/7'))
  await saved('/many/7')
  await answer()
  await expect.poll(() => dialogsOf(app)).toEqual(['Save p.example?', 'Save q.example?'])
  await answer()
  await answer()
  await expect.poll(async () => (await dialogsOf(app)).length).toBe(3)
  await answer()
  await forgetDialogs(app)
  await startAgain(offered('https://u.example/'))
  await expect.poll(() => dialogsOf(app)).toEqual(['Save u.example?'])
  await answer()
  await expect(room.captures).toHaveCount(0)
})

test('K3: a link that macOS hands over by its own event is asked about, too', async () => {
  await recordDialogs(app, 0)
  await app.electron.evaluate(
    ({ app: own }, link) => void own.emit('open-url', { preventDefault: () => undefined }, link),
    offered(site.url('b', '/many/8')),
  )
  await saved('/many/8')
  expect(await dialogsOf(app)).toEqual(['question: Save b.localhost?'])
})

test('K3: a link that starts the app is asked about in its window', async () => {
  await app.close()
  app = await launchApp({ ...places, allowPrivate: site.hosts(), args: ['offprint://save?url=http%3A%2F%2F'] })
  room = roomOf(app.window)
  await expect(room.rows.first()).toBeVisible()
  // The first dialog stood before a test could look; the window under it answers all the same.
  await recordDialogs(app, 0)
  await room.press('Control+n')
  await expect(field()).toBeVisible()
})

test('what a second start brings while the first is still opening its library is saved', async () => {
  test.skip(process.platform === 'win32', 'The lock is a pipe there, which no test can see in a folder.')
  const own = await newPlaces()
  const mark = createHash('sha256').update(realpathSync(own.vault)).digest('hex').slice(0, 16)
  const first = launchApp({ ...own, allowPrivate: site.hosts() })
  await expect.poll(() => readdirSync('/tmp').some((name) => name.startsWith(`offprint-${mark}-`))).toBe(true)
  const second = await runCli([site.url('a', '/many/7')], { ...own })
  expect(second.code, second.stderr).toBe(0)
  const opened = await first
  await expect(roomOf(opened.window).row(site.truth('/many/7').title)).toBeVisible({ timeout: 30_000 })
  await opened.close()
})
