// Reads what the acts of all devices have grown by since a cursor. On an unchanged vault it looks at sizes and opens nothing.
import type { Act } from '../../preload/act.ts'
import type { Cursor } from '../../preload/contract.ts'
import { bytesOf, listActFiles, type ActFile } from './actFiles.ts'
import { decodeLine, hasLostNewline, salvage } from './actLine.ts'
import { codeOf } from './disk.ts'
import type { Findings } from './findings.ts'
import { onDisk } from './layout.ts'
import { linesOf } from './lines.ts'

export type ActsRead = { readonly acts: Act[]; readonly cursor: Cursor; readonly more: boolean }

export type ReadActs = {
  readonly root: string
  readonly cursor: Cursor
  /** At least one. */
  readonly limit: number
  /** How much of a file may be read. */
  readableBytes(file: ActFile): number
  readonly findings: Findings
}

const newline = 10

/**
 * Damaged lines are passed over. The last line of a file that has no end yet is left for later: a sync program may still be copying it.
 * `more` is a guess on the safe side.
 */
export async function readActs({ root, cursor, limit, readableBytes, findings }: ReadActs): Promise<ActsRead> {
  const acts: Act[] = []
  // A drive that is away for a moment must not cost a reading from the beginning: what cannot be seen keeps its place.
  const reached: Record<string, number> = { ...cursor }
  const all = await listActFiles(root)
  for (const key of Object.keys(cursor))
    if (!all.some((file) => file.key === key))
      findings.away(`acts/${key}`, 'it is missing; it was there when it was last read')

  for (const file of all) {
    const before = cursor[file.key] ?? 0
    if (acts.length >= limit) break
    try {
      reached[file.key] = await readFile(file, before)
      findings.back(file.path)
    } catch (thrown) {
      if (codeOf(thrown) === undefined) throw thrown
      // The other devices' acts are not to wait for this one's.
      findings.away(file.path, `it cannot be read (${codeOf(thrown)})`)
    }
  }
  return { acts, cursor: reached, more: acts.length >= limit }

  async function readFile(file: ActFile, before: number): Promise<number> {
    const path = onDisk(root, file.path)
    const to = readableBytes(file)
    if (before === to) return before
    let at = before
    if (before > to) {
      findings.damage(file.path, `it is shorter than when it was last read (${to} bytes instead of ${before})`)
      at = 0
    } else if (before > 0 && (await bytesOf(path, before - 1, before))[0] !== newline) at = 0 // another file than the one we read
    for await (const lines of linesOf(path, at, to)) {
      for (const line of lines) {
        if (acts.length >= limit || (!line.isEnded && !hasLostNewline(line.bytes))) return at
        const found = decodeLine(line.bytes)
        if (found.kind === 'act') acts.push(found.act)
        else if (found.kind === 'damaged') acts.push(...salvage(line.bytes))
        at = line.end
      }
    }
    return at
  }
}
