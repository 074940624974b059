// Dialogs as a person meets them: one that was opened from another leads back to it, and the keys are where they are looked for.
import { expect, test, type Locator } from 'playwright/test'
import { launchApp, type App } from './app.ts'
import { madeVault } from './madeVault.ts'
import { roomOf, type Room } from './room.ts'

test.describe.configure({ mode: 'serial' })

let app: App
let room: Room

test.beforeAll(async () => {
  const { vault } = await madeVault([
    { title: 'The pier', tags: ['harbour', 'oak'] },
    { title: 'The crane', tags: ['harbours'] },
  ])
  app = await launchApp({ vault })
  room = roomOf(app.window)
  await expect(room.rows).toHaveCount(2)
})
test.afterAll(() => app.close())

const dialog = (name: string) => app.window.getByRole('dialog', { name, exact: true })
const settings = () => dialog('Settings')
const said = () => app.window.locator('.toaster')

test('what the settings open leads back to them, to where one was, and the button has the keys again', async () => {
  await room.view('Inbox')
  await room.press('j')
  await room.press('d')
  await expect(room.rows).toHaveCount(1)
  for (const [button, title] of [
    ['All shortcuts', 'Keyboard shortcuts'],
    ['Empty the Trash', /^Delete 1 article/],
    ['Show the rules', 'Rules of sites'],
    ['About Offprint', 'About Offprint'],
  ] as const) {
    await room.press('Control+,')
    const pressed = settings().getByRole('button', { name: button })
    await expect(pressed).toBeEnabled() // how much the Trash holds is counted first
    await pressed.focus()
    const top = await settings()
      .locator('.dialog-body')
      .evaluate((body) => body.scrollTop)
    await room.press('Enter')
    await expect(app.window.getByRole('dialog', { name: title })).toBeVisible()
    await expect(settings()).toHaveCount(0)
    await room.press('Escape')
    await expect(pressed).toBeFocused()
    expect(
      await settings()
        .locator('.dialog-body')
        .evaluate((body) => body.scrollTop),
    ).toBe(top)
    await room.press('Escape')
    await expect(app.window.getByRole('dialog')).toHaveCount(0)
    await expect(app.window.getByRole('grid')).toBeFocused()
  }
  await room.press('z')
})

test('while a dialog is open, Undo names the key that takes back there, and that key does', async () => {
  await app.window.evaluate(() =>
    (globalThis as unknown as { offprint: { request(...asked: unknown[]): Promise<unknown> } }).offprint.request(
      'settings.write',
      { allowedPrivate: ['192.168.1.5', 'printer.lan', '10.0.0.2'] },
    ),
  )
  await room.press('Control+,')
  const remove = (host: string) => settings().getByRole('button', { name: `Remove ${host}` })
  await remove('printer.lan').focus()
  await room.press('Enter')
  await expect(remove('printer.lan')).toHaveCount(0)
  await expect(remove('10.0.0.2')).toBeFocused()
  await expect(said()).toContainText('Pages of printer.lan are no longer saved.')
  await expect(said().locator('kbd')).toHaveText(process.platform === 'darwin' ? '⌘ Z' : 'Ctrl Z')
  await room.press('ControlOrMeta+z')
  await expect(said()).toContainText('Taken back: Pages of printer.lan are no longer saved.')
  await expect(settings().locator('.settings-hosts code')).toHaveText(['192.168.1.5', 'printer.lan', '10.0.0.2'])
  await room.press('Escape')
})

test('what is said while a dialog is open lies below its buttons', async () => {
  await app.window.getByRole('button', { name: /^All tags/ }).click()
  const tags = dialog('Tags')
  await tags.getByRole('button', { name: 'Merge' }).click()
  await expect(said()).toContainText('Merged')
  const box = async (of: Locator) => (await of.boundingBox())!
  const toast = await box(app.window.locator('.toast'))
  for (const button of await tags.locator('.dialog-actions').getByRole('button').all()) {
    const { y, height } = await box(button)
    expect(y + height).toBeLessThan(toast.y)
  }
  await said().getByRole('button', { name: 'Undo' }).click()
  await expect(tags.getByRole('button', { name: 'Merge' })).toBeVisible()
  await room.press('Escape')
})

test('in the list of all tags, what was merged, deleted or renamed leaves the keys in the list', async () => {
  await app.window.getByRole('button', { name: /^All tags/ }).click()
  const tags = dialog('Tags')
  const field = tags.getByRole('textbox', { name: 'Find a tag' })
  await tags.getByRole('button', { name: 'Merge' }).click()
  await expect(tags.getByRole('checkbox')).toHaveCount(2)
  await expect(field).toBeFocused()
  await tags.getByRole('checkbox', { name: /^oak/ }).check()
  await tags.getByRole('button', { name: 'Delete' }).click()
  await expect(tags.getByRole('checkbox')).toHaveCount(1)
  await expect(field).toBeFocused()
  await tags.getByRole('checkbox').check()
  const rename = tags.getByRole('button', { name: 'Rename…' })
  await rename.click()
  await expect(dialog('Rename harbour').getByRole('combobox')).toBeFocused()
  await room.press('Escape')
  await expect(rename).toBeFocused()
  await expect(tags.getByRole('checkbox')).toBeChecked()
  await room.press('Escape')
})

test('no key reaches behind an open dialog: Ctrl F opens no field there, Ctrl Shift F takes the keys to none', async () => {
  await room.open('The pier')
  for (const [key, layer] of [
    ['ControlOrMeta+k', app.window.getByRole('combobox')],
    ['ControlOrMeta+,', settings()],
  ] as const) {
    await room.press(key)
    await expect(layer).toBeVisible()
    for (const behind of ['ControlOrMeta+f', 'ControlOrMeta+Shift+f', 'ControlOrMeta+Shift+e']) await room.press(behind)
    await expect(layer).toBeVisible()
    await room.press('Escape')
    await expect(layer).toHaveCount(0)
    await expect(app.window.locator('.find-bar')).toHaveCount(0)
  }
  await room.press('ControlOrMeta+f')
  await expect(app.window.locator('.find-bar input')).toBeFocused()
  await room.press('Escape')
})
