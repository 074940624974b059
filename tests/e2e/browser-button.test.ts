// The bookmark that hands the page of a browser to Offprint: taken from the settings, pressed on a page, asked about, saved.
import { expect, test } from 'playwright/test'
import { runInNewContext } from 'node:vm'
import { startSite, type Site } from '../site.ts'
import { launchApp, runCli, type App } from './app.ts'
import { roomOf, type Room } from './room.ts'

let site: Site
let app: App
let room: Room
let link: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  site = await startSite()
  app = await launchApp({ allowPrivate: site.hosts() })
  room = roomOf(app.window)
  await expect(room.rows).toHaveCount(1)
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

test('the settings have a button for the browser; what it copies makes a link to Offprint of the page one is on', async () => {
  await room.press('Control+,')
  await app.window.getByRole('dialog').getByRole('button', { name: 'Save to Offprint' }).click()
  await expect(app.window.locator('.toaster')).toContainText('Make a bookmark with it as the address.')
  const bookmark = await app.electron.evaluate(({ clipboard }) => clipboard.readText())
  const location = { href: `${site.url('a', '/many/7')}?a=1&b=2#c` }
  // As a browser runs it: what it comes to would be shown in place of the page.
  expect(runInNewContext(bookmark.replace(/^javascript:/, ''), { location })).toBeUndefined()
  link = location.href
  expect(new URL(link).searchParams.get('url')).toBe(`${site.url('a', '/many/7')}?a=1&b=2#c`)
})

test('dragged within the window it is no link to save', async () => {
  const button = app.window.getByRole('button', { name: 'Save to Offprint' })
  const data = await app.window.evaluateHandle(() => new DataTransfer())
  await button.dispatchEvent('dragstart', { dataTransfer: data })
  expect(await data.evaluate((own) => own.getData('text/uri-list'))).toMatch(/^javascript:/)
  await button.dispatchEvent('dragenter', { dataTransfer: data })
  await expect(app.window.locator('.drop')).toHaveCount(0)
  await room.press('Escape')
})

test('the page is asked about by its host, and saved', async () => {
  await app.electron.evaluate(({ dialog }) => {
    dialog.showMessageBox = (...args: unknown[]) => {
      Object.assign(globalThis, { asked: (args.at(-1) as Electron.MessageBoxOptions).message })
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }
  })
  const end = await runCli([link], {
    vault: app.vault,
    profile: app.profile,
  })
  expect(end.code, end.stderr).toBe(0)
  await expect(room.row(site.truth('/many/7').title)).toBeVisible()
  expect(await app.electron.evaluate(() => Reflect.get(globalThis, 'asked') as unknown)).toContain('a.localhost')
})
