import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isLibraryGone, libraryGone } from '../../main/libraryGone.ts'
import { openFolders, vaultMark, type Folders } from '../../main/places.ts'
import { openVault } from '../../main/vault/vault.ts'

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

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gone-'))
  system.asked.length = 0
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function foldersAt(vault = join(folder, 'drive', 'vault')): Folders {
  return openFolders({ vault, profile: join(folder, 'profile') }, folder)
}

/** As Chromium does when the window of the library is shown. */
function openedBefore({ vault, profile }: Folders) {
  mkdirSync(join(profile, 'Partitions', `library-${vaultMark(vault)}`), { recursive: true })
}

async function makeVault({ vault }: Folders) {
  const made = await openVault({ root: vault, device: 'testdevice' })
  if (made.ok) await made.value.close()
}

test('a library that was never opened is not gone: it is made', async () => {
  expect(await isLibraryGone(foldersAt())).toBe(false)
})

test('one that was opened is gone where its folder is away, empty, or holds other files only', async () => {
  const folders = foldersAt()
  openedBefore(folders)
  expect(await isLibraryGone(folders)).toBe(true)
  expect(existsSync(folders.vault)).toBe(false)
  mkdirSync(folders.vault, { recursive: true })
  expect(await isLibraryGone(folders)).toBe(true)
  writeFileSync(join(folders.vault, '.DS_Store'), '')
  expect(await isLibraryGone(folders)).toBe(true)
  await makeVault(folders)
  expect(await isLibraryGone(folders)).toBe(false)
})

test('one whose mark is lost, and whose articles are there, is not gone', async () => {
  const folders = foldersAt()
  openedBefore(folders)
  await makeVault(folders)
  mkdirSync(join(folders.vault, 'acts'), { recursive: true })
  rmSync(join(folders.vault, 'offprint.json'))
  expect(await isLibraryGone(folders)).toBe(false)
})

test('it has the same place, and so the same name, while its drive is away, also behind a link', () => {
  const drive = join(folder, 'drive')
  symlinkSync(drive, join(folder, 'link'))
  const away = foldersAt(join(folder, 'link', 'vault'))
  mkdirSync(join(drive, 'vault'), { recursive: true })
  expect(foldersAt(join(folder, 'link', 'vault'))).toEqual(away)
})

test('what the window asks says which folder, that nothing was written, and what can be done', async () => {
  const folders = foldersAt()
  const answers = []
  for (const response of [0, 1, 2]) {
    system.response = response
    answers.push(await libraryGone(folders))
  }
  expect(answers).toEqual(['try again', 'start anew', 'quit'])
  expect(system.asked[0]!.detail).toContain(folders.vault)
  expect(system.asked[0]!.detail).toContain('nothing was written')
  expect(system.asked[0]!.buttons).toEqual(['Try Again', 'Start Anew', 'Quit'])
})
