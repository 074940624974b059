import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({}))
const { writeBeside } = await import('../../main/saveFile.ts')

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'offprint-save-'))))
afterEach(() => rmSync(folder, { recursive: true }))

it('leaves what a browser is still bringing under the same name as it is', async () => {
  writeFileSync(join(folder, 'thesis.pdf.part'), 'half of it')
  expect(await writeBeside(join(folder, 'thesis.pdf'), 'ours')).toEqual({ ok: true, value: 'thesis.pdf' })
  expect(readFileSync(join(folder, 'thesis.pdf'), 'utf8')).toBe('ours')
  expect(readFileSync(join(folder, 'thesis.pdf.part'), 'utf8')).toBe('half of it')
})
