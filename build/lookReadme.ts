// The two pictures of the README, in a library that has been lived in: `npm run look -- readme-search readme-article 1280x832`.
import type { Page } from 'playwright'
import { actOnFirst, filled, highlightWithNotes, openArticle, rows, search, type Screen } from './lookSteps.ts'

export const forReadme: readonly Screen[] = [
  filled('readme-search', async (window) => {
    await liveIn(window)
    await search(window, 'door')
    await rows(window).first().click()
    await window.locator('.matches').waitFor()
  }),
  filled('readme-article', async (window, titles) => {
    await liveIn(window)
    await openArticle(window, titles.news)
    await highlightWithNotes(window)
    await window.evaluate(() => document.querySelector('iframe')?.contentDocument?.scrollingElement?.scrollTo(0, 0))
    await window.mouse.move(900, 300) // the toolbar stands while the pointer moves
  }),
]

const tags = [['cities/harbours', 'longread'], ['craft'], ['science'], ['longread'], ['cities'], ['craft', 'science']]

const liveIn = (window: Page) =>
  actOnFirst(window, (article, index) => [
    ...(tags[index % tags.length] ?? []).map((tag) => ({ act: 'tagged', article, tag })),
    ...([0, 4].includes(index) ? [{ act: 'progressed', article, progress: 0.55, paragraph: 6 }] : []),
    ...(index === 4 ? [{ act: 'favourited', article, favourite: true }] : []),
  ])
