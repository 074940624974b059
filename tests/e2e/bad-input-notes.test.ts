// What is saved with a word about it, in the window: each page is saved by itself, and the person reads the same words as on standard error,
// first in passing and later in Details. One app for all of it.
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { launchApp, type App } from './app.ts'
import { startTls } from './badAddresses.ts'
import { oddPages, oddSentences, oddTitle } from './oddPages.ts'
import { roomOf, type Room } from './room.ts'

const noText = 'No article text was found. The link is saved.'
const pages: readonly { title: string; host: string; path: string; said: string | RegExp }[] = [
  {
    title: 'D1: a page whose script never ends',
    host: 'spin',
    path: '/traps/spin',
    said: "The page's script was stopped.",
  },
  { title: 'D7: a page without an article', host: 'canvas', path: '/canvas', said: noText },
  { title: 'D7: a page that asks to sign in', host: 'login', path: '/login', said: noText },
  {
    title: 'I1: a picture that is none',
    host: 'broken',
    path: '/odd/one-broken-image',
    said: '1 image could not be saved.',
  },
  {
    title: 'I2: a picture and a film that are too large',
    host: 'huge',
    path: '/odd/huge-images',
    said: /2 images are too large to keep\.|1 image could not be saved\. 1 image is too large to keep\./,
  },
  { title: 'I4: a picture that is gone', host: 'gone', path: '/odd/gone-image', said: '1 image could not be saved.' },
]

let site: Site
let tls: Awaited<ReturnType<typeof startTls>>
let app: App
let room: Room

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  site = await startSite({ routes: oddPages })
  tls = await startTls(
    `<!doctype html><html lang="en"><title>${oddTitle}</title><article><h1>${oddTitle}</h1>${oddSentences.map((one) => `<p>${one}</p>`).join('')}</article>`,
  )
  app = await launchApp({
    allowPrivate: [
      ...site.hosts('u5', 'u12', 'xn--ppel-43d', ...pages.map(({ host }) => host)),
      `u2.localhost:${tls.port}`,
    ],
  })
  room = roomOf(app.window)
  await expect(room.rows.first()).toBeVisible()
})
test.afterAll(async () => {
  await app.close()
  await tls.close()
  await site.close()
})

const said = () => app.window.locator('.toaster')
const details = () => app.window.getByRole('complementary', { name: 'About this article' })

/** Answers how many articles there were before. */
async function save(text: string): Promise<number> {
  const before = await room.rows.count()
  await room.press('Control+n')
  const field = app.window.getByRole('dialog').getByRole('textbox')
  await field.fill(text)
  await field.press('Enter')
  await expect(app.window.getByRole('dialog')).toHaveCount(0)
  return before
}

/** The latest article, open, with its details. */
async function openLatest(before: number): Promise<void> {
  await expect(room.rows).toHaveCount(before + 1, { timeout: 30_000 })
  await room.rows.first().click()
  await expect(app.window.getByRole('toolbar', { name: 'Article' })).toBeVisible()
  if ((await details().count()) === 0) await room.press('i')
  await details().getByRole('tab', { name: 'Details' }).click()
}

for (const { title, host, path, said: words } of pages)
  test(title, async () => {
    test.setTimeout(90_000)
    const before = await save(site.url(host, path))
    await expect(said()).toContainText(words, { timeout: 60_000 })
    await openLatest(before)
    await expect(details()).toContainText(`${host}.localhost`)
    await expect(details()).toContainText(words)
  })

test('U5: sign-in details in an address', async () => {
  const before = await save(site.url('u5', '/many/5').replace('://', '://user:secret@'))
  await expect(said()).toContainText('Sign-in details were removed from the address.', { timeout: 30_000 })
  await openLatest(before)
  await expect(details()).toContainText('Sign-in details were removed from the address.')
  await expect(app.window.locator('body')).not.toContainText('secret')
})

test('U12: the same page again', async () => {
  const { title } = site.truth('/many/7')
  await save(site.url('u12', '/many/7'))
  await expect(room.row(title)).toBeVisible({ timeout: 30_000 })
  await save(`${site.url('U12', '/many/7/')}?utm_source=letter#part`)
  await expect(said()).toContainText(/Already saved on \d+ \w+ \d{4}\. A new version was taken\./, { timeout: 30_000 })
  await expect(room.row(title)).toHaveCount(1)
})

test('U11: a kept article from a name that only looks like another one shows what it is', async () => {
  const look = site.url('xn--ppel-43d', '/odd/plain').replace('xn--ppel-43d', '\u0430ppel')
  const shown = new RegExp(`\u0430ppel\\.localhost:\\d+ \\(xn--ppel-43d\\.localhost:\\d+\\)`)
  const before = await save(look)
  await expect(room.row(oddTitle).filter({ hasText: shown })).toBeVisible({ timeout: 30_000 })
  await openLatest(before)
  await expect(details()).toContainText(shown)
})

test('U2: an address without a scheme is saved from its secure one', async () => {
  // No name of this machine has a certificate that anybody trusts.
  await app.electron.evaluate(({ app: own }) =>
    own.on('certificate-error', (event, _contents, _url, _error, _certificate, trust) => {
      event.preventDefault()
      trust(true)
    }),
  )
  const before = await save(`u2.localhost:${tls.port}/`)
  await expect(room.row(oddTitle).filter({ hasText: `u2.localhost:${tls.port}` })).toBeVisible({ timeout: 30_000 })
  await openLatest(before)
  await expect(details()).toContainText(`https://u2.localhost:${tls.port}/`)
})
