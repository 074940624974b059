import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { defaultSettings } from '../../preload/contract.ts'
import { libraryInUse } from '../../main/libraryInUse.ts'

type Asked = { readonly message: string; readonly detail: string; readonly buttons: readonly string[] }

const system = vi.hoisted(() => ({ asked: [] as Asked[], response: 0 }))
vi.mock('electron', () => ({
  app: { whenReady: () => Promise.resolve(), getPreferredSystemLanguages: () => ['en-GB'] },
  dialog: {
    showMessageBox(options: Asked) {
      system.asked.push(options)
      return Promise.resolve({ response: system.response })
    },
  },
}))

const profile = mkdtempSync(join(tmpdir(), 'profile-'))
const folders = { vault: '/home/reader/vault', profile }
afterAll(() => rmSync(profile, { recursive: true, force: true }))
beforeEach(() => {
  system.asked.length = 0
  system.response = 0
  rmSync(join(profile, 'settings.json'), { force: true })
})

test('A2: it says who has the library in the words of the command line, where what is kept lies safely, and what to do', async () => {
  await libraryInUse({ code: 'library-in-use', byOtherUser: true }, folders)
  await libraryInUse({ code: 'library-in-use', pid: 4711 }, folders)
  expect(system.asked.map(({ message }) => message)).toEqual([
    'The library is in use by another user of this computer.',
    'The library is in use by another program (pid 4711).',
  ])
  expect(system.asked[0]!.detail).toContain('what is kept is safe in /home/reader/vault')
  expect(system.asked[0]!.detail).toContain('Close Offprint there, then try again.')
  expect(system.asked[0]!.buttons).toEqual(['Try Again', 'Quit'])
})

test('it is tried again when the person says so, and not otherwise', async () => {
  expect(await libraryInUse({ code: 'library-in-use' }, folders)).toBe(true)
  system.response = 1
  expect(await libraryInUse({ code: 'library-in-use' }, folders)).toBe(false)
})

test('it speaks the language of the settings, which no library is needed to read', async () => {
  writeFileSync(
    join(profile, 'settings.json'),
    JSON.stringify({ settings: { ...defaultSettings, language: 'de' }, window: {} }),
  )
  await libraryInUse({ code: 'library-in-use', byOtherUser: true }, folders)
  expect(system.asked[0]!.buttons).toEqual(['Noch einmal versuchen', 'Beenden'])
})
