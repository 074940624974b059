// Images, styles and fonts by content: the name is the checksum, so a blob is right or it is not that blob.
import { blobName } from '../../preload/article.ts'
import { failed, ok, type Result } from '../../preload/failure.ts'
import { blobPath, onDisk } from './layout.ts'
import { measure, read } from './read.ts'
import { write, type Desk } from './write.ts'

export type Blobs = {
  /** Its name, at once; durable when `write` resolves. */
  begin(bytes: Uint8Array, ext: string): { readonly name: string; write(): Promise<void> }
  read(name: string): Promise<Result<Uint8Array>>
}

export function createBlobs(desk: Desk): Blobs {
  // The same picture often comes several times at once; it is written once.
  const underWay = new Map<string, Promise<void>>()
  return {
    begin(bytes, ext) {
      const name = blobName.parse(`${measure(bytes).sha256}.${ext}`)
      return {
        name,
        async write() {
          let writing = underWay.get(name)
          if (!writing) {
            writing = write(desk, [[{ path: blobPath(name), bytes }]]).finally(() => underWay.delete(name))
            underWay.set(name, writing)
          }
          await writing
        },
      }
    },
    async read(name) {
      if (!blobName.safeParse(name).success) return failed({ code: 'unknown-id', id: name })
      const found = await read(onDisk(desk.root, blobPath(name)))
      if (found.kind === 'missing') return failed({ code: 'unknown-id', id: name })
      if (found.kind === 'whole' && measure(found.value).sha256 === name.slice(0, 64)) return ok(found.value)
      return failed({ code: 'damaged', files: [blobPath(name)] })
    },
  }
}
