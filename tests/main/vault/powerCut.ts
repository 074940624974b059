// A disk that logs what is done to it, and builds from any beginning of the log the states that a power cut could leave behind:
// what was synced is there; what was not is there, is not, or is there in part; names in a folder that was not synced came, or did not, one by one.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { realDisk, type Disk, type OpenFile } from '../../../main/vault/disk.ts'
import type { Random } from '../../random.ts'

type FileEntry =
  | { readonly kind: 'write'; readonly file: number; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly file: number; readonly size: number }
type NameEntry =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'create'; readonly path: string; readonly file: number }
  | { readonly kind: 'rename'; readonly path: string; readonly from: string; readonly file: number }
  | { readonly kind: 'remove'; readonly path: string }
/** `covers`: the length of the log when the sync began; what was logged later it may have missed. */
type SyncEntry =
  | { readonly kind: 'sync'; readonly file: number; readonly covers: number }
  | { readonly kind: 'syncFolder'; readonly path: string; readonly covers: number }
export type Entry = FileEntry | NameEntry | SyncEntry | { readonly kind: 'promise'; readonly promise: unknown }

/** What happens to everything that was not synced. */
export const fates = ['dropped', 'kept', 'cut', 'names dropped', 'data dropped', 'chance'] as const
export type Fate = (typeof fates)[number]

export type LoggingDisk = {
  readonly disk: Disk
  readonly log: readonly Entry[]
  /** From here on this holds, whatever happens. */
  promised(promise: unknown): void
  /** After so many steps more nothing answers any more, as for a process that was killed; what it did stays. Resolves then. */
  killAfter(steps: number): Promise<void>
  /** The next process: its disk answers again. */
  revive(): Promise<void>
}

export function loggingDisk(root: string): LoggingDisk {
  const log: Entry[] = []
  const files = new Map<string, number>()
  const handles = new Set<OpenFile>()
  const underWay = new Set<Promise<unknown>>()
  let nextFile = 0
  let stepsLeft = Infinity
  let onKilled: () => void = () => undefined
  let life = 0
  const inside = (path: string) => relative(root, path).replaceAll('\\', '/')

  /** Does it, logs it; never returns to a process that is dead by then. */
  async function step<T>(born: number, work: () => Promise<T>, entry: (done: T) => Entry | undefined): Promise<T> {
    if (born !== life || stepsLeft <= 0) {
      onKilled()
      return new Promise<T>(() => undefined)
    }
    stepsLeft -= 1
    const working = work()
    underWay.add(working)
    const done = await working.finally(() => underWay.delete(working))
    const made = entry(done)
    if (made) log.push(made)
    return done
  }

  async function opening(path: string, how: 'new' | 'any'): Promise<OpenFile> {
    const opened = await realDisk.open(path, how)
    handles.add(opened)
    return opened
  }

  const diskOf = (born: number): Disk => ({
    async open(path, how) {
      const isNew = !existsSync(path)
      const opened = await step(
        born,
        () => opening(path, how),
        () => {
          if (!isNew) return undefined
          files.set(path, nextFile)
          return { kind: 'create', path: inside(path), file: nextFile++ }
        },
      )
      return fileOf(born, opened, files.get(path) ?? -1)
    },
    makeFolder: (path) =>
      step(
        born,
        () => realDisk.makeFolder(path),
        (isNew) => (isNew ? { kind: 'folder', path: inside(path) } : undefined),
      ),
    rename: (from, to) =>
      step(
        born,
        () => realDisk.rename(from, to),
        () => {
          const file = files.get(from) ?? -1
          files.delete(from)
          files.set(to, file)
          return { kind: 'rename', path: inside(to), from: inside(from), file }
        },
      ),
    remove: (path) =>
      step(
        born,
        () => realDisk.remove(path),
        () => {
          files.delete(path)
          return { kind: 'remove', path: inside(path) }
        },
      ),
    syncFolder(path) {
      const covers = log.length
      return step(
        born,
        () => realDisk.syncFolder(path),
        () => ({ kind: 'syncFolder', path: inside(path), covers }),
      )
    },
    freeBytes: () => Promise.resolve(1e12),
    mayWrite: () => Promise.resolve(),
  })

  function fileOf(born: number, opened: OpenFile, file: number): OpenFile {
    return {
      write: (bytes, at) =>
        step(
          born,
          () => opened.write(bytes, at),
          () => ({ kind: 'write', file, at, bytes: Buffer.from(bytes) }),
        ),
      truncate: (size) =>
        step(
          born,
          () => opened.truncate(size),
          () => ({ kind: 'truncate', file, size }),
        ),
      sync() {
        const covers = log.length
        return step(
          born,
          () => opened.sync(),
          () => ({ kind: 'sync', file, covers }),
        )
      },
      look: () => opened.look(),
      close() {
        handles.delete(opened)
        return opened.close()
      },
    }
  }

  return {
    get disk() {
      return diskOf(life)
    },
    log,
    promised: (promise) => void log.push({ kind: 'promise', promise }),
    killAfter(steps) {
      stepsLeft = steps
      return new Promise((resolve) => (onKilled = resolve))
    },
    async revive() {
      life += 1
      await Promise.allSettled(underWay)
      await Promise.all([...handles].map((handle) => handle.close()))
      handles.clear()
      stepsLeft = Infinity
      onKilled = () => undefined
    },
  }
}

/** Writes one of the states that the first `length` entries allow into an empty folder. */
export function afterPowerCut(log: readonly Entry[], length: number, fate: Fate, random: Random, folder: string): void {
  const done = log.slice(0, length)
  const contents = new Map<number, Buffer>()
  const names = new Map<string, number | 'folder'>([['', 'folder']])

  const keepsData = chooser(fate === 'data dropped' ? 'dropped' : fate === 'names dropped' ? 'kept' : fate, random)
  const keepsName = chooser(
    fate === 'names dropped' ? 'dropped' : fate === 'data dropped' ? 'kept' : fate === 'cut' ? 'kept' : fate,
    random,
  )
  const lastUnsynced = new Map<number, number>()
  done.forEach((entry, at) => {
    if ((entry.kind === 'write' || entry.kind === 'truncate') && !isSynced(done, entry, at))
      lastUnsynced.set(entry.file, at)
  })

  done.forEach((entry, at) => {
    switch (entry.kind) {
      case 'write':
      case 'truncate': {
        const isSafe = isSynced(done, entry, at)
        if (!isSafe && !keepsData()) return
        const isCut =
          !isSafe &&
          entry.kind === 'write' &&
          (fate === 'cut' || fate === 'chance') &&
          lastUnsynced.get(entry.file) === at
        const shortened =
          isCut && entry.kind === 'write'
            ? { ...entry, bytes: entry.bytes.subarray(0, random.below(entry.bytes.length + 1)) }
            : entry
        contents.set(entry.file, applied(contents.get(entry.file) ?? Buffer.alloc(0), shortened))
        return
      }
      case 'folder':
      case 'create':
      case 'rename':
      case 'remove':
        if (!isNameSynced(done, entry, at) && !keepsName()) return
        if (entry.kind === 'folder') names.set(entry.path, 'folder')
        if (entry.kind === 'create') names.set(entry.path, entry.file)
        if (entry.kind === 'remove') names.delete(entry.path)
        if (entry.kind === 'rename') {
          names.delete(entry.from)
          names.set(entry.path, entry.file)
        }
        return
      case 'sync':
      case 'syncFolder':
      case 'promise':
        return
    }
  })

  for (const [path, what] of names) {
    if (path === '' || !ancestors(path).every((above) => names.get(above) === 'folder')) continue
    const target = join(folder, path)
    mkdirSync(what === 'folder' ? target : dirname(target), { recursive: true })
    if (what !== 'folder') writeFileSync(target, contents.get(what) ?? Buffer.alloc(0))
  }
}

function chooser(fate: Fate, random: Random): () => boolean {
  if (fate === 'chance') return () => random.below(2) === 0
  return () => fate !== 'dropped'
}

function isSynced(done: readonly Entry[], { file }: FileEntry, at: number): boolean {
  return done.some((entry) => entry.kind === 'sync' && entry.file === file && entry.covers > at)
}

function isNameSynced(done: readonly Entry[], { path }: NameEntry, at: number): boolean {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
  return done.some((entry) => entry.kind === 'syncFolder' && entry.path === folder && entry.covers > at)
}

function applied(before: Buffer, entry: FileEntry): Buffer {
  if (entry.kind === 'truncate')
    return Buffer.concat([before, Buffer.alloc(Math.max(0, entry.size - before.length))]).subarray(0, entry.size)
  const after = Buffer.alloc(Math.max(before.length, entry.at + entry.bytes.length))
  before.copy(after)
  entry.bytes.copy(after, entry.at)
  return after
}

function ancestors(path: string): string[] {
  const parts = path.split('/')
  return parts.slice(0, -1).map((_, n) => parts.slice(0, n + 1).join('/'))
}
