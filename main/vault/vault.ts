// The truth on disk: plain files in a folder of the reader's. "Saved" means that a power cut would not undo it. One process at a time: see lock.ts.
// Opening makes the folder a vault when it is none, mends the end of this device's acts, and sets the clock after all acts there are.
import { promises as files } from 'node:fs'
import { dirname } from 'node:path'
import type { Act, ActBody } from '../../preload/act.ts'
import { blobName, type Version } from '../../preload/article.ts'
import type { Cursor } from '../../preload/contract.ts'
import { failed, ok, type Failure, type Result } from '../../preload/failure.ts'
import type { FailureReason } from '../../preload/failureReasons.de.ts'
import { findLostActs } from './findLostActs.ts'
import { listActFiles, newestOf, tailOf, type ActFile } from './actFiles.ts'
import { openAppender, type ActAppender } from './appendActs.ts'
import { createBlobs } from './blobs.ts'
import { check, type Verified, type VerifyOptions } from './check.ts'
import { createClock, type Clock } from './clock.ts'
import { codeOf, realDisk, type Disk } from './disk.ts'
import { attempt, diskFailure } from './diskFailure.ts'
import { createFindings, type Finding, type Findings } from './findings.ts'
import { createFolders } from './folders.ts'
import { createInbox } from './inbox.ts'
import { blobPath, markPath, onDisk, readmePath, versionPath, type VaultPath } from './layout.ts'
import { newMark, readMark, type FoundMark } from './mark.ts'
import { readActs, type ActsRead } from './readActs.ts'
import { readme } from './readme.ts'
import { writeRules } from './rules.ts'
import { spaceState, type SpaceState } from './space.ts'
import { sweep, type Swept } from './sweep.ts'
import { createVersions, type NewVersion } from './versions.ts'
import { whatIsThere } from './whatIsThere.ts'
import { write, type Desk } from './write.ts'

export type Vault = {
  readonly root: string
  /** Made with the vault. */
  readonly id: string
  readonly readOnly: boolean
  /** True when this call made it out of a folder without articles. */
  readonly wasCreated: boolean
  /** The name of the blob; durable. `ext` without a dot. */
  putBlob(bytes: Uint8Array, ext: string): Promise<Result<string>>
  /** The same, for those who have something to do with the name while the disk is at work. */
  beginBlob(bytes: Uint8Array, ext: string): BlobBegun
  /** Its blobs must be put before. Durable, but kept only when an act says so. Throws when the version is there with other content. */
  writeVersion(version: NewVersion): Promise<Result<Version>>
  /**
   * Gives the acts their clock and device; durable. Order within and between calls is kept. Throws what does not fit the schema. `unknown-id`: a
   * version of what was purged since the vault was opened, which would be saved and never seen.
   */
  append(bodies: readonly ActBody[]): Promise<Result<Act[]>>
  /** What is new since the cursor, the oldest month first; the acts of all devices. Throws what the disk throws, as when the folder is gone. */
  readActs(cursor: Cursor, limit: number): Promise<ActsRead>
  /** Checked; `unknown-id` when it is not there, `damaged` with the file when it is not whole. */
  readVersion(article: string, version: string): Promise<Result<{ record: Version; html: string }>>
  readPage(article: string, version: string): Promise<Result<string>>
  readPdf(article: string, version: string): Promise<Result<Uint8Array>>
  readBlob(name: string): Promise<Result<Uint8Array>>
  /** Where its file is, whether or not it exists; undefined when it is no name of a blob. */
  blobPath(name: string): string | undefined
  verify(options?: VerifyOptions): Promise<Verified>
  /** Says once more that it was saved of what is whole and has lost its act, and names the records; none where nothing may be written. */
  adopt(): Promise<Result<VaultPath[]>>
  /** Removes the files of what was purged and the blobs that nothing uses any more. Captures wait for it. */
  sweep(): Promise<Result<Swept>>
  readonly inbox: {
    /** Plain JSON; replaces what was written for its id. */
    writeJob(job: { readonly id: string }): Promise<Result<null>>
    removeJob(id: string): Promise<Result<null>>
    /** This device's. The caller parses them. */
    readJobs(): Promise<Result<{ jobs: unknown[]; damaged: Finding[] }>>
    /** Copies what another device has left; may be done twice. */
    takeOver(device: string): Promise<Result<null>>
  }
  /** `full`: putBlob and writeVersion refuse; acts, reading and removing go on. */
  spaceState(): Promise<SpaceState>
  /** When all that was asked for is written. */
  close(): Promise<void>
}

/** `stored` says the name again, or why there is no such blob. */
export type BlobBegun = { readonly name: string; readonly stored: Promise<Result<string>> }

export type VaultOptions = {
  readonly root: string
  /** From device.ts. */
  readonly device: string
  readonly readOnly?: boolean
  readonly disk?: Disk
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** The name and version of the app, for offprint.json. */
  readonly madeBy?: string
}

export async function openVault(options: VaultOptions): Promise<Result<Vault>> {
  const { root, device, disk = realDisk, now = Date.now, madeBy = 'Offprint' } = options
  const findings = createFindings()
  const desk: Desk = { root, device, disk, folders: createFolders(root, disk) }
  try {
    const made = await makeOrRead(desk, findings, madeBy, now, options.readOnly ?? false)
    if (!made.ok) return made
    const clock = createClock(now)
    await setAfterAllActs(root, clock)
    return ok(await assemble(desk, made.value, clock, findings, now))
  } catch (thrown) {
    return failed(diskFailure(thrown))
  }
}

type Opened = {
  readonly id: string
  readonly wasCreated: boolean
  /** Why nothing may be written. */
  readonly refusal: Failure | undefined
}

async function makeOrRead(
  desk: Desk,
  findings: Findings,
  madeBy: string,
  now: () => number,
  readOnly: boolean,
): Promise<Result<Opened>> {
  const refusal: Failure | undefined = readOnly
    ? { code: 'cannot-write', reason: 'it was opened for reading' satisfies FailureReason }
    : undefined
  const mark = await readMark(desk.root)
  if (mark.kind !== 'missing') {
    const { id } = mark
    const why = refusal ?? (await closedFolder(desk))
    if (mark.kind !== 'empty' || why) return ok({ id, wasCreated: false, refusal: refusalOf(mark) ?? why })
  }
  if (refusal) return failed(refusal)
  const held = await whatIsThere(desk.root)
  if (held === 'nothing') await makeRoot(desk)
  const { id, bytes } = newMark(madeBy, new Date(now()))
  const explained = held !== 'nothing' && (await isThere(onDisk(desk.root, readmePath)))
  await write(desk, [explained ? [] : [{ path: readmePath, bytes: Buffer.from(readme) }], [{ path: markPath, bytes }]])
  const isAnew = held === 'articles'
  if (isAnew) findings.repair(markPath, `it was ${mark.kind} and was made anew`)
  return ok({ id, wasCreated: !isAnew, refusal: undefined })
}

function refusalOf(mark: Exclude<FoundMark, { kind: 'missing' }>): Failure | undefined {
  if (mark.kind === 'newer') return { code: 'newer-library' }
  if (mark.kind === 'damaged' && !mark.isReadable) return { code: 'damaged', files: [markPath] }
  return undefined
}

async function closedFolder({ root, disk }: Desk): Promise<Failure | undefined> {
  try {
    await disk.mayWrite(root)
    return undefined
  } catch (thrown) {
    return diskFailure(thrown)
  }
}

async function makeRoot({ root, disk }: Desk): Promise<void> {
  if ((await files.mkdir(root, { recursive: true })) === undefined) return
  try {
    await disk.syncFolder(dirname(root))
  } catch {
    // The folder above may be one that we may not open. Nothing has been promised yet, and the next sync of the disk takes it along.
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await files.lstat(path)
    return true
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return false
    throw thrown
  }
}

async function setAfterAllActs(root: string, clock: Clock): Promise<void> {
  const all = await listActFiles(root)
  for (const file of [...newestOf(all), ...all.filter(({ isCopy }) => isCopy)]) {
    const { clock: latest } = await tailOf(onDisk(root, file.path), file.sizeBytes)
    if (latest !== undefined) clock.saw(latest)
  }
}

async function assemble(
  desk: Desk,
  opened: Opened,
  clock: Clock,
  findings: Findings,
  now: () => number,
): Promise<Vault> {
  const { root, disk } = desk
  const { id, wasCreated, refusal } = opened
  const readOnly = refusal !== undefined
  const appender = readOnly ? undefined : await openAppender(desk, clock, findings)
  const blobs = createBlobs(desk)
  const versions = createVersions(desk)
  const inbox = createInbox(desk)
  const readableBytes = (file: ActFile) => appender?.readableBytes(file.path, file.sizeBytes) ?? file.sizeBytes

  async function space(): Promise<SpaceState> {
    try {
      return spaceState(await disk.freeBytes(root))
    } catch {
      return 'plenty' // some network drives cannot tell; a write that finds them full says so
    }
  }

  async function whenWritable<T>(work: () => Promise<T>): Promise<Result<T>> {
    return refusal ? failed(refusal) : attempt(work)
  }

  async function adopt(appending: ActAppender): Promise<VaultPath[]> {
    const acts = await findLostActs(desk, readableBytes, now)
    const months = new Set(acts.map((act) => act.clock.slice(0, 7)))
    for (const month of months) await appending.restore(acts.filter((act) => act.clock.startsWith(month)))
    const records = acts.flatMap((act) => (act.act === 'saved' ? [versionPath(act.article, act.version, 'json')] : []))
    for (const path of records) findings.repair(path, adoptedWords)
    return records
  }

  const purged = new Set<string>()

  /** Blobs put since the start, or about to be: their records may still be on the way. */
  const put = new Set<string>()
  let writing = 0
  let sweeping: Promise<unknown> | undefined

  async function whenRoom<T>(work: () => Promise<T>): Promise<Result<T>> {
    if (refusal) return failed(refusal)
    while (sweeping) await sweeping // another one may have begun when this one ends
    writing += 1
    try {
      return await whenRoomNow(work)
    } finally {
      writing -= 1
    }
  }

  async function whenRoomNow<T>(work: () => Promise<T>): Promise<Result<T>> {
    return (await space()) === 'full' ? failed({ code: 'disk-full' }) : attempt(work)
  }

  function beginBlob(bytes: Uint8Array, ext: string): BlobBegun {
    const { name, write: store } = blobs.begin(bytes, ext)
    put.add(name)
    const stored = whenRoom(() => store()).then((done) => (done.ok ? ok(name) : done))
    return { name, stored }
  }

  return {
    root,
    id,
    readOnly,
    wasCreated,
    putBlob: async (bytes, ext) => beginBlob(bytes, ext).stored,
    beginBlob,
    writeVersion: (version) => whenRoom(() => versions.write(version)),
    async append(bodies) {
      const lost = bodies.find((body) => body.act === 'saved' && purged.has(body.article))
      if (lost?.act === 'saved') return failed({ code: 'unknown-id', id: lost.article })
      const going = bodies.flatMap(purgedBy).filter((one) => !purged.has(one))
      for (const one of going) purged.add(one)
      const written = await whenWritable(async () => {
        // At once where there are none: what is asked for before the vault is closed is in the queue before it closes.
        const rules = bodies.filter((body) => body.act === 'rule-made')
        if (rules.length > 0) await writeRules(desk, rules)
        return (await appender?.append(bodies)) ?? []
      })
      if (!written.ok) for (const one of going) purged.delete(one)
      return written
    },
    async readActs(cursor, limit) {
      const found = await readActs({ root, cursor, limit, readableBytes, findings })
      if (found.acts.length === 0) await notAway(root)
      // What the reader does next comes after what the reader has seen.
      for (const act of found.acts) clock.saw(act.clock)
      for (const one of found.acts.flatMap(purgedBy)) purged.add(one)
      return found
    },
    readVersion: (article, version) => versions.read(article, version),
    readPage: (article, version) => versions.readPage(article, version),
    readPdf: (article, version) => versions.readPdf(article, version),
    readBlob: (name) => blobs.read(name),
    blobPath: (name) => (blobName.safeParse(name).success ? onDisk(root, blobPath(name)) : undefined),
    verify: (verifying = {}) => check({ ...verifying, desk, readOnly, findings, readableBytes, now }),
    adopt: async () => (appender ? attempt(() => adopt(appender)) : ok([])),
    async sweep() {
      while (sweeping) await sweeping
      // What is being written now is looked after by the next purge.
      if (writing > 0) return ok({ files: 0, freedBytes: 0 })
      const swept = whenWritable(() => sweep(desk, readableBytes, (name) => put.has(name), now))
      const end = () => void (sweeping = undefined)
      sweeping = swept.then(end, end) // whoever has asked for it is told of a mistake; those who wait are not to make it theirs
      return swept
    },
    inbox: {
      writeJob: (job) => whenWritable(() => inbox.write(job).then(() => null)),
      removeJob: (job) => whenWritable(() => inbox.remove(job).then(() => null)),
      readJobs: () => attempt(() => inbox.read()),
      takeOver: (from) => whenWritable(() => inbox.takeOver(from).then(() => null)),
    },
    spaceState: space,
    close: async () => appender?.close(),
  }
}

const adoptedWords = 'no act said that it was saved; it is in the library again, as it was captured'

/** Throws that it is not there, where neither its mark is nor any act: a drive that is away must not look like an empty vault. */
async function notAway(root: string): Promise<void> {
  if (await isThere(onDisk(root, 'acts'))) return
  await files.stat(onDisk(root, markPath))
}

function purgedBy(act: ActBody): readonly string[] {
  return act.act === 'purged' ? [act.article, ...(act.also ?? [])] : []
}
