// `npm run dist [-- TARGET...]`: packages of the app, each kind that this machine can make, in dist/. What it leaves out it names, with the reason.
// On the test runtime they are test packages: marked in name and content, never to be published.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { bundle } from './bundle.ts'
import { callersFolder } from './callersFolder.ts'
import { debianArchitecture, debianPackage } from './debianPackage.ts'
import { findElectron } from './electron.ts'
import { giveToOwner } from './giveToOwner.ts'
import { makeInstaller, packApp, warning, type Packed, type PackOptions } from './packApp.ts'
import { packageIdentity } from './packageIdentity.ts'
import { obstacleTo, packageTargets, type PackageTarget } from './packageTargets.ts'
import { inRepository, repository } from './repository.ts'
import { runProgram } from './runProgram.ts'
import { NotReady, orSayWhy, say } from './say.ts'
import { tarball } from './tarball.ts'

export type DistChoice = {
  /** Undefined: whatever can be made. */
  readonly targets: readonly PackageTarget[] | undefined
  readonly output: string
  /** Hardly compressed: large and soon done, for tests. */
  readonly fast: boolean
  readonly inspectable: boolean
}

export function run(args: readonly string[]): Promise<number> {
  return orSayWhy(async () => {
    const choice = distChoice(args)
    const { targets, left } = await chosenTargets(choice.targets)
    for (const { target, obstacle } of left) say(`${target} is left out: ${obstacle}`)
    const electron = await findElectron()
    await bundle()
    const identity = packageIdentity({
      onTestRuntime: electron.kind === 'test-runtime',
      inspectable: choice.inspectable,
    })
    await mkdir(choice.output, { recursive: true })
    const work = await mkdtemp(join(choice.output, 'work-'))
    try {
      await makeAll(targets, choice, { electron, identity, inspectable: choice.inspectable, work })
    } finally {
      await rm(work, { recursive: true, force: true })
      if (choice.output.startsWith(`${repository}/`)) await giveToOwner(choice.output)
    }
    if (identity.faults.length > 0) say(warning(identity).trim())
    return 0
  })
}

const usage = `Usage: npm run dist [-- TARGET... --output DIR --fast --inspectable]; targets: ${packageTargets.join(', ')}`

export function distChoice(args: readonly string[]): DistChoice {
  const targets: PackageTarget[] = []
  let output = inRepository('dist')
  const flags = new Set<string>()
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? ''
    const target = packageTargets.find((name) => name.toLowerCase() === word.toLowerCase())
    if (target !== undefined) targets.push(target)
    else if (word === '--fast' || word === '--inspectable') flags.add(word)
    else if (word === '--output' && args[at + 1] !== undefined)
      output = resolve(callersFolder('dist'), args[(at += 1)] ?? '')
    else throw new NotReady(`${word} is not known here. ${usage}`)
  }
  return {
    targets: targets.length === 0 ? undefined : targets,
    output,
    fast: flags.has('--fast'),
    inspectable: flags.has('--inspectable'),
  }
}

type Left = { readonly target: PackageTarget; readonly obstacle: string }

/** Asked for by name, an obstacle ends it all; otherwise the others are made. */
async function chosenTargets(asked: readonly PackageTarget[] | undefined) {
  const targets: PackageTarget[] = []
  const left: Left[] = []
  for (const target of asked ?? packageTargets) {
    const obstacle = await obstacleTo(target)
    if (obstacle === undefined) targets.push(target)
    else if (asked !== undefined) throw new NotReady(`${target} cannot be made here: ${obstacle}.`)
    else left.push({ target, obstacle })
  }
  return { targets, left }
}

async function makeAll(targets: readonly PackageTarget[], choice: DistChoice, options: PackOptions) {
  const { name, version } = options.identity
  const base = `${name}-${version}-${process.platform}-${process.arch}`
  const packed = await timed(() => packApp(options))
  // Archives hold a folder of this name.
  const folder = join(options.work, base)
  await rename(packed.value.folder, folder)
  const moved = { ...packed.value, folder, executable: join(folder, basename(packed.value.executable)) }
  const epochSeconds = await epochOfSources()
  for (const target of targets.filter((one) => one !== 'dir')) {
    const file = join(options.work, nameOf(target, options, base))
    const made = await timed(() => make(target, moved, file, choice, options, epochSeconds))
    await deliver(made.value, choice.output, made.seconds)
  }
  if (targets.includes('dir')) await deliver(folder, choice.output, packed.seconds)
}

function nameOf(target: PackageTarget, { identity }: PackOptions, base: string): string {
  return target === 'deb'
    ? `${identity.name}_${identity.version}_${debianArchitecture(process.arch)}.deb`
    : `${base}.${target}`
}

/** The path of what was made. */
async function make(
  target: PackageTarget,
  packed: Packed,
  file: string,
  { fast }: DistChoice,
  options: PackOptions,
  epochSeconds: number,
): Promise<string> {
  const compressed = !fast
  if (target === 'tar.gz') await tarball({ folder: packed.folder, file, compressed, epochSeconds })
  else if (target === 'deb')
    await debianPackage({ packed, identity: options.identity, file, work: options.work, compressed, epochSeconds })
  else return makeInstaller(options, packed, target)
  return file
}

/** Into its place at once, so that nobody meets half a package there. */
async function deliver(path: string, output: string, seconds: number) {
  const target = join(output, basename(path))
  await rm(target, { recursive: true, force: true })
  await rename(path, target)
  const megabytes = (sizeOf(target) / 1e6).toFixed(1)
  process.stdout.write(`${relative(process.cwd(), target) || target}  ${megabytes} MB, ${seconds.toFixed(1)} s\n`)
}

function sizeOf(path: string): number {
  const entry = statSync(path, { throwIfNoEntry: false })
  if (entry?.isDirectory() !== true) return entry?.size ?? 0
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

/** When the sources were last committed; now, where there is no history. */
async function epochOfSources(): Promise<number> {
  const given = Number(process.env['SOURCE_DATE_EPOCH'])
  if (given > 0) return given
  const ran = existsSync(inRepository('.git'))
    ? await runProgram('git', ['-C', repository, 'log', '-1', '--format=%ct'])
    : { code: 1, output: '' }
  return ran.code === 0 ? Number(ran.output.trim()) : Math.floor(Date.now() / 1000)
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const start = performance.now()
  const value = await work()
  return { value, seconds: (performance.now() - start) / 1000 }
}
