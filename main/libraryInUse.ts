// A window that cannot open because the library is open elsewhere, with someone who cannot be asked to show theirs: it says who, what is safe, what to do.
import { app, dialog } from 'electron'
import { join } from 'node:path'
import { failureWords, type Failure } from '../preload/failure.ts'
import { speakAsSet } from './interfaceLanguage.ts'
import type { Folders } from './places.ts'
import { openSettings } from './settings.ts'
import { words } from './words.ts'

export type InUse = Extract<Failure, { code: 'library-in-use' }>

/** True when it is to be tried again. */
export async function libraryInUse(failure: InUse, folders: Folders): Promise<boolean> {
  await app.whenReady()
  speakAsSet(openSettings(join(folders.profile, 'settings.json')).read().language)
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Offprint',
    message: failureWords(failure),
    detail: words.inUse.text(folders.vault),
    buttons: [words.inUse.tryAgain, words.quit],
    defaultId: 0,
    cancelId: 1,
  })
  return response === 0
}
