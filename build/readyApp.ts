// Everything between a fresh clone and an app that can be started, in order. Each step is quick when there is nothing to do.
import { appUser, type AppUser } from './appUser.ts'
import { asUser, type Started } from './asUser.ts'
import { bundle } from './bundle.ts'
import { findElectron } from './electron.ts'
import { ensureSandbox } from './sandbox.ts'
import { stagedFor } from './stagedFor.ts'
import { ensureSystem, type Program } from './systemLibraries.ts'

export type ReadyApp = {
  /** Who runs it; undefined: whoever we are. */
  readonly user: AppUser | undefined
  /** Electron itself, as that user. */
  readonly electron: Started
  /** What follows Electron's own switches: the app, then the words that are the app's alone. */
  words(args: readonly string[]): string[]
}

export async function readyApp(needs: { readonly programs: readonly Program[] }): Promise<ReadyApp> {
  const electron = await findElectron()
  await ensureSystem({ binary: electron.binary, programs: needs.programs })
  await bundle()
  const user = await appUser()
  const { binary, electronFolder, appFolder } = await stagedFor(user, electron)
  const sandbox = await ensureSandbox(user, electronFolder)
  return {
    user,
    electron: asUser(user, [binary], sandbox),
    // Chromium tells nothing but its end on standard error, and reads no switches after `--`.
    words: (args) => ['--log-level=3', '--', appFolder, ...args],
  }
}
