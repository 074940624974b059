// Signing in to a site on purpose: a marked window, a session that the captures of that site use and those of no other, and the way to forget it.
import { expect, test, type Page } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { composedSentences } from '../site/composed.ts'
import { foldedSentence, minutesTitle } from '../site/members.ts'
import { launchApp, type App } from './app.ts'
import { keptPage, versionRecords } from './vaultFiles.ts'

test.describe.configure({ mode: 'serial' })

let site: Site
let app: App
const path = '/club/story'

test.beforeAll(async () => {
  site = await startSite()
  app = await launchApp({ allowPrivate: site.hosts() })
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

/** Saves through the window's own request and answers with the verdict. */
const save = (host: string) =>
  app.window.evaluate(
    async (url) => {
      const ended = new Promise<string>((resolve) => {
        window.offprint.on('capture.changed', ({ url: of, state }) => {
          if (of === url && state.kind === 'saved') resolve(state.verdict)
          if (of === url && state.kind === 'failed') resolve(state.failure.code)
        })
      })
      await window.offprint.request('capture.add', [url])
      return ended
    },
    site.url(host, path),
  )

const signInPage = (): Page | undefined =>
  app.electron.windows().find((page) => !page.isClosed() && page.url().startsWith(site.url('a', '/club')))
const titles = () =>
  app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().flatMap((one) => (one.isVisible() ? [one.getTitle()] : [])),
  )

/** As the keyboard does: the page hears of it only where the app lets it. */
const pressSave = () =>
  app.electron.evaluate(({ webContents }) => {
    const contents = webContents
      .getAllWebContents()
      .find((one) => one.getURL().includes('/club/') && !one.isDestroyed())
    contents?.sendInputEvent({ type: 'keyDown', keyCode: 'S', modifiers: ['control'] })
    contents?.sendInputEvent({ type: 'keyUp', keyCode: 'S', modifiers: ['control'] })
  })

test('without a sign-in the page is kept as the wall that it is', async () => {
  expect(await save('a')).toBe('wall')
})

test('the window in which one signs in says what it is, whatever the page calls itself', async () => {
  await app.window.evaluate((url) => window.offprint.request('signIn.open', url), site.url('a', path))
  await expect.poll(titles).toContain('Sign-in window: a.localhost · Offprint')
  await expect.poll(() => signInPage()?.locator('form').count()).toBe(1)
})

test('another site that says who one is does so in a marked window above it, and is heard', async () => {
  const popup = () => app.electron.windows().find((page) => !page.isClosed() && page.url().endsWith('/club/who'))
  await signInPage()!.locator('#with').click()
  await expect.poll(titles).toContain('Sign-in window: c.localhost · Offprint')
  await expect.poll(() => popup()?.locator('button').count()).toBe(1)
  const walls = await app.electron.evaluate(({ webContents }) => {
    const contents = webContents.getAllWebContents().find((one) => one.getURL().endsWith('/club/who'))
    return contents?.executeJavaScript('[typeof require, typeof process, open("about:blank")]')
  })
  expect(walls).toEqual(['undefined', 'undefined', null])
  // A moment later: the window closes with it, and may be gone before the click is answered.
  await popup()!.evaluate(() => void setTimeout(() => document.querySelector('button')!.click()))
  await expect.poll(() => signInPage()?.title()).toBe('Welcome')
  await expect.poll(titles).not.toContain('Sign-in window: c.localhost · Offprint')
})

test('who has signed in sees the page as a member does', async () => {
  await signInPage()!.locator('form button').click()
  await expect.poll(() => signInPage()?.locator('#more').count()).toBe(1)
  expect(await titles()).toContain('Sign-in window: a.localhost · Offprint')
})

test('what the window shows is kept as it is shown', async () => {
  const page = signInPage()!
  await page.locator('#more').click()
  await pressSave()
  const latest = () => versionRecords(app.vault).at(-1)
  await expect.poll(() => latest()?.verdict).toBe('complete')
  expect(latest()!.images).toEqual({ kept: 1, found: 1 })
  const id = latest()!.id
  const shown = await app.window.evaluate(
    ([article, version]) => window.offprint.request('vault.versions', [{ article: article!, version: version! }]),
    [id, latest()!.version],
  )
  expect(shown.ok && shown.value[0]?.html).toContain(foldedSentence)
})

test('frames and closed shadow trees are kept as the window shows them', async () => {
  const page = signInPage()!
  await page.goto(site.url('a', '/club/minutes'))
  await expect(page.frameLocator('#inside').locator('h1')).toHaveText('Remarks of the day')
  await pressSave()
  const latest = () => versionRecords(app.vault).at(-1)
  await expect.poll(() => latest()?.title).toBe(minutesTitle)
  const kept = keptPage(app.vault, latest()!.id)
  for (const key of ['cross', 'nested', 'closed'] as const) expect(kept).toContain(composedSentences[key])
})

test('later captures of that site are signed in, those of another are not', async () => {
  await signInPage()!.close()
  expect(await save('a')).toBe('complete')
  expect(await save('b')).toBe('wall')
  const cookiesOf = (host: string) =>
    site.requests
      .filter((one) => one.host === `${host}.localhost` && one.path === path)
      .map(({ headers }) => headers.cookie)
  expect(cookiesOf('a').at(-1)).toContain('member=yes')
  expect(cookiesOf('b')).toEqual([undefined])
})

test('a site that is forgotten sees a stranger again', async () => {
  const listed = () => app.window.evaluate(() => window.offprint.request('settings.read'))
  const before = await listed()
  expect(before.ok && before.value.signedInSites).toEqual(['a.localhost'])
  await app.window.evaluate(() => window.offprint.request('signIn.forget', 'a.localhost'))
  const after = await listed()
  expect(after.ok && after.value.signedInSites).toEqual([])
  expect(await save('a')).toBe('wall')
})
