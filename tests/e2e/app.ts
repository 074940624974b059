// Starts the real, built app for a test: its window through Playwright, or its command line. As root, it runs as the app's own user,
// sandbox on, as `npm start` would run it. Folders made here go when the test's process ends.
import { spawn, type ChildProcess } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { environmentOf, tiedToUs, type Started } from '../../build/asUser.ts'
import { readyApp, type ReadyApp } from '../../build/readyApp.ts'
import { inRepository } from '../../build/repository.ts'

export type Places = { readonly vault: string; readonly profile: string }

export type LaunchOptions = Partial<Places> & {
  /** Words after the app's own: addresses, switches of the app. */
  readonly args?: readonly string[]
  /** host:port pairs of the local site. */
  readonly allowPrivate?: readonly string[]
  readonly display?: string
  /** Chromium's own, such as `--js-flags=--expose-gc`. */
  readonly switches?: readonly string[]
}

export type App = Places & {
  readonly electron: ElectronApplication
  /** The app window, shown. */
  readonly window: Page
  /** What the app has written to its standard error since Playwright has taken hold of it. */
  stderr(): string
  close(): Promise<void>
  /** As a power cut would: SIGKILL, to all processes of the app. */
  kill(): Promise<void>
}

const longestCloseMs = 20_000

const prepared = readyApp({ programs: [] })

const toBeDeleted: string[] = []
process.once('exit', () => toBeDeleted.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** A new empty folder that belongs to the user the app runs as. */
export async function newFolder(name = 'offprint'): Promise<string> {
  const { user } = await prepared
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  if (user !== undefined) chownSync(folder, user.uid, user.gid)
  toBeDeleted.push(folder)
  return folder
}

export async function newPlaces(): Promise<Places> {
  return { vault: await newFolder('vault'), profile: await newFolder('profile') }
}

export async function launchApp(options: LaunchOptions = {}): Promise<App> {
  const app = await prepared
  const { user } = app
  const vault = options.vault ?? (await newFolder('vault'))
  const profile = options.profile ?? (await newFolder('profile'))
  const electron = await _electron.launch({
    executablePath: await wrapperOf(app),
    chromiumSandbox: true, // else Playwright adds --no-sandbox
    args: [
      ...(options.switches ?? []),
      ...app.words([...placeArgs({ vault, profile }, options.allowPrivate), ...(options.args ?? [])]),
    ],
    cwd: profile,
    env: definedOnly({
      ...environmentOf(user),
      ...(process.env['XAUTHORITY'] === undefined ? {} : { XAUTHORITY: process.env['XAUTHORITY'] }),
      ...(user === undefined ? { HOME: await newFolder('home') } : {}),
      ...(options.display === undefined ? {} : { DISPLAY: options.display }),
    }),
  })
  let stderr = ''
  electron.process().stderr?.on('data', (chunk: Buffer) => void (stderr += chunk.toString('utf8')))
  return {
    vault,
    profile,
    electron,
    window: await appWindow(electron, () => stderr),
    stderr: () => stderr,
    // A driver holds the app's inspector, and Node waits for it to let go: after a while it is made to.
    close: async () => {
      const stuck = setTimeout(() => killGroup(electron.process()), longestCloseMs)
      await electron.close().finally(() => clearTimeout(stuck))
    },
    kill: async () => {
      const gone = new Promise((resolve) => electron.process().once('exit', resolve))
      killGroup(electron.process())
      await gone
    },
  }
}

/** The first window may be a hidden one of the capture; ours is known by its address. */
function appWindow(electron: ElectronApplication, stderr: () => string): Promise<Page> {
  return new Promise((resolve, reject) => {
    const consider = (page: Page) => {
      page.waitForURL(/^app:\/\/offprint\//, { waitUntil: 'domcontentloaded' }).then(
        () => resolve(page),
        () => undefined, // a hidden window that was closed again
      )
    }
    electron.on('window', consider)
    electron.on('close', () => reject(new Error(`The app ended before its window showed.\n${stderr()}`)))
    electron.windows().forEach(consider)
  })
}

export type CommandOptions = Partial<Places> & {
  readonly stdin?: string
  readonly allowPrivate?: readonly string[]
  readonly cwd?: string
}

export type CommandEnd = { readonly code: number; readonly stdout: string; readonly stderr: string }

export type RunningCommand = {
  readonly process: ChildProcess
  readonly end: Promise<CommandEnd>
  stdout(): string
  stderr(): string
  /** SIGKILL, to the command and all it has started. */
  kill(): void
}

/** The built app's command line, as `offprint <args>` runs it where it is installed, to its end; on the display of the tests, where it shows nothing. */
export async function runCli(args: readonly string[], options: CommandOptions = {}): Promise<CommandEnd> {
  const { electron, words, user } = await prepared
  const display = { DISPLAY: process.env['DISPLAY'], XAUTHORITY: process.env['XAUTHORITY'] }
  return startProgram([...electron, ...words([...args, ...placeArgs(options, options.allowPrivate)])], {
    ...options,
    cwd: options.cwd ?? '/',
    env: { ...environmentOf(user), ...display },
  }).end
}

/** What `npm start --silent -- <args>` runs, which makes ready what a clone lacks first; with no display but one of its own. */
export function startByNpm(
  args: readonly string[],
  options: CommandOptions & { readonly env?: NodeJS.ProcessEnv } = {},
): RunningCommand {
  return startProgram(
    [process.execPath, inRepository('build', 'run.mjs'), 'start', ...args, ...placeArgs(options, options.allowPrivate)],
    {
      ...options,
      env: { ...process.env, INIT_CWD: undefined, npm_lifecycle_event: undefined, DISPLAY: undefined, ...options.env },
    },
  )
}

function startProgram(program: Started, options: CommandOptions & { readonly env: NodeJS.ProcessEnv }): RunningCommand {
  const [command, ...rest] = tiedToUs(program)
  const child = spawn(command, rest, {
    cwd: options.cwd ?? inRepository(),
    env: options.env,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true, // its own group, so that a kill reaches all of it
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => void (stdout += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => void (stderr += chunk.toString('utf8')))
  child.stdin.on('error', () => undefined) // it may end before it has read all
  child.stdin.end(options.stdin ?? '')
  const end = new Promise<CommandEnd>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: code ?? (signal === 'SIGKILL' ? 137 : 1), stdout, stderr }))
  })
  return { process: child, end, stdout: () => stdout, stderr: () => stderr, kill: () => killGroup(child) }
}

function placeArgs(places: Partial<Places>, allowPrivate: readonly string[] = []): string[] {
  return [
    ...(places.vault === undefined ? [] : ['--vault', places.vault]),
    ...(places.profile === undefined ? [] : ['--profile', places.profile]),
    ...allowPrivate.flatMap((entry) => ['--allow-private', entry]),
  ]
}

/** Playwright starts one file; as root that file is a script that becomes the app's user first. */
async function wrapperOf(app: ReadyApp): Promise<string> {
  const [program, ...words] = app.electron
  if (words.length === 0) return program
  const wrapper = join(await newFolder('electron'), 'electron')
  writeFileSync(wrapper, `#!/bin/sh\nexec ${app.electron.map((word) => `'${word}'`).join(' ')} "$@"\n`, { mode: 0o755 })
  return wrapper
}

function killGroup(child: ChildProcess) {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // gone already
  }
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
