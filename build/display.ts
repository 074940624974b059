// A display to show windows on: the person's, or an invisible one of our own that nobody else may look at and that ends with us.
import { spawn } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { chown, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, type NetConnectOpts } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { isAlive } from './exclusively.ts'
import type { AppUser } from './appUser.ts'
import { tiedToUs } from './asUser.ts'
import { NotReady } from './say.ts'

export type Display = {
  /** What the program that shows windows needs in its environment. */
  readonly environment: Readonly<Record<string, string>>
  stop(): Promise<void>
}

const answerTimeoutMs = 10_000

/** Whether the person's own display is there. Variables may name one that has gone. */
export async function answeringDisplay(environment: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  if (process.platform !== 'linux') return true
  const wayland = environment['WAYLAND_DISPLAY']
  if (wayland && (await answers({ path: resolve(environment['XDG_RUNTIME_DIR'] ?? '/', wayland) }))) return true
  const found = /^(.*):(\d+)(\.\d+)?$/.exec(environment['DISPLAY'] ?? '')
  if (found === null) return false
  const [, host = '', number = ''] = found
  if (host !== '' && host !== 'unix') return answers({ host, port: 6000 + Number(number) })
  const path = `/tmp/.X11-unix/X${number}`
  return (await answers({ path })) || answers({ path: `\0${path}` })
}

function answers(address: NetConnectOpts): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ ...address, timeout: answerTimeoutMs })
    const settle = (isThere: boolean) => {
      socket.destroy()
      resolve(isThere)
    }
    socket.once('connect', () => settle(true))
    socket.once('timeout', () => settle(false))
    socket.once('error', () => settle(false))
  })
}

/** The person's display. When they are root, the app's user gets a copy of the key to it for as long as the app runs. */
export async function lendDisplay(user: AppUser | undefined): Promise<Display> {
  const key = process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority')
  if (user === undefined || !statSync(key, { throwIfNoEntry: false })?.isFile())
    return { environment: {}, stop: () => Promise.resolve() }
  const { file, remove } = await keep(await readFile(key), user)
  return { environment: { XAUTHORITY: file }, stop: remove }
}

const folderPrefix = 'offprint-display-'

/** A file that this user alone can read. The folder changes hands last: in it, the user could lay links for root to follow. */
async function keep(bytes: Buffer, user: AppUser | undefined) {
  await removeOrphans()
  const folder = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`))
  const file = join(folder, 'Xauthority')
  await writeFile(file, bytes, { mode: 0o600 })
  if (user !== undefined) for (const path of [file, folder]) await chown(path, user.uid, user.gid)
  return { file, remove: () => rm(folder, { recursive: true, force: true }) }
}

const startTimeoutMs = 15_000
const mostTries = 5

/** An Xvfb that only `user` may connect to. Takes a tenth of a second. */
export async function startDisplay(user: AppUser | undefined): Promise<Display> {
  const { file: cookie, remove } = await keep(authorityFile(randomBytes(16)), user)
  try {
    const server = await startServer(cookie)
    return {
      environment: { DISPLAY: `:${server.number}`, XAUTHORITY: cookie, WAYLAND_DISPLAY: '', XDG_SESSION_TYPE: 'x11' },
      async stop() {
        await server.stop()
        await remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}

/**
 * The number is ours to choose: an Xvfb that chooses sees only the servers of its own network namespace as taken, and replaces the
 * socket of another one, which then can no longer be reached.
 */
async function startServer(cookie: string) {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const number = freeNumber()
    const screen = ['-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-auth', cookie, '-displayfd', '3']
    const [command, ...args] = tiedToUs(['Xvfb', `:${number}`, ...screen])
    const server = spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true })
    const ended = new Promise<void>((resolve) => {
      server.once('exit', () => resolve())
      server.once('error', () => resolve())
    })
    const stop = async () => {
      server.kill('SIGTERM')
      await ended
    }
    if ((await firstLine(server.stdio[3] as Readable, ended)) === String(number)) return { number, stop }
    server.kill('SIGKILL') // taken in this moment, or there is no Xvfb
  }
  throw new NotReady('an invisible display (Xvfb) could not be started.')
}

function freeNumber(): number {
  const number = randomInt(100, 50_000)
  return existsSync(`/tmp/.X11-unix/X${number}`) ? freeNumber() : number
}

/** What processes left behind that were killed. */
async function removeOrphans() {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(folderPrefix))
  for (const name of names) {
    const pid = Number(name.slice(folderPrefix.length).split('-')[0])
    if (!isAlive(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined) // another user's to remove
  }
}

/** Undefined when there is none in time. */
function firstLine(from: Readable, ended: Promise<void>): Promise<string | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), startTimeoutMs)
    const settle = (line: string | undefined) => {
      clearTimeout(timer)
      from.destroy()
      resolve(line)
    }
    let text = ''
    from.on('error', () => settle(undefined))
    from.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
      if (text.includes('\n')) settle(text.trim())
    })
    void ended.then(() => settle(undefined))
  })
}

/** One entry of an Xauthority file, good for any display: family "wild", no address, no number, the kind, the cookie. */
function authorityFile(cookie: Buffer): Buffer {
  const counted = (bytes: Buffer) => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes])
  const wild = Buffer.from([0xff, 0xff])
  return Buffer.concat([
    wild,
    counted(Buffer.alloc(0)),
    counted(Buffer.alloc(0)),
    counted(Buffer.from('MIT-MAGIC-COOKIE-1')),
    counted(cookie),
  ])
}
