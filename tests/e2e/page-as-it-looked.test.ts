// The page as it looked when it was saved: kept whole, shown and handed out without a request.
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { composedSentences } from '../site/composed.ts'
import { batchSentence } from '../site/endless.ts'
import { serialSentence } from '../site/serial.ts'
import { launchApp, newPlaces, runCli, type Places } from './app.ts'
import { articlesOf } from './jsonLines.ts'
import { roomOf } from './room.ts'
import { keptPage, versionRecords } from './vaultFiles.ts'

let site: Site
let places: Places

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  site = await startSite()
  places = await newPlaces()
})
test.afterAll(() => site.close())

const run = (...args: readonly string[]) => runCli(args, { ...places, allowPrivate: site.hosts() })

test('show --page writes one file that holds its styles and pictures and names no address to load', async () => {
  const saved = await run('save', site.url('a', '/news/tide-mill'), '--json')
  expect(saved.code, saved.stderr).toBe(0)
  const [entry] = articlesOf(saved)
  await site.stop()
  const { code, stdout } = await run('show', entry!.id, '--page')
  await site.start()
  expect(code).toBe(0)
  // Said without the page itself: it is long.
  const says = (pattern: RegExp) => pattern.test(stdout)
  expect(says(/^<!DOCTYPE html>\n<html/)).toBe(true)
  expect(stdout.match(/<img[^>]* src="data:image\/png;base64,[^"]{1000,}"/g)?.length).toBe(
    site.truth('/news/tide-mill').images,
  )
  expect(says(/<style/)).toBe(true)
  expect(says(/offprint-asset:|<link[^>]*stylesheet|@import|url\(["']?https?:/)).toBe(false)
  expect(says(/<script(?! type="(?:application\/ld\+json|math))/)).toBe(false)
  expect(says(/<(?!iframe)[^>]* (?:src|srcset|poster|data)="https?:/)).toBe(false)
})

test('the snapshot shows frames, shadow trees and all pages of a long article as they looked, offline', async () => {
  const paths = ['/composed/frames', '/composed/frameset', '/composed/shadow', '/serial/lodger']
  const saved = await run('save', ...paths.map((path) => site.url('a', path)), '--json')
  expect(saved.code, saved.stderr).toBe(0)
  await site.stop()
  const app = await launchApp({ ...places, allowPrivate: site.hosts() })
  try {
    const room = roomOf(app.window)
    const snapshotOf = async (title: string) => {
      await room.open(title)
      await app.window.getByRole('tab', { name: 'Snapshot' }).click()
      return app.window.frameLocator('iframe[src^="/snapshot/"]')
    }
    const frames = await snapshotOf('The two calendars')
    const cross = frames.frameLocator('#cross')
    await expect(cross.locator('h1')).toHaveText('Remarks of the day')
    await expect(cross.locator('h1')).toHaveCSS('color', 'rgb(0, 100, 0)')
    await expect(cross.locator('body')).toHaveCSS('background-image', /offprint-asset:/)
    await expect.poll(() => cross.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480)
    await expect(cross.frameLocator('#nested').locator('#depth')).toHaveText(composedSentences.nested)
    await expect(frames.frameLocator('#srcdoc').locator('p')).toHaveText(composedSentences.srcdoc)
    await expect(frames.frameLocator('#srcdoc').locator('body')).toHaveCSS('background-color', 'rgb(240, 230, 200)')
    await expect(frames.frameLocator('#player').locator('body')).toHaveText('A film of the harbournowhere.localhost')

    const frameset = await snapshotOf('Remarks of the day')
    await expect(frameset.frameLocator('#story').locator('h1')).toHaveText('Remarks of the day')
    await expect(frameset.frameLocator('[name="menu"]').getByText('First floor')).toBeVisible()
    await app.window.getByRole('tab', { name: 'Article' }).click()
    const { text } = await room.shown('Remarks of the day')
    expect(text).toContain(composedSentences.cross)
    expect(text).not.toContain('First floor')

    const shadow = await snapshotOf('Behind the curtain')
    await expect(shadow.locator('x-room')).toHaveCSS('border-top-color', 'rgb(1, 2, 3)')
    await expect(shadow.locator('x-room')).toHaveCSS('visibility', 'visible')
    await expect(shadow.locator('x-room h2')).toHaveCSS('color', 'rgb(10, 20, 30)')
    await expect(shadow.getByText(composedSentences.shadow)).toHaveCSS('color', 'rgb(0, 0, 90)')
    await expect(shadow.getByText(composedSentences.slotted)).toHaveCSS('color', 'rgb(90, 0, 0)')

    const serial = await snapshotOf('The lodger, told in full')
    for (const part of [2, 3]) {
      const place = serial.locator('iframe[data-offprint-part]').nth(part - 2)
      const inside = place.contentFrame()
      await expect(inside.getByText(serialSentence('lodger', part))).toBeVisible()
      await expect
        .poll(() =>
          place.evaluate(
            (frame: HTMLIFrameElement) =>
              frame.clientHeight - (frame.contentDocument?.documentElement.scrollHeight ?? Infinity),
          ),
        )
        .toBe(0)
    }
  } finally {
    await app.close()
    await site.start()
  }
})

test('shadow trees that the page keeps closed are in the text and in the snapshot, there also those of frames', async () => {
  const saved = await run('save', site.url('a', '/composed/closed'), '--json')
  expect(saved.code, saved.stderr).toBe(0)
  const [entry] = articlesOf(saved)
  const record = versionRecords(places.vault).find(({ id }) => id === entry!.id)
  expect(record).toMatchObject({ verdict: 'complete', images: { kept: 1, found: 1 } })
  const { stdout } = await run('show', entry!.id, '--text')
  for (const key of ['closed', 'within', 'written'] as const) expect(stdout).toContain(composedSentences[key])
  const app = await launchApp({ ...places, allowPrivate: site.hosts() })
  try {
    await roomOf(app.window).open('Rooms without a handle')
    await app.window.getByRole('tab', { name: 'Snapshot' }).click()
    const snapshot = app.window.frameLocator('iframe[src^="/snapshot/"]')
    await expect(snapshot.getByText(composedSentences.closed)).toHaveCSS('color', 'rgb(70, 0, 70)')
    await expect(snapshot.getByText(composedSentences.within)).toBeVisible()
    await expect(snapshot.getByText(composedSentences.written)).toBeVisible()
    await expect
      .poll(() => snapshot.locator('x-closet img').evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(480)
    await expect(snapshot.frameLocator('#opposite').getByText(composedSentences.framed)).toHaveCSS(
      'color',
      'rgb(0, 60, 60)',
    )
  } finally {
    await app.close()
  }
})

test('the text of a frame and of a shadow tree is part of the article', async () => {
  const saved = await run('save', site.url('b', '/composed/frames'), site.url('b', '/composed/shadow'), '--json')
  expect(saved.code, saved.stderr).toBe(0)
  const texts = await Promise.all(articlesOf(saved).map(async ({ id }) => (await run('show', id, '--text')).stdout))
  const all = texts.join('\n')
  for (const key of ['page', 'cross', 'shadow', 'slotted'] as const) expect(all).toContain(composedSentences[key])
})

test('a page without an end is followed for a while, and kept as far as it went', async () => {
  const url = site.url('b', '/app/endless')
  const began = Date.now()
  const saved = await run('save', url, '--json')
  expect(saved.code, saved.stderr).toBe(0)
  expect(Date.now() - began).toBeLessThan(60_000)
  const [entry] = articlesOf(saved)
  const page = keptPage(places.vault, entry!.id)
  expect(page).toContain(batchSentence(3))
  expect(page.split('<p>Batch ').length).toBeLessThan(200)
})

test('what is kept of a page takes no more room than three times what it loaded', async () => {
  for (const path of ['/news/tide-mill', '/many/3']) {
    const saved = await run('save', site.url('c', path), '--json')
    const [entry] = articlesOf(saved)
    const loaded = await Promise.all(
      [path, '/furniture/site.css'].map(async (one) => {
        const answer = await fetch(`http://127.0.0.1:${site.port}${one}`)
        return (await answer.text()).length
      }),
    )
    // Pictures are kept as they came, so the page itself is all that could grow.
    expect(keptPage(places.vault, entry!.id).length, path).toBeLessThan(3 * loaded.reduce((sum, one) => sum + one, 0))
  }
})
