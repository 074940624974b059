// The states that a window is rarely in: each says what it is, what is safe and what to do, and goes away by itself.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { launchApp, type App } from './app.ts'
import { resize, roomOf, type Room } from './room.ts'

test.describe.configure({ mode: 'serial' })

let app: App
let room: Room

test.beforeAll(async () => {
  app = await launchApp()
  room = roomOf(app.window)
  await expect(room.rows).toHaveCount(1)
})
test.afterAll(() => app.close())

const notices = () => app.window.locator('.notices')

/** What main answers to a request from now on, until it is put back. */
async function answerWith(name: string, value: unknown): Promise<() => Promise<void>> {
  await app.electron.evaluate(
    ({ ipcMain }, asked) => {
      const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, unknown>
      const own = Object.assign(globalThis, { ownHandlers: new Map<string, unknown>() }).ownHandlers
      own.set(asked.name, handlers.get(asked.name))
      handlers.set(asked.name, () => ({ ok: true, value: asked.value }))
    },
    { name, value },
  )
  return () =>
    app.electron.evaluate(({ ipcMain }, asked) => {
      const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, unknown>
      const own = (globalThis as unknown as { ownHandlers: Map<string, unknown> }).ownHandlers
      handlers.set(asked, own.get(asked))
    }, name)
}

test('the first run offers its ways to begin, and the sample article is there already', async () => {
  for (const name of ['Save a link', 'Paste a list of links'])
    await expect(app.window.getByRole('region', { name: 'Reader' }).getByRole('button', { name })).toBeVisible()
  await app.window.getByRole('button', { name: /^How to use Offprint/ }).click()
  await room.shown('How to use Offprint')
})

test('where the reader takes the place of the list, the list has the ways to begin', async () => {
  const list = app.window.locator('[data-pane="list"]')
  await resize(app, 960, 720)
  await expect(app.window.getByRole('button', { name: 'Back to the list' })).toBeVisible()
  await app.window.keyboard.press('Escape')
  for (const [width, height] of [
    [960, 720],
    [720, 520],
  ] as const) {
    await resize(app, width, height)
    for (const name of ['Save a link', 'Paste a list of links'])
      await expect(list.getByRole('button', { name })).toBeInViewport({ ratio: 1 })
    await expect(list.getByRole('row').filter({ hasText: 'How to use Offprint' })).toBeInViewport({ ratio: 1 })
  }
  await resize(app, 1280, 832)
  await expect(list.getByRole('button', { name: 'Save a link' })).toHaveCount(0)
})

test('an empty view says what belongs there and how it gets there', async () => {
  for (const [view, title, way] of [
    ['Later', 'Nothing put aside', 'Press l'],
    ['Favourites', 'No favourites yet', 'Press s'],
    ['Archive', 'The Archive is empty', 'Press e'],
    ['Highlights', 'No highlights yet', 'press v and then h'],
    ['Trash', 'The Trash is empty', 'waits here'],
  ] as const) {
    await room.view(view)
    await expect(app.window.getByRole('heading', { name: title })).toBeVisible()
    const pane = app.window.locator('[data-pane="list"]')
    await expect(pane).toContainText(way)
    await expect(pane).not.toContainText('0 articles')
  }
  await room.view('Inbox')
})

test('where nothing is listed the keys are with the words that say so, for a screen reader too, and go to the list that comes', async () => {
  const nothing = (name: string) => app.window.locator('[data-pane="list"]').getByRole('group', { name, exact: true })
  const grid = app.window.getByRole('grid')
  await grid.focus()
  for (const [key, name, text] of [
    ['t', 'The Trash is empty', 'What you throw away waits here until you delete it for good.'],
    ['h', 'No highlights yet', 'Select a passage in an article, or press v and then h.'],
    ['l', 'Nothing put aside', 'Press l on an article to keep it for later.'],
  ] as const) {
    await room.press('g')
    await room.press(key)
    await expect(nothing(name)).toBeFocused()
    await expect(nothing(name)).toHaveAccessibleDescription(text)
  }
  await room.press('g')
  await room.press('i')
  await expect(grid).toBeFocused()
  await room.press('Home')
  await room.press('e')
  await expect(nothing('The Inbox is empty')).toBeFocused()
  await app.window.reload()
  await expect(nothing('The Inbox is empty')).toBeFocused()
  await room.press('g')
  await room.press('e')
  await expect(grid).toBeFocused()
  await room.press('Home')
  await room.press('e')
  await room.press('g')
  await room.press('i')
  await expect(grid).toBeFocused()
  await expect(room.rows).toHaveCount(1)
})

test('a search whose last result is thrown away keeps the keys; its ways out give them to what they find', async () => {
  const grid = app.window.getByRole('grid')
  await room.search('offprint ')
  await expect(room.rows).toHaveCount(1)
  await grid.focus()
  await room.press('Home')
  await room.press('d')
  const none = app.window.getByRole('status', { name: 'No article has all of this.' })
  await expect(none).toBeFocused()
  await room.press('z')
  await expect(grid).toBeFocused()
  await room.search('offprint tag:nowhere ')
  await none.getByRole('button', { name: /^Search without/ }).press('Enter')
  await expect(grid).toBeFocused()
  await room.search('')
  await expect(room.rows).toHaveCount(1)
})

test('a search that finds nothing says so, with a way out; one that cannot be read says why', async () => {
  await room.search('offprint tag:nowhere')
  await expect(app.window.getByRole('heading', { name: 'No article has all of this.' })).toBeVisible()
  await expect(app.window.getByRole('button', { name: /^Search without/ })).toBeVisible()
  await room.search('before:yesteryear harbour')
  await expect(app.window.getByRole('heading', { name: 'This search cannot be read.' })).toBeVisible()
  await app.window.locator('.list-empty').getByRole('button', { name: 'Clear the search' }).click()
  await expect(room.rows).toHaveCount(1)
})

test('without a network a line says so and what still works, and it goes when the network is back', async () => {
  await app.electron.context().setOffline(true)
  await expect(notices()).toContainText('You are offline. What is kept can be read; new links wait.')
  await app.electron.context().setOffline(false)
  await expect(notices()).not.toContainText('You are offline')
})

test('a disk that is nearly full is said, with what is safe and a way to make room', async () => {
  const putBack = await answerWith('vault.space', { state: 'low' })
  await app.window.reload()
  await expect(notices()).toContainText('The disk is nearly full. What is kept is safe')
  await notices().getByRole('button', { name: 'Empty the Trash' }).click()
  await expect(app.window.getByRole('dialog')).toContainText('The Trash is empty')
  await room.press('Escape')
  await putBack()
  await app.window.reload()
  await expect(room.rows).toHaveCount(1)
  await expect(notices()).not.toContainText('nearly full')
})

test('the settings offer an icon in the tray, and say where the system has none', async () => {
  const icon = app.window.getByRole('dialog').getByRole('switch', { name: /Icon in the tray/ })
  const putBack = await answerWith('app.hasTray', false)
  await app.window.reload()
  await expect(room.rows).toHaveCount(1)
  await room.press('Control+,')
  await expect(app.window.getByRole('dialog')).toContainText('This system has no tray.')
  await expect(icon).toBeDisabled()
  await room.press('Escape')
  await putBack()
})

test('what was copied is saved from the tray as if it were pasted', async () => {
  await app.electron.evaluate(({ BrowserWindow }) => {
    const shown = BrowserWindow.getAllWindows().find((one) => one.isVisible())
    shown?.webContents.send('intake.copied', 'No address in here.')
  })
  await expect(app.window.locator('.toaster')).toContainText('There is no web address in that.')
})

test('a mistake of ours that nobody caught is said and logged, and everything goes on', async () => {
  await app.electron.evaluate(() => {
    setTimeout(() => {
      throw new Error('a screw is loose')
    })
    void Promise.reject(new Error('and a bolt'))
  })
  await expect(app.window.locator('.toaster')).toContainText('Something went wrong inside Offprint: a screw is loose')
  await room.press('Control+,')
  await expect(app.window.getByRole('dialog')).toContainText(app.vault)
  await room.press('Escape')
  const log = readFileSync(join(app.profile, 'offprint.log'), 'utf8')
  expect(log).toMatch(/nobody caught this: Error: a screw is loose/)
  expect(log).toMatch(/nobody caught this: Error: and a bolt/)
})

test('a file of the app that is left while it comes is no mistake to tell of', async () => {
  const mistakes = () => readFileSync(join(app.profile, 'offprint.log'), 'utf8').match(/nobody caught this.*/g)
  const before = mistakes()
  const files = await app.window.evaluate(async () => {
    const all = [...document.querySelectorAll('script')].map(({ src }) => src).filter(Boolean)
    for (let round = 0; round < 200; round++)
      await Promise.all(
        all.map(async (address) => {
          const leaving = new AbortController()
          const { body } = await fetch(address, { signal: leaving.signal, cache: 'no-store' })
          if (round % 2 === 1) await body?.getReader().read()
          leaving.abort()
        }),
      )
    return all.length
  })
  expect(files).toBeGreaterThan(0)
  // Once more to main and back: what went wrong on the way has been written by then.
  await app.electron.evaluate(() => undefined)
  expect(mistakes()).toEqual(before)
})

test('while the list is made anew from the files, that is said with its progress, and what is safe', async () => {
  await app.electron.evaluate(({ ipcMain }) => {
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, (...args: unknown[]) => unknown>
    const own = handlers.get('vault.versions')!
    const held = Object.assign(globalThis, { letGo: () => undefined as unknown })
    const gone = new Promise((resolve) => (held.letGo = () => resolve(undefined)))
    handlers.set('vault.versions', async (...args) => {
      await gone
      handlers.set('vault.versions', own)
      return own(...args)
    })
  })
  await room.press('Control+k')
  await app.window.getByRole('combobox').fill('Rebuild the index')
  await app.window.getByRole('option', { name: 'Rebuild the index from your files' }).waitFor()
  await room.press('Enter')
  await expect(notices()).toContainText('Your articles are safe')
  await expect(notices().getByRole('progressbar')).toBeVisible()
  await app.electron.evaluate(() => (globalThis as unknown as { letGo(): void }).letGo())
  await expect(app.window.locator('.toaster')).toContainText('made anew (1 article)')
  await expect(notices().getByRole('progressbar')).toHaveCount(0)
})

test('an article that lies in the Trash says so over its text, and Restore there brings it back while one reads on', async () => {
  const lies = app.window.getByText('This article is in the Trash.')
  await room.rows.first().click()
  const { title } = await room.shown('How to use Offprint')
  await expect(lies).toHaveCount(0)
  await room.press('d')
  await expect(lies).toBeVisible()
  await app.window.locator('.in-trash').getByRole('button', { name: 'Restore' }).press('Enter')
  await expect(lies).toHaveCount(0)
  await expect(room.row(title)).toBeVisible()
  await room.shown(title)
  expect(await app.window.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME')
})

test('found by a search for what was thrown away, an article is restored from its own menu, too', async () => {
  await room.rows.first().click()
  await room.press('d')
  await room.search('is:trashed')
  await room.rows.first().click()
  await app.window.getByRole('button', { name: 'More' }).click()
  await app.window.getByRole('menuitem', { name: 'Restore from Trash' }).click()
  await expect(app.window.locator('.toaster')).toContainText('Restored')
  await room.search('')
  await expect(room.rows).toHaveCount(1)
})

test('rows found in the Trash, none of them open, are restored by key and by the button over the list; Delete asks first', async () => {
  const said = app.window.locator('.toaster')
  const grid = app.window.getByRole('grid')
  await grid.focus()
  await room.press('Home')
  await room.press('d')
  await expect(said).toContainText('Moved to Trash')
  await app.window.reload()
  await expect(app.window.getByRole('heading', { name: 'The Inbox is empty' })).toBeVisible()
  await room.search('is:trashed ')
  await expect(room.rows).toHaveCount(1)
  await grid.focus()
  await room.press('Home')
  await room.press('Delete')
  await expect(app.window.getByRole('dialog')).toHaveAccessibleName('Delete 1 article for good?')
  await room.press('Escape')
  await expect(grid).toBeFocused()
  await room.press('d')
  await expect(said).toContainText('Restored')
  await expect(room.rows).toHaveCount(0)
  await room.press('z')
  await expect(said).toContainText('Taken back')
  await expect(room.rows).toHaveCount(1)
  await expect(grid).toBeFocused()
  await room.press('Home')
  await room.press('x')
  const acts = app.window.getByRole('toolbar', { name: 'For the articles chosen' })
  await acts.getByRole('button', { name: 'Restore from Trash' }).press('Enter')
  await expect(said).toContainText('Restored')
  await room.search('')
  await room.view('Inbox')
  await expect(room.rows).toHaveCount(1)
})

test('a search begun in the Trash is of the whole library: what it finds is favoured and thrown away, not deleted for good', async () => {
  const said = app.window.locator('.toaster')
  await room.view('Trash')
  await room.search('offprint ')
  await expect(room.rows).toHaveCount(1)
  await app.window.getByRole('grid').focus()
  await room.press('Home')
  await room.press('x')
  await expect(app.window.getByRole('button', { name: '1 chosen' })).toBeVisible()
  await room.press('s')
  await expect(said).toContainText('Added to Favourites')
  await room.press('Delete')
  await expect(said).toContainText('Moved to Trash')
  await expect(app.window.getByRole('dialog')).toHaveCount(0)
  await room.press('z')
  await expect(said).toContainText('Taken back')
  await room.press('z')
  await room.search('')
  await room.view('Inbox')
  await expect(room.rows).toHaveCount(1)
})

test('what is thrown away waits in the Trash, comes back from there, and goes for good only when asked twice', async () => {
  await room.rows.first().click()
  await room.press('d')
  await expect(room.rows).toHaveCount(0)
  await room.view('Trash')
  await expect(room.rows).toHaveCount(1)
  await room.rows.first().click()
  await app.window.getByRole('button', { name: 'More' }).click()
  await app.window.getByRole('menuitem', { name: 'Restore from Trash' }).click()
  await expect(room.rows).toHaveCount(0)
  await room.view('Inbox')
  await expect(room.rows).toHaveCount(1)
  await room.rows.first().click()
  await room.press('d')
  await room.view('Trash')
  await app.window.getByRole('button', { name: 'Empty the Trash' }).click()
  await expect(app.window.getByRole('dialog')).toContainText('Delete 1 article for good?')
  await app.window.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(room.rows).toHaveCount(1)
  await app.window.getByRole('button', { name: 'Empty the Trash' }).click()
  await app.window.getByRole('dialog').getByRole('button', { name: 'Empty the Trash' }).click()
  await expect(app.window.getByRole('heading', { name: 'The Trash is empty' })).toBeVisible()
})
