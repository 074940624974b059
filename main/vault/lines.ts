// The lines of a file, in handfuls, without holding the file in memory.
import { promises as files } from 'node:fs'

export type FileLine = {
  /** Without the newline. */
  readonly bytes: Buffer
  /** Places in the file; `end` is after the newline. */
  readonly start: number
  readonly end: number
  /** False for what stands after the last newline. */
  readonly isEnded: boolean
}

const chunkBytes = 1 << 18
const newline = 10

/** From one place in the file to another; `from` is where a line begins. What is not ended comes last. */
export async function* linesOf(path: string, from: number, to: number): AsyncGenerator<readonly FileLine[]> {
  const handle = await files.open(path, 'r')
  try {
    let rest = Buffer.alloc(0)
    let at = from
    while (at < to) {
      // A long line is read in ever larger pieces, so that putting it together stays cheap.
      const chunk = Buffer.alloc(Math.min(Math.max(chunkBytes, rest.length), to - at))
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, at)
      if (bytesRead === 0) break // it became shorter while we read
      const start = at - rest.length
      at += bytesRead
      const bytes = Buffer.concat([rest, chunk.subarray(0, bytesRead)])
      const { lines, used } = split(bytes, start)
      rest = bytes.subarray(used)
      if (lines.length > 0) yield lines
    }
    if (rest.length > 0) yield [{ bytes: rest, start: at - rest.length, end: at, isEnded: false }]
  } finally {
    await handle.close()
  }
}

function split(bytes: Buffer, start: number): { lines: FileLine[]; used: number } {
  const lines: FileLine[] = []
  let used = 0
  for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, used)) {
    lines.push({ bytes: bytes.subarray(used, end), start: start + used, end: start + end + 1, isEnded: true })
    used = end + 1
  }
  return { lines, used }
}
