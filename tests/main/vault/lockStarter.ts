// A process that takes, holds and lets go of vault locks when it is told to: what a second start of the app is to the lock.
import { existsSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connectToOwner, takeVaultLock, type VaultLock } from '../../../main/vault/lock.ts'

export type Order =
  | { readonly kind: 'take'; readonly root: string }
  | { readonly kind: 'release' }
  | { readonly kind: 'connect'; readonly root: string }
  /** Takes and releases again and again; whoever holds leaves a mark that nobody else may meet. */
  | { readonly kind: 'contend'; readonly root: string; readonly forMs: number }
export type Report =
  | { readonly kind: 'ready' }
  | { readonly kind: 'holds' }
  | { readonly kind: 'refused'; readonly code: string; readonly pid: number | undefined }
  | { readonly kind: 'released' }
  | { readonly kind: 'connected'; readonly pid: number | undefined }
  | { readonly kind: 'contended'; readonly held: number; readonly refused: number; readonly met: readonly number[] }

let held: VaultLock | undefined

process.on('message', (order: Order) => void obey(order).then((report) => process.send?.(report)))
process.send?.({ kind: 'ready' } satisfies Report)

async function obey(order: Order): Promise<Report> {
  switch (order.kind) {
    case 'take': {
      const lock = await takeVaultLock({ root: order.root, onConnection: () => undefined })
      if (lock.ok) {
        held = lock.value
        return { kind: 'holds' }
      }
      const { failure } = lock
      return { kind: 'refused', code: failure.code, pid: failure.code === 'library-in-use' ? failure.pid : undefined }
    }
    case 'release':
      await held?.release()
      held = undefined
      return { kind: 'released' }
    case 'connect': {
      const owner = await connectToOwner(order.root)
      owner?.socket.destroy()
      return { kind: 'connected', pid: owner?.pid }
    }
    case 'contend':
      return contend(order.root, order.forMs)
  }
}

async function contend(root: string, forMs: number): Promise<Report> {
  const until = Date.now() + forMs
  const met: number[] = []
  let times = 0
  let refused = 0
  while (Date.now() < until) {
    const lock = await takeVaultLock({ root, onConnection: () => undefined })
    if (!lock.ok) {
      refused += 1
      continue
    }
    times += 1
    const other = await leaveMark(join(root, 'holder'))
    if (other !== undefined) met.push(other)
    await new Promise((resolve) => setImmediate(resolve))
    if (other === undefined) unlinkSync(join(root, 'holder'))
    await lock.value.release()
  }
  return { kind: 'contended', held: times, refused, met }
}

/** The pid of a living process whose mark is there. One that lives takes it away; one that dies may be seen to run when its socket is dead already. */
async function leaveMark(path: string): Promise<number | undefined> {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return undefined
  } catch {
    const pid = markAt(path)
    while (Number.isNaN(pid) || isAlive(pid)) {
      await new Promise((resolve) => setImmediate(resolve))
      if (markAt(path) !== pid) return pid
    }
    writeFileSync(path, String(process.pid)) // of one that was killed while it held the lock
    return undefined
  }
}

function markAt(path: string): number {
  return existsSync(path) ? Number(readFileSync(path, 'utf8')) : Number.NaN
}

/** One that was killed keeps its number until its parent has looked: it lets go of the lock before. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false // no such process
  }
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return process.platform !== 'linux' // elsewhere nobody says more
  }
}
