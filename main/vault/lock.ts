// One process a vault a machine, and the way to reach that process. Nothing is written to the vault, which other machines may share.
//
// Windows: a named pipe, which the system gives to one process and takes back when it dies.
// Elsewhere: sockets in /tmp, and nothing is ever taken over, for between looking at a dead socket and replacing it another process may have come.
// Each starter listens on a socket with a name of its own; a name is used once, so a dead one may be removed at any time. Having put its socket up,
// it looks who else is there:
//   - a lower name lives: that one goes first; we yield
//   - a higher name lives: we wait for what it decides. It greets us (it holds the vault: we yield) or hangs up (it yields)
// Of any two at least one sees the other, since each listens before it looks; so at most one holds the vault. Waiting goes from lower to higher names
// only, so it ends; and the lowest yields to a holder only, so there is one.
import { createHash, randomBytes } from 'node:crypto'
import { promises as files } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { failed, ok, type Result } from '../../preload/failure.ts'
import { codeOf } from './disk.ts'
import { attempt } from './diskFailure.ts'
import { greeted, meet, pidIn, reach, removeIfThere } from './rival.ts'

export type VaultLock = {
  /** Others may take the vault as soon as it resolves; connections that were handed over stay open. */
  release(): Promise<void>
}

export type LockOptions = {
  readonly root: string
  /** Each process that connects, after it was greeted; many of them hang up at once. */
  onConnection(socket: Socket): void
  readonly greetingMs?: number
}

/** A process that lives greets within this, however busy; one that does not is stopped or stuck, and still holds what it holds. */
const longestGreetingMs = 5_000
const isWindows = process.platform === 'win32'

/** `library-in-use` with the holder's pid; without one on Windows when it does not answer, or where it belongs to another user, which is said then. */
export async function takeVaultLock(options: LockOptions): Promise<Result<VaultLock>> {
  const { root, onConnection, greetingMs = longestGreetingMs } = options
  const mark = await markOf(root)
  if (isWindows) return takePipe(pipePath(mark), onConnection, greetingMs)
  for (;;) {
    const tried = await attempt(() => standForIt(mark, onConnection, greetingMs))
    if (!tried.ok) return tried
    if (tried.value !== undefined) return tried.value
  }
}

/** Undefined when nobody holds the vault, or nobody who talks to us. The caller closes the socket. */
export async function connectToOwner(
  root: string,
  greetingMs: number = longestGreetingMs,
): Promise<{ pid: number; socket: Socket } | undefined> {
  const mark = await markOf(root)
  const paths = isWindows ? [pipePath(mark)] : (await namesOf(mark)).map((name) => join(socketFolder, name))
  const met = await Promise.all(paths.map((path) => meet(path, greetingMs)))
  return met.find((one) => one.kind === 'holds')
}

/** Undefined when those we yielded to are gone: to be tried again. */
async function standForIt(
  mark: string,
  onConnection: (socket: Socket) => void,
  greetingMs: number,
): Promise<Result<VaultLock> | undefined> {
  const own = await listen(mark, onConnection)
  let isHeld = false
  try {
    const rivals = (await namesOf(mark)).filter((name) => name !== own.name)
    const met = await Promise.all(rivals.map(async (name) => ({ name, rival: await reach(join(socketFolder, name)) })))
    const alive = met.flatMap(({ name, rival }) => (rival.kind === 'lives' ? [{ name, socket: rival.socket }] : []))
    const isForeign = met.some(({ rival }) => rival.kind === 'foreign')
    // Who yields says so at once: others may be waiting for it.
    if (isForeign || alive.some(({ name }) => name < own.name)) await own.hangUp()
    const greetings = await Promise.all(alive.map(({ socket }) => greeted(socket, greetingMs)))
    const holder = greetings.find((one) => one.kind === 'holds')
    for (const one of greetings) if (one.kind === 'holds') one.socket.destroy()
    if (holder?.kind === 'holds') return failed({ code: 'library-in-use', pid: holder.pid })
    if (isForeign) return failed({ code: 'library-in-use', byOtherUser: true })
    const silent = alive[greetings.findIndex(({ kind }) => kind === 'silent')]
    if (silent) return failed({ code: 'library-in-use', isSilent: true, ...pidOf(silent.name) })
    if (own.isGone()) return undefined
    isHeld = true
    own.hold()
    return ok({ release: own.hangUp })
  } finally {
    if (!isHeld) await own.hangUp()
  }
}

type Own = {
  readonly name: string
  isGone(): boolean
  /** Greets those who wait, and whoever comes. */
  hold(): void
  hangUp(): Promise<void>
}

async function listen(mark: string, onConnection: (socket: Socket) => void): Promise<Own> {
  const chance = randomBytes(8).toString('hex')
  const name = `${prefixOf(mark)}${chance}-${process.pid}.sock`
  const path = join(socketFolder, name)
  // Between taking a name and listening a socket looks dead; so it gets the name that others look for when it listens.
  const quietPath = join(socketFolder, `offprint-${chance}.new`)
  let state: 'asking' | 'holding' | 'gone' = 'asking'
  const waiting = new Set<Socket>()
  const server = createServer((socket) => {
    socket.on('error', () => undefined) // they may hang up at any time; the close event follows
    if (state === 'holding') return greet(socket, onConnection)
    if (state === 'gone') return void socket.destroy()
    waiting.add(socket)
    socket.once('close', () => waiting.delete(socket))
  })
  await listenAt(server, quietPath)
  try {
    await files.chmod(quietPath, 0o600)
    await files.rename(quietPath, path)
  } catch (thrown) {
    server.close()
    throw thrown
  }
  return {
    name,
    isGone: () => state === 'gone',
    hold() {
      state = 'holding'
      for (const socket of waiting) greet(socket, onConnection)
      waiting.clear()
    },
    async hangUp() {
      if (state === 'gone') return
      state = 'gone'
      await removeIfThere(path)
      server.close()
      for (const socket of waiting) socket.destroy()
    },
  }
}

async function takePipe(
  path: string,
  onConnection: (socket: Socket) => void,
  greetingMs: number,
  { isLast = false } = {},
): Promise<Result<VaultLock>> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined) // as above
    greet(socket, onConnection)
  })
  try {
    await listenAt(server, path)
  } catch (thrown) {
    if (codeOf(thrown) !== 'EADDRINUSE' && codeOf(thrown) !== 'EACCES') throw thrown
    const met = await meet(path, greetingMs)
    // Who had it has just let go. Once only: another user's pipe looks the same.
    if (met.kind === 'gone' && !isLast) return takePipe(path, onConnection, greetingMs, { isLast: true })
    if (met.kind !== 'holds') return failed({ code: 'library-in-use', isSilent: true })
    met.socket.destroy()
    return failed({ code: 'library-in-use', pid: met.pid })
  }
  return ok({ release: () => Promise.resolve(void server.close()) })
}

function greet(socket: Socket, onConnection: (socket: Socket) => void): void {
  socket.write(`${JSON.stringify({ pid: process.pid })}\n`)
  onConnection(socket)
}

function listenAt(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ path }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** The same folder for every process of the machine. TMPDIR is not: on a Mac each user has another, and so may two shells. */
const socketFolder = isWindows ? tmpdir() : '/tmp'

function prefixOf(mark: string): string {
  return `offprint-${mark}-`
}

function pidOf(name: string): { pid?: number } {
  const pid = pidIn(name)
  return pid === undefined ? {} : { pid }
}

function pipePath(mark: string): string {
  return `\\\\.\\pipe\\offprint-${mark}`
}

/** By the real path, so that two ways to one folder are one lock. */
async function markOf(root: string): Promise<string> {
  let path = resolve(root)
  try {
    path = await files.realpath(path)
  } catch (thrown) {
    if (codeOf(thrown) !== 'ENOENT') throw thrown // a vault that is not made yet has the path it will have
  }
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}

async function namesOf(mark: string): Promise<string[]> {
  const names = await files.readdir(socketFolder)
  return names.filter((name) => name.startsWith(prefixOf(mark)) && name.endsWith('.sock'))
}
