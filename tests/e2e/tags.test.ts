// Tags: given to one article and to many, nested, dragged onto, renamed, merged, deleted; each with its way back.
import { expect, test, type Locator } from 'playwright/test'
import { launchApp, type App } from './app.ts'
import { madeVault } from './madeVault.ts'
import { linesOf, roomOf, type Room } from './room.ts'
import { chooses } from './systemDialogs.ts'

test.describe.configure({ mode: 'serial' })

let app: App
let room: Room

test.beforeAll(async () => {
  const { vault } = await madeVault([
    { title: 'The long pier', tags: ['harbours'] },
    { title: 'The short pier', tags: ['harbours'] },
    { title: 'The old crane', tags: ['harbour'] },
    { title: 'Salted herring', tags: ['fish', 'cities/bergen'] },
  ])
  app = await launchApp({ vault })
  room = roomOf(app.window)
  await expect(room.rows).toHaveCount(4)
})
test.afterAll(() => app.close())

const list = () => app.window.getByRole('grid')
const dialog = () => app.window.getByRole('dialog')
const said = () => app.window.locator('.toaster')
const sidebar = () => app.window.getByRole('navigation', { name: 'Library' })
/** A tag of the sidebar, by its last word. */
const tag = (name: string) => sidebar().getByRole('list', { name: 'Tags' }).getByRole('button', { name, exact: false })
/** The tags of the sidebar with their counts, from top to bottom. */
const tags = () => linesOf(app.window.locator('.sidebar-section:has(#sidebar-tags) .sidebar-open'))
const hasTags = (expected: readonly string[]) => expect.poll(tags).toEqual(expected)

async function undo(): Promise<void> {
  await said().getByRole('button', { name: 'Undo' }).click()
  await expect(said()).toContainText('Taken back')
}

async function manage(): Promise<Locator> {
  await room.press('Control+k')
  await app.window.getByRole('combobox').fill('All tags')
  await app.window
    .getByRole('option', { name: /^All tags/ })
    .first()
    .waitFor()
  await room.press('Enter')
  await expect(dialog()).toHaveAccessibleName('Tags')
  return dialog()
}

const keptFolded = async () => {
  const settings = await app.window.evaluate(() => window.offprint.request('settings.read'))
  return settings.ok ? settings.value.foldedTags : settings.failure
}

const atFirst = ['cities 1', 'bergen 1', 'fish 1', 'harbour 1', 'harbours 2']

test('t on one article offers the tags there are, Enter takes one, and z takes it back', async () => {
  await hasTags(atFirst)
  await room.open('The old crane')
  await room.press('t')
  const field = app.window.getByRole('textbox', { name: 'Tags of this article' })
  await field.fill('fi')
  await expect(app.window.getByRole('listbox', { name: 'Tags' }).getByRole('option').first()).toContainText('fish')
  await field.press('Enter')
  await expect(room.row('The old crane')).toContainText('fish')
  await field.press('Escape')
  await expect(dialog()).toHaveCount(0)
  await hasTags(['cities 1', 'bergen 1', 'fish 2', 'harbour 1', 'harbours 2'])
  await room.press('z')
  await expect(said()).toContainText('Taken back')
  await hasTags(atFirst)
})

test('t on many gives all of them the tag, and Undo leaves it to the one that had it', async () => {
  await list().focus()
  await room.press('Control+a')
  await room.press('t')
  await expect(dialog()).toHaveAccessibleName('Tags of 4 articles')
  const field = dialog().getByRole('textbox')
  await field.fill('fish')
  await field.press('Enter')
  await expect(dialog().getByRole('button', { name: 'Remove the tag fish' })).toBeVisible()
  await hasTags(['cities 1', 'bergen 1', 'fish 4', 'harbour 1', 'harbours 2'])
  await field.press('Escape')
  await expect(dialog()).toHaveCount(0)
  await room.press('z')
  await hasTags(atFirst)
  await expect(room.row('Salted herring')).toContainText('fish')
  await room.press('Escape')
})

test('with nothing typed Enter takes the tag that the arrows have gone to, and is the end where they have gone to none', async () => {
  await list().focus()
  await room.press('Home')
  await room.press('t')
  const field = dialog().getByRole('textbox')
  const offers = dialog().getByRole('listbox').getByRole('option')
  await expect(offers).not.toHaveCount(0)
  await expect(dialog().getByRole('option', { selected: true })).toHaveCount(0)
  await room.press('ArrowDown')
  const [walked] = await offers.first().locator('span').allTextContents()
  await expect(offers.first()).toHaveAttribute('aria-selected', 'true')
  await room.press('Enter')
  await expect(dialog().getByRole('button', { name: `Remove the tag ${walked}` })).toBeVisible()
  await expect(field).toBeFocused()
  await room.press('Enter')
  await expect(dialog()).toHaveCount(0)
  await room.press('z')
  await hasTags(atFirst)
})

test('a tag is taken from many at once, and Undo gives it back to those that had it', async () => {
  await tag('harbours').click()
  await expect(room.rows).toHaveCount(2)
  await list().focus()
  await room.press('Control+a')
  await room.press('t')
  await dialog().getByRole('button', { name: 'Remove the tag harbours' }).click()
  await expect(said()).toContainText('Removed the tag harbours from 2 articles.')
  await room.press('Escape')
  await hasTags(['cities 1', 'bergen 1', 'fish 1', 'harbour 1'])
  await undo()
  await hasTags(atFirst)
  await room.view('Inbox')
})

test('a slash nests: the upper tag lists what lies below it, and folds for as long as one likes', async () => {
  await room.open('The long pier')
  await room.tag('cities/oslo')
  await hasTags(['cities 2', 'bergen 1', 'oslo 1', 'fish 1', 'harbour 1', 'harbours 2'])
  await tag('cities').first().click()
  await expect(room.rows).toHaveCount(2)
  await sidebar().getByRole('button', { name: 'Hide the tags below cities' }).click()
  const isFolded = () => hasTags(['cities 2', 'fish 1', 'harbour 1', 'harbours 2'])
  await isFolded()
  await list().focus()
  await room.press('[')
  await expect(sidebar()).toHaveCount(0)
  await room.press('[')
  await isFolded()
  await expect.poll(keptFolded).toEqual(['cities']) // written a moment after the last change
  await app.window.reload()
  await isFolded()
  await sidebar().getByRole('button', { name: 'Show the tags below cities' }).click()
  await hasTags(['cities 2', 'bergen 1', 'oslo 1', 'fish 1', 'harbour 1', 'harbours 2'])
  await room.view('Inbox')
})

test('the arrow keys walk through the sidebar, unfold and fold a tag, and Enter opens what they stand on', async () => {
  const open = (name: string) => sidebar().locator('.sidebar-open', { hasText: name })
  await open('Inbox').focus()
  await room.press('End')
  await expect(open('harbours')).toBeFocused()
  await room.press('Home')
  await room.press('ArrowUp')
  await expect(open('Inbox')).toBeFocused()
  for (const _ of ['Later', 'Favourites', 'Archive', 'All', 'Highlights', 'Trash', 'cities'])
    await room.press('ArrowDown')
  await expect(open('cities')).toBeFocused()
  await room.press('ArrowLeft')
  await hasTags(['cities 2', 'fish 1', 'harbour 1', 'harbours 2'])
  await room.press('ArrowRight')
  await room.press('ArrowRight')
  await hasTags(['cities 2', 'bergen 1', 'oslo 1', 'fish 1', 'harbour 1', 'harbours 2'])
  await room.press('ArrowDown')
  await expect(open('bergen')).toBeFocused()
  await room.press('Enter')
  await expect(room.rows).toHaveCount(1)
  await room.view('Inbox')
})

test('all chosen articles dragged onto a tag take it, in one act', async () => {
  await list().focus()
  await room.press('Control+a')
  await room.row('The short pier').dragTo(tag('fish'))
  await expect(said()).toContainText('Tagged 4 articles fish.')
  await hasTags(['cities 2', 'bergen 1', 'oslo 1', 'fish 4', 'harbour 1', 'harbours 2'])
  await undo()
  await hasTags(['cities 2', 'bergen 1', 'oslo 1', 'fish 1', 'harbour 1', 'harbours 2'])
  await room.press('Escape')
})

test('several that are dragged are shown as how many they are, one as its row', async () => {
  const dragged = () =>
    app.window.evaluate(() => (globalThis as unknown as { dragged?: string | null }).dragged ?? 'the row itself')
  await app.window.evaluate(() => {
    const own = DataTransfer.prototype.setDragImage
    DataTransfer.prototype.setDragImage = function (image, x, y) {
      Object.assign(globalThis, { dragged: image.textContent })
      own.call(this, image, x, y)
    }
  })
  await list().focus()
  await room.row('The short pier').dragTo(tag('harbour').first())
  await expect(said()).toContainText('Tagged')
  expect(await dragged()).toBe('the row itself')
  await undo()
  await room.press('Control+a')
  await room.row('The short pier').dragTo(tag('fish'))
  await expect(said()).toContainText('Tagged 4 articles fish.')
  expect(await dragged()).toBe('4 articles')
  await expect(app.window.locator('.drag-count')).toHaveCount(0)
  await undo()
  await room.press('Escape')
})

test('while a tag is dragged the window offers no place to save links', async () => {
  await tag('fish').hover()
  await app.window.mouse.down()
  await room.row('The old crane').hover()
  await room.row('The long pier').hover()
  await expect(app.window.getByText('Drop to save')).toHaveCount(0)
  await app.window.mouse.up()
  await expect(said()).not.toContainText('There is no web address in that.')
})

test('a tag renamed from its menu takes what lies below it along; who looks at it looks at the new name', async () => {
  await tag('cities').first().click()
  await chooses(app, 'Rename…')
  await tag('cities').first().click({ button: 'right' })
  await dialog().getByRole('combobox', { name: 'Name of the tag' }).fill('towns')
  await dialog().getByRole('button', { name: 'Rename' }).click()
  await expect(said()).toContainText('Renamed cities to towns.')
  await hasTags(['fish 1', 'harbour 1', 'harbours 2', 'towns 2', 'bergen 1', 'oslo 1'])
  await expect(app.window.getByRole('region', { name: 'towns', exact: true })).toBeVisible()
  await undo()
  await hasTags(['cities 2', 'bergen 1', 'oslo 1', 'fish 1', 'harbour 1', 'harbours 2'])
  await room.view('Inbox')
})

test('what looks alike is offered to be made one, and Undo parts the two again', async () => {
  const opened = await manage()
  const alike = opened.getByRole('listitem').filter({ hasText: '→' })
  await expect(alike).toContainText('harbour → harbours')
  await alike.getByRole('button', { name: 'Merge' }).click()
  await expect(said()).toContainText('Merged harbour into harbours.')
  await expect(alike).toHaveCount(0)
  await room.press('Escape')
  await hasTags(['cities 2', 'bergen 1', 'oslo 1', 'fish 1', 'harbours 3'])
  await undo()
  await hasTags(['cities 2', 'bergen 1', 'oslo 1', 'fish 1', 'harbour 1', 'harbours 2'])
})

test('several tags chosen in the list of all are made one, or deleted, each with Undo', async () => {
  const opened = await manage()
  await opened.getByRole('checkbox', { name: /^fish/ }).check()
  await opened
    .getByRole('checkbox', { name: /^harbour 1|^harbour$|^harbour\D/ })
    .first()
    .check()
  await expect(opened).toContainText('2 tags chosen')
  await opened.getByRole('button', { name: 'Merge as…' }).click()
  await expect(dialog().last()).toHaveAccessibleName('Make 2 tags one')
  await app.window.getByRole('combobox', { name: 'Name of the tag' }).fill('the sea')
  await app.window.getByRole('dialog', { name: 'Make 2 tags one' }).getByRole('button', { name: 'Merge' }).click()
  await expect(said()).toContainText('Made 2 tags into the sea.')
  await expect(dialog()).toHaveAccessibleName('Tags') // there may be more to do there
  await room.press('Escape')
  await expect(dialog()).toHaveCount(0)
  await hasTags(['cities 2', 'bergen 1', 'oslo 1', 'harbours 2', 'the sea 2'])
  await undo()
  await hasTags(['cities 2', 'bergen 1', 'oslo 1', 'fish 1', 'harbour 1', 'harbours 2'])

  const again = await manage()
  await again.getByRole('textbox', { name: 'Find a tag' }).fill('harb')
  await expect(again.getByRole('checkbox')).toHaveCount(2)
  for (const box of await again.getByRole('checkbox').all()) await box.check()
  await again.getByRole('button', { name: 'Delete' }).click()
  await expect(said()).toContainText('Deleted 2 tags.')
  await expect(again).toContainText('No tag is called that.')
  await again.getByRole('textbox', { name: 'Find a tag' }).fill('FÍSH')
  await expect(again.getByRole('checkbox')).toHaveCount(1)
  await room.press('Escape')
  await hasTags(['cities 2', 'bergen 1', 'oslo 1', 'fish 1'])
  await undo()
  await hasTags(['cities 2', 'bergen 1', 'oslo 1', 'fish 1', 'harbour 1', 'harbours 2'])
})

test('a tag deleted from its menu goes with what lies below it, the articles stay, and z brings it back', async () => {
  await chooses(app, 'Delete the tag')
  await tag('cities').first().click({ button: 'right' })
  await expect(said()).toContainText('Deleted the tag cities.')
  await hasTags(['fish 1', 'harbour 1', 'harbours 2'])
  await expect(room.rows).toHaveCount(4)
  await room.press('z')
  await hasTags(['cities 2', 'bergen 1', 'oslo 1', 'fish 1', 'harbour 1', 'harbours 2'])
})
