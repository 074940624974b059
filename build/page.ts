// `npm run page SLUG [URL [FILE]]`: writes tests/pages/SLUG/, a page and what extraction makes of it. FILE becomes source.html; without it the
// one that is there is extracted again. What is written is a proposal: look at every line of it before it is committed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { chromiumLaunch } from './chromium.ts'
import { extractScript } from './extractScript.ts'
import { inRepository } from './repository.ts'
import { NotReady, orSayWhy, say } from './say.ts'
import { readable, type Expectation } from '../tests/renderer/extract/expectation.ts'

export function run(args: readonly string[]): Promise<number> {
  return orSayWhy(async () => {
    const [slug, address, file] = args
    if (slug === undefined || !/^[a-z0-9-]+$/.test(slug))
      throw new NotReady('name the case: npm run page SLUG [URL [FILE]]')
    const folder = inRepository('tests', 'pages', slug)
    const source = join(folder, 'source.html')
    if (file !== undefined) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(source, readFileSync(file))
    }
    if (!existsSync(source)) throw new NotReady(`${source} is not there; give its file as the third word`)
    const url = address ?? knownAddress(folder)
    const {
      html,
      text: _text,
      visibleWords: _visible,
      ...rest
    } = await extractInChromium(readFileSync(source, 'utf8'), url)
    const expectation: Expectation = { url, ...rest }
    writeFileSync(join(folder, 'expected.html'), readable(html))
    writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expectation, null, 2)}\n`)
    say(`wrote ${folder}; look at it`)
    return 0
  })
}

function knownAddress(folder: string): string {
  const file = join(folder, 'expected.json')
  if (!existsSync(file)) throw new NotReady('a new case needs its URL: npm run page SLUG URL FILE')
  return (JSON.parse(readFileSync(file, 'utf8')) as Expectation).url // written by us
}

async function extractInChromium(html: string, url: string) {
  const browser = await chromium.launch(chromiumLaunch())
  try {
    const page = await browser.newPage()
    await page.evaluate(await extractScript())
    return await page.evaluate(([html, url]) => window.offprintExtract.extract(html, url), [html, url] as const)
  } finally {
    await browser.close()
  }
}
