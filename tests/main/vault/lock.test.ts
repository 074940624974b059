import { fork, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { connectToOwner, takeVaultLock, type VaultLock } from '../../../main/vault/lock.ts'
import type { Order, Report } from './lockStarter.ts'
import { isSoak, seed } from '../../seed.ts'
import { randomFrom } from '../../random.ts'
import { filesBelow, newFolder, value } from './sample.ts'
import { until } from '../../until.ts'

type Starter = { readonly pid: number; do(order: Order): Promise<Report>; kill(): Promise<void> }

const startersAtOnce = 8
const rounds = isSoak ? 400 : 8

const folderOfProgram = mkdtempSync(join(tmpdir(), 'offprint-lock-'))
const program = join(folderOfProgram, 'lockStarter.mjs')
const starters: Starter[] = []
const locks: VaultLock[] = []

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: fileURLToPath(new URL('./lockStarter.ts', import.meta.url)),
      outDir: folderOfProgram,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'lockStarter.mjs' } },
    },
  })
}, 60_000)
afterEach(async () => {
  for (const lock of locks.splice(0)) await lock.release()
})
afterAll(async () => {
  await Promise.all(starters.map((starter) => starter.kill()))
  rmSync(folderOfProgram, { recursive: true, force: true })
})

test('the first has the vault, the second learns who has it, and after the release it is free', async () => {
  const root = newFolder()
  expect(await connectToOwner(root)).toBeUndefined()
  const lock = await take(root)
  expect(await takeVaultLock({ root, onConnection: () => undefined })).toEqual({
    ok: false,
    failure: { code: 'library-in-use', pid: process.pid },
  })
  await lock.release()
  expect(await connectToOwner(root)).toBeUndefined()
  await take(root)
})

test('nothing is written to the vault, and nothing stays behind after the release', async () => {
  const root = newFolder()
  const lock = await take(root)
  expect(filesBelow(root)).toEqual([])
  const own = sockets(root)
  expect(own).toHaveLength(1)
  expect(statSync(`/tmp/${own[0]}`).mode & 0o777).toBe(0o600)
  await lock.release()
  expect(sockets(root)).toEqual([])
})

test('two ways to one folder are one vault; two folders are two', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'real'))
  symlinkSync(join(folder, 'real'), join(folder, 'link'))
  await take(join(folder, 'real'))
  expect(await takeVaultLock({ root: join(folder, 'link', '.'), onConnection: () => undefined })).toMatchObject({
    ok: false,
  })
  mkdirSync(join(folder, 'other'))
  await take(join(folder, 'other'))
})

test('who connects is greeted once, then talks with the holder alone', async () => {
  const root = newFolder()
  const arrived: Socket[] = []
  await take(root, (socket) => {
    arrived.push(socket)
    socket.write('from the holder\n')
    socket.on('data', (bytes) => socket.write(`heard ${bytes.toString()}`))
  })
  const owner = await connectToOwner(root)
  expect(owner?.pid).toBe(process.pid)
  let heard = ''
  owner!.socket.on('data', (bytes) => (heard += bytes.toString()))
  owner!.socket.write('a request\n')
  await until(() => expect(heard).toBe('from the holder\nheard a request\n'))
  owner!.socket.destroy()
  await once(arrived[0]!, 'close')
})

test('a caller that hangs up at once does not disturb the holder', async () => {
  const root = newFolder()
  await take(root)
  for (let n = 0; n < 20; n += 1) (await connectToOwner(root))!.socket.destroy()
  expect((await connectToOwner(root))?.pid).toBe(process.pid)
})

test('a dead socket of a killed process is passed over and removed', async () => {
  const root = newFolder()
  const starter = await start()
  expect(await starter.do({ kind: 'take', root })).toEqual({ kind: 'holds' })
  expect((await connectToOwner(root))?.pid).toBe(starter.pid)
  await starter.kill()
  expect(sockets(root)).toHaveLength(1)
  expect(await connectToOwner(root)).toBeUndefined()
  const lock = await take(root)
  await lock.release()
  expect(sockets(root)).toEqual([])
})

test(`G8: of ${startersAtOnce} processes that start together, exactly one has the vault (seed ${seed})`, async () => {
  const random = randomFrom(seed)
  const crew = await Promise.all(Array.from({ length: startersAtOnce }, start))
  for (let round = 0; round < rounds; round += 1) {
    const root = newFolder()
    // Some rounds begin with what dead processes left, or with a holder that lives.
    for (let dead = random.below(3); dead > 0; dead -= 1) await leaveDead(crew, random.below(crew.length), root)
    const reports = await Promise.all(crew.map((starter) => starter.do({ kind: 'take', root })))
    const holders = crew.filter((_, at) => reports[at]?.kind === 'holds')
    expect(holders.length, `round ${round}: ${JSON.stringify(reports)}`).toBe(1)
    for (const report of reports) {
      if (report.kind !== 'holds')
        expect(report).toEqual({ kind: 'refused', code: 'library-in-use', pid: holders[0]!.pid })
    }
    const seen = await Promise.all(crew.map((starter) => starter.do({ kind: 'connect', root })))
    expect(seen, `round ${round}`).toEqual(crew.map(() => ({ kind: 'connected', pid: holders[0]!.pid })))
    await holders[0]!.do({ kind: 'release' })
  }
}, 600_000)

test('G8: however many take and release it all the time, some of them killed, no two ever have it at once', async () => {
  const random = randomFrom(seed)
  const root = newFolder()
  const crew = await Promise.all(Array.from({ length: 4 }, start))
  const victims = await Promise.all(Array.from({ length: isSoak ? 40 : 2 }, start))
  const forMs = isSoak ? 30_000 : 1_200
  const contending = crew.map((starter) => starter.do({ kind: 'contend', root, forMs }))
  for (const victim of victims) {
    const dying = victim.do({ kind: 'contend', root, forMs }).catch(() => undefined) // it does not live to tell
    await victim.do({ kind: 'connect', root })
    if (random.below(2) === 0) await connectToOwner(root).then((owner) => owner?.socket.destroy())
    await victim.kill()
    await dying
  }
  const reports = await Promise.all(contending)
  let held = 0
  for (const report of reports) {
    expect(report).toMatchObject({ kind: 'contended', met: [] })
    if (report.kind === 'contended') held += report.held
  }
  expect(held).toBeGreaterThan(4)
}, 600_000)

test('A2: a socket that lives and says nothing keeps the vault: its process may be stopped in the middle of a write', async () => {
  const root = newFolder()
  const starter = await start()
  expect(await starter.do({ kind: 'take', root })).toEqual({ kind: 'holds' })
  process.kill(starter.pid, 'SIGSTOP')
  try {
    expect(await takeVaultLock({ root, onConnection: () => undefined, greetingMs: 300 })).toEqual({
      ok: false,
      failure: { code: 'library-in-use', isSilent: true, pid: starter.pid },
    })
  } finally {
    process.kill(starter.pid, 'SIGCONT')
  }
}, 30_000)

async function take(root: string, onConnection: (socket: Socket) => void = () => undefined): Promise<VaultLock> {
  const lock = value(await takeVaultLock({ root, onConnection }))
  locks.push(lock)
  return lock
}

/** Of this vault: other tests and programs have theirs beside them. */
function sockets(root: string): string[] {
  const mark = createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 16)
  return readdirSync('/tmp').filter((name) => name.startsWith(`offprint-${mark}`))
}

async function leaveDead(crew: Starter[], at: number, root: string): Promise<void> {
  const victim = crew[at]!
  await victim.do({ kind: 'take', root })
  await victim.kill()
  crew[at] = await start()
}

async function start(): Promise<Starter> {
  const child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  await once(child, 'message')
  const starter: Starter = {
    pid: child.pid!,
    do: (order) => ask(child, order),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
  starters.push(starter)
  return starter
}

function ask(child: ChildProcess, order: Order): Promise<Report> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('The process has ended.'))
    child.once('exit', onExit)
    child.once('message', (report) => {
      child.off('exit', onExit)
      resolve(report as Report) // from the program above
    })
    child.send(order)
  })
}
