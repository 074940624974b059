// Reads every line of every device's acts for `verify`, and gathers what they say must be on the disk.
import { promises as files } from 'node:fs'
import type { Act } from '../../preload/act.ts'
import { listActFiles, type ActFile } from './actFiles.ts'
import { decodeLine, hasLostNewline, salvage } from './actLine.ts'
import { codeOf } from './disk.ts'
import type { Finding } from './findings.ts'
import { onDisk, versionPath, type VaultPath } from './layout.ts'
import { linesOf } from './lines.ts'

export type CheckedActs = {
  readonly damaged: Finding[]
  readonly strange: Finding[]
  /** The records of what was saved and not purged, and when it was saved. */
  readonly records: ReadonlyMap<VaultPath, string>
  readonly purged: ReadonlySet<string>
  /** How many files could not be read: what they say was saved is not among the records. */
  readonly unread: number
}

/** How long a sync program may take to finish a line. */
const copyingMs = 24 * 3_600_000
const namedLines = 10

export async function checkActs(
  root: string,
  device: string,
  readableBytes: (file: ActFile) => number,
  signal?: AbortSignal,
): Promise<CheckedActs> {
  const damaged: Finding[] = []
  const strange: Finding[] = []
  const saved = new Map<VaultPath, { article: string; savedAt: string }>()
  const purged = new Set<string>()
  let unread = 0

  const take = (act: Act) => {
    if (act.act === 'saved')
      saved.set(versionPath(act.article, act.version, 'json'), { article: act.article, savedAt: act.savedAt })
    if (act.act === 'purged') for (const id of [act.article, ...(act.also ?? [])]) purged.add(id)
  }

  for (const file of await listActFiles(root)) {
    if (signal?.aborted) break
    try {
      await checkFile(file)
    } catch (thrown) {
      if (codeOf(thrown) === undefined) throw thrown
      unread += 1
      damaged.push({ file: file.path, reason: `it cannot be read (${codeOf(thrown)})` })
    }
  }
  const kept = [...saved].filter(([, { article }]) => !purged.has(article))
  return { damaged, strange, records: new Map(kept.map(([path, { savedAt }]) => [path, savedAt])), purged, unread }

  async function checkFile(file: ActFile): Promise<void> {
    const bad: number[] = []
    const halfBad: number[] = []
    let number = 0
    for await (const lines of linesOf(onDisk(root, file.path), 0, readableBytes(file))) {
      for (const line of lines) {
        number += 1
        const found = decodeLine(line.bytes)
        if (found.kind === 'act') take(found.act)
        if (!line.isEnded && !hasLostNewline(line.bytes)) await judgeUnended(file)
        else if (found.kind === 'damaged') {
          const whole = salvage(line.bytes)
          whole.forEach(take)
          ;(whole.length > 0 ? halfBad : bad).push(number)
        }
      }
    }
    if (bad.length > 0) damaged.push({ file: file.path, reason: `${numbered(bad)} damaged; the other lines are safe` })
    if (halfBad.length > 0)
      damaged.push({
        file: file.path,
        reason: `the end of ${numbered(halfBad)} damaged; the acts in it were still read`,
      })
  }

  async function judgeUnended(file: ActFile): Promise<void> {
    const { mtimeMs } = await files.stat(onDisk(root, file.path))
    const reason = 'its last line is not finished'
    if (file.device === device || Date.now() - mtimeMs > copyingMs) damaged.push({ file: file.path, reason })
    else strange.push({ file: file.path, reason: `${reason}; a sync program may still be copying it` })
  }
}

function numbered(lines: readonly number[]): string {
  if (lines.length === 1) return `line ${lines[0]} is`
  const named = lines.slice(0, namedLines).join(', ')
  return `lines ${named}${lines.length > namedLines ? ` and ${lines.length - namedLines} more` : ''} are`
}
