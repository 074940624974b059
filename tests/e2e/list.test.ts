// The list: every view in every order, in two densities, and what is done to several articles at once.
import { expect, test } from 'playwright/test'
import { launchApp, type App } from './app.ts'
import { madeVault } from './madeVault.ts'
import { roomOf, type Room } from './room.ts'

test.describe.configure({ mode: 'serial' })

const [ferry, anchor, cork, buoy] = ['The ferry', 'Anchors', 'Of cork', 'Buoys'] as const

let app: App
let room: Room

test.beforeAll(async () => {
  const { vault } = await madeVault([
    { title: ferry, words: 300, tags: ['sea'] },
    { title: anchor, words: 900, tags: ['sea'] },
    { title: cork, words: 100 },
    { title: buoy, words: 500, tags: ['sea'] },
  ])
  app = await launchApp({ vault })
  room = roomOf(app.window)
  await expect(room.rows).toHaveCount(4)
})
test.afterAll(() => app.close())

const said = () => app.window.locator('.toaster')
const list = () => app.window.getByRole('grid')
const titles = () => room.rows.getByRole('heading').allInnerTexts()
const lists = (expected: readonly string[]) => expect.poll(titles).toEqual(expected)

async function order(name: string): Promise<void> {
  await app.window.getByRole('button', { name: /^Order:/ }).click()
  await app.window.getByRole('menuitemradio', { name }).click()
  await expect(app.window.getByRole('button', { name: `Order: ${name}` })).toBeVisible()
}

test('the order that is chosen holds in every view', async () => {
  for (const [name, all] of [
    ['Oldest', [ferry, anchor, cork, buoy]],
    ['Title', [anchor, buoy, cork, ferry]],
    ['Longest', [anchor, buoy, ferry, cork]],
    ['Shortest', [cork, ferry, buoy, anchor]],
    ['Newest', [buoy, cork, anchor, ferry]],
  ] as const) {
    await order(name)
    await lists(all)
    await room.view('All')
    await lists(all)
    await app.window.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: /^sea/ }).click()
    await lists(all.filter((one) => one !== cork))
    await room.view('Inbox')
  }
})

test('compact rows are of one height, smaller, with site, date and time on the second line', async () => {
  const heights = () =>
    room.rows.evaluateAll((rows) => [...new Set(rows.map((row) => row.getBoundingClientRect().height))])
  await expect.poll(heights).toEqual([146])
  await room.press('Control+k')
  await app.window.getByRole('combobox').fill('Comfortable or compact')
  await app.window.getByRole('option').first().waitFor()
  await room.press('Enter')
  await expect.poll(heights).toEqual([60])
  await expect(room.row(ferry)).toContainText('made.example')
  await room.press('Control+k')
  await app.window.getByRole('combobox').fill('Comfortable or compact')
  await app.window.getByRole('option').first().waitFor()
  await room.press('Enter')
  await expect.poll(heights).toEqual([146])
})

test('several chosen by pointer and key are archived, favoured and thrown away at once, and one Undo brings all back', async () => {
  await list().focus()
  await room.row(buoy).click()
  await room.press('x')
  await room.row(anchor).click({ modifiers: ['Shift'] })
  await expect(app.window.getByRole('button', { name: '3 chosen' })).toBeVisible()
  for (const [key, words, left] of [
    ['e', 'Moved 3 articles to Archive.', 1],
    ['s', 'Added 3 articles to Favourites.', 4],
    ['d', 'Moved 3 articles to Trash.', 1],
  ] as const) {
    await room.press(key)
    await expect(said(), key).toContainText(words)
    await expect(room.rows, key).toHaveCount(left)
    await said().getByRole('button', { name: 'Undo' }).click()
    await expect(said(), key).toContainText('Taken back')
    await expect(room.rows, key).toHaveCount(4)
    await room.press('Escape')
    await list().focus()
    await room.row(buoy).click()
    await room.press('x')
    await room.row(anchor).click({ modifiers: ['Shift'] })
  }
})

test('what is chosen has buttons above the list for what can be done to it, other ones in the Trash', async () => {
  const acts = app.window.getByRole('toolbar', { name: 'For the articles chosen' })
  await room.press('Escape')
  await list().focus()
  await room.row(buoy).click()
  await expect(acts).toHaveCount(0)
  await room.press('x')
  await room.row(anchor).click({ modifiers: ['Shift'] })
  await acts.getByRole('button', { name: 'Archive' }).click()
  await expect(said()).toContainText('Moved 3 articles to Archive.')
  await expect(acts).toHaveCount(0)
  await said().getByRole('button', { name: 'Undo' }).click()
  await expect(room.rows).toHaveCount(4)
  await list().focus()
  await room.row(buoy).click()
  await room.press('x')
  await acts.getByRole('button', { name: 'Move to Trash' }).click()
  await expect(room.rows).toHaveCount(3)
  await room.view('Trash')
  await room.row(buoy).click()
  await room.press('x')
  await acts.getByRole('button', { name: 'Restore from Trash' }).click()
  await expect(room.rows).toHaveCount(0)
  await room.view('Inbox')
  await expect(room.rows).toHaveCount(4)
})

test('put elsewhere, what lies in the Trash comes out of it; Undo throws it away again', async () => {
  await room.row(buoy).click()
  await room.press('d')
  await expect(room.rows).toHaveCount(3)
  for (const [key, words, view] of [
    ['e', 'Moved to Archive.', 'Archive'],
    ['l', 'Moved to Later.', 'Later'],
  ] as const) {
    await room.view('Trash')
    await expect(room.row(buoy)).toBeVisible()
    await room.row(buoy).click()
    await room.press(key)
    await expect(said(), key).toContainText(words)
    await expect(room.rows, key).toHaveCount(0)
    await room.view(view)
    await expect(room.row(buoy), key).toBeVisible()
    await room.press('z')
    await expect(said(), key).toContainText('Taken back')
    await expect(room.rows, key).toHaveCount(0)
  }
})
