// A library that this profile has opened before, and whose folder is empty now: a drive that is not connected, a sync that has not come yet, a folder that
// was cleared. Nothing is written there before the person has said so.
import { app, dialog } from 'electron'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { speakAsSet } from './interfaceLanguage.ts'
import { vaultMark, type Folders } from './places.ts'
import { openSettings } from './settings.ts'
import { isNoVault } from './vault/whatIsThere.ts'
import { libraryPartition } from './windows.ts'
import { words } from './words.ts'

const answers = ['try again', 'start anew', 'quit'] as const

export async function isLibraryGone({ vault, profile }: Folders): Promise<boolean> {
  const isKnown = existsSync(join(profile, 'Partitions', libraryPartition(vaultMark(vault))))
  return isKnown && (await isNoVault(vault))
}

export async function libraryGone(folders: Folders): Promise<(typeof answers)[number]> {
  await app.whenReady()
  speakAsSet(openSettings(join(folders.profile, 'settings.json')).read().language)
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Offprint',
    message: words.gone.title,
    detail: words.gone.text(folders.vault),
    buttons: [words.inUse.tryAgain, words.gone.startAnew, words.quit],
    defaultId: 0,
    cancelId: 2,
  })
  return answers[response] ?? 'quit'
}
