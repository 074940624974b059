// Disks that count, fill up or fail, over the real one.
import { realDisk, type Disk, type OpenFile } from '../../../main/vault/disk.ts'

export type Step =
  'open' | 'makeFolder' | 'rename' | 'remove' | 'syncFolder' | 'write' | 'truncate' | 'sync' | 'mayWrite'

/** Called before every step; throws to fail it. For a write, a number lets only so many bytes through before ENOSPC. */
export type Before = (step: Step, path: string, bytes?: Uint8Array) => Promise<number | void> | number | void

export function watchedDisk(before: Before, freeBytes: () => number = () => 1e12): Disk {
  return {
    async open(path, how) {
      await before('open', path)
      return watchedFile(await realDisk.open(path, how), path, before)
    },
    async makeFolder(path) {
      await before('makeFolder', path)
      return realDisk.makeFolder(path)
    },
    async rename(from, to) {
      await before('rename', to)
      return realDisk.rename(from, to)
    },
    async remove(path) {
      await before('remove', path)
      return realDisk.remove(path)
    },
    async syncFolder(path) {
      await before('syncFolder', path)
      return realDisk.syncFolder(path)
    },
    async mayWrite(path) {
      await before('mayWrite', path)
    },
    freeBytes: () => Promise.resolve(freeBytes()),
  }
}

export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: a test says so`), { code })
}

/** The nth of the steps that write fails, and all after it until `heal` is called. */
export function failingDisk(code: string): { disk: Disk; failFrom(step: number): void; heal(): void; steps(): number } {
  let steps = 0
  let failing = Infinity
  const disk = watchedDisk((step) => {
    // Removing and cutting need no room, on a disk that is full.
    if (['ENOSPC', 'EDQUOT'].includes(code) && ['remove', 'truncate', 'mayWrite', 'syncFolder'].includes(step)) return
    steps += 1
    if (steps > failing) throw systemError(code)
  })
  return {
    disk,
    failFrom(step) {
      steps = 0
      failing = step
    },
    heal: () => void (failing = Infinity),
    steps: () => steps,
  }
}

/** Takes so many bytes and no more: the write that goes over the limit is done in part. */
export function fillingDisk(): { disk: Disk; leave(bytes: number): void; written(): number } {
  let room = Infinity
  let written = 0
  const disk = watchedDisk((step, _path, bytes) => {
    if (step !== 'write' || !bytes) return
    const fits = Math.min(room, bytes.length)
    room -= fits
    written += fits
    return fits < bytes.length ? fits : undefined
  })
  return {
    disk,
    leave(bytes) {
      room = bytes
      written = 0
    },
    written: () => written,
  }
}

function watchedFile(file: OpenFile, path: string, before: Before): OpenFile {
  return {
    async write(bytes, at) {
      const fits = await before('write', path, bytes)
      await file.write(fits === undefined ? bytes : bytes.subarray(0, fits ?? 0), at)
      if (typeof fits === 'number') throw systemError('ENOSPC')
    },
    async truncate(sizeBytes) {
      await before('truncate', path)
      await file.truncate(sizeBytes)
    },
    async sync() {
      await before('sync', path)
      await file.sync()
    },
    look: () => file.look(),
    close: () => file.close(),
  }
}
