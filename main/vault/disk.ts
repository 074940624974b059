// The small file-system layer through which everything in the vault is written, so that a test can log it, cut it off or fail it.
import { promises as files } from 'node:fs'

export type Disk = {
  /** A whole new file, on the disk when it resolves; its name is durable only after syncFolder. */
  write(path: string, bytes: Uint8Array): Promise<void>
  append(path: string, bytes: Uint8Array): Promise<void>
  sync(path: string): Promise<void>
  truncate(path: string, sizeBytes: number): Promise<void>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  makeFolder(path: string): Promise<void>
  syncFolder(path: string): Promise<void>
}

export const realDisk: Disk = {
  async write(path, bytes) {
    const file = await files.open(path, 'w')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  },
  append: (path, bytes) => files.appendFile(path, bytes),
  async sync(path) {
    const file = await files.open(path, 'r+')
    try {
      await file.datasync()
    } finally {
      await file.close()
    }
  },
  truncate: (path, sizeBytes) => files.truncate(path, sizeBytes),
  rename: (from, to) => files.rename(from, to),
  remove: (path) => files.rm(path, { force: true }),
  async makeFolder(path) {
    await files.mkdir(path, { recursive: true })
  },
  async syncFolder(path) {
    if (process.platform === 'win32') return // Windows has no such call; renames there are journalled
    const folder = await files.open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  },
}
