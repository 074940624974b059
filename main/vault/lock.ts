// One process a vault a machine: the lock is a local socket named by the vault's real path, never a file in the vault. Whoever listens holds it.
import { createHash, randomBytes } from 'node:crypto'
import { promises as files, realpathSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { failed, ok, type Result } from '../../preload/failure.ts'

export type Lock = { release(): Promise<void> }
export type Owner = { readonly pid: number; readonly socket: Socket }

const mostRounds = 20

/** Fails with library-in-use when another process answers. `onConnection` gets every caller, after it was told our pid. */
export async function takeVaultLock(options: {
  root: string
  onConnection(socket: Socket): void
}): Promise<Result<Lock>> {
  const path = socketPath(options.root)
  for (let round = 0; round < mostRounds; round += 1) {
    const server = await claim(path, options.onConnection)
    if (server) return ok({ release: () => letGo(server, path) })
    const owner = await reach(path)
    if (owner === 'forbidden') return failed({ code: 'library-in-use' })
    if (owner !== undefined) {
      owner.socket.destroy()
      return failed({ code: 'library-in-use', pid: owner.pid })
    }
    await removeStale(path)
  }
  return failed({ code: 'library-in-use' })
}

/** Undefined when nobody holds the vault. */
export async function connectToOwner(root: string): Promise<Owner | undefined> {
  const owner = await reach(socketPath(root))
  return owner === 'forbidden' ? undefined : owner
}

function socketPath(root: string): string {
  const mark = createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 16)
  return process.platform === 'win32' ? `\\\\.\\pipe\\offprint-${mark}` : join(tmpdir(), `offprint-${mark}.sock`)
}

/** Listens under a name of its own, then links it to the lock's name: linking succeeds for one process only. */
async function claim(path: string, onConnection: (socket: Socket) => void): Promise<Server | undefined> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.write(`${JSON.stringify({ pid: process.pid })}\n`)
    onConnection(socket)
  })
  if (process.platform === 'win32') return (await listen(server, path)) ? server : undefined
  const own = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`
  if (!(await listen(server, own))) return undefined
  await files.chmod(own, 0o600)
  try {
    await files.link(own, path)
    return server
  } catch {
    await closed(server) // another process was first, or left its name behind
    return undefined
  } finally {
    await files.rm(own, { force: true })
  }
}

function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(path, () => resolve(true))
  })
}

async function letGo(server: Server, path: string): Promise<void> {
  if (process.platform !== 'win32') await files.rm(path, { force: true })
  await closed(server)
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}

function reach(path: string): Promise<Owner | 'forbidden' | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path)
    let said = ''
    const onData = (data: Buffer) => {
      said += data.toString()
      const end = said.indexOf('\n')
      if (end < 0) return
      socket.off('data', onData)
      socket.pause()
      const pid = Number((JSON.parse(said.slice(0, end)) as { pid: unknown }).pid)
      if (said.length > end + 1) socket.unshift(Buffer.from(said.slice(end + 1)))
      resolve({ pid, socket })
    }
    socket.on('data', onData)
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EACCES' ? 'forbidden' : undefined))
    socket.once('close', () => resolve(undefined))
  })
}

/** What a killed process left. Moved aside first and asked once more there, so that a lock taken meanwhile is put back, not lost. */
async function removeStale(path: string): Promise<void> {
  const aside = `${path}.${process.pid}-${randomBytes(4).toString('hex')}.old`
  try {
    await files.rename(path, aside)
  } catch {
    return // someone else was quicker
  }
  const owner = await reach(aside)
  if (owner !== undefined && owner !== 'forbidden') {
    owner.socket.destroy()
    await files.link(aside, path).catch(() => undefined) // the name is taken again: that one holds it
  }
  await files.rm(aside, { force: true })
}
