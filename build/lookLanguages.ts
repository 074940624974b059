// Screens in German, whose words are long, and in a made-up language from right to left. Nothing is found by its English name here.
import type { Page } from 'playwright'
import {
  add,
  filled,
  hard,
  openArticle,
  removeFailed,
  rows,
  speak,
  through,
  throwOneAway,
  type Screen,
} from './lookSteps.ts'

const dialogs = [
  ['shortcuts', '?'],
  ['add', 'Control+n'],
  ['palette', 'Control+k'],
  ['fix', 'Control+Shift+e'],
] as const

export const inOtherLanguages: readonly Screen[] = [
  filled('german-panel', async (window, titles) => {
    await speak(window, 'de')
    await openArticle(window, titles.news)
    await window.keyboard.press('i')
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
  ...dialogs.map(([name, key]) =>
    filled(`german-${name}`, async (window, titles) => {
      await speak(window, 'de')
      await openArticle(window, titles.news)
      await window.keyboard.press(key)
      await window.getByRole('dialog').waitFor()
      if (name === 'fix') await fixShown(window)
    }),
  ),
  ...dialogs.map(([name, key]) =>
    filled(`mirrored-${name}`, async (window, titles) => {
      await speak(window, 'pseudo-rtl')
      await openArticle(window, titles.arabic)
      await window.keyboard.press(key)
      await window.getByRole('dialog').waitFor()
      if (name === 'fix') await fixShown(window)
    }),
  ),
  ...[3, 4].map((tab) =>
    filled(`german-panel-${tab}`, async (window, titles) => {
      await speak(window, 'de')
      await openArticle(window, titles.news)
      await window.keyboard.press('i')
      await window.locator(`.panel-tabs button:nth-child(${tab})`).click()
    }),
  ),
  filled('german-menu', async (window, titles) => {
    await speak(window, 'de')
    await openArticle(window, titles.news)
    await window.locator('.toolbar button').last().click()
    await window.getByRole('menu').waitFor()
  }),
  filled('german-appearance', async (window, titles) => {
    await speak(window, 'de')
    await openArticle(window, titles.news)
    await window.keyboard.press(',')
    await window.locator('.popover').waitFor()
  }),
  filled('german-trash-article', async (window) => {
    await throwOneAway(window)
    await speak(window, 'de')
    await window.keyboard.press('g')
    await window.keyboard.press('t')
    await rows(window).first().click()
    await window.locator('.in-trash').waitFor()
  }),
  filled('german-list-through', async (window, titles, stage) => {
    await speak(window, 'de')
    await through(window, titles, stage)
    await window.locator('.activity button').first().click()
    await window.getByRole('dialog').waitFor()
  }),
  filled('mirrored-panel', async (window, titles) => {
    await speak(window, 'pseudo-rtl')
    await openArticle(window, titles.arabic)
    await window.keyboard.press('i')
    await window.locator('.panel').waitFor()
  }),
  filled('german-search-without-hits', async (window) => {
    await speak(window, 'de')
    await window.locator('.search input').fill('watre tag:nothing')
    await window.locator('.list-empty').waitFor()
  }),
  filled('german-statistics', async (window) => {
    await speak(window, 'de')
    await palette(window, 'gelesen')
    await window.getByRole('dialog').waitFor()
  }),
  filled('mirrored-settings', async (window) => {
    await speak(window, 'pseudo-rtl')
    await window.keyboard.press('Control+,')
    await window.getByRole('dialog').waitFor()
  }),
  hard(
    'german-failed',
    async (window) => {
      await speak(window, 'de')
      await add(window, 'http://127.0.0.1:5999/\nhttp://nowhere.invalid/far')
      await window.locator('.capture[data-failed]').nth(1).waitFor()
    },
    ({ app }) => removeFailed(app.window),
  ),
  hard('german-wall', async (window) => {
    await speak(window, 'de')
    await rows(window).filter({ hasText: 'Walking the estuary' }).first().click()
    await window.frameLocator('iframe').first().locator('.page-note').waitFor()
  }),
]

/** The article as it would be stands beside the page. */
const fixShown = (window: Page) => window.getByRole('dialog').frameLocator('iframe').last().locator('h1').waitFor()

async function palette(window: Page, words: string) {
  await window.keyboard.press('Control+k')
  await window.getByRole('combobox').fill(words)
  await window.getByRole('option').first().waitFor()
  await window.keyboard.press('Enter')
}
