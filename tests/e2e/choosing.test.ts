// Choosing rows, and where one stands afterwards: by keys, by pointer, while one reads, after an act and after its Undo.
import { expect, test } from 'playwright/test'
import { launchApp, type App } from './app.ts'
import { madeVault } from './madeVault.ts'
import { inText, resize, roomOf, type Room } from './room.ts'

test.describe.configure({ mode: 'serial' })

/** The newest is listed first. */
const titles = Array.from({ length: 12 }, (_, n) => `Article ${String.fromCharCode(76 - n)}`)
const of = (...letters: readonly string[]) => letters.map((letter) => `Article ${letter}`)

let app: App
let room: Room

test.beforeAll(async () => {
  const { vault } = await madeVault(titles.map((title) => ({ title })))
  app = await launchApp({ vault })
  room = roomOf(app.window)
  await expect(room.row('Article A')).toBeVisible()
})
test.afterAll(() => app.close())
test.beforeEach(async () => {
  await list().focus()
  await room.press('Escape')
  await room.press('Home')
  await expect.poll(cursor).toBe('Article A')
})

const list = () => app.window.getByRole('grid')
const said = () => app.window.locator('.toaster')
const titlesOf = (rows: string) =>
  app.window.locator(rows).evaluateAll((found) => found.map((row) => row.querySelector('h3')?.textContent ?? '').sort())
const chosen = () => titlesOf('.row[data-chosen]')
const cursor = async () => (await titlesOf('.row[data-cursor]'))[0]

async function undo(): Promise<void> {
  await room.press('z')
  await expect(said()).toContainText('Taken back')
}

test('x chooses one row after the other, and lets go of one that was chosen', async () => {
  await room.press('x')
  await room.press('j')
  await room.press('j')
  await room.press('x')
  await expect.poll(chosen).toEqual(of('A', 'C'))
  expect(await cursor()).toBe('Article C')
  await room.press('x')
  await expect.poll(chosen).toEqual(of('A'))
})

test('whoever has gone too far with Shift goes back, by key and by pointer; what was chosen before stays', async () => {
  await room.press('x')
  for (const key of ['j', 'j', 'Shift+ArrowDown', 'Shift+J', 'Shift+K']) await room.press(key)
  await expect.poll(chosen).toEqual(of('A', 'C', 'D'))
  await room.row('Article B').click()
  await expect.poll(chosen).toEqual([])
  await room.row('Article D').click({ modifiers: ['Shift'] })
  await expect.poll(chosen).toEqual(of('B', 'C', 'D'))
  await room.row('Article C').click({ modifiers: ['Shift'] })
  await expect.poll(chosen).toEqual(of('B', 'C'))
  await room.row('Article A').click({ modifiers: ['Shift'] })
  await expect.poll(chosen).toEqual(of('A', 'B'))
})

test('while one reads, an act is for the article that is read, not for what is chosen beside it', async () => {
  await room.row('Article B').click({ modifiers: ['Control'] })
  await room.row('Article C').click({ modifiers: ['Control'] })
  await room.row('Article C').click({ modifiers: ['Control'] })
  await room.press('j')
  await room.press('Enter')
  await room.shown('Article D')
  await expect.poll(chosen).toEqual(of('B'))
  await room.press('d')
  await expect(said()).toContainText('Moved to Trash.')
  await expect(room.row('Article D')).toHaveCount(0)
  await expect(room.row('Article B')).toBeVisible()
  await undo()
  await expect(room.row('Article D')).toBeVisible()
})

test('where the text has taken the place of the list, an act is for the text too', async () => {
  await resize(app, 960, 700)
  await expect(list()).toBeHidden()
  await room.press('Escape')
  await expect(list()).toBeVisible()
  await room.row('Article B').click({ modifiers: ['Control'] })
  await room.press('j')
  await room.press('Enter')
  await room.shown('Article C')
  await app.window.getByRole('heading', { name: 'Offprint', level: 1 }).click()
  await room.press('e')
  await expect(said()).toContainText('Moved to Archive.')
  await expect(list()).toBeVisible()
  await expect(room.row('Article C')).toHaveCount(0)
  await expect(room.row('Article B')).toBeVisible()
  await undo()
  await expect(room.row('Article C')).toBeVisible()
  await resize(app, 1280, 832)
})

test('when what was chosen has gone the cursor is on the next row; Undo brings back the rows, the choice and the cursor', async () => {
  for (const key of ['j', 'Shift+J', 'Shift+J']) await room.press(key)
  await expect.poll(chosen).toEqual(of('B', 'C', 'D'))
  await room.press('l')
  await expect(said()).toContainText('Moved 3 articles to Later.')
  await expect.poll(cursor).toBe('Article E')
  await expect.poll(chosen).toEqual([])
  await undo()
  await expect.poll(cursor).toBe('Article D')
  await expect.poll(chosen).toEqual(of('B', 'C', 'D'))
})

test('an article put away while it is read leaves its place to the next: j and k go on from there', async () => {
  for (const [key, next] of [
    ['j', 'Article D'],
    ['k', 'Article B'],
  ] as const) {
    await room.row('Article C').click()
    await room.press('Enter')
    await room.shown('Article C')
    await expect(inText(app.window).locator('h1')).toBeVisible()
    await room.press('e')
    await expect(room.row('Article C')).toHaveCount(0)
    await room.press(key)
    await room.shown(next)
    await undo()
    await expect(room.row('Article C')).toBeVisible()
    await room.press('Escape')
  }
})

test('what is said goes by itself, also after something that was pointed at until it went', async () => {
  await room.press('s')
  await said().getByRole('button', { name: 'Dismiss' }).click()
  await expect(said()).toHaveText('')
  await app.window.mouse.move(800, 300)
  await room.press('s')
  await expect(said()).toContainText('Removed from Favourites.')
  await expect(said()).toHaveText('', { timeout: 15_000 })
})

test('whoever has pressed Undo by keys is back where the keys were', async () => {
  await room.press('s')
  await said().getByRole('button', { name: 'Undo' }).focus()
  await room.press('Enter')
  await expect(said()).toContainText('Taken back')
  await expect(list()).toBeFocused()
})
