// Another process at the vault's lock: is it there, does it live, does it hold the vault. Asks, and decides nothing.
import { promises as files } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { codeOf } from './disk.ts'

export type Rival =
  | { readonly kind: 'gone' }
  | { readonly kind: 'lives'; readonly socket: Socket }
  /** Another user's: alive, and not to be talked to. */
  | { readonly kind: 'foreign' }

export type Greeting =
  | { readonly kind: 'holds'; readonly pid: number; readonly socket: Socket }
  | { readonly kind: 'gone' }
  | { readonly kind: 'silent' }

/** How long a process that runs may refuse a connection before its socket counts as dead. */
const refusalWaitsMs = [20, 80, 200]

export async function meet(path: string, greetingMs: number): Promise<Greeting> {
  const rival = await reach(path)
  if (rival.kind === 'lives') return greeted(rival.socket, greetingMs)
  return rival.kind === 'gone' ? rival : { kind: 'silent' }
}

export async function reach(path: string, refusals = 0): Promise<Rival> {
  const socket = connect(path)
  socket.on('error', () => undefined) // the first is caught below, later ones show as a close
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('error', reject)
    })
  } catch (thrown) {
    return afterRefusal(path, codeOf(thrown), refusals)
  }
  if (await isOwnUsers(path)) return { kind: 'lives', socket }
  socket.destroy()
  return { kind: 'foreign' }
}

async function afterRefusal(path: string, code: string | undefined, refusals: number): Promise<Rival> {
  const isAlive = isRunning(pidIn(path))
  switch (code) {
    case 'ECONNREFUSED':
      // A Mac says this also for one that lives and has too many waiting. A number may have gone to another process, so it is no proof.
      if (isAlive && refusals < refusalWaitsMs.length) {
        await wait(refusalWaitsMs[refusals])
        return reach(path, refusals + 1)
      }
      // Dead, and its name is never used again. Another user's we cannot remove, and need not.
      await removeIfThere(path)
      return { kind: 'gone' }
    case 'EACCES':
    case 'EPERM':
      return isAlive ? { kind: 'foreign' } : { kind: 'gone' }
    case 'ENOENT':
    case 'ECONNRESET':
    case 'EPIPE':
      return { kind: 'gone' }
    default:
      return { kind: 'foreign' } // as EAGAIN: so many wait that it takes no more
  }
}

/** Reads the greeting and nothing behind it. */
export function greeted(socket: Socket, greetingMs: number): Promise<Greeting> {
  return new Promise((resolve) => {
    let text = ''
    const end = (greeting: Greeting) => {
      clearTimeout(timer)
      socket.off('readable', onReadable)
      socket.off('close', onClose)
      if (greeting.kind !== 'holds') socket.destroy()
      resolve(greeting)
    }
    const onClose = () => end({ kind: 'gone' })
    const onReadable = () => {
      for (let chunk: unknown = socket.read(); Buffer.isBuffer(chunk); chunk = socket.read()) {
        text += chunk.toString('latin1')
        const line = text.indexOf('\n')
        if (line === -1) continue
        const rest = text.slice(line + 1)
        socket.off('readable', onReadable)
        if (rest !== '') socket.unshift(Buffer.from(rest, 'latin1'))
        const pid = greetingPid(text.slice(0, line))
        return end(pid === undefined ? { kind: 'silent' } : { kind: 'holds', pid, socket })
      }
    }
    const timer = setTimeout(() => end({ kind: 'silent' }), greetingMs)
    socket.on('readable', onReadable)
    socket.on('close', onClose)
    if (socket.destroyed) onClose()
  })
}

/** Of the process that listens at a socket of this name. */
export function pidIn(path: string): number | undefined {
  const digits = /-(\d+)\.sock$/.exec(path)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

function greetingPid(line: string): number | undefined {
  return /^\{"pid":(\d{1,10})\}$/.test(line) ? Number(line.slice(7, -1)) : undefined
}

async function isOwnUsers(path: string): Promise<boolean> {
  if (process.getuid === undefined) return true
  try {
    return (await files.lstat(path)).uid === process.getuid()
  } catch {
    return true // it took its name away while we connected: it yielded, or ended
  }
}

function isRunning(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0)
  } catch (thrown) {
    return codeOf(thrown) === 'EPERM' // it runs, and is somebody else's
  }
}

export async function removeIfThere(path: string): Promise<void> {
  try {
    await files.unlink(path)
  } catch {
    // Somebody else removed it, or may not be ours to remove. Dead names are passed over as well.
  }
}
