// An article of 2,000 words with three images, from the key to its text painted: one after the other, none seen before.
import type { Page } from 'playwright'
import { launchApp } from '../e2e/app.ts'
import { figureOf, type Bench, type Figure } from './figure.ts'
import { filledLibraryOf, longArticles } from './library.ts'
import { keyToPaint } from './painted.ts'

export const open: Bench = async (sizes) => {
  const figures: Figure[] = []
  for (const size of sizes) {
    const app = await launchApp(await filledLibraryOf(size))
    const measured: number[] = []
    try {
      const { window } = app
      await window.getByRole('grid').getByRole('row').first().waitFor()
      const titles = await newestTitles(window, longArticles)
      await window.keyboard.press('j')
      for (const title of titles) {
        measured.push(await keyToPaint(window, measured.length === 0 ? ['Enter'] : ['j'], { kind: 'article', title }))
      }
    } finally {
      await app.close()
    }
    const about = { bench: 'open', engine: 'offprint', size, unit: 'ms' } as const
    // The first makes the frame ready for the others; it is told apart.
    const [first = NaN, ...others] = measured
    figures.push(
      figureOf({ ...about, figure: 'the first article, key down to text painted' }, [first]),
      figureOf({ ...about, figure: 'an article of 2,000 words, key down to text painted' }, others),
    )
  }
  return figures
}

/** As the list tells them when one scrolls: the library is open in the window, and asked directly. */
function newestTitles(page: Page, count: number): Promise<readonly string[]> {
  return page.evaluate(async (most) => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('offprint')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const titles: string[] = []
    await new Promise<void>((resolve) => {
      const range = IDBKeyRange.bound('inbox\u0000', 'inbox\u0000\uffff')
      const walk = opened.transaction('articles').objectStore('articles').index('lists').openCursor(range)
      walk.onsuccess = () => {
        const at = walk.result
        if (!at || titles.length === most) return resolve()
        titles.push(String((at.value as { title: unknown }).title))
        at.continue()
      }
    })
    opened.close()
    return titles
  }, count)
}
