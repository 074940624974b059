// States that a window is rarely in, for pictures.
import type { Page } from 'playwright'
import type { App } from '../tests/e2e/app.ts'
import {
  actOnFirst,
  add,
  empty,
  filled,
  hard,
  openArticle,
  openPanel,
  removeFailed,
  rows,
  runFromPalette,
  search,
  set,
  type OffprintWindow,
  through,
  type Screen,
} from './lookSteps.ts'

const editedPath = '/changing/longer'

export const rareStates: readonly Screen[] = [
  ...(['l', 'f', 'a', 't'] as const).map((key) =>
    empty(`view-empty-${key}`, async (window) => {
      await window.keyboard.press('g')
      await window.keyboard.press(key)
      await window.locator('.list-empty').waitFor()
    }),
  ),
  empty('highlights-empty', async (window) => {
    await window.keyboard.press('g')
    await window.keyboard.press('h')
    await window.getByRole('heading', { name: 'No highlights yet' }).waitFor()
  }),
  empty('welcome', async (window) => {
    await rows(window).first().click()
    await window.frameLocator('iframe').first().locator('h1').waitFor()
  }),
  empty('drop', async (window) => {
    await window.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/uri-list', 'https://example.org/')
      document.body.dispatchEvent(new DragEvent('dragenter', { dataTransfer: data, bubbles: true, cancelable: true }))
    })
  }),
  empty(
    'disk-nearly-full',
    (window, _titles, { app }) => answered(window, app, 'vault.space', { state: 'low' }),
    ownAnswers,
  ),
  empty('disk-full', (window, _titles, { app }) => answered(window, app, 'vault.space', { state: 'full' }), ownAnswers),
  empty(
    'read-only',
    async (window, _titles, { app }) => {
      const info = await window.evaluate(() => (globalThis as unknown as OffprintWindow).offprint.request('app.info'))
      await answered(window, app, 'app.info', { ...(info as { value: object }).value, readOnly: true })
    },
    ownAnswers,
  ),
  empty(
    'offline',
    async (window, _titles, { app }) => {
      await app.electron.context().setOffline(true)
      await window.locator('.notice').waitFor()
    },
    ({ app }) => app.electron.context().setOffline(false),
  ),
  empty(
    'rebuilding',
    async (window, _titles, { app }) => {
      await hold(app, 'vault.versions')
      await window.keyboard.press('Control+k')
      await window.getByRole('combobox').fill('Rebuild the index')
      await window.getByRole('option', { name: 'Rebuild the index' }).first().waitFor()
      await window.keyboard.press('Enter')
      await window.locator('.notice progress').waitFor()
    },
    ownAnswers,
  ),
  filled('loading', async (window) => {
    await window.evaluate(() => {
      const stores: object[] = [IDBIndex.prototype, IDBObjectStore.prototype]
      for (const store of stores)
        for (const name of ['get', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor', 'count'])
          Object.assign(store, { [name]: () => new EventTarget() })
    })
    await window.keyboard.press('g')
    await window.keyboard.press('e')
    await window.locator('.row-blank').first().waitFor()
    await window.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
  }),
  filled('broken', async (window) => {
    await window.evaluate(() => {
      const own = Math.round
      let left = 100 // it is tried again, and rows are many
      Math.round = (number) => {
        if (left-- > 0) throw new Error('As a mistake of ours would.')
        return own(number)
      }
    })
    await search(window, 'water')
    await window.getByRole('alert').waitFor()
  }),
  filled(
    'tags-many',
    async (window) => {
      await tagMany(window, 'tagged')
      await window.locator('.row-tag', { hasText: 'a tag of many words' }).first().waitFor({ state: 'attached' })
    },
    ({ app }) => tagMany(app.window, 'untagged'),
  ),
  filled('search-unreadable', async (window) => {
    await search(window, 'before:yesteryear harbour')
    await window.getByRole('heading', { name: 'This search cannot be read.' }).waitFor()
  }),
  filled('search-history', async (window) => {
    await search(window, 'water')
    await rows(window).first().click()
    await window.keyboard.press('Escape')
    await window.locator('.search input').fill('')
    await window.locator('.search input').focus()
    await window.keyboard.press('ArrowDown')
  }),
  filled('sort-menu', async (window) => {
    await window.getByRole('button', { name: /^Order/ }).click()
    await window.getByRole('menu').waitFor()
  }),
  filled('palette-found', async (window) => {
    await window.keyboard.press('Control+k')
    await window.getByRole('combobox').fill('ti')
  }),
  filled('about', (window) => runFromPalette(window, 'About Offprint')),
  filled('panel-similar', async (window, titles) => {
    await openArticle(window, titles.news)
    await openPanel(window, 'Similar')
    await window.locator('.panel-similar button').first().waitFor()
  }),
  filled(
    'toast',
    async (window, titles) => {
      await openArticle(window, titles.news)
      await window.keyboard.press('l')
      await window.locator('.toaster').getByText('Undo').waitFor()
    },
    async ({ app }) => {
      await app.window.keyboard.press('z')
      await app.window
        .locator('.toaster')
        .getByText(/^Taken back/)
        .waitFor()
    },
  ),
  filled('sidebar-key', (window) => window.keyboard.press('[')),
  filled('footnote', async (window) => {
    await openArticle(window, 'A clock made of water')
    const page = window.frameLocator('iframe').first()
    await page.locator('.offprint-noteref').first().click()
    await page.locator('.footnote').waitFor()
  }),
  filled('article-end', async (window, titles) => {
    await openArticle(window, titles.code)
    await window.frameLocator('iframe').first().locator('.page-end').scrollIntoViewIfNeeded()
  }),
  filled('article-japanese', (window) => openArticle(window, '雨の日だけ開く本屋')),
  filled('aloud', async (window, titles) => {
    await openArticle(window, titles.news)
    await window.evaluate(() => {
      const voice = { name: 'A voice', lang: 'en', localService: true, default: true }
      const silent = Object.assign(new EventTarget(), {
        getVoices: () => [voice],
        cancel: () => undefined,
        speak: () => undefined,
      })
      Object.defineProperty(globalThis, 'speechSynthesis', { value: silent, configurable: true })
      Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Object, configurable: true })
    })
    await window.keyboard.press('r')
    await window.getByRole('toolbar', { name: 'Reading aloud' }).waitFor()
  }),
  filled('add-many', async (window) => {
    const links = Array.from({ length: 240 }, (_, n) => `https://example.org/${n}`).join('\n')
    await add(window, links)
    await window.getByRole('heading', { name: /240/ }).waitFor()
  }),
  filled('add-refused', async (window) => {
    await add(window, 'mailto:somebody@example.org\nexample dot org, as far as I remember')
  }),
  hard(
    'saving',
    async (window, _titles, { site }) => {
      await add(window, ['a', 'b', 'c'].map((host) => site.url(host, '/slow/first-byte')).join('\n'))
      await window.locator('[role="row"][id^="capture-"]').nth(2).waitFor()
    },
    async ({ app }) => {
      await app.window.locator('.activity').getByRole('button', { name: 'Cancel' }).click()
      await removeFailed(app.window)
    },
  ),
  hard(
    'saving-paused',
    async (window, _titles, { site }) => {
      await set(window, { savingPaused: true })
      await add(window, ['a', 'b', 'c'].map((host) => site.url(host, '/slow/first-byte')).join('\n'))
      await window.locator('.activity').getByText('Paused').waitFor()
    },
    async ({ app }) => {
      await app.window.locator('.activity').getByRole('button', { name: 'Cancel' }).click()
      await removeFailed(app.window)
      await set(app.window, { savingPaused: false })
    },
  ),
  filled('list-through', through),
  filled('list-through-shown', async (window, titles, stage) => {
    await through(window, titles, stage)
    await window.locator('.activity button').first().click()
    await window.getByRole('dialog').waitFor()
  }),
  hard('versions-compared', async (window, _titles, { site }) => {
    const title = site.truth(editedPath).title
    await openArticle(window, title)
    if ((await entriesOf(window)) < 2) {
      site.revise(editedPath)
      await window.getByRole('dialog').getByRole('button', { name: 'Save again from the web' }).click()
      await window.getByRole('dialog').getByRole('button', { name: 'Compare' }).waitFor({ timeout: 60_000 })
    }
    await window.getByRole('dialog').getByRole('button', { name: 'Compare' }).first().click()
    await window.locator('.comparison-text').waitFor()
  }),
  hard('delete-for-good', async (window) => {
    await window.keyboard.press('g')
    await window.keyboard.press('e')
    await rows(window).last().click()
    await window.keyboard.press('d')
    await window.keyboard.press('g')
    await window.keyboard.press('t')
    await rows(window).first().click()
    await window.getByRole('button', { name: 'More' }).click()
    await window.getByRole('menuitem', { name: 'Delete for good' }).click()
    await window.getByRole('dialog').waitFor()
  }),
]

const manyTags = [
  'a tag of many words, as somebody wrote it',
  'history/nineteenth century',
  'read again',
  'sea/harbour',
]

const tagMany = (window: Page, act: 'tagged' | 'untagged') =>
  actOnFirst(window, (article) => manyTags.map((tag) => ({ act, article, tag })))

async function entriesOf(window: Page): Promise<number> {
  await runFromPalette(window, 'Versions')
  return window.getByRole('dialog').getByRole('listitem').count()
}

type Handlers = Map<string, unknown>
type Kept = { ownHandlers?: Handlers }

/** What main answers to a request from now on, in a window that starts anew. */
async function answered(window: Page, app: App, name: string, value: unknown) {
  await app.electron.evaluate(
    ({ ipcMain }, asked) => {
      const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Handlers
      const kept = globalThis as Kept
      kept.ownHandlers ??= new Map(handlers)
      handlers.set(asked.name, () => ({ ok: true, value: asked.value }))
    },
    { name, value },
  )
  await window.reload()
  await window.locator('.notice').waitFor()
}

/** A request without an answer. */
const hold = (app: App, name: string) =>
  app.electron.evaluate(({ ipcMain }, asked) => {
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Handlers
    const kept = globalThis as Kept
    kept.ownHandlers ??= new Map(handlers)
    handlers.set(asked, () => new Promise(() => undefined))
  }, name)

function ownAnswers({ app }: { readonly app: App }): Promise<void> {
  return app.electron.evaluate(({ ipcMain }) => {
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Handlers
    for (const [name, own] of (globalThis as Kept).ownHandlers ?? []) handlers.set(name, own)
  })
}
