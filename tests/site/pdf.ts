// The smallest PDF that a viewer opens: one font, the title at the top of the first page, a line on each.

export function pdf(title: string, lines: string | readonly string[]): Uint8Array {
  const pages = typeof lines === 'string' ? [lines] : lines
  const [catalog, tree, font, info] = [1, 2, 3, 4]
  const pageAt = (n: number) => 5 + 2 * n
  const objects = [
    `<< /Type /Catalog /Pages ${tree} 0 R >>`,
    `<< /Type /Pages /Kids [${pages.map((_, n) => `${pageAt(n)} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Title (${title}) /Author (The Skerrow Courier) >>`,
    ...pages.flatMap((line, n) => {
      const heading = n === 0 ? `/F1 24 Tf 72 720 Td (${title}) Tj /F1 12 Tf 0 -36 Td` : '/F1 12 Tf 72 684 Td'
      const stream = `BT ${heading} (${line}) Tj ET`
      return [
        `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${pageAt(n) + 1} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ]
    }),
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, n) => {
    const offset = text.length
    text += `${n + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const xref = text.length
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R /Info ${info} 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
