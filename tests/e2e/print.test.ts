// On paper and as PDF: the whole text and nothing of the window around it.
import { readFileSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { hasEastAsianFont } from '../../build/systemLibraries.ts'
import { html, type Route } from '../site/answer.ts'
import { startSite, type Site } from '../site.ts'
import { launchApp, type App } from './app.ts'
import { roomOf, type Room } from './room.ts'
import { savesAs } from './systemDialogs.ts'

test.describe.configure({ mode: 'serial' })

/** What the system has no sign for is not in a PDF either. */
const inJapanese = (await hasEastAsianFont()) ? ['/ja/rain-bookshop'] : []
const paths = ['/magazine/silence', ...inJapanese]

const notedPath = '/print/noted'
const paragraph =
  'Whoever counts the boats of a harbour at night writes the sums into a book, and whoever reads the book in the morning counts the boats again, because a sum that nobody has counted twice is worth no more than a guess.'
const noted: Route = () =>
  html(`<!doctype html><html lang="en"><title>Counting boats</title><article><h1>Counting boats</h1>
    <p>${paragraph}<sup><a href="#fn1" id="ref1">1</a></sup></p><p>${paragraph} ${paragraph}</p>
    <ol><li id="fn1"><p>The book is kept at the pilot house. <a href="#ref1">↩</a></p></li></ol></article>`)

let site: Site
let app: App
let room: Room

test.beforeAll(async () => {
  site = await startSite({ routes: { [notedPath]: noted } })
  const addresses = [...paths, notedPath].map((path) => site.url('a', path))
  app = await launchApp({ allowPrivate: site.hosts(), args: addresses })
  room = roomOf(app.window)
  const titles = [...paths.map((path) => site.truth(path).title), 'Counting boats']
  for (const title of titles) await expect(room.row(title)).toBeVisible({ timeout: 60_000 })
  await expect(room.captures).toHaveCount(0)
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

/** Lines are broken anywhere on paper; hyphens and ligatures are type and no text. Fonts have one sign for the letter 青 and its radical, and a PDF names either. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll('\u2ed8', '青')
    .replace(/[\s\u00ad\u2010-]+/g, '')

async function textOf(path: string): Promise<{ text: string; pages: number }> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)) }).promise
  const parts: string[] = []
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const { items } = await (await pdf.getPage(n)).getTextContent()
    parts.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  const pages = pdf.numPages
  await pdf.destroy()
  return { text: parts.join(''), pages }
}

/** Where the PDF lies. */
async function savesOpenOne(name: string): Promise<string> {
  const file = await savesAs(app, name)
  await room.press('Control+k')
  await app.window.getByRole('combobox').fill('Save as PDF')
  await app.window.getByRole('option', { name: 'Save as PDF' }).first().waitFor()
  await room.press('Enter')
  await expect(app.window.locator('.toaster')).toContainText(`Saved as ${name}.`)
  return file
}

/** The number stands at the foot of each page, in the middle of what is said. */
const without = (text: string, pages: number) =>
  Array.from({ length: pages }, (_, n) => String(n + 1)).reduce((rest, number) => rest.replaceAll(number, ''), text)

for (const path of paths) {
  test(`the PDF of ${path} holds every sentence, and nothing of the interface`, async () => {
    const { title, sentences, byline, notSentences } = site.truth(path)
    await room.open(title)
    await room.scrollTo(0.5)
    const name = `${path.split('/').at(-1)}.pdf`
    const file = await savesOpenOne(name)
    const { text, pages } = await textOf(file)
    const found = without(plain(text), pages)
    const looked = (sentence: string) => without(plain(sentence), pages)
    expect(found).toContain(looked(title))
    if (byline !== undefined) expect(found).toContain(looked(byline))
    expect(sentences.filter((sentence) => !found.includes(looked(sentence)))).toEqual([])
    expect(notSentences.filter((sentence) => found.includes(looked(sentence)))).toEqual([])
    for (const words of ['Next article', 'Inbox', 'Save a link', 'Running on a test runtime'])
      expect(found).not.toContain(plain(words))
  })
}

test('on paper a footnote has no arrow back', async () => {
  const { text: read } = await room.open('Counting boats')
  expect(read).toContain('↩')
  const { text } = await textOf(await savesOpenOne('counting.pdf'))
  expect(text).toContain('The book is kept at the pilot house.')
  expect(text).not.toContain('↩')
})

test('Ctrl P prints the same page; where the system cannot, it is said what works without a printer', async () => {
  await app.electron.evaluate(({ app: own }) => {
    const noted = Object.assign(globalThis, { printed: [] as string[], printer: true })
    own.on('web-contents-created', (_event, contents) => {
      contents.print = (options, callback) => {
        noted.printed.push(`${contents.getURL().replace(/\w+$/, '')} ${options?.printBackground}`)
        callback?.(noted.printer, noted.printer ? '' : 'No printers available')
      }
    })
  })
  const printed = () => app.electron.evaluate(() => (globalThis as unknown as { printed: string[] }).printed)
  await room.press('Control+p')
  await expect.poll(printed).toEqual(['app://offprint/print/ true'])
  await app.electron.evaluate(() => Object.assign(globalThis, { printer: false }))
  await room.press('Control+p')
  await expect(app.window.locator('.toaster')).toContainText('Saving as PDF works without one.')
})
