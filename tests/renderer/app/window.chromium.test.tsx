// The whole window over a fake vault: what a person does with keys and pointer, and what then stands there.
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { appSettings, changeSettings } from '../../../renderer/app/appSettings.ts'
import { closeLayer, openLayer } from '../../../renderer/app/layers.ts'
import { selection, showView, typeQuery } from '../../../renderer/app/selection.ts'
import { hush } from '../../../renderer/app/toasts.ts'
import { defaultSettings } from '../../../preload/contract.ts'
import type { FakeVault } from '../../fakes.ts'
import { mountWindow, press } from './mountWindow.ts'
import { until } from '../../until.ts'

let vault: FakeVault
let ids: readonly string[]

beforeAll(async () => {
  const mounted = await mountWindow()
  vault = mounted.vault
  ids = mounted.ids
})

beforeEach(async () => {
  appSettings.set(defaultSettings)
  await page.viewport(1280, 832)
  showView({ kind: 'inbox' })
  selection.change({ open: undefined, cursor: undefined, query: '' })
  ;(document.activeElement as HTMLElement | null)?.blur() // a test that failed may have left the keys in a field
  await expect.element(row('Article 0')).toBeInTheDocument()
})
afterEach(() => {
  closeLayer()
  hush()
})

const row = (title: string) =>
  page.getByRole('row').filter({ has: page.getByRole('heading', { name: title, exact: true }) })
const status = () => document.querySelector('.toaster')?.textContent

test('a setting is written before anything else that is asked for, and the many of a drag are written a few times', async () => {
  const written = () => vault.calls.filter(({ name }) => name === 'settings.write').map(({ args }) => args[0])
  expect(written()).toEqual([])
  changeSettings({ allowedPrivate: ['home.example:80'] })
  expect(written()).toEqual([{ allowedPrivate: ['home.example:80'] }])
  for (let width = 300; width < 400; width++) changeSettings({ listWidthPx: width })
  await until(() => expect(written().slice(1)).toEqual([{ listWidthPx: 399 }]))
})

test('the list is a grid that says how many rows there are, and draws only those on the screen', () => {
  const grid = document.querySelector('[role="grid"]')
  expect(grid?.getAttribute('aria-rowcount')).toBe('30')
  expect(document.querySelectorAll('[role="row"]').length).toBeLessThan(25)
  expect(document.querySelector('[role="row"]')?.getAttribute('aria-rowindex')).toBe('1')
})

test('the grid names the row under the cursor', async () => {
  press('j j')
  const named = () => document.querySelector('[role="grid"]')?.getAttribute('aria-activedescendant')
  await until(() => expect(named()).toBe(`row-${ids[1]}`))
})

test('trash takes the row away, says so politely, and z brings it back', async () => {
  press('j')
  press('d')
  await until(() => expect(status()).toContain('Moved to Trash.'))
  await expect.element(row('Article 0')).not.toBeInTheDocument()
  press('z')
  await expect.element(row('Article 0')).toBeInTheDocument()
})

test('after an article has left the view the cursor stands on the one that took its place', async () => {
  press('j j')
  press('e')
  await expect.element(row('Article 1')).not.toBeInTheDocument()
  await until(() => expect(selection.get().cursor).toBe(ids[2]))
  press('z')
  await expect.element(row('Article 1')).toBeInTheDocument()
})

test('several are chosen with x and Shift J, and a command acts on all of them as one', async () => {
  press('j x')
  press('J', { shiftKey: true })
  expect(selection.get().chosen.size).toBe(2)
  press('s')
  await until(() => expect(status()).toContain('Added 2 articles to Favourites.'))
  press('z')
  await until(() => expect(status()).toContain('Taken back: Added 2 articles to Favourites.'))
})

test('a key pressed in the very moment in which a view was chosen does not keep the list from the keys', async () => {
  const view = page.getByRole('navigation').getByRole('button', { name: 'Inbox' }).element() as HTMLElement
  view.focus()
  view.click()
  press('j')
  await until(() => expect(document.activeElement?.id).toBe('article-list'))
  expect(selection.get().cursor).toBe(ids[0])
})

test('what was listed stands until the first letter of a search is answered, and is not counted for it', async () => {
  const rows = () => [...document.querySelectorAll('[role="row"][id^="row-"]')].map(({ id }) => id)
  const before = rows()
  const pane = document.querySelector('[data-pane="list"]')!
  const blank: number[] = []
  const watching = new MutationObserver(() => void (rows().length === 0 && blank.push(rows().length)))
  watching.observe(pane, { childList: true, subtree: true })
  typeQuery('1')
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  expect(rows()).toEqual(before)
  expect(pane.querySelector('.list-meta')?.textContent).not.toContain('30 articles')
  await expect.element(page.getByRole('grid', { name: 'Results' })).toBeInTheDocument()
  expect(rows().length).toBeGreaterThan(0)
  watching.disconnect()
  expect(blank).toEqual([])
  typeQuery('')
})

test('Escape goes back one step at a time: the dialog, then the chosen rows', async () => {
  press('j x')
  press('n', { ctrlKey: true })
  await expect.element(page.getByRole('dialog')).toBeInTheDocument()
  press('Escape')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  expect(selection.get().chosen.size).toBe(1)
  press('Escape')
  expect(selection.get().chosen.size).toBe(0)
})

test("keys that no field had before a dialog was opened are no field's when it is closed", async () => {
  press('/')
  await page.getByRole('textbox', { name: 'Search' }).fill('tag:cities')
  press('n', { ctrlKey: true })
  await expect.element(page.getByRole('dialog')).toBeInTheDocument()
  press('Escape')
  await until(() => expect(document.activeElement?.id).toBe('search-field'))
  selection.change({ query: '' })
  ;(document.activeElement as HTMLElement).blur()
  press('?')
  await expect.element(page.getByRole('dialog')).toBeInTheDocument()
  press('Escape')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  await new Promise((resolve) => setTimeout(resolve, 0)) // the focus is given back in the turn after
  expect(document.activeElement?.id).not.toBe('search-field')
})

test('under 1000 px the reader takes the place of the list, and Escape gives it back where it was', async () => {
  await page.viewport(900, 700)
  const grid = document.querySelector('[role="grid"]')!
  grid.scrollTop = 1_000
  selection.change({ open: ids[9], cursor: ids[9] })
  await until(() => expect(document.querySelector('.pane-list')?.hasAttribute('inert')).toBe(true))
  press('Escape')
  await until(() => expect(document.querySelector('.pane-list')?.hasAttribute('inert')).toBe(false))
  expect(selection.get().open).toBeUndefined()
  expect(Math.abs(document.querySelector('[role="grid"]')!.scrollTop - 1_000)).toBeLessThan(200)
})

test('the width of a pane is moved with the arrow keys and written to the settings', async () => {
  const divider = page.getByRole('separator', { name: 'Width of the list' })
  ;(divider.element() as HTMLElement).focus()
  press('ArrowRight')
  expect(appSettings.get().listWidthPx).toBe(384)
  await until(() => expect(vault.calls.some(({ name }) => name === 'settings.write')).toBe(true))
})

test('what cannot be saved is said in the dialog with the reason, and its text stays', async () => {
  vault.fail('capture.add', { code: 'disk-full' })
  press('n', { ctrlKey: true })
  await page.getByRole('dialog').getByRole('textbox').fill('https://a.example/x')
  press('Enter')
  await expect.element(page.getByRole('alert')).toHaveTextContent('Your disk is full.')
  await expect.element(page.getByRole('dialog').getByRole('textbox')).toHaveValue('https://a.example/x')
  vault.fail('capture.add', undefined)
})

test('U10: ten thousand pasted lines ask first, with their count', async () => {
  const data = new DataTransfer()
  data.setData('text/plain', Array.from({ length: 10_000 }, (_, n) => `https://a.example/list/${n}`).join('\n'))
  document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  await expect.element(page.getByRole('dialog')).toHaveTextContent('Save 10,000 links?')
  expect(vault.calls.filter(({ name }) => name === 'capture.add').length).toBeLessThan(2)
})

test('an empty view says what belongs there', async () => {
  press('g h')
  await expect.element(page.getByRole('heading', { name: 'No highlights yet' })).toBeInTheDocument()
})

test('the menu of a row lists what can be done to it, and what is chosen is done to that row alone', async () => {
  const asked = () => vault.calls.filter(({ name }) => name === 'menu.popup')
  const before = asked().length
  row('Article 4')
    .element()
    .querySelector('.row')!
    .dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }))
  await until(() => expect(asked()).toHaveLength(before + 1))
  const entries = asked().at(-1)!.args[0] as readonly { kind: string; words?: string }[]
  expect(entries.map(({ words }) => words)).toEqual(
    expect.arrayContaining(['Open', 'Archive', 'Tags', 'Copy link', 'Move to Trash']),
  )
  expect(entries.map(({ words }) => words)).not.toContain('Delete for good')
})

test('a search is kept under a name, shown in the sidebar with its live count, and opened from there', async () => {
  press('/')
  await page.getByRole('textbox', { name: 'Search' }).fill('tag:cities')
  press('s', { ctrlKey: true })
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name of the search' }).fill('Towns')
  await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).click()
  const kept = page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: /^Towns/ })
  await expect.element(kept).toHaveTextContent('Towns1')
  selection.change({ query: '' })
  await kept.click()
  expect(selection.get().query).toBe('tag:cities')
  selection.change({ query: '' })
})

test('a tag is renamed in its dialog, and who looks at it looks at the new one', async () => {
  showView({ kind: 'tag', tag: 'cities/harbours' })
  openLayer({ kind: 'tagName', tags: ['cities'] })
  await page.getByRole('dialog').getByRole('combobox', { name: 'Name of the tag' }).fill('towns')
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click()
  await until(() => expect(selection.get().view).toEqual({ kind: 'tag', tag: 'towns/harbours' }))
  await until(() => expect(status()).toContain('Renamed cities to towns.'))
  press('z')
  await until(() => expect(status()).toContain('Taken back'))
})

test('a tag whose name is longer than the sidebar is cut, and the counts of all tags stay in sight', async () => {
  openLayer({ kind: 'tagName', tags: ['cities'] })
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Name of the tag' }).fill('towns and all that was ever written about them')
  await dialog.getByRole('button', { name: 'Rename' }).click()
  await until(() => expect(document.querySelector('.sidebar')?.textContent).toContain('ever written'))
  const scroll = document.querySelector('.sidebar-scroll')!
  expect(scroll.scrollWidth).toBe(scroll.clientWidth)
  press('z')
  await until(() => expect(status()).toContain('Taken back'))
})
