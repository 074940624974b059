// Which folders this start uses. The vault never lies inside the profile: deleting the profile must lose nothing.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export type Folders = { readonly vault: string; readonly profile: string }

/** `appData` is the system's folder for application data. Makes both folders; throws what the file system throws. */
export function openFolders(asked: { vault?: string; profile?: string }, appData: string): Folders {
  const own = join(appData, 'Offprint')
  const vault = resolve(asked.vault ?? join(own, 'vault'))
  const profile = resolve(asked.profile ?? join(own, 'profile'))
  mkdirSync(vault, { recursive: true })
  mkdirSync(profile, { recursive: true, mode: 0o700 })
  return { vault: realpathSync(vault), profile: realpathSync(profile) }
}

/** Short and stable for a vault at its place: names what belongs to this vault alone. */
export function vaultMark(vault: string): string {
  return createHash('sha256').update(vault).digest('hex').slice(0, 16)
}

/** The runtime that only tests may use carries a file that says so. */
export function isTestRuntime(): boolean {
  return existsSync(join(dirname(process.execPath), 'offprint-test-runtime'))
}
