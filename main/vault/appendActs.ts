// Appends acts to this device's file and says so when they are durable. Calls that come while a sync runs share the next one.
// A line that was not wholly written is cut off again, so that what stands in the file is what was acknowledged, or whole.
import { promises as files } from 'node:fs'
import { act as actSchema, actBody, type Act, type ActBody } from '../../preload/act.ts'
import { listActFiles, newestOf, tailOf } from './actFiles.ts'
import { encodeAct, salvage } from './actLine.ts'
import type { Clock } from './clock.ts'
import { codeOf, type FileLook, type OpenFile } from './disk.ts'
import type { Findings } from './findings.ts'
import { actsPath, folderOf, onDisk, type VaultPath } from './layout.ts'
import type { Desk } from './write.ts'

export type ActAppender = {
  /** Throws what the disk throws; then none of these acts is in the file. */
  append(bodies: readonly ActBody[]): Promise<Act[]>
  /** Acts of this device that were lost, with the clock they had or must have had, all of one month; as above. */
  restore(acts: readonly Act[]): Promise<Act[]>
  /** How much of the file may be read: what is written but not yet synced is nobody's business. */
  readableBytes(path: VaultPath, sizeBytes: number): number
  /** After what was asked before is written. */
  close(): Promise<void>
}

type OwnFile = {
  readonly path: VaultPath
  readonly handle: OpenFile
  readonly inode: bigint
  durableBytes: number
}

type Waiting = {
  /** Gives them their clock, when it is their turn. */
  stamp(): readonly Act[]
  /** They go into the file of their own month. */
  readonly isRestored: boolean
  resolve(acts: Act[]): void
  reject(reason: unknown): void
}

/** A power cut can leave a stretch of zeros where the disk had promised room; no line of ours holds one. */
const lostStretch = Buffer.alloc(16)
const newline = Buffer.from('\n')
/** A sync program may put another file in place of ours once; one that does it again and again leaves us nothing to promise. */
const placings = 3

/** Mends the end of the newest file, should the last process have died while writing it. */
export async function openAppender(desk: Desk, clock: Clock, findings: Findings): Promise<ActAppender> {
  const { root, device, disk, folders } = desk
  let own: OwnFile | undefined
  const waiting: Waiting[] = []
  let flushing: Promise<void> | undefined
  let isClosed = false

  const newest = newestOf(await listActFiles(root)).find((file) => file.device === device)
  if (newest) own = await takeOver(newest.path)

  async function takeOver(path: VaultPath): Promise<OwnFile> {
    await folders.ensure(folderOf(path))
    const handle = await openAnyhow(path)
    try {
      const { inode, sizeBytes } = await handle.look()
      const durableBytes = await mendEnd(path, handle, sizeBytes)
      await handle.sync()
      await disk.syncFolder(onDisk(root, folderOf(path)))
      return { path, handle, inode, durableBytes }
    } catch (thrown) {
      await handle.close()
      throw thrown
    }
  }

  async function openAnyhow(path: VaultPath): Promise<OpenFile> {
    try {
      return await disk.open(onDisk(root, path), 'any')
    } catch (thrown) {
      if (codeOf(thrown) !== 'ENOENT') throw thrown
      folders.forget(folderOf(path))
      await folders.ensure(folderOf(path))
      return disk.open(onDisk(root, path), 'any')
    }
  }

  /** Returns the size it then has. Whole lines that are damaged stay: they were acknowledged once, and `verify` names them. */
  async function mendEnd(path: VaultPath, handle: OpenFile, sizeBytes: number): Promise<number> {
    const { goodBytes, rest } = await tailOf(onDisk(root, path), sizeBytes)
    const unended = rest.subarray(rest.lastIndexOf(newline) + 1)
    const lostAt = rest.indexOf(lostStretch)
    if (lostAt === -1 && salvage(unended).length > 0) {
      await handle.write(newline, sizeBytes)
      return sizeBytes + newline.length
    }
    const keptBytes =
      lostAt === -1
        ? sizeBytes - unended.length
        : goodBytes + (lostAt === 0 ? 0 : rest.lastIndexOf(newline, lostAt - 1) + 1)
    if (keptBytes === sizeBytes) return sizeBytes
    await handle.truncate(keptBytes)
    findings.repair(path, `an unfinished line at its end was cut off (${sizeBytes - keptBytes} bytes)`)
    return keptBytes
  }

  async function ownFile(path: VaultPath): Promise<OwnFile> {
    if (own && own.path === path) {
      const look = await lookAt(onDisk(root, path))
      if (look?.inode === own.inode && look.sizeBytes === own.durableBytes) return own
    }
    await letGo()
    own = await takeOver(path)
    return own
  }

  async function letGo(): Promise<void> {
    const handle = own?.handle
    own = undefined
    await handle?.close()
  }

  async function commit(acts: readonly Act[], month: string): Promise<void> {
    const bytes = Buffer.concat(acts.map(encodeAct))
    for (let placing = 0; placing < placings; placing += 1) {
      const file = await ownFile(actsPath(device, month))
      try {
        await file.handle.write(bytes, file.durableBytes)
        await file.handle.sync()
        const look = await lookAt(onDisk(root, file.path))
        if (look?.inode === file.inode) {
          file.durableBytes += bytes.length
          return
        }
      } catch (thrown) {
        await cutBack(file)
        throw thrown
      }
      await letGo() // the name leads to another file by now: what we wrote is in none that anybody will read
    }
    throw Object.assign(new Error('Another program keeps replacing a file under acts/.'), { code: 'EBUSY' })
  }

  async function cutBack(file: OwnFile): Promise<void> {
    try {
      await file.handle.truncate(file.durableBytes)
      await file.handle.sync()
    } catch {
      // The disk does nothing any more. The next append, or the next start, opens the file anew and mends its end.
      await letGo().catch(() => undefined) // closing a file of a dead drive may fail too
    }
  }

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const group = nextGroup()
      const stamped = group.map(({ stamp }) => [...stamp()])
      try {
        const acts = stamped.flat()
        const month = acts[0]?.clock.slice(0, 7)
        if (month !== undefined) await commit(acts, month)
        group.forEach(({ resolve }, at) => resolve(stamped[at] ?? []))
      } catch (thrown) {
        for (const { reject } of group) reject(thrown)
      }
    }
    flushing = undefined
  }

  /** Those that share a sync: all that wait, but what is restored by itself. */
  function nextGroup(): Waiting[] {
    const restored = waiting.findIndex(({ isRestored }) => isRestored)
    return waiting.splice(0, restored === -1 ? waiting.length : Math.max(restored, 1))
  }

  function wait(isRestored: boolean, stamp: () => readonly Act[]): Promise<Act[]> {
    return new Promise((resolve, reject) => {
      waiting.push({ isRestored, stamp, resolve, reject })
      flushing ??= Promise.resolve().then(flush) // a moment later, so that calls made together are one group
    })
  }

  return {
    async append(bodies) {
      if (isClosed) throw new Error('The vault is closed.')
      // What does not fit the schema could not be read again: acknowledged and lost.
      const parsed = bodies.map((body) => actBody.parse(body))
      if (parsed.length === 0) return []
      return wait(false, () => parsed.map((body) => ({ clock: clock.next(), device, ...body })))
    },
    async restore(acts) {
      if (isClosed) throw new Error('The vault is closed.')
      const parsed = acts.map((act) => actSchema.parse(act))
      return parsed.length === 0 ? [] : wait(true, () => parsed)
    },
    readableBytes: (path, sizeBytes) => (own?.path === path ? Math.min(sizeBytes, own.durableBytes) : sizeBytes),
    async close() {
      isClosed = true
      await flushing
      await letGo()
    },
  }
}

async function lookAt(path: string): Promise<FileLook | undefined> {
  try {
    const { ino, size } = await files.stat(path, { bigint: true })
    return { inode: ino, sizeBytes: Number(size) }
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return undefined
    throw thrown
  }
}
