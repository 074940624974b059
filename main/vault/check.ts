// Compares the vault with what it should hold and says what is safe: every byte is read and hashed. It repairs nothing but its own leftovers.
import { promises as files } from 'node:fs'
import type { Version } from '../../preload/article.ts'
import type { ActFile } from './actFiles.ts'
import { checkActs } from './checkActs.ts'
import { codeOf } from './disk.ts'
import type { Finding, Findings } from './findings.ts'
import { plannedVersions } from './inbox.ts'
import { blobPath, kindOf, markPath, onDisk, readmePath, vaultFolders, versionPath, type VaultPath } from './layout.ts'
import { readMark } from './mark.ts'
import { check as checkFile, read, type Expected } from './read.ts'
import { readme } from './readme.ts'
import { unseal } from './sealed.ts'
import { hasLostItsAct } from './hasLostItsAct.ts'
import { parseRecord } from './versions.ts'
import { walk } from './walk.ts'
import type { Desk } from './write.ts'

export type Verified = {
  /** How many files were looked at. */
  readonly files: number
  /** What needs attention. All other files are as they were written. */
  readonly damaged: Finding[]
  /** What was mended, at the start or now. */
  readonly repaired: Finding[]
  /** What does not belong, or not yet; nothing of it is missed. */
  readonly strange: Finding[]
  /** False when it was stopped: then it says nothing about the rest. */
  readonly isFinished: boolean
}

export type VerifyOptions = {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

export type Checked = VerifyOptions & {
  readonly desk: Desk
  readonly readOnly: boolean
  readonly findings: Findings
  readableBytes(file: ActFile): number
  now(): number
}

/** A write is under way for seconds; what is older than this was left by a process that died. */
const leftoverMs = 3_600_000
const filesAtOnce = 4

export async function check({
  desk,
  readOnly,
  findings,
  readableBytes,
  now,
  signal,
  onProgress,
}: Checked): Promise<Verified> {
  const { root, device, disk } = desk
  const damaged: Finding[] = []
  const strange: Finding[] = []
  const repaired: Finding[] = [...findings.repaired]
  const sayDamaged = (file: string, reason: string) => void damaged.push({ file, reason })
  const sayStrange = (file: string, reason: string) => void strange.push({ file, reason })

  await checkMark()
  const planned = await plannedVersions(root)
  // The acts first: what they say was saved is on the disk by now. Then the records, then the blobs, for the same reason.
  const acts = await checkActs(root, device, readableBytes, signal)
  damaged.push(...acts.damaged)
  strange.push(...acts.strange)
  const inRoot = (await namesIn(root)).filter((name) => [markPath, readmePath].includes(name) || isLeftover(name))
  const walked = await walk(root, vaultFolders, signal)
  const all = [...inRoot, ...walked.files]
  for (const { path, code } of walked.closed) sayDamaged(path, `the folder cannot be read (${code})`)
  const there = new Set(all)
  /** Blobs that are not in the list: missing, or in a folder that is a link. Each is looked at once. */
  const beyond = new Set<VaultPath>()
  let done = 0
  await each(all, async (path) => {
    await checkPath(path)
    done += 1
    onProgress?.(done, all.length)
  })
  if (!signal?.aborted) await each([...acts.records], ([path, savedAt]) => checkPresence(path, savedAt))
  const known = new Set(damaged.map(({ file }) => file))
  for (const [file, reason] of findings.damaged) if (!known.has(file)) sayDamaged(file, reason)

  const isFinished = !signal?.aborted
  return { files: done, damaged: sorted(damaged), repaired, strange: sorted(strange), isFinished }

  async function checkMark(): Promise<void> {
    const mark = await readMark(root)
    if (mark.kind === 'missing') sayDamaged(markPath, 'it is missing')
    if (mark.kind === 'damaged' || mark.kind === 'empty') sayDamaged(markPath, mark.reason)
  }

  async function checkPath(path: VaultPath): Promise<void> {
    const file = kindOf(path)
    switch (file.kind) {
      case 'mark':
      case 'acts':
        return // done before
      case 'readme':
        return checkReadme()
      case 'blob':
        return checkMeasure(path, { sha256: file.name.slice(0, 64) })
      case 'rule':
        return // a copy for people: the act that says the same is checked
      case 'job':
        return checkJob(path)
      case 'version':
        if (file.part === 'json') return checkRecord(path, file.article, file.version)
        if (!there.has(versionPath(file.article, file.version, 'json')))
          sayStrange(path, 'no record names it: a capture that did not come to its end')
        return
      case 'unfinished':
        return checkLeftover(path, file.device)
      case 'acts-copy':
        return sayStrange(path, 'a sync program has put it aside; the acts in it were read')
      case 'strange':
        return sayStrange(path, 'it does not belong here')
    }
  }

  async function checkMeasure(path: VaultPath, expected: Expected): Promise<void> {
    const found = await checkFile(onDisk(root, path), expected, signal)
    if (found.kind === 'missing') sayDamaged(path, 'it is missing')
    if (found.kind === 'damaged') sayDamaged(path, found.reason)
  }

  async function checkRecord(path: VaultPath, article: string, version: string): Promise<void> {
    const found = await read(onDisk(root, path))
    if (found.kind === 'missing') return // purged since the folder was listed; if not, its act will tell
    if (found.kind === 'damaged') return sayDamaged(path, found.reason)
    const record = parseRecord(found.value, article, version)
    if (acts.purged.has(article)) return // what is left of it is nobody's loss
    if (record?.ok) await checkFilesOf(record.value)
    else if (record === undefined) {
      const unsealed = unseal(found.value)
      sayDamaged(path, unsealed.ok ? 'it does not say what it must' : unsealed.reason)
    }
    if (acts.records.has(path)) return
    if (record?.ok && (await hasLostItsAct(record.value, { root, acts, planned, now }))) sayDamaged(path, lostWords)
    else if (await isOld(path)) sayStrange(path, 'no act says that it was saved')
  }

  async function checkFilesOf(record: Version): Promise<void> {
    const { 'html.gz': html, 'page.html.gz': page, pdf } = record.files
    await checkMeasure(versionPath(record.id, record.version, 'html.gz'), html)
    if (page) await checkMeasure(versionPath(record.id, record.version, 'page.html.gz'), page)
    if (pdf) await checkMeasure(versionPath(record.id, record.version, 'pdf'), pdf)
    for (const { name } of record.blobs) {
      const path = blobPath(name)
      if (there.has(path) || beyond.has(path)) continue
      beyond.add(path)
      const found = await checkFile(onDisk(root, path), { sha256: name.slice(0, 64) }, signal)
      if (found.kind === 'missing')
        sayDamaged(path, `it is missing; ${versionPath(record.id, record.version, 'json')} uses it`)
      if (found.kind === 'damaged') sayDamaged(path, found.reason)
    }
  }

  async function checkPresence(path: VaultPath, savedAt: string): Promise<void> {
    if (there.has(path)) return
    if (await isThere(path)) await checkPath(path)
    else sayDamaged(path, `it is missing; it was saved on ${savedAt.slice(0, 10)}`)
  }

  async function checkReadme(): Promise<void> {
    const found = await read(onDisk(root, readmePath))
    if (found.kind === 'damaged') sayDamaged(readmePath, found.reason)
    if (found.kind === 'whole' && found.value.toString() !== readme)
      sayStrange(readmePath, 'it is not the text that this version writes')
  }

  async function checkJob(path: VaultPath): Promise<void> {
    const found = await read(onDisk(root, path))
    if (found.kind === 'damaged') sayDamaged(path, found.reason)
    if (found.kind !== 'whole') return
    const unsealed = unseal(found.value)
    if (!unsealed.ok) sayDamaged(path, `${unsealed.reason}; a link that was being saved may be lost`)
  }

  async function checkLeftover(path: VaultPath, owner: string): Promise<void> {
    if (owner !== device) return sayStrange(path, `a write that device ${owner} did not finish`)
    if (readOnly || !(await isOld(path))) return sayStrange(path, 'a write that is not finished')
    await disk.remove(onDisk(root, path))
    repaired.push({ file: path, reason: 'what was left of an unfinished write was removed' })
  }

  async function isOld(path: VaultPath): Promise<boolean> {
    try {
      return Date.now() - (await files.stat(onDisk(root, path))).mtimeMs > leftoverMs
    } catch (thrown) {
      if (codeOf(thrown) === 'ENOENT') return false
      throw thrown
    }
  }

  async function isThere(path: VaultPath): Promise<boolean> {
    return (await read(onDisk(root, path))).kind !== 'missing'
  }

  async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
    let next = 0
    const worker = async () => {
      while (next < items.length && !signal?.aborted) {
        const item = items[next]
        next += 1
        try {
          if (item !== undefined) await work(item)
        } catch (thrown) {
          if (!signal?.aborted) throw thrown // stopped in the middle of a file
        }
      }
    }
    await Promise.all(Array.from({ length: filesAtOnce }, worker))
  }
}

const lostWords =
  'no act says that it was saved, so the library does not have it; a rebuild brings it back as it was captured'

/** None of a folder that is gone: its mark is missed by then. */
async function namesIn(root: string): Promise<string[]> {
  try {
    return await files.readdir(root)
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return []
    throw thrown
  }
}

function isLeftover(name: string): boolean {
  return kindOf(name).kind === 'unfinished'
}

function sorted(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
}
