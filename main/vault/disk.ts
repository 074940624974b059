// The few things the vault does to a disk. All its writes go through here, so that tests can log them, replay them in part, or fail them.
// Nothing here knows what is written, or why. Errors are the system's own, thrown.
import { constants, promises as files } from 'node:fs'

export type OpenFile = {
  /** All the bytes, or it throws; `at` is the place in the file. */
  write(bytes: Uint8Array, at: number): Promise<void>
  truncate(sizeBytes: number): Promise<void>
  /** Resolves when what was written before it would survive a power cut. */
  sync(): Promise<void>
  /** Tells whether a path still leads to this very file. */
  look(): Promise<FileLook>
  close(): Promise<void>
}

export type FileLook = { readonly inode: bigint; readonly sizeBytes: number }

export type Disk = {
  /** `new` fails when the name is taken; `any` opens what is there, or makes it. */
  open(path: string, how: 'new' | 'any'): Promise<OpenFile>
  /** True when it was made, false when it was there. */
  makeFolder(path: string): Promise<boolean>
  /** Within one folder; replaces what has the name. */
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** Makes the names in a folder durable: files made, renamed and removed there. */
  syncFolder(path: string): Promise<void>
  freeBytes(path: string): Promise<number>
  /** Throws why not, when a folder may not be written to. */
  mayWrite(path: string): Promise<void>
}

export const realDisk: Disk = {
  async open(path, how) {
    const { O_RDWR, O_CREAT, O_EXCL } = constants
    return openFile(await files.open(path, O_RDWR | O_CREAT | (how === 'new' ? O_EXCL : 0)))
  },
  async makeFolder(path) {
    try {
      await files.mkdir(path)
      return true
    } catch (thrown) {
      if ((await isFolder(path)) && codeOf(thrown) === 'EEXIST') return false
      throw thrown
    }
  },
  rename: (from, to) => files.rename(from, to),
  remove: (path) => files.unlink(path),
  async syncFolder(path) {
    // Windows opens no folder for syncing and needs none: NTFS writes names to its journal in order.
    if (process.platform === 'win32') return
    const folder = await files.open(path, constants.O_RDONLY)
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  },
  async freeBytes(path) {
    const { bavail, bsize } = await files.statfs(path)
    return bavail * bsize
  },
  mayWrite: (path) => files.access(path, constants.W_OK),
}

/** The code of an error of the system, as in ENOSPC. */
export function codeOf(thrown: unknown): string | undefined {
  const code = thrown instanceof Error ? (thrown as NodeJS.ErrnoException).code : undefined // read as unknown text below
  return typeof code === 'string' ? code : undefined
}

function openFile(handle: files.FileHandle): OpenFile {
  return {
    async write(bytes, at) {
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done)
        done += bytesWritten
      }
    },
    truncate: (sizeBytes) => handle.truncate(sizeBytes),
    sync: () => handle.sync(),
    async look() {
      const { ino, size } = await handle.stat({ bigint: true })
      return { inode: ino, sizeBytes: Number(size) }
    },
    close: () => handle.close(),
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await files.stat(path)).isDirectory()
  } catch {
    return false // the caller throws what it met first
  }
}
