// Which folders this start uses. The vault never lies inside the profile: deleting the profile must lose nothing.
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readlinkSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

export type Folders = { readonly vault: string; readonly profile: string }

/** `appData` is the system's folder for application data. Makes the profile, not the vault, whose drive may be away; throws what the file system throws. */
export function openFolders(asked: { vault?: string; profile?: string }, appData: string): Folders {
  const own = join(appData, 'Offprint')
  const vault = resolve(asked.vault ?? join(own, 'vault'))
  const profile = resolve(asked.profile ?? join(own, 'profile'))
  mkdirSync(profile, { recursive: true, mode: 0o700 })
  return { vault: realPathOf(vault), profile: realpathSync.native(profile) }
}

/** The same whether it is there or not: the path that it will have, or had. The system's own way: ours would keep the case that was typed, where two are one. */
function realPathOf(path: string): string {
  if (existsSync(path)) return realpathSync.native(path)
  const there = lstatSync(path, { throwIfNoEntry: false })
  if (there?.isSymbolicLink() === true) return realPathOf(resolve(dirname(path), readlinkSync(path)))
  const above = dirname(path)
  return above === path ? path : join(realPathOf(above), basename(path))
}

/** Short and stable for a vault at its place: names what belongs to this vault alone. */
export function vaultMark(vault: string): string {
  return createHash('sha256').update(vault).digest('hex').slice(0, 16)
}

/** The runtime that only tests may use carries a file that says so. */
export function isTestRuntime(): boolean {
  return existsSync(join(dirname(process.execPath), 'offprint-test-runtime'))
}
