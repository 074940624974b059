import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { stateOfSources } from '../../build/stateOfSources.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-state-'))
  mkdirSync(join(folder, 'main', 'vault'), { recursive: true })
  mkdirSync(join(folder, 'build', 'icons'), { recursive: true })
  writeFileSync(join(folder, 'main', 'vault', 'write.ts'), 'one')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('stays the same while no source changes', () => {
  const before = stateOfSources(folder)
  writeFileSync(join(folder, 'README.md'), 'not a source')

  expect(stateOfSources(folder)).toBe(before)
})

test.each([
  ['a source is edited', () => writeFileSync(join(folder, 'main', 'vault', 'write.ts'), 'other')],
  ['a source is added', () => writeFileSync(join(folder, 'main', 'read.ts'), '')],
  ['a source is removed', () => rmSync(join(folder, 'main', 'vault', 'write.ts'))],
  ['a picture of the tray is drawn anew', () => writeFileSync(join(folder, 'build', 'icons', '16x16.png'), 'other')],
  ['other packages are installed', () => writeFileSync(join(folder, 'package-lock.json'), '{}')],
])('changes when %s', (_what, change) => {
  const before = stateOfSources(folder)
  change()

  expect(stateOfSources(folder)).not.toBe(before)
})
