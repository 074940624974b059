// Makes folders of the vault that are still there after a power cut: a new folder counts only when its parent was synced.
// A folder found there is synced too, once a session, because the process that made it may have died before it came to that.
import { promises as files } from 'node:fs'
import type { Disk } from './disk.ts'
import { folderOf, markPath, onDisk, type VaultPath } from './layout.ts'

export type Folders = {
  /** Makes the folder and those above it, as far as the vault goes. */
  ensure(path: VaultPath): Promise<void>
  /** Somebody took the folder away: make it anew when it is next wanted. */
  forget(path: VaultPath): void
}

export function createFolders(root: string, disk: Disk): Folders {
  const durable = new Map<VaultPath, Promise<void>>()

  async function make(path: VaultPath): Promise<void> {
    const parent = folderOf(path)
    // A drive that is away may leave an empty folder in its place: what were kept there would be gone when it is back.
    if (parent === '') await files.stat(onDisk(root, markPath))
    await ensure(parent)
    await disk.makeFolder(onDisk(root, path))
    await disk.syncFolder(onDisk(root, parent))
  }

  function ensure(path: VaultPath): Promise<void> {
    if (path === '') return Promise.resolve()
    const known = durable.get(path)
    if (known) return known
    const making = make(path)
    durable.set(path, making)
    making.catch(() => durable.delete(path)) // the caller has the error; the next call tries again
    return making
  }

  return {
    ensure,
    forget(path) {
      for (let lost = path; lost !== ''; lost = folderOf(lost)) durable.delete(lost)
    },
  }
}
