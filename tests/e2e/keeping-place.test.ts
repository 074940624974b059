// Where one is in the list: kept while articles arrive, while one searches, goes to another view, opens something from the palette.
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { launchApp, runCli, type App } from './app.ts'
import { hitsOf } from './jsonLines.ts'
import { madeVault } from './madeVault.ts'
import { inText, roomOf, type Room } from './room.ts'

test.describe.configure({ mode: 'serial' })

const count = 60
const rowPx = 146
/** The newest is listed first. */
const title = (n: number) => `Letter ${n}`

let site: Site
let app: App
let room: Room

test.beforeAll(async () => {
  site = await startSite()
  const { vault } = await madeVault(
    Array.from({ length: count }, (_, n) => ({
      title: title(count - n),
      paragraphs: [`Of the harbour, in letter ${count - n}.`, ...(n % 2 === 0 ? ['And of a lantern.'] : [])],
      tags: n % 3 === 0 ? ['ports'] : [],
    })),
  )
  app = await launchApp({ vault, allowPrivate: site.hosts() })
  room = roomOf(app.window)
  await expect(app.window.getByRole('button', { name: /^Inbox/ })).toHaveText(`Inbox${count}`)
  const done = app.window.getByRole('button', { name: 'All right' })
  if (await done.isVisible()) await done.click()
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

const list = () => app.window.getByRole('grid')
const field = () => app.window.getByRole('textbox', { name: 'Search' })
const scroll = () => list().evaluate((box) => box.scrollTop)
const scrollTo = (top: number) => list().evaluate((box, to) => box.scrollTo({ top: to, behavior: 'instant' }), top)
const cursor = () =>
  app.window.locator('.row[data-cursor]').evaluateAll((rows) => rows[0]?.querySelector('h3')?.textContent)
/** How far below the top of the list the row stands. */
const placeOf = (name: string) =>
  room
    .row(name)
    .evaluate((row) => row.getBoundingClientRect().top - row.closest('[role="grid"]')!.getBoundingClientRect().top)

test('the list has the keys from the start', async () => {
  await expect(list()).toBeFocused()
})

test('Page Down and Page Up move the cursor by a screen of rows', async () => {
  await list().focus()
  await room.press('Home')
  await expect.poll(cursor).toBe(title(1))
  const rows = Math.floor((await list().evaluate((box) => box.clientHeight)) / rowPx)
  await room.press('PageDown')
  await expect.poll(cursor).toBe(title(1 + rows))
  await room.press('PageDown')
  await expect.poll(cursor).toBe(title(1 + 2 * rows))
  await room.press('PageUp')
  await expect.poll(cursor).toBe(title(1 + rows))
})

test('what one looks at stays where it is while an article arrives above it, and goes again', async () => {
  await scrollTo(20 * rowPx + 40)
  await expect.poll(() => placeOf(title(22))).toBe(rowPx - 40)
  const { title: arrived } = site.truth('/many/11')
  await app.window.evaluate((url) => window.offprint.request('capture.add', [url]), site.url('a', '/many/11'))
  await expect(app.window.getByRole('button', { name: /^Inbox/ })).toHaveText(`Inbox${count + 1}`, { timeout: 60_000 })
  await expect.poll(scroll).toBe(21 * rowPx + 40)
  expect(await placeOf(title(22))).toBe(rowPx - 40)

  const places = { vault: app.vault, profile: app.profile }
  const [found] = hitsOf(await runCli(['search', arrived, '--json'], places))
  expect(found?.title).toBe(arrived)
  const put = await runCli(['trash', found?.id ?? ''], places)
  expect(put.code, put.stderr).toBe(0)
  await expect(app.window.getByRole('button', { name: /^Inbox/ })).toHaveText(`Inbox${count}`)
  await expect.poll(() => placeOf(title(22))).toBe(rowPx - 40)
})

test('another search begins at its first row; cleared by Escape, the list is where it was, with its cursor and the keys', async () => {
  await scrollTo(30 * rowPx)
  await room.row(title(32)).click()
  const before = await scroll()
  await field().fill('harbour')
  await expect(app.window.getByText(`${count} articles`)).toBeVisible()
  await scrollTo(10 * rowPx)
  await field().fill('harbour lantern')
  await expect(app.window.getByText(`${count / 2} articles`)).toBeVisible()
  await expect.poll(scroll).toBe(0)

  await field().press('ArrowDown')
  await field().press('Enter')
  await expect(inText(app.window).locator('h1')).toBeVisible()
  await room.press('Escape')
  await expect(list()).toBeFocused()
  await room.press('Escape')
  await expect(field()).toHaveValue('')
  await expect(room.row(title(32))).toBeVisible()
  expect(await scroll()).toBe(before)
  expect(await cursor()).toBe(title(32))
  await expect(list()).toBeFocused()
})

test('a view is where it was left when one comes back to it', async () => {
  await scrollTo(30 * rowPx)
  await room.row(title(32)).click()
  const before = await scroll()
  await app.window.getByRole('button', { name: /^ports/ }).click()
  await expect(app.window.getByText(`${count / 3} articles`)).toBeVisible()
  expect(await scroll()).toBe(0)
  await room.press('g')
  await room.press('i')
  await expect(room.row(title(32))).toBeVisible()
  expect(await scroll()).toBe(before)
  await expect.poll(cursor).toBe(title(32))
})

test('put into another order and back, the list shows the row under the cursor', async () => {
  /** Until the other order is there the keys go through the rows of this one, and gone back from before that nothing has moved. */
  const order = async (from: string, to: string, { has, at }: { has: number; at: number }) => {
    await app.window.getByRole('button', { name: `Order: ${from}` }).click()
    await app.window.getByRole('menuitemradio', { name: to, exact: true }).click()
    await expect(app.window.getByRole('button', { name: `Order: ${to}` })).toBeVisible()
    await expect(room.row(title(has))).toHaveAttribute('aria-rowindex', String(at))
    await expect(room.row(title(has))).toBeInViewport({ ratio: 1 })
  }
  await room.view('Inbox')
  await list().focus()
  await room.press('Home')
  await order('Newest', 'Title', { has: 10, at: 2 })
  await list().focus()
  await room.press('End')
  await expect(room.row(title(9))).toBeInViewport({ ratio: 1 })
  await order('Title', 'Oldest', { has: 9, at: count - 8 })
  await list().focus()
  await room.press('Home')
  await expect.poll(cursor).toBe(title(count))
  // The last of the newest, which are read a page at a time.
  await order('Oldest', 'Newest', { has: count, at: count })
  await scrollTo(0)
  await order('Newest', 'Title', { has: count, at: 57 })
  await order('Title', 'Newest', { has: count, at: count })
})

test('in rows of another height the cursor stays in sight, and so does what stood at the top', async () => {
  const switchRows = async (px: number) => {
    await app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('list.density')?.click())
    await expect.poll(() => room.rows.first().evaluate((row) => row.getBoundingClientRect().height)).toBe(px)
  }
  await room.view('Inbox')
  await list().focus()
  await room.press('End')
  await expect.poll(cursor).toBe(title(count))
  await switchRows(60)
  await expect(room.row(title(count))).toBeInViewport({ ratio: 1 })
  await switchRows(rowPx)
  await expect(room.row(title(count))).toBeInViewport({ ratio: 1 })
  await scrollTo(20 * rowPx)
  await expect.poll(() => placeOf(title(21))).toBe(0)
  await switchRows(60)
  expect(await placeOf(title(21))).toBe(0)
  await switchRows(rowPx)
  expect(await placeOf(title(21))).toBe(0)
})

test('Enter pressed before the search has answered opens what it finds, not what was listed before', async () => {
  const askAndEnter = (query: string) =>
    field().evaluate((input, text) => {
      input.focus()
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, text)
      input.dispatchEvent(new Event('input', { bubbles: true }))
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    }, query)
  await askAndEnter('"letter 17"')
  await room.shown(title(17))
  await askAndEnter('"letter 41"')
  await room.shown(title(41))
  await room.press('Escape')
  await room.press('Escape')
})

test('an article opened from the palette has the keys; so has the list of a kept search', async () => {
  await room.press('Control+k')
  await app.window.getByRole('combobox').fill(title(23))
  await expect(app.window.getByRole('option').first()).toContainText(title(23))
  await room.press('Enter')
  await room.shown(title(23))
  await expect.poll(() => app.window.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME')
  await room.press('Escape')
  await expect(list()).toBeFocused()
})

test('results have an order of their own, which stands in the search', async () => {
  await field().fill('lantern')
  await expect(app.window.getByText(`${count / 2} articles`)).toBeVisible()
  await app.window.getByRole('button', { name: 'Order: Relevance' }).click()
  await app.window.getByRole('menuitemradio', { name: 'Oldest' }).click()
  await expect(field()).toHaveValue('sort:oldest lantern')
  await expect(room.rows.first().getByRole('heading')).toHaveText(title(60))
  await room.press('Control+k')
  await app.window.getByRole('combobox').fill('Order: newest')
  await app.window.getByRole('option').first().waitFor()
  await room.press('Enter')
  await expect(field()).toHaveValue('sort:newest lantern')
  await app.window.getByRole('button', { name: 'Order: Newest' }).click()
  await app.window.getByRole('menuitemradio', { name: 'Relevance' }).click()
  await expect(field()).toHaveValue('lantern')
})
