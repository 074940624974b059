// The app as a folder that can be carried away and started: Electron, the built app as one archive, our fuses, the terms of what is in it.
import type { AfterPackContext, Configuration, LinuxConfiguration } from 'electron-builder'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { chmod, copyFile, cp, lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { outFolder } from './bundle.ts'
import type { Electron } from './electron.ts'
import { exclusively } from './exclusively.ts'
import {
  describeFuses,
  fileWithFuses,
  missingFuses,
  readFuses,
  wantedFuses,
  wrongFuses,
  type FuseName,
} from './fuses.ts'
import { licenceFaults, licencesAsText, shippedLicences, writeLicences } from './licences.ts'
import { packageJson, type PackageIdentity } from './packageIdentity.ts'
import { inRepository, repository } from './repository.ts'
import { NotReady, say } from './say.ts'

export type Packed = {
  readonly folder: string
  /** What one starts; on a Mac the .app folder. */
  readonly executable: string
  /** What electron-builder.yml says of Linux, and our schemes. */
  readonly linux: LinuxConfiguration
  readonly schemes: readonly string[]
}

export type PackOptions = {
  readonly electron: Electron
  readonly identity: PackageIdentity
  readonly inspectable: boolean
  /** Holds the built app when it is not this clone's own. */
  readonly out?: string
  /** An empty folder for what is made on the way, and for the result. */
  readonly work: string
}

/** Another file than the name says would be there is a mistake of ours, not of the machine: it throws. */
export async function packApp(options: PackOptions): Promise<Packed> {
  const { electron, identity, work } = options
  const licences = shippedLicences()
  const faults = licenceFaults(licences)
  if (faults.length > 0) throw new NotReady(faults.join('\n'))
  const wanted = wantedFuses({ platform: process.platform, inspectable: options.inspectable })
  const missing = missingFuses(await readFuses(electron.binary), wanted)
  sayMissing(missing, electron)

  await stageApp(join(work, 'app'), options.out ?? outFolder)
  await writeLicences(join(work, 'app', 'out'), licences)
  const packed = await runBuilder(builderConfig(options), ['dir'], {
    electronDist: electron.folder,
    electronVersion: readFileSync(join(electron.folder, 'version'), 'utf8').trim().replace(/^v/, ''),
    electronFuses: Object.fromEntries([...wanted].filter(([name]) => !missing.includes(name))),
    afterExtract: ({ appOutDir }: { appOutDir: string }) => removeDefaultApp(appOutDir),
    afterPack: async (context: AfterPackContext) => {
      const resources = context.packager.getResourcesDir(context.appOutDir)
      const beside = process.platform === 'darwin' ? resources : context.appOutDir
      await copyFile(inRepository('LICENSE'), join(beside, 'LICENSE.offprint.txt'))
      await writeFile(join(beside, 'LICENSES.offprint.txt'), licencesAsText(licences))
      if (identity.faults.length > 0) await writeFile(join(beside, 'DO-NOT-PUBLISH.txt'), warning(identity))
      if (process.platform === 'linux') await addStarter(context.appOutDir)
    },
  })
  await checkFuses(packed.executable, wanted)
  if (process.platform === 'linux') await normaliseModes(packed.folder)
  return packed
}

/** The sentence that stands wherever a package that must not be published is met. */
export function warning(identity: PackageIdentity): string {
  return `Never to be published: ${identity.faults.join('; ')}.\n`
}

/** Installers that electron-builder makes of what is packed already. Its result lies in the folder `made` of the work folder. */
export async function makeInstaller(options: PackOptions, packed: Packed, target: string): Promise<string> {
  const { build, Platform } = await import('electron-builder')
  const files = await build({
    targets: Platform.current().createTarget([target]),
    projectDir: repository,
    prepackaged: process.platform === 'darwin' ? packed.executable : packed.folder,
    publish: 'never',
    config: { ...builderConfig(options), artifactName: `${options.identity.name}-\${version}-\${arch}.\${ext}` },
  })
  const [file] = files.filter((path) => !/\.(ya?ml|blockmap)$/.test(path))
  if (file === undefined) throw new Error(`electron-builder made no ${target}.`)
  return file
}

function builderConfig({ work }: PackOptions): Configuration {
  return {
    directories: { app: join(work, 'app'), output: join(work, 'made') },
    // Everything is bundled: there is no module to look for, and none to rebuild.
    npmRebuild: true,
    beforeBuild: () => Promise.resolve(false),
  }
}

async function runBuilder(config: Configuration, targets: string[], more: Configuration): Promise<Packed> {
  const { build, Platform } = await import('electron-builder') // here, because it takes a second to load
  let packed: Packed | undefined
  await build({
    targets: Platform.current().createTarget(targets),
    projectDir: repository,
    publish: 'never',
    config: {
      ...config,
      ...more,
      afterPack: async (context) => {
        if (typeof more.afterPack === 'function') await more.afterPack(context)
        packed = {
          folder: context.appOutDir,
          executable: join(context.appOutDir, executableName(context)),
          linux: context.packager.config.linux ?? {},
          schemes: [context.packager.config.protocols ?? []].flat().flatMap(({ schemes }) => schemes),
        }
      },
    },
  })
  if (packed === undefined) throw new Error('electron-builder ended without having packed anything.')
  return packed
}

function executableName({ packager }: AfterPackContext): string {
  const product = packager.appInfo.productFilename
  if (process.platform === 'darwin') return `${product}.app`
  return process.platform === 'win32' ? `${product}.exe` : (packager.config.linux?.executableName ?? product)
}

/** The built app and who it is; nothing else gets into the archive. The lock, because anybody's build begins by emptying out/. */
async function stageApp(app: string, out: string): Promise<void> {
  await exclusively('bundle', () =>
    cp(out, join(app, 'out'), { recursive: true, filter: (path) => !path.endsWith('built-from') }),
  )
  const { name, productName, version, description, license, author, homepage, type, main } = packageJson()
  const about = { name, productName, version, description, license, author, homepage, type, main }
  // Electron takes from it the name that the desktop knows our windows by.
  await writeFile(join(app, 'package.json'), JSON.stringify({ ...about, desktopName: `${name}.desktop` }))
}

/** What a runtime shows when nobody gives it an app. */
async function removeDefaultApp(folder: string) {
  const bundle = readdirSync(folder).find((name) => name.endsWith('.app'))
  const resources = bundle === undefined ? join(folder, 'resources') : join(folder, bundle, 'Contents', 'Resources')
  for (const name of ['default_app.asar', 'app']) await rm(join(resources, name), { recursive: true, force: true })
  await rm(join(folder, 'version'), { force: true })
}

async function addStarter(folder: string) {
  await mkdir(join(folder, 'bin'))
  await copyFile(inRepository('build', 'starter.sh'), join(folder, 'bin', 'offprint'))
  await chmod(join(folder, 'bin', 'offprint'), 0o755)
}

/** Whoever made the package, with whatever rights on new files: everybody may read, nobody but the owner may write. */
async function normaliseModes(path: string): Promise<void> {
  const entry = await lstat(path)
  if (entry.isSymbolicLink()) return
  await chmod(path, entry.isDirectory() || (entry.mode & 0o100) !== 0 ? 0o755 : 0o644)
  if (entry.isDirectory()) for (const name of await readdir(path)) await normaliseModes(join(path, name))
}

function sayMissing(missing: readonly FuseName[], electron: Electron) {
  if (missing.length === 0) return
  const lacks = `this Electron has no fuse ${missing.join(', ')}`
  if (electron.kind === 'official')
    throw new Error(`${lacks}; build/fuses.ts and the Electron of package.json do not fit.`)
  say(`${lacks}; left as it is, because this is the test runtime`)
}

async function checkFuses(executable: string, wanted: ReadonlyMap<FuseName, boolean>) {
  const file = fileWithFuses(executable)
  if (!existsSync(file)) throw new Error(`${file} is not where the fuses were expected.`)
  const wire = await readFuses(file)
  say(`the fuses read back: ${describeFuses(wire)}`)
  const wrong = wrongFuses(wire, wanted)
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
}
