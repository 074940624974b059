// Files in the origin's own file system, which a worker reads at once, without a transaction or an event between.
import { NotWritten, type Store, type StoredFile } from './store.ts'

const folderName = 'search'

/** Only workers have it, and our types are a window's. */
type SyncAccess = {
  read(into: Uint8Array, options: { readonly at: number }): number
  write(bytes: Uint8Array, options: { readonly at: number }): number
  getSize(): number
  flush(): void
  close(): void
}
type WorkerFile = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccess> }
type WorkerFolder = FileSystemDirectoryHandle & { keys(): AsyncIterable<string> }
/** The worker of a window that is just being closed or reloaded may still hold the files. */
const patienceMs = 4_000
const pauseMs = 40

/** Throws where the browser has no such files, or another worker keeps them. */
export async function opfsStore(): Promise<Store> {
  const root = await navigator.storage.getDirectory()
  const folder = (await root.getDirectoryHandle(folderName, { create: true })) as WorkerFolder // we are in a worker
  const open = async (name: string): Promise<StoredFile> => {
    const file = (await folder.getFileHandle(name, { create: true })) as WorkerFile // we are in a worker
    const handle = await whenFree(() => file.createSyncAccessHandle())
    return {
      read(at, length, into = new Uint8Array(length)) {
        const bytes = into.subarray(0, length)
        const count = handle.read(bytes, { at })
        return count === length ? bytes : bytes.subarray(0, count)
      },
      write(at, bytes) {
        if (writtenOf(handle, bytes, at) !== bytes.length)
          throw new NotWritten('The index could not be written in full.')
      },
      size: () => handle.getSize(),
      flush: () => handle.flush(),
      close: () => handle.close(),
    }
  }
  // Whoever holds this file holds the folder.
  await open('lock')
  return {
    async names() {
      const names: string[] = []
      for await (const name of folder.keys()) if (name !== 'lock') names.push(name)
      return names
    },
    open,
    remove: (name) => folder.removeEntry(name),
  }
}

function writtenOf(handle: SyncAccess, bytes: Uint8Array, at: number): number {
  try {
    return handle.write(bytes, { at })
  } catch (cause) {
    throw new NotWritten('The index could not be written.', { cause })
  }
}

async function whenFree<T>(attempt: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += pauseMs) {
    try {
      return await attempt()
    } catch (error) {
      const isHeld = error instanceof DOMException && error.name === 'NoModificationAllowedError'
      if (!isHeld || waited >= patienceMs) throw error
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
}
