// A .deb: the packed folder, the command, the menu entry, the icons. Made with dpkg-deb, which every Debian has. It runs no script when it is
// installed or removed: what menus and icon themes need done then, their own packages do.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, copyFile, link, lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import { desktopEntry } from './desktopEntry.ts'
import { warning, type Packed } from './packApp.ts'
import { otherIdentities, packageJson, type PackageIdentity } from './packageIdentity.ts'
import { inRepository } from './repository.ts'
import { runProgram } from './runProgram.ts'

export type DebianOptions = {
  readonly packed: Packed
  readonly identity: PackageIdentity
  readonly file: string
  /** An empty folder on the disk of the packed one: files are linked, not copied. */
  readonly work: string
  /** Without: large, and made in a second. */
  readonly compressed: boolean
  /** No file is younger, so that the same sources give the same package. */
  readonly epochSeconds: number
}

/** Debian's names of the libraries that an Electron links to; newer releases have renamed some. The rest comes with GTK. */
const depends = ['libasound2 | libasound2t64', 'libc6', 'libgbm1', 'libgtk-3-0 | libgtk-3-0t64', 'libnss3'] as const
const recommends = ['libnotify4', 'xdg-utils'] as const
const largestThemeIcon = 512
const home = 'usr/lib/offprint'

export async function debianPackage(options: DebianOptions): Promise<void> {
  const root = join(options.work, 'debian')
  await linkTree(options.packed.folder, join(root, home))
  await letSandboxWork(join(root, home, 'chrome-sandbox'), options.packed.folder)
  await addMenuEntry(root, options)
  await addIcons(root)
  await addDocuments(root, options)
  await mkdir(join(root, 'usr/bin'), { recursive: true })
  await symlink('../lib/offprint/bin/offprint', join(root, 'usr/bin/offprint'))
  const files = await filesBelow(root)
  await write(join(root, 'DEBIAN/md5sums'), await checksums(root, files))
  await write(join(root, 'DEBIAN/control'), controlFile(options, await kilobytes(files)))
  // Level 6 makes it a tenth smaller and takes four times as long.
  const compression = options.compressed ? ['-Zxz', '-z1'] : ['-Znone']
  const ran = await runProgram('dpkg-deb', ['--root-owner-group', ...compression, '--build', root, options.file], {
    env: { ...process.env, SOURCE_DATE_EPOCH: String(options.epochSeconds) },
  })
  if (ran.code !== 0) throw new Error(`dpkg-deb failed:\n${ran.output.trim()}`)
}

export function controlFile(
  { packed, identity }: Pick<DebianOptions, 'packed' | 'identity'>,
  sizeKilobytes: number,
): string {
  const about = packageJson()
  const description = [
    packed.linux.description ?? about.description,
    ...(identity.faults.length > 0 ? [warning(identity)] : []),
  ]
  const fields = {
    Package: identity.name,
    Version: identity.version.replace('-', '~'), // 1.0.0-beta.1 comes before 1.0.0
    Architecture: debianArchitecture(process.arch),
    Maintainer: about.author,
    'Installed-Size': String(sizeKilobytes),
    Depends: depends.join(', '),
    Recommends: recommends.join(', '),
    Conflicts: otherIdentities(identity.name).join(', '),
    Section: 'web',
    Priority: 'optional',
    Homepage: about.homepage,
    Description: [packed.linux.synopsis ?? about.description, ...description.map((line) => ` ${line.trim()}`)].join(
      '\n',
    ),
  }
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')
}

export function debianArchitecture(arch: string): string {
  const names: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64', arm: 'armhf', ia32: 'i386' }
  const name = names[arch]
  if (name === undefined) throw new Error(`Debian's name of the architecture ${arch} is not known here.`)
  return name
}

/** Chromium's sandbox where users may not make namespaces: its helper has to belong to root and run as root. A copy, so that the packed folder keeps its own. */
async function letSandboxWork(helper: string, packedFolder: string) {
  await copyFile(join(packedFolder, 'chrome-sandbox'), helper)
  await chmod(helper, 0o4755)
}

async function addMenuEntry(root: string, { packed, identity }: DebianOptions) {
  const entry = (packed.linux.desktop?.entry ?? {}) as Readonly<Record<string, string>> // its values are strings by electron-builder's schema
  const text = desktopEntry({
    title: identity.title,
    comment: entry['Comment'] ?? packed.linux.synopsis ?? '',
    icon: 'offprint',
    category: packed.linux.category ?? 'Office',
    keywords: entry['Keywords'] ?? '',
    translated: Object.fromEntries(
      Object.entries(entry).filter(([name]) => /^(?:Comment|Keywords)\[\w+\]$/.test(name)),
    ),
    windowClass: entry['StartupWMClass'] ?? 'offprint',
    schemes: packed.schemes,
  })
  await write(join(root, 'usr/share/applications/offprint.desktop'), text)
}

async function addIcons(root: string) {
  const icons = inRepository('build', 'icons')
  for (const name of await readdir(icons)) {
    const size = /^(\d+)x\d+\.png$/.exec(name)?.[1]
    if (size !== undefined && Number(size) > largestThemeIcon) continue // icon themes know no such folder
    const folder = size === undefined ? 'scalable' : `${size}x${size}`
    const target = join(
      root,
      'usr/share/icons/hicolor',
      folder,
      'apps',
      `offprint.${size === undefined ? 'svg' : 'png'}`,
    )
    await write(target, await readFile(join(icons, name)))
  }
}

async function addDocuments(root: string, { packed }: DebianOptions) {
  const folder = join(root, 'usr/share/doc/offprint')
  const own = await readFile(inRepository('LICENSE'), 'utf8')
  const others = await readFile(join(packed.folder, 'LICENSES.offprint.txt'), 'utf8')
  const engine = `The terms of Electron and Chromium lie in /${home}: LICENSE.electron.txt, LICENSES.chromium.html.\n`
  await write(join(folder, 'copyright'), `${own}\n${engine}\n${others}`)
  await write(join(folder, 'changelog.gz'), gzipSync(await readFile(inRepository('CHANGELOG.md')), { level: 9 }))
}

async function write(file: string, content: string | Uint8Array) {
  await makeFolder(dirname(file))
  await writeFile(file, content)
  await chmod(file, 0o644)
}

async function makeFolder(folder: string) {
  const made = await mkdir(folder, { recursive: true })
  for (let at = folder; made !== undefined && at.startsWith(made); at = dirname(at)) await chmod(at, 0o755)
}

async function linkTree(from: string, to: string): Promise<void> {
  await makeFolder(to)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (entry.isDirectory()) await linkTree(join(from, entry.name), join(to, entry.name))
    else if (entry.name !== 'chrome-sandbox') await link(join(from, entry.name), join(to, entry.name))
  }
}

/** Regular ones, in a lasting order. */
async function filesBelow(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).sort()
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      const entry = await lstat(path)
      if (entry.isDirectory()) return filesBelow(path)
      return entry.isFile() ? [path] : []
    }),
  )
  return found.flat()
}

/** What `dpkg --verify` compares the installed files with. */
async function checksums(root: string, files: readonly string[]): Promise<string> {
  const lines: string[] = []
  for (const file of files) {
    const hash = createHash('md5')
    await pipeline(createReadStream(file), hash)
    lines.push(`${hash.digest('hex')}  ${relative(root, file)}\n`)
  }
  return lines.join('')
}

async function kilobytes(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => Math.ceil((await lstat(file)).size / 1024)))
  return sizes.reduce((sum, size) => sum + size, 0)
}
