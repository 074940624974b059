// Pictures of one screen in all themes and sizes, on one sheet to look at.
import { readFileSync, writeFileSync } from 'node:fs'
import { openChromium } from './chromium.ts'

export type Picture = { readonly file: string; readonly row: string; readonly column: string }

const widestPx = 1280
const columnWidthPx = widestPx / 2
const gapPx = 16

/** Sizes are rows, themes are columns. */
export async function writeContactSheet(file: string, title: string, pictures: readonly Picture[]): Promise<void> {
  const browser = await openChromium()
  try {
    const columns = new Set(pictures.map(({ column }) => column)).size
    const page = await browser.newPage({ viewport: { width: columns * (columnWidthPx + gapPx) + gapPx, height: 600 } })
    await page.setContent(sheet(title, pictures, columns))
    await page.waitForFunction(() => [...document.images].every((image) => image.complete))
    writeFileSync(file, await page.screenshot({ fullPage: true }))
  } finally {
    await browser.close()
  }
}

function sheet(title: string, pictures: readonly Picture[], columns: number): string {
  const figures = pictures.map(({ file, row, column }) => {
    const source = `data:image/png;base64,${readFileSync(file).toString('base64')}`
    return `<figure><img src="${source}"><figcaption>${column}, ${row}</figcaption></figure>`
  })
  return `<!doctype html><style>
    body { margin: ${gapPx}px; font: 14px sans-serif; background: #888; color: #000 }
    main { display: grid; grid-template-columns: repeat(${columns}, ${columnWidthPx}px); gap: ${gapPx}px; align-items: start }
    figure { margin: 0 } img { zoom: ${columnWidthPx / widestPx}; display: block }
  </style><h1>${title}</h1><main>${figures.join('')}</main>`
}
