import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeContactSheet } from '../../build/contactSheet.ts'

test('a sheet has a column a theme and a row a size, as high as its highest picture', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-sheet-'))
  try {
    const file = join(folder, 'sheet.png')
    const picture = (size: number, column: string) => ({ file: `build/icons/${size}x${size}.png`, row: 'row', column })
    await writeContactSheet(file, 'icons', [picture(512, 'paper'), picture(64, 'dusk'), picture(64, 'paper')])
    const sheet = readFileSync(file)
    expect([sheet.readUInt32BE(16), sheet.readUInt32BE(20)]).toEqual([16 + 2 * (640 + 16), 40 + 256 + 40 + 32 + 40])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
