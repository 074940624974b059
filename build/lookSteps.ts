// What a reader does on the way to a screen of `npm run look`.
import type { Page } from 'playwright'
import type { App } from '../tests/e2e/app.ts'
import type { Site } from '../tests/site.ts'

/** What the articles in the picture are, by what they show. */
export type Titles = Readonly<Record<'news' | 'code' | 'arabic' | 'recipe', string>>

/** What the window stands on, for screens that need more than the window. */
export type Stage = { readonly app: App; readonly site: Site }

export type Screen = {
  readonly name: string
  /** `empty` is a library at its first start, `filled` one with a dozen articles, `hard` one of lookPages.ts. */
  readonly library: 'empty' | 'filled' | 'hard'
  prepare(window: Page, titles: Titles, stage: Stage): Promise<void>
  readonly isZoomed?: true
  /** Where the window itself does not forget what was done. */
  end?(stage: Stage): Promise<void>
}

const of =
  (library: Screen['library']) =>
  (name: string, prepare: Screen['prepare'], end?: Screen['end']): Screen => ({
    name,
    library,
    prepare,
    ...(end ? { end } : {}),
  })

export const empty = of('empty')
export const filled = of('filled')
export const hard = of('hard')

/** Forgets whatever a screen has opened, typed or set. */
export async function startAnew(window: Page): Promise<void> {
  await speak(window, 'en')
  await set(window, { panel: 'closed', density: 'comfortable', sidebarHidden: false })
  await window.reload()
  await window.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: 'Inbox' }).first().click()
  await rows(window).first().waitFor()
}

/** A change of the language loads the window again. */
export async function speak(window: Page, language: string) {
  const page = window.locator(`html[lang="${language}"]`)
  if ((await page.count()) > 0) return
  await set(window, { language })
  await page.waitFor()
  await rows(window).first().waitFor()
}

export const set = (window: Page, change: Readonly<Record<string, string | boolean>>) =>
  window.evaluate(
    (settings) => (globalThis as unknown as OffprintWindow).offprint.request('settings.write', settings),
    change,
  )

export async function add(window: Page, links: string) {
  await window.keyboard.press('Control+n')
  await window.getByRole('dialog').getByRole('textbox').fill(links)
  await window.keyboard.press('Control+Enter')
}

export const rows = (window: Page) => window.locator('[role="row"][id^="row-"]')

/** It stays there for the pictures that follow. */
export async function throwOneAway(window: Page) {
  const count = window.locator('.sidebar-open', { hasText: 'Trash' }).locator('.sidebar-count')
  if (((await count.textContent()) ?? '') !== '') return
  await window.getByRole('grid').focus()
  await window.keyboard.press('End')
  await window.keyboard.press('d')
  await window.getByText('Moved to Trash').waitFor()
}

/** Tags as a reader would have given them: nested, and one written in two ways. */
export async function tagRows(window: Page) {
  await actOnFirst(window, (article, index) => [
    {
      act: 'tagged',
      article,
      tag: ['sea/harbour', 'sea/harbours', 'letters', 'letters/essays'][index % 4] ?? 'letters',
    },
  ])
}

export async function readSome(window: Page) {
  await actOnFirst(window, (article, index) => [
    { act: 'progressed', article, progress: index % 3 === 0 ? 0.4 : 1, paragraph: 4 },
    { act: 'tagged', article, tag: index % 2 === 0 ? 'sea/harbour' : 'letters' },
  ])
}

export async function actOnFirst(window: Page, actsOf: (article: string, index: number) => readonly object[]) {
  const ids = await rows(window).evaluateAll((all) => all.map((row) => row.id.replace(/^row-/, '')))
  const acts = ids.flatMap(actsOf)
  await window.evaluate((list) => (globalThis as unknown as OffprintWindow).offprint.request('vault.write', list), acts)
  // Written as another device would: the window knows of it when it has caught up.
  await window.reload()
  await rows(window).first().waitFor()
}

export async function runFromPalette(window: Page, command: string) {
  await window.keyboard.press('Control+k')
  await window.getByRole('combobox').fill(command)
  await window.getByRole('option', { name: command }).first().waitFor()
  await window.keyboard.press('Enter')
  await window.getByRole('dialog').waitFor()
}

/** Two things pointed at: a picture that goes, and a box that comes. */
export async function startFixing(window: Page) {
  await window.keyboard.press('Control+Shift+e')
  const snapshot = window.frameLocator('iframe[title="The page as it looked"]')
  await snapshot.locator('[data-offprint-fix="in"]').first().waitFor()
  // What was kept for a picture before.
  const lines = window.getByRole('button', { name: /^Take back/ })
  while ((await lines.count()) > 0) await lines.first().click()
  await snapshot.locator('figure img[data-offprint-fix="in"]').first().click()
  await window.getByRole('button', { name: /^Take back/ }).waitFor()
  await snapshot.locator('[data-offprint-fix="out"]').first().click()
  await window
    .getByRole('button', { name: /^Take back/ })
    .nth(1)
    .waitFor()
}

export async function search(window: Page, query: string) {
  await window.getByRole('textbox', { name: 'Search' }).fill(query)
}

/** It stays open from one start to the next. */
export async function openPanel(window: Page, tab: string) {
  const panel = window.getByRole('complementary', { name: 'About this article' })
  if ((await panel.count()) === 0) await window.keyboard.press('i')
  await panel.getByRole('tab', { name: tab }).click()
}

/** Once for each library: three passages, each in another colour, two with a note. */
export async function highlightWithNotes(window: Page) {
  const notes = window.frameLocator('iframe').first().locator('.page-margin button')
  if ((await notes.count()) > 0) return
  for (const [colour, note] of [
    ['1', 'The date differs from the one in the council minutes.'],
    ['2', undefined],
    ['3', 'Compare with the barrage further up the river: it was built in half the time.'],
  ] as const) {
    for (let n = 0; n < Number(colour) * 2; n++) await window.keyboard.press('v')
    await window.keyboard.press(colour)
    await window.getByRole('button', { name: 'Remove the highlight' }).waitFor()
    if (note !== undefined) {
      await window.keyboard.press('m')
      await window.getByRole('textbox', { name: 'Note on this passage' }).fill(note)
      await window.keyboard.press('Escape')
    } else await window.keyboard.press('Escape')
  }
  await notes.first().waitFor()
}

/** Failed links stay in the list, and would push down what other pictures show. */
export async function removeFailed(window: Page) {
  const captures = window.locator('[role="row"][id^="capture-"]')
  for (let left = await captures.count(); left > 0; left = await captures.count()) {
    await captures.first().getByRole('button').last().click()
    await captures.nth(left - 1).waitFor({ state: 'detached' })
  }
}

/** A long list as main would tell of it: nothing is fetched. */
export async function through(window: Page, _titles: Titles, { app }: Stage) {
  await app.electron.evaluate(({ BrowserWindow }) => {
    const shown = BrowserWindow.getAllWindows().find((one) => one.isVisible())
    const tell = (n: number, state: object) =>
      shown?.webContents.send('capture.changed', {
        id: `01KA0000000000000000000${String(n).padStart(3, '0')}`,
        url: `https://www.${n % 2 ? 'kartenhaus' : 'the-proceedings-of-the-society-for-water-and-time'}.example/${n}/a-port-without-ships-is-a-very-expensive-park`,
        host: 'kartenhaus.example',
        addedAt: '2026-11-22T10:00:00.000Z',
        tries: 1,
        notes: [],
        state,
      })
    const saved = {
      kind: 'saved',
      article: '01KA0000000000000000000001',
      version: '01KA0000000000000000000002',
      verdict: 'complete',
      current: true,
      notes: [],
    }
    const failures = [
      { code: 'http-status', status: 404, reason: 'Not Found' },
      { code: 'host-not-found', host: 'kartenhaus.example' },
      { code: 'too-slow', seconds: 90 },
    ]
    for (let n = 0; n < 240; n++) tell(n, { kind: 'waiting' })
    for (let n = 0; n < 240; n++) {
      if (n >= 237) tell(n, { kind: 'failed', failure: failures[n - 237] })
      else tell(n, n < 231 ? saved : { ...saved, knownSince: '2026-11-22T10:00:00.000Z' })
    }
  })
  await window.locator('.activity').getByText('231').waitFor()
}

/** The page stands where it has been sent. It runs no script, so the window looks for it. */
export const scrolled = (window: Page) =>
  window.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const look = (before: number, frames: number) => {
          const top = document.querySelector('iframe')?.contentDocument?.scrollingElement?.scrollTop ?? 0
          if (frames === 0 || (top > 0 && top === before)) resolve()
          else requestAnimationFrame(() => look(top, frames - 1))
        }
        look(-1, 300)
      }),
  )

export async function openArticle(window: Page, title: string) {
  const row = rows(window).filter({ hasText: title }).first()
  // Only the rows in sight are there.
  for (let top = 0; (await row.count()) === 0 && top < 10_000; top += 290)
    await window.locator('.list-rows').evaluate(async (list, to) => {
      list.scrollTo(0, to)
      for (let frame = 0; frame < 3; frame++) await new Promise((drawn) => requestAnimationFrame(drawn))
    }, top)
  await row.click()
  await window.frameLocator('iframe').first().locator('h1', { hasText: title }).waitFor()
}

/** What the preload gives the page; its types need the DOM of the app, which this program does not have. */
export type OffprintWindow = {
  readonly offprint: { request(name: string, ...args: readonly unknown[]): Promise<unknown> }
}
