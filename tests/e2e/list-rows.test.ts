// The list of a long library: its elements are filled again with other rows as one scrolls.
import { expect, test } from 'playwright/test'
import { appUser } from '../../build/appUser.ts'
import { handOver } from '../../build/handOver.ts'
import type { ActBody } from '../../preload/act.ts'
import { newUlid } from '../../main/vault/ulid.ts'
import { openVault } from '../../main/vault/vault.ts'
import { launchApp, newFolder, type App } from './app.ts'
import { roomOf, type Room } from './room.ts'

/** More than are read with the first page, and than is read ahead of a screen. */
const count = 400

let app: App
let room: Room

test.beforeAll(async () => {
  test.setTimeout(180_000)
  const vault = await newFolder('vault')
  await fillVault(vault)
  await handOver(vault, await appUser(), '/')
  app = await launchApp({ vault })
  room = roomOf(app.window)
  await expect(app.window.getByRole('button', { name: `All ${count}`, exact: true })).toBeVisible({ timeout: 120_000 })
  await expect(room.rows.first()).toBeVisible()
})
test.afterAll(() => app.close())

test('wherever one scrolls to, each row is the one of its place, with all that belongs to it and nothing of another', async () => {
  await app.window.keyboard.press('g')
  await app.window.keyboard.press('e')
  const grid = app.window.getByRole('grid', { name: 'All' })
  await expect(grid).toHaveAttribute('aria-rowcount', String(count))
  await expect(room.rows.first()).toBeVisible()
  for (const part of [0.5, 1, 0.02, 0.03, 0.9, 0]) {
    await grid.evaluate((list, to) => void (list.scrollTop = to * (list.scrollHeight - list.clientHeight)), part)
    await expect
      .poll(() =>
        grid.evaluate((list) => {
          const box = list.getBoundingClientRect()
          const inSight = [...list.querySelectorAll('[role="row"]')].filter((row) => {
            const { top, bottom } = row.getBoundingClientRect()
            return bottom > box.top && top < box.bottom
          })
          return inSight.map((row) => {
            const place = row.getBoundingClientRect()
            const at = Math.round((place.top - box.top + list.scrollTop) / place.height)
            return {
              at,
              title: row.querySelector('h3')?.textContent,
              tag: row.querySelector('.row-tag')?.textContent ?? null,
              isRead: row.querySelector('.row-progress') !== null,
            }
          })
        }),
      )
      .toEqual(expectedIn(await placesInSight(part)))
  }

  async function placesInSight(part: number): Promise<readonly number[]> {
    const [top, height, all] = await grid.evaluate(
      (list) => [list.scrollTop, list.clientHeight, list.scrollHeight] as const,
    )
    expect(Math.abs(top - part * (all - height))).toBeLessThan(2)
    const rowHeight = all / count
    const first = Math.floor(top / rowHeight)
    const last = Math.min(count - 1, Math.ceil((top + height) / rowHeight) - 1)
    return Array.from({ length: last - first + 1 }, (_, n) => first + n)
  }
})

/** Article n, counted from the oldest: every third tagged, every second of them archived, every fifth begun. */
async function fillVault(root: string): Promise<void> {
  const opened = await openVault({ root, device: 'listrows00' })
  if (!opened.ok) throw new Error(opened.failure.code)
  const acts: ActBody[] = []
  for (let n = 0; n < count; n += 1) {
    const [id, version] = [newUlid(), newUlid()]
    const url = `https://rows.example/${n}`
    const savedAt = new Date(Date.UTC(2024, 0, 1) + n * 60_000).toISOString()
    const record = {
      id,
      version,
      url,
      canonicalUrl: url,
      title: titleOf(n),
      lang: 'en',
      excerpt: `What stands first in article ${n}.`,
      capturedAt: savedAt,
      how: { way: 'imported' as const, app: 'test' },
      verdict: 'complete' as const,
      reasons: [],
      words: 6,
      blobs: [],
    }
    const written = await opened.value.writeVersion({ record, html: `<p>What stands first in article ${n}.</p>` })
    if (!written.ok) throw new Error(written.failure.code)
    acts.push({ act: 'saved', article: id, version, url, canonicalUrl: url, savedAt, current: true })
    if (hasTag(n)) acts.push({ act: 'tagged', article: id, tag: tagOf(n) })
    if (n % 2 === 0) acts.push({ act: 'moved', article: id, place: 'archive' })
    if (isBegun(n)) acts.push({ act: 'progressed', article: id, progress: 0.5, paragraph: 0 })
  }
  const appended = await opened.value.append(acts)
  if (!appended.ok) throw new Error(appended.failure.code)
  await opened.value.close()
}

function titleOf(n: number): string {
  return `Article number ${n}`
}

function hasTag(n: number): boolean {
  return n % 3 === 0
}

function tagOf(n: number): string {
  return `tag-${n % 10}`
}

function isBegun(n: number): boolean {
  return n % 5 === 0
}

/** The newest stands first. */
function expectedIn(places: readonly number[]) {
  return places.map((at) => {
    const n = count - 1 - at
    return { at, title: titleOf(n), tag: hasTag(n) ? tagOf(n) : null, isRead: isBegun(n) }
  })
}
