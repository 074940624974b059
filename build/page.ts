// `npm run page SLUG [URL [FILE]]`: writes tests/pages/SLUG/, a page and what extraction makes of it. FILE becomes source.html; without it the
// one that is there is extracted again. A page called styled.html is laid out and frozen first. What is written is a proposal: look at every line of it before it is committed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright'
import { callersFolder } from './callersFolder.ts'
import { openChromium } from './chromium.ts'
import { extractScript, scriptOf } from './extractScript.ts'
import { inRepository } from './repository.ts'
import { NotReady, orSayWhy, say } from './say.ts'
import { readable, type Expectation } from '../tests/renderer/extract/expectation.ts'

export function run(args: readonly string[]): Promise<number> {
  return orSayWhy(async () => {
    const [slug, address, file] = args
    if (slug === undefined || !/^[a-z0-9-]+$/.test(slug))
      throw new NotReady('name the case: npm run page SLUG [URL [FILE]]')
    const folder = inRepository('tests', 'pages', slug)
    const styled = join(folder, 'styled.html')
    const source = existsSync(styled) ? styled : join(folder, 'source.html')
    if (file !== undefined) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(source, readFileSync(resolve(callersFolder('page'), file)))
    }
    if (!existsSync(source)) throw new NotReady(`${source} is not there; give its file as the third word`)
    const url = address ?? knownAddress(folder)
    const {
      html,
      text: _text,
      visibleWords: _visible,
      ...rest
    } = await extractInChromium(readFileSync(source, 'utf8'), url, source === styled)
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

async function extractInChromium(html: string, url: string, isStyled: boolean) {
  const browser = await openChromium()
  try {
    const page = await browser.newPage()
    const frozen = isStyled ? await freezeIn(page, html) : html
    await page.evaluate(await extractScript())
    return await page.evaluate(([html, url]) => window.offprintExtract.extract(html, url), [frozen, url] as const)
  } finally {
    await browser.close()
  }
}

async function freezeIn(page: Page, html: string): Promise<string> {
  await page.setViewportSize({ width: 1_280, height: 900 })
  await page.setContent(html)
  await page.evaluate(await scriptOf('../../main/capture/page/freeze.ts', 'offprintFreeze'))
  const options = { nonce: '00', elements: 20_000, depth: 512, imageWidth: 2_560 }
  const answer = await page.evaluate((options) => window.offprintFreeze.freeze(options), options)
  if (answer.kind !== 'frozen') throw new NotReady('the page is too complex to freeze')
  await page.setContent('')
  return answer.html
}
