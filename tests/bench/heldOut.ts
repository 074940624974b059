// All of extraction on pages whose sites its trees have not seen: the figure to be believed. The choice of blocks by itself, which `learn` prints
// too, is another one: it knows nothing of the steps after it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openChromium } from '../../build/chromium.ts'
import { inRepository } from '../../build/repository.ts'
import { say } from '../../build/say.ts'
import type { Tree } from '../../renderer/extract/trees.ts'
import { readGold, type PageRows } from './collectRows.ts'
import { scoresByShingles, scoresByWords, type Scored } from './scores.ts'

/** `script` leaves offprintLearn in a page; `treesOf` are the trees of each fold, `foldOf` the fold of each page. */
export async function scoreHeldOut(
  pages: readonly PageRows[],
  foldOf: readonly number[],
  treesOf: readonly (readonly Tree[])[],
  script: string,
): Promise<void> {
  const found = new Map<PageRows, Scored['found']>()
  const browser = await openChromium()
  try {
    const tab = await browser.newPage()
    await tab.evaluate(script)
    for (const [fold, trees] of treesOf.entries()) {
      await tab.evaluate((own) => window.offprintLearn.useTrees(own), trees)
      for (const [n, page] of pages.entries()) {
        if (foldOf[n] !== fold) continue
        const packed = readFileSync(join(page.folder, `${page.id}.html.gz`)).toString('base64')
        const asked = [packed, page.url] as const
        found.set(page, await tab.evaluate(([packed, url]) => window.offprintLearn.examination(packed, url), asked))
      }
      say(`fold ${fold + 1} of ${treesOf.length} extracted`)
    }
  } finally {
    await browser.close()
  }
  for (const folder of new Set(pages.map((page) => page.folder))) {
    const own = pages.filter((page) => page.folder === folder)
    const golds = new Map(readGold(folder).map((gold) => [gold.id, gold]))
    const scored = own.flatMap((page) => {
      const gold = golds.get(page.id)
      return gold ? [{ gold, found: found.get(page) }] : []
    })
    sayScores(scored, own[0]?.set ?? '')
    keep(scored, own[0]?.set ?? '')
  }
}

function sayScores(scored: readonly Scored[], set: string): void {
  const score = set.endsWith('-a') ? scoresByShingles : scoresByWords
  const kinds = [...new Set(scored.map(({ gold }) => gold.type))]
  const line = kinds.map((kind) => `${kind} ${score(scored.filter(({ gold }) => gold.type === kind)).toFixed(4)}`)
  process.stdout.write(`extraction of ${set}, held out: all ${score(scored).toFixed(4)} ${line.join(' ')}\n`)
}

/** For looking at what is wrong, and for scorers of others. */
function keep(scored: readonly Scored[], set: string): void {
  const file = inRepository('.cache', 'learn', `held-out-${set}.jsonl`)
  mkdirSync(dirname(file), { recursive: true })
  const lines = scored.map(({ gold, found }) =>
    JSON.stringify({
      id: gold.id,
      text: found?.textWithoutCaptions ?? '',
      title: found?.title,
      author: found?.byline,
      date: found?.publishedAt,
    }),
  )
  writeFileSync(file, `${lines.join('\n')}\n`)
}
