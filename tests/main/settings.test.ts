import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { defaultSettings } from '../../preload/contract.ts'
import { openSettings } from '../../main/settings.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-settings-'))
  file = join(folder, 'settings.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('remembers a change over a restart', () => {
  openSettings(file).write({ theme: 'sepia' })
  expect(openSettings(file).read()).toEqual({ ...defaultSettings, theme: 'sepia' })
})

it('keeps the good settings of a file that also holds bad ones', () => {
  openSettings(file).write({ theme: 'ink', measureCh: 70 })
  const raw = JSON.parse(readFileSync(file, 'utf8')) as { settings: Record<string, unknown> }
  raw.settings['theme'] = 'neon'
  raw.settings['from the future'] = true
  writeFileSync(file, JSON.stringify(raw))
  expect(openSettings(file).read()).toEqual({ ...defaultSettings, measureCh: 70 })
})

it('begins anew when the file is torn', () => {
  writeFileSync(file, '{"settings":{"the')
  expect(openSettings(file).read()).toEqual(defaultSettings)
})

it('refuses a setting out of its range', () => {
  expect(() => openSettings(file).write({ measureCh: 5 })).toThrow()
})
