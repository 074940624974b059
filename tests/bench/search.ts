// Search: the engine in Chromium beside its peers (`wasm`, `peers`) over one corpus, then a question typed into the field of the real app (`app`). Each
// part can be measured alone (`--part`); `electron` is the engine in the app's own runtime; `stores`, what reading costs in either storage, only when asked for.
import { say } from '../../build/say.ts'
import { launchApp } from '../e2e/app.ts'
import { figureOf, type Bench, type Figure } from './figure.ts'
import { filledLibraryOf } from './library.ts'
import { judgedIn, ndcg } from './search/judged.ts'
import { measureInBrowser, measureSqlite, measureStores } from './search/inBrowser.ts'
import type { Measured } from './search/measure.ts'
import { measurePeers } from './search/measurePeers.ts'

const questions = ['ba', 'ri to', 'men', 'sal*', '"ba ri"', 'tag:topic-1', 'ver OR din', 'kuba', 'pel -or', 'topic']
/** Larger libraries take most of an hour to be laid out as files and filled, and are so only when this part is asked for; the engine itself is measured at any size. */
const mostInApp = 10_000

const units: Readonly<Record<string, Figure['unit']>> = {
  build: 'articles/s',
  bytesPerArticle: 'bytes',
  memoryReady: 'MB',
  memoryAfter: 'MB',
  memoryIndexing: 'MB',
  typoFound: '%',
  ndcgCranfield: 'nDCG@10',
  ndcgCisi: 'nDCG@10',
}

const mostForPeers = 100_000

const usualParts: readonly string[] = ['ranking', 'chromium', 'electron', 'wasm', 'peers', 'app']

export const search: Bench = async (sizes, { corpus, sets, parts = [] } = {}) => {
  const figures: Figure[] = []
  const isWanted = (part: string) => (parts.length > 0 ? parts : usualParts).includes(part)
  if (isWanted('ranking'))
    for (const [figure, folder] of judgedIn(sets ?? []))
      figures.push(...figuresOf('offprint', 0, { [figure]: [await ndcg(folder)] }))
  if (isWanted('stores')) figures.push(...figuresOf('offprint', 0, await measureStores('electron')))
  for (const size of sizes) {
    for (const browser of ['chromium', 'electron'] as const)
      if (isWanted(browser))
        figures.push(...figuresOf('offprint', size, await measureInBrowser(browser, size, corpus, say)))
    // Ours alone above that.
    if (size <= mostForPeers && isWanted('wasm'))
      figures.push(...figuresOf('fts5-wasm', size, await measureSqlite(size, corpus)))
    if (size <= mostForPeers && isWanted('peers'))
      for (const { engine, figures: theirs } of await measurePeers(size, corpus))
        figures.push(...figuresOf(engine, size, theirs))
    if (isWanted('app') && (size <= mostInApp || parts.includes('app')) && corpus === undefined)
      figures.push(await keyToPaint(size))
  }
  return figures
}

function figuresOf(engine: string, size: number, measured: Measured): Figure[] {
  return Object.entries(measured)
    .filter(([, values]) => values.length > 0)
    .map(([figure, values]) => figureOf({ bench: 'search', figure, engine, size, unit: units[figure] ?? 'ms' }, values))
}

/** From a key in the field, over the list of a view, to the answer painted in its place. */
async function keyToPaint(size: number): Promise<Figure> {
  const app = await launchApp(await filledLibraryOf(size))
  const field = app.window.getByRole('textbox', { name: 'Search' })
  const list = app.window.getByRole('grid', { name: 'Inbox' })
  const took: number[] = []
  for (const round of [0, 1, 2]) {
    for (const question of questions) {
      await field.fill('')
      await list.getByRole('row').first().waitFor()
      const painted = await app.window.evaluate(paintedAfter, question)
      if (round > 0) took.push(painted)
    }
  }
  if (!(await app.window.evaluate(isOnTheDisk))) throw new Error('The index of the app does not lie in private files.')
  await app.close()
  return figureOf({ bench: 'search', figure: 'keyToPaint', engine: 'offprint', size, unit: 'ms' }, took)
}

/** Runs in the app window: a catalog lies in the private files of the app's own origin. */
async function isOnTheDisk(): Promise<boolean> {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle('search')
  const names = (folder as FileSystemDirectoryHandle & { keys(): AsyncIterable<string> }).keys() // Chromium has it
  for await (const name of names) if (name.startsWith('catalog-')) return true
  return false
}

/** Runs in the app window: types, and waits until the frame has been painted that says how long the search took and has all its rows. */
async function paintedAfter(question: string): Promise<number> {
  const field = document.getElementById('search-field')
  if (!(field instanceof HTMLInputElement)) throw new Error('There is no search field.')
  // What the list before has still to draw is no part of the answer.
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  const before = performance.now()
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, question)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  return new Promise((resolve) => {
    const look = () => {
      const isTold = [...document.querySelectorAll('.list-meta span')].some((one) =>
        /^\d\.\d{3} s$/.test(one.textContent),
      )
      if (!isTold || document.querySelector('.list-place .row-blank')) return requestAnimationFrame(look)
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now() - before)
      port2.postMessage(null) // its turn comes after this frame
    }
    requestAnimationFrame(look)
  })
}
