// Where the index lies: named files, opened and listed asynchronously, read and written at once.

export type StoredFile = {
  /** `into`: memory to be filled again, at least as long; else it is new. */
  read(at: number, length: number, into?: Uint8Array): Uint8Array
  /** Throws NotWritten. */
  write(at: number, bytes: Uint8Array): void
  size(): number
  /** On the disk, whatever happens to the machine. */
  flush(): void
  close(): void
}

/** There is no room on the disk, or it refuses to be written. */
export class NotWritten extends Error {}

export type Store = {
  names(): Promise<string[]>
  /** Makes it when it is not there. */
  open(name: string): Promise<StoredFile>
  remove(name: string): Promise<void>
}

/** What is not written to a disk: in tests, and where the browser gives us none. */
export function memoryStore(files = new Map<string, Uint8Array>()): Store {
  return {
    names: () => Promise.resolve([...files.keys()]),
    open(name) {
      if (!files.has(name)) files.set(name, new Uint8Array(0))
      let length = files.get(name)!.length
      const bytesOf = () => files.get(name) ?? new Uint8Array(0)
      return Promise.resolve({
        read: (at, count) => bytesOf().slice(at, Math.min(at + count, length)),
        write(at, bytes) {
          let held = bytesOf()
          if (at + bytes.length > held.length) {
            const larger = new Uint8Array(at + bytes.length)
            larger.set(held)
            held = larger
            files.set(name, held)
          }
          held.set(bytes, at)
          length = Math.max(length, at + bytes.length)
        },
        size: () => length,
        flush: () => undefined,
        close: () => undefined,
      })
    },
    remove(name) {
      files.delete(name)
      return Promise.resolve()
    },
  }
}
