// A file as a stream that may be left at any moment. Not by `Readable.toWeb`: left when the last byte has been read but not yet taken, that one
// closes a second time in Electron's Node and throws where nobody can catch it, and the reader was told of a mistake for turning a page quickly.
import { open, type FileHandle } from 'node:fs/promises'

const chunkBytes = 1 << 17

/** The file is opened at once, and closed when all is read, when reading fails, and when the stream is left. */
export function bytesOfFile(path: string): ReadableStream<Uint8Array> {
  let file: FileHandle | undefined
  return new ReadableStream({
    async pull(controller) {
      try {
        file ??= await open(path)
        const { bytesRead, buffer } = await file.read(new Uint8Array(chunkBytes), 0, chunkBytes)
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead))
        await file.close()
        controller.close()
      } catch (error) {
        await file?.close()
        throw error // to whoever reads; of a stream that was left, to nobody
      }
    },
    cancel: () => file?.close(),
  })
}
