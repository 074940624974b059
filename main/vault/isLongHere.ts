// Whether a file has been here for so long that all that belongs to it has come as well: a sync program brings files in any order.
import { promises as files } from 'node:fs'
import { codeOf } from './disk.ts'

/** Its date may be that of the machine it came from; when its name was put here nobody can set. */
const arrivingMs = 24 * 3_600_000

/** False of what is not there. `now` in milliseconds since 1970. */
export async function isLongHere(path: string, now: number): Promise<boolean> {
  try {
    const { mtimeMs, ctimeMs } = await files.stat(path)
    return now - Math.max(mtimeMs, ctimeMs) > arrivingMs
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return false
    throw thrown
  }
}
