// One process at a time: two commands started together in a fresh clone must not unpack or build over each other.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { cacheFolder } from './repository.ts'

const waitMs = 100
/** Longer than the slowest download anybody would sit through. */
const patienceMs = 30 * 60_000

/** Does `work` while no other process does work of the same name. The lock of a process that died is taken over. */
export async function exclusively<T>(name: string, work: () => Promise<T>, folder = cacheFolder): Promise<T> {
  const lock = join(folder, `${name}.lock`)
  mkdirSync(folder, { recursive: true })
  const end = Date.now() + patienceMs
  while (!tryToTake(lock)) {
    if (Date.now() > end) throw new Error(`Another process has held ${lock} for too long.`)
    await delay(waitMs)
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function tryToTake(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (!isHeld(lock)) rmSync(lock, { force: true })
    return false
  }
}

function isHeld(lock: string): boolean {
  const text = existsSync(lock) ? readFileSync(lock, 'utf8') : ''
  return text === '' || isAlive(Number(text)) // empty: made a moment ago, its number not written yet
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' // alive, and another user's
  }
}
