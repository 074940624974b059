// `npm run bench -- extract --set DIR`: how right extraction is on pages with gold text, by type of page, as DIR's README says it is scored; and
// how long a page of about 200 KB takes. The pages are the caller's; none is ours.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openChromium } from '../../build/chromium.ts'
import { readGold, type Gold } from './collectRows.ts'
import { scriptOf } from '../../build/extractScript.ts'
import type { Examination } from '../../preload/extraction.ts'
import { figureOf, type Bench, type Figure } from './figure.ts'
import { fold, ratesOf, scoresByShingles, scoresByWords, type Scored } from './scores.ts'

/** Bytes of a page whose time counts as that of a page of 200 KB. */
const usualBytes = [100_000, 300_000] as const

export const extract: Bench = async (_sizes, { sets = [] } = {}) => {
  if (sets.length === 0) throw new Error('Name a folder of pages with gold text: --set DIR.')
  const figures: Figure[] = []
  for (const set of sets) figures.push(...(await measure(set)))
  return figures
}

async function measure(set: string): Promise<Figure[]> {
  const engine = basename(set)
  const golds = readGold(set)
  const scored: Scored[] = []
  const times: number[] = []
  const all: number[] = []
  const browser = await openChromium()
  try {
    const page = await browser.newPage()
    await page.evaluate(await scriptOf('examine.ts', 'offprintExamine'))
    for (const gold of golds) {
      const bytes = gunzipSync(readFileSync(join(set, `${gold.id}.html.gz`)))
      const { examination, ms } = await page.evaluate(examined, [bytes.toString('base64'), gold.url] as const)
      scored.push({ gold, found: examination })
      all.push(ms)
      if (bytes.length > usualBytes[0] && bytes.length < usualBytes[1]) times.push(ms)
    }
  } finally {
    await browser.close()
  }
  return [
    ...scoreFigures(scored, engine),
    figureOf({ bench: 'extract', figure: 'a page of 100-300 KB', engine, size: 0, unit: 'ms' }, times),
    figureOf({ bench: 'extract', figure: 'a page', engine, size: 0, unit: 'ms' }, all),
  ]
}

/** Runs in the page. */
function examined([packed, url]: readonly [string, string]): { examination: Examination | undefined; ms: number } {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0))
  const before = performance.now()
  let examination: Examination | undefined
  try {
    examination = window.offprintExamine.examine(bytes, url, false)
  } catch {
    examination = undefined // too complex: counted as no text
  }
  return { examination, ms: performance.now() - before }
}

function scoreFigures(scored: readonly Scored[], engine: string): Figure[] {
  const score = engine.endsWith('-a') ? scoresByShingles : scoresByWords
  const row = (figure: string, value: number, n: number): Figure => {
    const rounded = Math.round(value * 10) / 10
    return { bench: 'extract', figure, engine, size: 0, unit: '%', p50: rounded, p95: rounded, n }
  }
  const kinds = [...new Set(scored.map(({ gold }) => gold.type))]
  const groups = kinds.length > 1 ? ['all', ...kinds] : ['all']
  return [
    ...groups.map((kind) => {
      const some = scored.filter(({ gold }) => kind === 'all' || gold.type === kind)
      return row(`F1 of the text, ${kind}`, 100 * score(some), some.length)
    }),
    ...(
      [
        ['title', (gold: Gold) => gold.title, (found: Examination) => found.title, fold],
        ['author', (gold: Gold) => gold.author, (found: Examination) => found.byline, fold],
        [
          'date',
          (gold: Gold) => gold.date,
          (found: Examination) => found.publishedAt,
          (text: string) => text.slice(0, 10),
        ],
      ] as const
    ).flatMap(([name, wanted, given, same]) => {
      const { right, rightOfGiven, n } = ratesOf(scored, wanted, given, same)
      return n === 0
        ? []
        : [row(`${name} right`, 100 * right, n), row(`${name} right of those given`, 100 * rightOfGiven, n)]
    }),
  ]
}
