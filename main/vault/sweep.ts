// Takes away what a purge has left: the files of purged articles, then blobs that no record uses. Never what somebody may still need: while a
// record, or a file of acts, is missing or cannot be read, every blob stays where it is.
import { promises as files } from 'node:fs'
import type { ActFile } from './actFiles.ts'
import { checkActs } from './checkActs.ts'
import { codeOf } from './disk.ts'
import { isLongHere } from './isLongHere.ts'
import { kindOf, onDisk, type VaultPath } from './layout.ts'
import { read } from './read.ts'
import { parseRecord } from './versions.ts'
import { walk } from './walk.ts'
import type { Desk } from './write.ts'

export type Swept = { readonly files: number; readonly freedBytes: number }

/** `isProtected`: blobs that a capture under way counts on. Nobody may put blobs or versions meanwhile. */
export async function sweep(
  desk: Desk,
  readableBytes: (file: ActFile) => number,
  isProtected: (blob: string) => boolean,
  now: () => number,
): Promise<Swept> {
  const { root, device, disk } = desk
  const { purged, records, unread } = await checkActs(root, device, readableBytes)
  const articles = await walk(root, ['articles'])
  let count = 0
  let freedBytes = 0
  const used = new Set<string>()
  const wasUsed = new Set<string>()
  const going: { readonly path: VaultPath; readonly isRecord: boolean }[] = []
  let isSure = articles.closed.length === 0 && unread === 0

  for (const path of articles.files) {
    const file = kindOf(path)
    if (file.kind !== 'version') continue
    const isPurged = purged.has(file.article)
    if (isPurged) going.push({ path, isRecord: file.part === 'json' })
    if (file.part !== 'json') continue
    const found = await read(onDisk(root, path))
    const record = found.kind === 'whole' ? parseRecord(found.value, file.article, file.version) : undefined
    if (record?.ok) for (const { name } of record.value.blobs) (isPurged ? wasUsed : used).add(name)
    else if (!isPurged) isSure = false
  }
  const there = new Set(articles.files)
  for (const path of records.keys()) if (!there.has(path)) isSure = false

  // The record last: what is left of an interrupted sweep is still an article's, and goes with the next.
  for (const { path } of going.sort((a, b) => Number(a.isRecord) - Number(b.isRecord))) await remove(path)
  if (!isSure) return { files: count, freedBytes }
  for (const path of (await walk(root, ['blobs'])).files) {
    const file = kindOf(path)
    if (file.kind !== 'blob' || used.has(file.name) || isProtected(file.name)) continue
    // What another machine has put here may come before its record.
    if (wasUsed.has(file.name) || (await isLongHere(onDisk(root, path), now()))) await remove(path)
  }
  return { files: count, freedBytes }

  async function remove(path: VaultPath): Promise<void> {
    try {
      const { size } = await files.stat(onDisk(root, path))
      await disk.remove(onDisk(root, path))
      count += 1
      freedBytes += size
    } catch (thrown) {
      if (codeOf(thrown) !== 'ENOENT') throw thrown
    }
  }
}
