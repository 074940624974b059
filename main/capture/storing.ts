// The blobs of one capture, stored while the next thing is done: a blob's name is its checksum and known at once, the disk takes its time.
import type { Failure, Result } from '../../preload/failure.ts'
import { failed, ok } from '../../preload/failure.ts'

/** What is needed of the vault. */
export type BlobStore = {
  beginBlob(bytes: Uint8Array, ext: string): { readonly name: string; readonly stored: Promise<Result<string>> }
  readBlob(name: string): Promise<Result<Uint8Array>>
}

export type Storing = {
  /** The name it will have. Fails once one before could not be stored: then there is no use in more. */
  put(bytes: Uint8Array, ext: string): Result<string>
  /** As soon as it is there. */
  read(name: string): Promise<Result<Uint8Array>>
  /** When all that was put so far is durable, or why something is not. Whatever becomes of the capture, its end waits for this. */
  done(): Promise<Result<null>>
}

export function startStoring(store: BlobStore): Storing {
  const underWay = new Map<string, Promise<Result<string>>>()
  let failure: Failure | undefined
  return {
    put(bytes, ext) {
      if (failure) return failed(failure)
      const { name, stored } = store.beginBlob(bytes, ext)
      const noted = stored.then((result) => {
        if (!result.ok) failure ??= result.failure
        return result
      })
      noted.catch(() => undefined) // A bug, which `done` throws.
      underWay.set(name, noted)
      return ok(name)
    },
    async read(name) {
      await underWay.get(name)
      return store.readBlob(name)
    },
    async done() {
      await Promise.all(underWay.values())
      return failure ? failed(failure) : ok(null)
    },
  }
}
