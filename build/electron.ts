// Finds an Electron to run the app on: the official one of node_modules, downloaded if it can be; else, on linux-x64, the test runtime.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exclusively } from './exclusively.ts'
import { giveToOwner } from './giveToOwner.ts'
import { cacheFolder, inRepository, installedVersion } from './repository.ts'
import { runProgram } from './runProgram.ts'
import { NotReady, say } from './say.ts'
import { testRuntime } from './testRuntime.ts'

export type Electron = {
  /** Absolute. */
  readonly binary: string
  readonly folder: string
  readonly kind: 'official' | 'test-runtime'
}

/** How long a download that failed is not tried again, so that not every start waits for it. */
const retryDownloadMs = 6 * 60 * 60_000
const downloadTimeoutMs = 20 * 60_000

/** May download a hundred megabytes the first time, and says so; a few milliseconds afterwards. */
export async function findElectron(): Promise<Electron> {
  const official = officialElectron() ?? (await downloadOfficial())
  if (official !== undefined) return official
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new NotReady('Electron could not be downloaded. Connect to the internet and run `npx install-electron`.')
  }
  const folder = await testRuntime()
  say('running on the test runtime: old, unsupported, for tests only. Do not read the web with it.')
  return { binary: join(folder, 'electron'), folder, kind: 'test-runtime' }
}

const electronPackage = inRepository('node_modules', 'electron')

function officialElectron(): Electron | undefined {
  const folder = join(electronPackage, 'dist')
  const pathFile = join(electronPackage, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const binary = join(folder, readFileSync(pathFile, 'utf8'))
  const versionFile = join(folder, 'version')
  if (!existsSync(binary) || !existsSync(versionFile)) return undefined
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
  return version === installedVersion('electron') ? { binary, folder, kind: 'official' } : undefined
}

/** Undefined when the network does not lead there. */
async function downloadOfficial(): Promise<Electron | undefined> {
  const failure = join(cacheFolder, `electron-${installedVersion('electron')}-not-downloaded`)
  if (isRecent(failure)) return undefined
  return exclusively('electron-download', async () => {
    const there = officialElectron()
    if (there !== undefined || isRecent(failure)) return there
    say(`downloading Electron ${installedVersion('electron')}; this happens once`)
    const ran = await runProgram(process.execPath, [join(electronPackage, 'install.js')], {
      timeoutMs: downloadTimeoutMs,
    })
    const installed = ran.code === 0 ? officialElectron() : undefined
    if (installed === undefined) {
      await mkdir(cacheFolder, { recursive: true })
      await writeFile(failure, ran.output)
      await giveToOwner(cacheFolder)
      say('Electron could not be downloaded (the network does not lead to it)')
    } else {
      await rm(failure, { force: true })
      await giveToOwner(electronPackage)
    }
    return installed
  })
}

function isRecent(file: string): boolean {
  return existsSync(file) && Date.now() - statSync(file).mtimeMs < retryDownloadMs
}
