// What Electron needs of a Linux system, and getting it: as root on a Debian it is installed, otherwise the person is told how.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { delimiter, join } from 'node:path'
import { giveToOwner } from './giveToOwner.ts'
import { cacheFolder } from './repository.ts'
import { runProgram } from './runProgram.ts'
import { NotReady, say } from './say.ts'

/** Debian's names; newer releases call some of them otherwise (`libasound2t64`). */
const libraryPackages = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'] as const
const programPackages = { Xvfb: 'xvfb', chromium: 'chromium' } as const
export type Program = keyof typeof programPackages
/** Chinese, Japanese and Korean. Other scripts that our articles have come with every system. */
const fontPackage = 'fonts-noto-cjk'

/** `binary`: the Electron whose libraries are needed, if one is. */
export type Needs = { readonly binary: string | undefined; readonly programs: readonly Program[] }

/** Returns when all is there. Asks the dynamic linker, which takes a while, once for each binary. */
export async function ensureSystem(needs: Needs): Promise<void> {
  if (process.platform !== 'linux') return
  const programs = needs.programs.filter((program) => !isOnPath(program))
  const libraries = await missingLibraries(needs.binary)
  if (programs.length > 0 || libraries.length > 0) await install(needs, libraries, programs)
}

async function install(needs: Needs, libraries: readonly string[], programs: readonly Program[]) {
  const packages = [
    ...(libraries.length > 0 ? libraryPackages : []),
    ...programs.map((program) => programPackages[program]),
  ]
  const missing = [...libraries, ...programs].join(', ')
  const command = (names: readonly string[]) => `apt-get install -y --no-install-recommends ${names.join(' ')}`
  if (!isDebian()) {
    throw new NotReady(
      `this system lacks ${missing}. Install what your system calls these Debian packages: ${packages.join(' ')}`,
    )
  }
  if (process.getuid?.() !== 0) {
    throw new NotReady(
      `this system lacks ${missing}. Run this, then try again:\n  sudo apt-get update && sudo ${command(packages)}`,
    )
  }
  say(`this system lacks ${missing}; installing ${packages.join(' ')}`)
  await apt(['update'])
  await apt(['install', '-y', '--no-install-recommends', ...(await Promise.all(packages.map(currentName)))])
  const still = [...(await missingLibraries(needs.binary)), ...needs.programs.filter((program) => !isOnPath(program))]
  if (still.length > 0) throw new NotReady(`these could not be installed: ${still.join(', ')}`)
}

/** For pictures only, so a system that cannot have it is told, and goes on with boxes in its place. */
export async function ensureEastAsianFont(): Promise<void> {
  if (await hasEastAsianFont()) return
  if (!isDebian() || process.getuid?.() !== 0) {
    say(`there is no font for Chinese and Japanese here: pictures show boxes. Debian calls one ${fontPackage}`)
    return
  }
  say(`there is no font for Chinese and Japanese here; installing ${fontPackage}`)
  await apt(['update'])
  await apt(['install', '-y', '--no-install-recommends', fontPackage])
}

export async function hasEastAsianFont(): Promise<boolean> {
  if (process.platform !== 'linux') return true
  if (!isOnPath('fc-list')) return false
  return (await runProgram('fc-list', [':lang=ja', 'family'])).output.trim() !== ''
}

async function apt(args: readonly string[]) {
  const ran = await runProgram('apt-get', ['-q', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (ran.code !== 0) throw new NotReady(`apt-get ${args[0]} failed:\n${ran.output.trim()}`)
}

/** Debian 13 and Ubuntu 24.04 renamed libraries when they made their clocks 64 bits wide. */
async function currentName(name: string): Promise<string> {
  const renamed = `${name}t64`
  const found = await runProgram('apt-cache', ['show', '--no-all-versions', renamed])
  return found.code === 0 && found.output.includes(`Package: ${renamed}`) ? renamed : name
}

/** The shared libraries that the dynamic linker cannot find. */
async function missingLibraries(binary: string | undefined): Promise<string[]> {
  if (binary === undefined || knownComplete(binary)) return []
  const missing = notFoundIn((await runProgram('ldd', [binary])).output)
  if (missing.length === 0) await rememberComplete(binary)
  return missing
}

export function notFoundIn(lddOutput: string): string[] {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '')
  return [...new Set(names)]
}

function isDebian(): boolean {
  return existsSync('/etc/debian_version') && isOnPath('apt-get')
}

export function isOnPath(program: string): boolean {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/sbin']
  return folders.some((folder) => folder !== '' && existsSync(join(folder, program)))
}

/** Forgotten when the binary or the set of installed packages changes. */
function stateOfSystem(binary: string): string {
  const status = statSync('/var/lib/dpkg/status', { throwIfNoEntry: false })
  return `${binary} ${statSync(binary).mtimeMs} ${status?.mtimeMs}`
}

function markOf(binary: string): string {
  return join(cacheFolder, `libraries-${createHash('sha256').update(binary).digest('hex').slice(0, 12)}`)
}

function knownComplete(binary: string): boolean {
  const mark = markOf(binary)
  return existsSync(mark) && readFileSync(mark, 'utf8') === stateOfSystem(binary)
}

async function rememberComplete(binary: string) {
  await mkdir(cacheFolder, { recursive: true })
  await writeFile(markOf(binary), stateOfSystem(binary))
  await giveToOwner(markOf(binary))
}
