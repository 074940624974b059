// What a folder holds: a vault, other files, or nothing yet.
import { promises as files } from 'node:fs'
import { codeOf } from './disk.ts'
import { vaultFolders } from './layout.ts'
import { readMark } from './mark.ts'

/** By its folders alone, for the mark may be lost. */
export async function whatIsThere(root: string): Promise<'nothing' | 'other files' | 'articles'> {
  try {
    const names = await files.readdir(root)
    if (vaultFolders.some((folder) => names.includes(folder))) return 'articles'
    return names.length > 0 ? 'other files' : 'nothing'
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return 'nothing'
    throw thrown
  }
}

/** True where opening would make a new vault. */
export async function isNoVault(root: string): Promise<boolean> {
  const mark = await readMark(root)
  return (mark.kind === 'missing' || mark.kind === 'empty') && (await whatIsThere(root)) !== 'articles'
}
