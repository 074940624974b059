// Makes packages as `npm run dist` does, installs one in a folder that stands for a whole system, and starts what was installed as the user
// the app runs as, without anything of this clone.
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { appUser } from '../../build/appUser.ts'
import { asUser, environmentOf } from '../../build/asUser.ts'
import { inRepository } from '../../build/repository.ts'
import { runProgram } from '../../build/runProgram.ts'
import { newFolder, type CommandEnd } from './app.ts'

const isRoot = process.getuid?.() === 0

/** Everybody may read it, because the user who starts what lies in it is another than the one who made it. */
export function openFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  chmodSync(folder, 0o755)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** `npm run dist -- <words>`; what it has made is named on standard output. */
export async function dist(words: readonly string[]): Promise<CommandEnd> {
  return toItsEnd(spawn(process.execPath, [inRepository('build', 'run.mjs'), 'dist', ...words], { stdio: 'pipe' }))
}

/** Installs as the package manager does, or, for those who are not root, unpacks. The system's own packages are not in there; that is forced. */
export async function install(deb: string, root: string): Promise<void> {
  if (!isRoot) return must('dpkg-deb', ['--extract', deb, root])
  mkdirSync(join(root, 'var/lib/dpkg/info'), { recursive: true })
  mkdirSync(join(root, 'var/lib/dpkg/updates'))
  writeFileSync(join(root, 'var/lib/dpkg/status'), '')
  await must('dpkg', [`--root=${root}`, '--force-depends', '--install', deb])
}

export async function uninstall(deb: string, root: string): Promise<void> {
  const name = (await runProgram('dpkg-deb', ['--field', deb, 'Package'])).output.trim()
  if (isRoot) return must('dpkg', [`--root=${root}`, '--purge', name])
  for (const { path } of await contentsOf(deb)) if (!path.endsWith('/')) await rm(join(root, path))
}

async function must(command: string, args: readonly string[]): Promise<void> {
  const ran = await runProgram(command, args)
  if (ran.code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${ran.output}`)
}

export type PackedFile = { readonly mode: string; readonly owner: string; readonly path: string }

/** What the package would put on a system: `-rwsr-xr-x root/root ./usr/...`. */
export async function contentsOf(deb: string): Promise<PackedFile[]> {
  const { output } = await runProgram('dpkg-deb', ['--contents', deb])
  return output.split('\n').flatMap((line) => {
    const found = /^(\S+) +(\S+) +\d+ \S+ \S+ (\S+)/.exec(line)
    return found === null ? [] : [{ mode: found[1] ?? '', owner: found[2] ?? '', path: found[3] ?? '' }]
  })
}

/** The names of the files in an archive of Electron's. */
export async function archived(asar: string): Promise<string[]> {
  const bytes = await readFile(asar)
  // Four lengths, each inside the one before; the last is that of the list of files, which is JSON.
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Listed
  return namesIn(header, '')
}

type Listed = { readonly files?: Readonly<Record<string, Listed>> }

function namesIn(folder: Listed, path: string): string[] {
  return Object.entries(folder.files ?? {}).flatMap(([name, entry]) =>
    entry.files === undefined ? [`${path}${name}`] : namesIn(entry, `${path}${name}/`),
  )
}

export type RunningProgram = { readonly process: ChildProcess; readonly end: Promise<CommandEnd> }

/** `environment` comes on top of a plain one, whatever it holds. */
export type InstalledOptions = { readonly environment?: NodeJS.ProcessEnv; readonly cwd?: string }

/** As that user would from a terminal. */
export async function startInstalled(
  program: string,
  args: readonly string[],
  options: InstalledOptions = {},
): Promise<RunningProgram> {
  const [command, ...rest] = asUser(await appUser(), [program, ...args])
  const env = { ...(await plainEnvironment()), ...options.environment }
  const child = spawn(command, rest, { cwd: options.cwd ?? '/', env, stdio: 'pipe' })
  return { process: child, end: toItsEnd(child) }
}

export async function runInstalled(
  program: string,
  args: readonly string[],
  options: InstalledOptions = {},
): Promise<CommandEnd> {
  return (await startInstalled(program, args, options)).end
}

/** A packed app with its inspector open, through Playwright. */
export async function driveInstalled(
  program: string,
  args: readonly string[],
): Promise<{ electron: ElectronApplication; window: Page }> {
  const wrapper = join(openFolder('driven'), 'offprint')
  const words = asUser(await appUser(), [program]).map((word) => `'${word}'`)
  writeFileSync(wrapper, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`, { mode: 0o755 })
  const electron = await _electron.launch({
    executablePath: wrapper,
    chromiumSandbox: true, // else Playwright adds --no-sandbox
    args: ['--log-level=3', '--', ...args],
    cwd: '/',
    env: await plainEnvironment(),
  })
  const isOurs = (page: Page) => page.url().startsWith('app://offprint/')
  const window = electron.windows().find(isOurs) ?? (await electron.waitForEvent('window', { predicate: isOurs }))
  return { electron, window }
}

let home: Promise<string> | undefined

async function plainEnvironment(): Promise<Record<string, string>> {
  home ??= newFolder('home')
  const { DISPLAY, XAUTHORITY } = process.env
  const own = { ...environmentOf(await appUser()), HOME: await home, DISPLAY, XAUTHORITY }
  return Object.fromEntries(
    Object.entries(own).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

function toItsEnd(child: ChildProcess): Promise<CommandEnd> {
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk: Buffer) => void (stdout += chunk.toString('utf8')))
  child.stderr?.on('data', (chunk: Buffer) => void (stderr += chunk.toString('utf8')))
  child.stdin?.end()
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }))
  })
}
