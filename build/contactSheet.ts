// Pictures of one screen in all themes and sizes, on one sheet to look at. Drawn one after the other: a page that holds them all was once too much
// for a browser on a busy machine.
import { readFileSync, writeFileSync } from 'node:fs'
import { openChromium } from './chromium.ts'

export type Picture = { readonly file: string; readonly row: string; readonly column: string }

const scale = 0.5
const columnWidthPx = 1280 * scale
const gapPx = 16
const titlePx = 40
const captionPx = 24

/** Sizes are rows, themes are columns. */
export async function writeContactSheet(file: string, title: string, pictures: readonly Picture[]): Promise<void> {
  const { width, height, placed } = layOut(pictures)
  const browser = await openChromium()
  try {
    const page = await browser.newPage()
    const canvas = await page.evaluateHandle(
      ([wide, high]) => Object.assign(document.createElement('canvas'), { width: wide, height: high }),
      [width, height] as const,
    )
    const write = (text: string, x: number, y: number) =>
      canvas.evaluate((sheet, [words, left, top]) => sheet.getContext('2d')!.fillText(words, left, top), [
        text,
        x,
        y,
      ] as const)
    await canvas.evaluate((sheet) => {
      const context = sheet.getContext('2d')!
      context.fillStyle = '#888'
      context.fillRect(0, 0, sheet.width, sheet.height)
      context.fillStyle = '#000'
      context.font = '16px sans-serif'
    })
    await write(title, gapPx, titlePx - gapPx)
    for (const { bytes, caption, x, y, shownWidth, shownHeight } of placed) {
      await canvas.evaluate(
        async (sheet, [source, at]) => {
          const image = new Image()
          image.src = source
          await image.decode()
          sheet.getContext('2d')!.drawImage(image, ...at)
        },
        [`data:image/png;base64,${bytes.toString('base64')}`, [x, y, shownWidth, shownHeight]] as const,
      )
      await write(caption, x, y + shownHeight + captionPx - 8)
    }
    const drawn = await canvas.evaluate((sheet) => sheet.toDataURL('image/png'))
    writeFileSync(file, Buffer.from(drawn.slice(drawn.indexOf(',') + 1), 'base64'))
  } finally {
    await browser.close()
  }
}

/** Row by row, as many in each as there are columns; a row is as high as its highest. */
function layOut(pictures: readonly Picture[]) {
  const columns = Math.max(1, new Set(pictures.map(({ column }) => column)).size)
  let top = titlePx
  const placed = []
  for (let first = 0; first < pictures.length; first += columns) {
    const row = pictures.slice(first, first + columns).map(({ file, ...names }, column) => {
      const bytes = readFileSync(file)
      const { width, height } = sizeOfPng(bytes)
      const x = gapPx + column * (columnWidthPx + gapPx)
      const size = { shownWidth: Math.round(width * scale), shownHeight: Math.round(height * scale) }
      return { bytes, caption: `${names.column}, ${names.row}`, x, y: top, ...size }
    })
    placed.push(...row)
    top += Math.max(...row.map(({ shownHeight }) => shownHeight)) + captionPx + gapPx
  }
  return { width: columns * (columnWidthPx + gapPx) + gapPx, height: top, placed }
}

/** As its first chunk says. */
function sizeOfPng(bytes: Buffer): { readonly width: number; readonly height: number } {
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}
