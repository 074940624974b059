// A whole run without a mouse: save, read, highlight, tag, search, archive, undo. Every step is a key.
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { launchApp, newPlaces, type App } from './app.ts'
import { roomOf, type Room } from './room.ts'

const path = '/news/tide-mill'

let site: Site
let app: App
let room: Room

test.beforeAll(async () => {
  site = await startSite()
  app = await launchApp({ ...(await newPlaces()), allowPrivate: site.hosts() })
  room = roomOf(app.window)
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

test('a link is saved, read, highlighted, tagged, found, archived and brought back by keys alone', async () => {
  const { title } = site.truth(path)
  const { window } = app
  await expect(room.rows).toHaveCount(1)

  await room.press('Control+n')
  await expect(window.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await window.keyboard.insertText(site.url('a', path))
  await room.press('Enter')
  await expect(room.row(title)).toBeVisible({ timeout: 60_000 })
  await expect(room.captures).toHaveCount(0)
  await expect(window.getByRole('dialog')).toHaveCount(0)

  await room.press('g')
  await room.press('i')
  await room.press('Home')
  await room.press('Enter')
  await room.shown(title)

  const bar = window.getByRole('toolbar', { name: 'What is chosen' })
  await room.press('v')
  await expect(bar).toBeVisible()
  await room.press('1')
  await expect(bar.getByRole('button', { name: 'Remove the highlight' })).toBeVisible()
  await room.press('Escape')
  await expect(bar).toHaveCount(0)

  await room.press('t')
  await expect(
    window.getByRole('dialog').getByRole('textbox').or(window.getByRole('dialog').getByRole('combobox')),
  ).toBeFocused()
  await window.keyboard.insertText('harbours')
  await room.press('Enter')
  await room.press('Escape')
  await expect(window.getByRole('dialog')).toHaveCount(0)

  await room.press('/')
  await expect(window.getByRole('textbox', { name: 'Search' })).toBeFocused()
  await window.keyboard.insertText('tag:harbours is:highlighted ')
  await expect(room.rows).toHaveCount(1)
  await expect(room.row(title)).toBeVisible()
  await room.press('Escape')
  await expect(window.getByRole('textbox', { name: 'Search' })).toHaveValue('')
  await expect(room.rows).toHaveCount(2)
  await room.press('Escape')
  await expect(window.getByRole('textbox', { name: 'Search' })).not.toBeFocused()

  await room.press('g')
  await room.press('i')
  await expect(room.row(title)).toBeVisible()
  await room.press('Home')
  await room.press('e')
  await expect(room.row(title)).toHaveCount(0)
  await room.press('g')
  await room.press('a')
  await expect(room.row(title)).toBeVisible()
  await room.press('z')
  await expect(room.row(title)).toHaveCount(0)
  await room.press('g')
  await room.press('i')
  await expect(room.row(title)).toBeVisible()
})
