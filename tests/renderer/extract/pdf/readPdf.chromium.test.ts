import { expect, it } from 'vitest'
import { DamagedPdf, readPdf } from '../../../../renderer/extract/pdf/readPdf.ts'

/** As tests/site/pdf.ts makes them, for a page that knows no Node: one page, one line. */
function pdf(line: string, info = '<< >>'): Uint8Array {
  const stream = `BT /F1 24 Tf 72 720 Td (Sheet) Tj /F1 12 Tf 0 -36 Td (${line}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    info,
  ]
  const body = objects.map((object, n) => `${n + 1} 0 obj\n${object}\nendobj\n`).join('')
  return new TextEncoder().encode(`%PDF-1.4\n${body}trailer\n<< /Size 7 /Root 1 0 R /Info 6 0 R >>\n%%EOF\n`)
}

it('reads the words of a PDF and what it says of itself, and draws its first page', async () => {
  const info = "<< /Title (The harbour report) /Author (The Courier) /CreationDate (D:20240131174500+01'00') >>"
  const { extraction, pages, thumbnail } = await readPdf(pdf('Eleven votes to nine.', info), 'https://x.example/r.pdf')
  expect(extraction).toMatchObject({
    title: 'The harbour report',
    byline: 'The Courier',
    publishedAt: '2024-01-31T17:45:00+01:00',
    verdict: 'complete',
    reasons: [],
    words: 5,
  })
  expect(extraction.html).toContain('<p>Eleven votes to nine.</p>')
  expect(pages).toBe(1)
  const picture = await createImageBitmap(new Blob([thumbnail!], { type: 'image/webp' }))
  expect([picture.width, picture.height]).toEqual([128, 128])
})

it('takes the title from the page, or from the address, where a program has written nonsense', async () => {
  const titled = await readPdf(
    pdf('A line.', '<< /Title (Microsoft Word - draft.doc) >>'),
    'https://x.example/tide%20tables.pdf',
  )
  expect(titled.extraction.title).toBe('Sheet')
})

it('says that a PDF is damaged, or only pictures', async () => {
  await expect(readPdf(new TextEncoder().encode('%PDF-1.4 and no more'), 'https://x.example/')).rejects.toThrow(
    DamagedPdf,
  )
  const { extraction } = await readPdf(pdf(''), 'https://x.example/scan.pdf')
  expect(extraction.because ?? []).toEqual([])
})
