// While a list is waited for: nothing for a moment, then rows without words, then the list. What is quick never shows that it was waited for.
import { expect, test } from 'playwright/test'
import { launchApp, type App } from './app.ts'
import { madeVault } from './madeVault.ts'
import { roomOf, type Room } from './room.ts'

test.describe.configure({ mode: 'serial' })

let app: App
let room: Room

test.beforeAll(async () => {
  const { vault } = await madeVault([
    { title: 'The long pier', tags: ['harbours'] },
    { title: 'Salted herring', tags: ['fish'] },
  ])
  app = await launchApp({ vault })
  room = roomOf(app.window)
  await expect(room.rows).toHaveCount(2)
})
test.afterAll(() => app.close())

const skeleton = () => app.window.locator('.list-skeleton')
const tag = (name: string) =>
  app.window.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: new RegExp(`^${name}`) })

test('a view that is there at once comes without skeleton rows in between', async () => {
  await app.window.evaluate(() => {
    const seen = Object.assign(window, { skeletons: 0 })
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (node instanceof Element && (node.matches('.list-skeleton') || node.querySelector('.list-skeleton')))
            seen.skeletons += 1
    }).observe(document.body, { childList: true, subtree: true })
  })
  for (const [name, title] of [
    ['harbours', 'The long pier'],
    ['fish', 'Salted herring'],
  ] as const) {
    await tag(name).click()
    await expect(room.rows).toHaveCount(1)
    await expect(room.row(title)).toBeVisible()
  }
  expect(await app.window.evaluate(() => (window as unknown as { skeletons: number }).skeletons)).toBe(0)
})

test('while the library is busy with something else the rows stand, then blank ones of the same height, then those asked for', async () => {
  const rowHeight = (await room.rows.first().boundingBox())!.height
  // Somebody else writes to the tables: who reads waits, as behind a long act.
  await app.window.evaluate(async () => {
    const held = Object.assign(window, { letGo: () => undefined as unknown })
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name!)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(new Error(`${name} could not be opened.`))
      })
      const names = [...db.objectStoreNames]
      if (!names.includes('articles')) {
        db.close()
        continue
      }
      const store = db.transaction(names, 'readwrite').objectStore('articles')
      let isHeld = true
      held.letGo = () => (isHeld = false)
      const again = () => {
        if (isHeld) store.count().onsuccess = again
        else db.close()
      }
      again()
    }
  })
  await tag('harbours').click()
  await expect(skeleton()).toBeVisible()
  await expect(room.rows).toHaveCount(0)
  expect((await skeleton().locator('.row-blank').first().boundingBox())!.height).toBe(rowHeight)
  // They are a picture of waiting: who listens hears nothing of them.
  await expect(skeleton()).toHaveAttribute('aria-hidden', 'true')
  await app.window.evaluate(() => (window as unknown as { letGo(): void }).letGo())
  await expect(room.row('The long pier')).toBeVisible()
  await expect(skeleton()).toHaveCount(0)
})
