// The screens that `npm run look` takes pictures of. Each starts from the Inbox with nothing open and nothing typed.
import { forAccess } from './lookAccess.ts'
import { inOtherLanguages } from './lookLanguages.ts'
import { brokenImageTitle, longTitle, wideTitle } from './lookPages.ts'
import { forReadme } from './lookReadme.ts'
import { rareStates } from './lookStates.ts'
import {
  add,
  empty,
  filled,
  hard,
  highlightWithNotes,
  openArticle,
  openPanel,
  readSome,
  removeFailed,
  rows,
  runFromPalette,
  scrolled,
  search,
  set,
  startFixing,
  tagRows,
  throwOneAway,
  type OffprintWindow,
  type Screen,
} from './lookSteps.ts'

export const screens: readonly Screen[] = [
  empty('first-start', () => Promise.resolve()),
  filled('inbox', () => Promise.resolve()),
  filled('article', (window, titles) => openArticle(window, titles.news)),
  filled('article-code', (window, titles) => openArticle(window, titles.code)),
  filled('article-arabic', (window, titles) => openArticle(window, titles.arabic)),
  filled('article-further-down', async (window, titles) => {
    await openArticle(window, titles.recipe)
    await window.keyboard.press('Space')
    await scrolled(window)
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
    await window.locator('.version').first().waitFor()
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
    await window.getByRole('listbox', { name: /^Calendar/ }).waitFor()
  }),
  filled('empty-trash', async (window) => {
    await throwOneAway(window)
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
  filled('trash-article', async (window) => {
    await throwOneAway(window)
    await window.keyboard.press('g')
    await window.keyboard.press('t')
    await rows(window).first().click()
    await window.locator('.in-trash').waitFor()
  }),
  filled('snapshot', async (window, titles) => {
    await openArticle(window, titles.news)
    await window.getByRole('tab', { name: 'Snapshot' }).click()
    await window.frameLocator('iframe').last().locator('h1', { hasText: titles.news }).waitFor()
  }),
  filled('compact', async (window, titles) => {
    await set(window, { density: 'compact' })
    await openArticle(window, titles.news)
    // In a narrow window the article has taken the list's place.
    if (!(await rows(window).first().isVisible())) await window.keyboard.press('Escape')
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
  hard(
    'failed',
    async (window) => {
      await add(window, 'http://127.0.0.1:5999/\nhttp://nowhere.invalid/an/address/that/is/rather/long/and/goes/on')
      await window.locator('.capture[data-failed]').nth(1).waitFor()
    },
    ({ app }) => removeFailed(app.window),
  ),
  ...rareStates,
  ...inOtherLanguages,
  ...forAccess,
  ...forReadme,
]
