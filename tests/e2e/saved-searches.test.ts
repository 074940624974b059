// Searches that are kept: counted as the library changes, renamed, put in order, removed and brought back.
import { expect, test } from 'playwright/test'
import { launchApp, type App } from './app.ts'
import { madeVault } from './madeVault.ts'
import { linesOf, roomOf, type Room } from './room.ts'
import { chooses } from './systemDialogs.ts'

test.describe.configure({ mode: 'serial' })

let app: App
let room: Room
let vault: string

async function start(): Promise<void> {
  app = await launchApp({ vault })
  room = roomOf(app.window)
  await expect(room.rows).toHaveCount(3)
}

test.beforeAll(async () => {
  vault = (
    await madeVault([
      { title: 'The long pier', paragraphs: ['Oak and iron.'], tags: ['harbours'] },
      { title: 'The short pier', paragraphs: ['Iron alone.'] },
      { title: 'Salted herring', paragraphs: ['Salt and oak smoke.'] },
    ])
  ).vault
  await start()
})
test.afterAll(() => app.close())

const said = () => app.window.locator('.toaster')
const searches = () => app.window.getByRole('list', { name: 'Saved searches' })
const kept = (name: string) => searches().getByRole('button', { name })
const listed = () => linesOf(searches().locator('.sidebar-open'))

async function keep(query: string, name: string): Promise<void> {
  await room.search(query)
  await room.press('Control+s')
  const field = app.window.getByRole('textbox', { name: 'Name' })
  await field.fill(name)
  await field.press('Enter')
  await expect(said()).toContainText(`Saved the search ${name}.`)
  await room.search('')
}

test('a search is kept under a name, with what it finds now', async () => {
  await keep('oak', 'Of oak')
  await keep('tag:harbours', 'Harbours')
  await expect.poll(listed).toEqual(['Harbours 1', 'Of oak 2'])
})

test('the counts follow what is done to the articles, and Undo', async () => {
  await room.open('The short pier')
  await room.tag('harbours')
  await expect.poll(listed).toEqual(['Harbours 2', 'Of oak 2'])
  await room.open('Salted herring')
  await room.press('d')
  await expect.poll(listed).toEqual(['Harbours 2', 'Of oak 1'])
  await room.press('z')
  await expect.poll(listed).toEqual(['Harbours 2', 'Of oak 2'])
})

test('it is renamed, moved and removed from its menu; each is taken back by z', async () => {
  await chooses(app, 'Rename…')
  await kept('Of oak').click({ button: 'right' })
  const dialog = app.window.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Oaken')
  await dialog.getByRole('textbox').press('Enter')
  await expect.poll(listed).toEqual(['Harbours 2', 'Oaken 2'])
  await room.press('z')
  await expect.poll(listed).toEqual(['Harbours 2', 'Of oak 2'])

  await chooses(app, 'Move up')
  await kept('Of oak').click({ button: 'right' })
  await expect.poll(listed).toEqual(['Of oak 2', 'Harbours 2'])
  await room.press('z')
  await expect.poll(listed).toEqual(['Harbours 2', 'Of oak 2'])

  await chooses(app, 'Remove')
  await kept('Harbours').click({ button: 'right' })
  await expect(said()).toContainText('Removed the search.')
  await expect.poll(listed).toEqual(['Of oak 2'])
  await said().getByRole('button', { name: 'Undo' }).click()
  await expect.poll(listed).toEqual(['Harbours 2', 'Of oak 2'])
})

test('they are there with their counts when the app is started again, and one pressed is asked', async () => {
  await app.close()
  await start()
  await expect.poll(listed).toEqual(['Harbours 2', 'Of oak 2'])
  await kept('Of oak').click()
  await expect(room.rows).toHaveCount(2)
  await expect(app.window.getByRole('textbox', { name: 'Search' })).toHaveValue('oak')
})
