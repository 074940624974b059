// The kinds of packages there are, and which of them this machine can make.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export const packageTargets = ['dir', 'tar.gz', 'deb', 'AppImage', 'dmg', 'nsis'] as const
export type PackageTarget = (typeof packageTargets)[number]

type Need = {
  readonly system?: NodeJS.Platform
  readonly program?: string
  /** Variables that say where electron-builder finds its tools, else they come from the net. */
  readonly tools?: readonly string[]
}

const systems: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'Linux',
  darwin: 'a Mac',
  win32: 'Windows',
}
const mirrors = ['ELECTRON_BUILDER_BINARIES_MIRROR', 'NPM_CONFIG_ELECTRON_BUILDER_BINARIES_MIRROR'] as const

const needs: Readonly<Record<PackageTarget, Need>> = {
  dir: {},
  'tar.gz': { system: 'linux', program: 'tar' },
  deb: { system: 'linux', program: 'dpkg-deb' },
  AppImage: { system: 'linux', tools: ['APPIMAGE_TOOLS_PATH', ...mirrors] },
  dmg: { system: 'darwin' },
  nsis: { system: 'win32', tools: mirrors },
}

/** Where electron-builder takes its tools from unless told otherwise. */
const toolsHost = 'https://github.com/electron-userland/electron-builder-binaries'
const hostTimeoutMs = 5_000

/** Why the target cannot be made here; undefined when it can. May ask the net whether it leads to electron-builder's tools. */
export async function obstacleTo(target: PackageTarget): Promise<string | undefined> {
  const { system, program, tools } = needs[target]
  if (system !== undefined && process.platform !== system) return `it is made on ${systems[system] ?? system}`
  if (program !== undefined && !isOnPath(program)) return `the program ${program} is not here`
  if (tools === undefined || tools.some((name) => process.env[name]) || (await answers(toolsHost))) return undefined
  return `electron-builder makes it with tools it fetches from ${new URL(toolsHost).host}, and the network does not lead there`
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => folder !== '' && existsSync(join(folder, program)))
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(hostTimeoutMs) })).ok
  } catch {
    return false // whatever the reason, the tools would not come either
  }
}
