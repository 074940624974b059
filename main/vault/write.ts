// Whole files or nothing, durable when it resolves: a temporary name beside the target, write, sync, rename, sync of the folder.
// Rename is atomic only within one disk, so the temporary file lies beside its target, not in the system's temp folder.
import { randomBytes } from 'node:crypto'
import { promises as files } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { codeOf, type Disk, type OpenFile } from './disk.ts'
import type { Folders } from './folders.ts'
import { folderOf, onDisk, unfinishedName, type VaultPath } from './layout.ts'

/** Where a writer writes, and as whom. */
export type Desk = {
  readonly root: string
  readonly device: string
  readonly disk: Disk
  readonly folders: Folders
}

export type NewFile = { readonly path: VaultPath; readonly bytes: Uint8Array }

/** Virus scanners and sync programs hold a new file for a moment; together they get 1.5 s. */
const renameWaitsMs = [10, 20, 50, 120, 300, 1_000]

/**
 * The files of a step take their names after all files of the steps before it have theirs for good. A file that is there with the same bytes
 * is left alone, but made durable. When it fails, the files that it put there are gone again.
 */
export async function write(desk: Desk, steps: readonly (readonly NewFile[])[]): Promise<void> {
  const staging = await Promise.allSettled(steps.flat().map((file) => stage(desk, file)))
  const staged = staging.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const placed: Staged[] = []
  try {
    for (const one of staging) if (one.status === 'rejected') throw one.reason
    for (const step of steps) {
      const paths = new Set(step.map(({ path }) => path))
      const ofStep = staged.filter(({ path }) => paths.has(path))
      for (const file of ofStep) {
        if (file.temporary === undefined) continue
        await rename(desk.disk, file.temporary, onDisk(desk.root, file.path))
        placed.push(file)
      }
      const touched = new Set(ofStep.map(({ path }) => folderOf(path)))
      await Promise.all([...touched].map((folder) => desk.disk.syncFolder(onDisk(desk.root, folder))))
    }
  } catch (thrown) {
    await takeBack(desk, staged, placed)
    throw thrown
  }
}

type Staged = {
  readonly path: VaultPath
  /** Absent when the file was there with these bytes. */
  readonly temporary: string | undefined
  readonly replaces: boolean
}

async function stage(desk: Desk, { path, bytes }: NewFile): Promise<Staged> {
  const { disk, folders, root, device } = desk
  const folder = folderOf(path)
  await folders.ensure(folder)
  const existing = await readIfThere(onDisk(root, path))
  if (existing?.equals(bytes)) {
    await withFile(await disk.open(onDisk(root, path), 'any'), (file) => file.sync())
    return { path, temporary: undefined, replaces: true }
  }
  const beside = `${folder === '' ? '' : `${folder}/`}${unfinishedName(device, randomBytes(8).toString('hex'))}`
  const temporary = onDisk(root, beside)
  try {
    const file = await openNew(desk, folder, temporary)
    await withFile(file, async () => {
      await file.write(bytes, 0)
      await file.sync()
    })
  } catch (thrown) {
    await removeIfThere(disk, temporary)
    throw thrown
  }
  return { path, temporary, replaces: existing !== undefined }
}

/** A folder that was there before may have been tidied away by another program. */
async function openNew({ disk, folders }: Desk, folder: VaultPath, path: string): Promise<OpenFile> {
  try {
    return await disk.open(path, 'new')
  } catch (thrown) {
    if (codeOf(thrown) !== 'ENOENT') throw thrown
    folders.forget(folder)
    await folders.ensure(folder)
    return disk.open(path, 'new')
  }
}

async function withFile<T>(file: OpenFile, work: (file: OpenFile) => Promise<T>): Promise<T> {
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}

async function rename(disk: Disk, from: string, to: string): Promise<void> {
  for (const waitMs of [...renameWaitsMs, undefined]) {
    try {
      return await disk.rename(from, to)
    } catch (thrown) {
      if (waitMs === undefined || !isHeld(thrown)) throw thrown
      await wait(waitMs)
    }
  }
}

/** On Windows a file that another program reads cannot be replaced, and the system says so in one of these words. */
function isHeld(thrown: unknown): boolean {
  const code = codeOf(thrown)
  return code === 'EBUSY' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES'))
}

/** Newest first, so that a record never outlives the files it names. */
async function takeBack({ disk, root }: Desk, staged: readonly Staged[], placed: readonly Staged[]): Promise<void> {
  for (const file of [...placed].reverse()) if (!file.replaces) await removeIfThere(disk, onDisk(root, file.path))
  const waiting = staged.filter((file) => !placed.includes(file))
  for (const { temporary } of waiting) if (temporary !== undefined) await removeIfThere(disk, temporary)
}

async function removeIfThere(disk: Disk, path: string): Promise<void> {
  try {
    await disk.remove(path)
  } catch {
    // It was never made, or the disk is gone altogether. The caller throws what went wrong first; `verify` names what stays behind.
  }
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await files.readFile(path)
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return undefined
    // An unreadable file is replaced by what we have: by content or by name it must be the same.
    if (codeOf(thrown) === 'EIO') return Buffer.alloc(0)
    throw thrown
  }
}
