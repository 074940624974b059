import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { defaultSettings } from '../../preload/contract.ts'
import { openSettings } from '../../main/settings.ts'
import { failingDisk, watchedDisk } from './vault/doubles.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-settings-'))
  file = join(folder, 'settings.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('remembers a change over a restart', async () => {
  const settings = openSettings(file)
  settings.write({ theme: 'sepia' })
  await settings.kept()
  expect(openSettings(file).read()).toEqual({ ...defaultSettings, theme: 'sepia' })
})

it('keeps the good settings of a file that also holds bad ones', async () => {
  const settings = openSettings(file)
  settings.write({ theme: 'ink', measureCh: 70 })
  await settings.kept()
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

it('puts a change on the disk before it takes the place of what was there, and its name after it', async () => {
  const steps: string[] = []
  const settings = openSettings(
    file,
    watchedDisk((step, path) => void steps.push(`${step} ${basename(path)}`)),
  )
  settings.write({ theme: 'sepia' })
  settings.write({ theme: 'ink' })
  await settings.kept()
  const isOrder = (step: string) => /^(?:sync|rename|syncFolder) /.test(step)
  const once = ['sync settings.json.new', 'rename settings.json', `syncFolder ${basename(folder)}`]
  expect(steps.filter(isOrder)).toEqual([...once, ...once])
  expect(openSettings(file).read().theme).toBe('ink')
})

it('holds what cannot be written until the app is closed, and writes the next change', async () => {
  const { disk, failFrom, heal } = failingDisk('EIO')
  const settings = openSettings(file, disk)
  failFrom(0)
  expect(settings.write({ theme: 'sepia' }).theme).toBe('sepia')
  await settings.kept()
  expect(openSettings(file).read()).toEqual(defaultSettings)
  heal()
  settings.write({ measureCh: 70 })
  await settings.kept()
  expect(openSettings(file).read()).toEqual({ ...defaultSettings, theme: 'sepia', measureCh: 70 })
})

it('refuses a setting out of its range', () => {
  expect(() => openSettings(file).write({ measureCh: 5 })).toThrow()
})
