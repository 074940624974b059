// The screens that `npm run look` takes pictures of. Each starts from the Inbox with nothing open and nothing typed.
import type { Page } from 'playwright'
import { brokenImageTitle, longTitle, wideTitle } from './lookPages.ts'

/** What the articles in the picture are, by what they show. */
export type Titles = Readonly<Record<'news' | 'code' | 'arabic' | 'recipe', string>>

export type Screen = {
  readonly name: string
  /** `empty` is a library at its first start, `filled` one with a dozen articles, `hard` one of lookPages.ts. */
  readonly library: 'empty' | 'filled' | 'hard'
  prepare(window: Page, titles: Titles): Promise<void>
}

const filled = (name: string, prepare: Screen['prepare']): Screen => ({ name, library: 'filled', prepare })
const hard = (name: string, prepare: Screen['prepare']): Screen => ({ name, library: 'hard', prepare })

export const screens: readonly Screen[] = [
  { name: 'first-start', library: 'empty', prepare: () => Promise.resolve() },
  filled('inbox', () => Promise.resolve()),
  filled('article', (window, titles) => openArticle(window, titles.news)),
  filled('article-code', (window, titles) => openArticle(window, titles.code)),
  filled('article-arabic', (window, titles) => openArticle(window, titles.arabic)),
  filled('article-further-down', async (window, titles) => {
    await openArticle(window, titles.recipe)
    await window.keyboard.press('Space')
  }),
  filled('highlight-chosen', async (window, titles) => {
    await openArticle(window, titles.news)
    await window.keyboard.press('v')
    await window.keyboard.press('v')
    await window.keyboard.press('ArrowDown')
    await window.getByRole('toolbar', { name: 'What is chosen' }).waitFor()
  }),
  filled('highlight-note', async (window, titles) => {
    await openArticle(window, titles.news)
    await highlightWithNotes(window)
    await window.keyboard.press('v')
    await window.keyboard.press('h')
    await window.keyboard.press('m')
    await window
      .getByRole('textbox', { name: 'Note on this passage' })
      .fill('Ask at the mill whether the log books go back so far.')
  }),
  filled('highlights-in-focus', async (window, titles) => {
    await openArticle(window, titles.news)
    await highlightWithNotes(window)
    await window.keyboard.press('\\')
  }),
  ...(['Contents', 'Highlights', 'Details'] as const).map((tab) =>
    filled(`panel-${tab.toLowerCase()}`, async (window, titles) => {
      await openArticle(window, titles.news)
      await highlightWithNotes(window)
      await openPanel(window, tab)
    }),
  ),
  filled('correct', async (window, titles) => {
    await openArticle(window, titles.news)
    await openPanel(window, 'Details')
    await window.getByRole('button', { name: 'Correct these' }).click()
  }),
  filled('highlights', async (window, titles) => {
    await openArticle(window, titles.news)
    await highlightWithNotes(window)
    await window.keyboard.press('g')
    await window.keyboard.press('h')
    await window.getByRole('listbox', { name: 'Highlights' }).waitFor()
  }),
  filled('focus', async (window, titles) => {
    await openArticle(window, titles.news)
    await window.keyboard.press('\\')
  }),
  filled('appearance', async (window, titles) => {
    await openArticle(window, titles.news)
    await window.getByRole('button', { name: 'Appearance', exact: true }).click()
  }),
  filled('tags', async (window, titles) => {
    await openArticle(window, titles.news)
    await window.keyboard.press('t')
    await window.getByRole('dialog').waitFor()
  }),
  filled('search', async (window) => {
    await search(window, 'water')
    await rows(window).first().click()
    await window.locator('iframe').first().waitFor()
  }),
  filled('search-without-hits', async (window) => {
    await search(window, 'watre tag:nothing')
    await window.getByRole('heading', { name: 'No article has all of this.' }).waitFor()
  }),
  filled('search-corrected', async (window) => {
    await search(window, 'watre')
    await rows(window).filter({ hasText: 'water' }).first().waitFor()
  }),
  filled('search-completion', async (window) => {
    await search(window, 'clock is:')
    await rows(window).first().waitFor()
  }),
  filled('search-help', (window) => runFromPalette(window, 'What search understands')),
  filled('search-why', async (window) => {
    await search(window, 'water')
    await rows(window).first().click()
    await window.keyboard.press('w')
    await window.getByRole('dialog').waitFor()
  }),
  filled('versions', async (window, titles) => {
    await openArticle(window, titles.news)
    await runFromPalette(window, 'Versions')
  }),
  filled('fix', async (window, titles) => {
    await openArticle(window, titles.news)
    await startFixing(window)
    await window.getByRole('region', { name: 'The article so made' }).getByText('Leave out').waitFor()
  }),
  filled('fix-apply', async (window, titles) => {
    await openArticle(window, titles.news)
    await startFixing(window)
    const keep = window.getByRole('button', { name: 'Keep for this site' })
    // The same was kept for a picture before.
    if (await keep.isDisabled())
      await window
        .getByRole('button', { name: /^Take back/ })
        .last()
        .click()
    await keep.click()
    await window.getByRole('button', { name: /^Apply to/ }).waitFor()
  }),
  filled('several-chosen', async (window) => {
    await rows(window)
      .nth(1)
      .click({ modifiers: ['Control'] }) // without opening it: in a narrow window it would take the list's place
    await window.keyboard.press('Shift+ArrowDown')
    await window.keyboard.press('Shift+ArrowDown')
  }),
  filled('add', async (window) => {
    await window.keyboard.press('Control+n')
    await window.getByRole('dialog').waitFor()
  }),
  filled('palette', async (window) => {
    await window.keyboard.press('Control+k')
    await window.getByRole('dialog').waitFor()
  }),
  filled('settings', async (window) => {
    await window.keyboard.press('Control+,')
    await window.getByRole('dialog').waitFor()
  }),
  filled('settings-storage', async (window) => {
    await window.keyboard.press('Control+,')
    await window.getByRole('button', { name: 'Empty the Trash' }).scrollIntoViewIfNeeded()
  }),
  filled('rules', async (window) => {
    const rule =
      'remove p.plug\nremove aside.related\nkeep div.standfirst\nremove section with heading "More from us"\n'
    await window.evaluate(
      (acts) => (globalThis as unknown as OffprintWindow).offprint.request('vault.write', acts),
      ['a.localhost', 'kartenhaus.example', 'the-proceedings-of-the-society-for-water-and-time.example'].map(
        (site) => ({
          act: 'rule-made',
          site,
          rule,
        }),
      ),
    )
    await window.reload()
    await rows(window).first().waitFor()
    await runFromPalette(window, 'Rules of sites')
    await window.getByText('kartenhaus.example').click()
  }),
  filled('picture', async (window, titles) => {
    await openArticle(window, titles.news)
    await window.frameLocator('iframe').first().locator('.page-text img').first().click()
    await window.getByRole('dialog').waitFor()
  }),
  filled('find', async (window, titles) => {
    await openArticle(window, titles.news)
    await window.keyboard.press('Control+f')
    await window.getByRole('textbox', { name: 'Find in this article' }).fill('mill')
  }),
  filled('aloud-without-voice', async (window, titles) => {
    await openArticle(window, titles.news)
    await window.keyboard.press('r')
    await window.getByRole('alert').waitFor()
  }),
  filled('more-menu', async (window, titles) => {
    await openArticle(window, titles.news)
    await window.getByRole('button', { name: 'More' }).click()
    await window.getByRole('menu').waitFor()
  }),
  filled('german-panel', async (window, titles) => {
    await speak(window, 'de')
    await openArticle(window, titles.news)
    await window.keyboard.press('i')
  }),
  filled('tag-list', async (window) => {
    await tagRows(window)
    await window.getByRole('button', { name: /^All tags/ }).click()
    await window.getByRole('dialog').getByRole('checkbox').first().check()
  }),
  filled('tag-rename', async (window) => {
    await tagRows(window)
    await window.getByRole('button', { name: /^All tags/ }).click()
    await window.getByRole('dialog').getByRole('checkbox').first().check()
    await window.getByRole('dialog').getByRole('button', { name: 'Rename…' }).click()
    await window.getByRole('combobox', { name: 'Name of the tag' }).fill('sea/harbour')
  }),
  filled('keep-search', async (window) => {
    await search(window, 'water')
    await rows(window).first().waitFor()
    await window.keyboard.press('Control+s')
    await window.getByRole('dialog').waitFor()
  }),
  filled('statistics', async (window) => {
    await readSome(window)
    await runFromPalette(window, 'Reading statistics')
    await window.getByRole('img', { name: /^Calendar/ }).waitFor()
  }),
  filled('empty-trash', async (window) => {
    const count = window.locator('.sidebar-open', { hasText: 'Trash' }).locator('.sidebar-count')
    // It stays there for the pictures that follow.
    if (((await count.textContent()) ?? '') === '') {
      await window.getByRole('grid').focus()
      await window.keyboard.press('End')
      await window.keyboard.press('d')
      await window.getByText('Moved to Trash').waitFor()
    }
    await runFromPalette(window, 'Empty the Trash')
    await window.getByRole('dialog').waitFor()
  }),
  filled('shortcuts', async (window) => {
    await window.keyboard.press('?')
    await window.getByRole('dialog').waitFor()
  }),
  filled('trash', async (window) => {
    await window.keyboard.press('g')
    await window.keyboard.press('t')
  }),
  filled('german', async (window, titles) => {
    await speak(window, 'de')
    await openArticle(window, titles.code)
    await window.keyboard.press('Control+,')
    await window.getByRole('dialog').waitFor()
  }),
  filled('mirrored', async (window, titles) => {
    await speak(window, 'pseudo-rtl')
    await openArticle(window, titles.arabic)
  }),
  filled('snapshot', async (window, titles) => {
    await openArticle(window, titles.news)
    await window.getByRole('tab', { name: 'Snapshot' }).click()
    await window.frameLocator('iframe').last().locator('h1', { hasText: titles.news }).waitFor()
  }),
  filled('compact', async (window, titles) => {
    await set(window, { density: 'compact' })
    await openArticle(window, titles.news)
  }),
  hard('hard-list', () => Promise.resolve()),
  hard('hard-long-title', (window) => openArticle(window, longTitle.slice(0, 60))),
  hard('hard-broken-image', (window) => openArticle(window, brokenImageTitle)),
  hard('hard-wide', (window) => openArticle(window, wideTitle)),
  hard('hard-wall', (window) => openArticle(window, 'Walking the estuary')),
  hard('pdf', async (window) => {
    await rows(window).filter({ hasText: 'The harbour report' }).first().click()
    await window.locator('.pdf-words span').first().waitFor({ state: 'attached' })
  }),
  hard('failed', async (window) => {
    await add(window, 'http://127.0.0.1:5999/\nhttp://nowhere.invalid/an/address/that/is/rather/long/and/goes/on')
    await window.locator('[role="row"][id^="capture-"]').nth(1).waitFor()
  }),
]

/** Forgets whatever a screen has opened, typed or set. */
export async function startAnew(window: Page): Promise<void> {
  await speak(window, 'en')
  await set(window, { panel: 'closed', density: 'comfortable' })
  await window.reload()
  await window.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: 'Inbox' }).first().click()
  await rows(window).first().waitFor()
}

/** A change of the language loads the window again. */
async function speak(window: Page, language: string) {
  const page = window.locator(`html[lang="${language}"]`)
  if ((await page.count()) > 0) return
  await set(window, { language })
  await page.waitFor()
  await rows(window).first().waitFor()
}

const set = (window: Page, change: Readonly<Record<string, string>>) =>
  window.evaluate(
    (settings) => (globalThis as unknown as OffprintWindow).offprint.request('settings.write', settings),
    change,
  )

async function add(window: Page, links: string) {
  await window.keyboard.press('Control+n')
  await window.getByRole('dialog').getByRole('textbox').fill(links)
  await window.keyboard.press('Control+Enter')
}

const rows = (window: Page) => window.locator('[role="row"][id^="row-"]')

/** Tags as a reader would have given them: nested, and one written in two ways. */
async function tagRows(window: Page) {
  await actOnFirst(window, (article, index) => [
    {
      act: 'tagged',
      article,
      tag: ['sea/harbour', 'sea/harbours', 'letters', 'letters/essays'][index % 4] ?? 'letters',
    },
  ])
}

async function readSome(window: Page) {
  await actOnFirst(window, (article, index) => [
    { act: 'progressed', article, progress: index % 3 === 0 ? 0.4 : 1, paragraph: 4 },
    { act: 'tagged', article, tag: index % 2 === 0 ? 'sea/harbour' : 'letters' },
  ])
}

async function actOnFirst(window: Page, actsOf: (article: string, index: number) => readonly object[]) {
  const ids = await rows(window).evaluateAll((all) => all.map((row) => row.id.replace(/^row-/, '')))
  const acts = ids.flatMap(actsOf)
  await window.evaluate((list) => (globalThis as unknown as OffprintWindow).offprint.request('vault.write', list), acts)
  // Written as another device would: the window knows of it when it has caught up.
  await window.reload()
  await rows(window).first().waitFor()
}

async function runFromPalette(window: Page, command: string) {
  await window.keyboard.press('Control+k')
  await window.getByRole('combobox').fill(command)
  await window.getByRole('option', { name: command }).first().waitFor()
  await window.keyboard.press('Enter')
  await window.getByRole('dialog').waitFor()
}

/** Two things pointed at: a picture that goes, and a box that comes. */
async function startFixing(window: Page) {
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

async function search(window: Page, query: string) {
  await window.getByRole('textbox', { name: 'Search' }).fill(query)
}

/** It stays open from one start to the next. */
async function openPanel(window: Page, tab: string) {
  const panel = window.getByRole('complementary', { name: 'About this article' })
  if ((await panel.count()) === 0) await window.keyboard.press('i')
  await panel.getByRole('tab', { name: tab }).click()
}

/** Once for each library: three passages, each in another colour, two with a note. */
async function highlightWithNotes(window: Page) {
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

async function openArticle(window: Page, title: string) {
  await rows(window).filter({ hasText: title }).first().click()
  await window.frameLocator('iframe').first().locator('h1', { hasText: title }).waitFor()
}

/** What the preload gives the page; its types need the DOM of the app, which this program does not have. */
export type OffprintWindow = {
  readonly offprint: { request(name: string, ...args: readonly unknown[]): Promise<unknown> }
}
