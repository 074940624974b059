// Each thing done to the text has its way back: z, as often as was done something, in the order last to first. What is done to tags, kept searches,
// corrections, rules and the Trash is taken back in the tests of these.
import { expect, test } from 'playwright/test'
import { launchApp, type App } from './app.ts'
import { madeVault } from './madeVault.ts'
import { drawnIn, inText, roomOf, type Room } from './room.ts'

test.describe.configure({ mode: 'serial' })

const title = 'The ferry'
const [first, second] = ['The ferry left at nine.', 'It came back without its captain.'] as const

let app: App
let room: Room

test.beforeAll(async () => {
  const { vault } = await madeVault([{ title, paragraphs: [`${first} ${second}`] }, { title: 'Another' }])
  app = await launchApp({ vault })
  room = roomOf(app.window)
  await expect(room.rows).toHaveCount(2)
  await room.open(title)
})
test.afterAll(() => app.close())

const bar = () => app.window.getByRole('toolbar', { name: 'What is chosen' })
const said = () => app.window.locator('.toaster')
const drawn = () => drawnIn(app.window)
const note = () => app.window.getByRole('textbox', { name: 'Note on this passage' })
const margin = (words: string) => inText(app.window).getByRole('button', { name: new RegExp(`^Note: ${words}`) })
const nothing = { yellow: '', green: '', blue: '', rose: '' }

test('a passage kept, recoloured, noted, noted anew and removed comes back step by step', async () => {
  await room.press('v')
  await room.press('1')
  await expect.poll(drawn).toEqual({ ...nothing, yellow: first })
  await room.press('3')
  await expect.poll(drawn).toEqual({ ...nothing, blue: first })
  await room.press('m')
  await note().fill('At nine?')
  await room.press('Escape')
  await expect(margin('At nine\\?')).toBeVisible()
  await margin('At nine\\?').click()
  await room.press('m')
  await note().fill('At ten.')
  await room.press('Escape')
  await expect(margin('At ten\\.')).toBeVisible()
  await margin('At ten\\.').click()
  await bar().getByRole('button', { name: 'Remove the highlight' }).click()
  await expect(said()).toContainText('Removed the highlight.')
  await expect.poll(drawn).toEqual(nothing)

  await said().getByRole('button', { name: 'Undo' }).click()
  await expect.poll(drawn).toEqual({ ...nothing, blue: first })
  await expect(margin('At ten\\.')).toBeVisible()
  await room.press('z')
  await expect(margin('At nine\\?')).toBeVisible()
  await room.press('z')
  await expect(margin('At')).toHaveCount(0)
  await room.press('z')
  await expect.poll(drawn).toEqual({ ...nothing, yellow: first })
  await room.press('z')
  await expect.poll(drawn).toEqual(nothing)
  await room.press('z')
  await expect(said()).toContainText('Nothing to undo')
})

test('what was taken back can itself be brought back by its Undo', async () => {
  await room.press('e')
  await expect(said()).toContainText('Moved to Archive.')
  await expect(room.row(title)).toHaveCount(0)
  await said().getByRole('button', { name: 'Undo' }).click()
  await expect(room.row(title)).toBeVisible()
})

test('a note on the article is taken back', async () => {
  await room.open(title)
  await room.press('i')
  const panel = app.window.getByRole('complementary', { name: 'About this article' })
  await panel.getByRole('tab', { name: 'Highlights' }).click()
  const field = panel.getByRole('textbox', { name: 'Note on this article' })
  await field.fill('For the book.')
  await field.press('Escape')
  await expect(field).toHaveValue('For the book.')
  await field.press('x')
  await field.press('Backspace')
  await room.press('Escape')
  await room.press('z')
  await expect(field).toHaveValue('')
  await room.open('Another')
  await room.open(title)
  await expect(field).toHaveValue('')
})
