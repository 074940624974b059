// A clone in a place that only root may enter (root's own home) is shown to the app's user as copies that root keeps elsewhere: not in the
// user's home, where the user could lay links for root to follow.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import {
  chmod,
  copyFile,
  cp,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { canUser } from './asUser.ts'
import type { AppUser } from './appUser.ts'
import type { Electron } from './electron.ts'
import { exclusively } from './exclusively.ts'
import { inRepository, repository } from './repository.ts'

export type Staged = { readonly binary: string; readonly electronFolder: string; readonly appFolder: string }

/** Where that user finds Electron and the built app: where they are, or copies made when they changed. */
export async function stagedFor(user: AppUser | undefined, electron: Electron): Promise<Staged> {
  const canRead =
    user === undefined || (canUser(user, 'x', electron.binary) && canUser(user, 'r', inRepository('out', 'built-from')))
  if (user === undefined || canRead)
    return { binary: electron.binary, electronFolder: electron.folder, appFolder: repository }
  return exclusively('staging', () => stage(electron))
}

const clones = '/var/cache/offprint'

async function stage(electron: Electron): Promise<Staged> {
  await removeOrphans()
  const folder = join(clones, createHash('sha256').update(repository).digest('hex').slice(0, 16))
  await mkdir(folder, { recursive: true })
  for (const path of [clones, folder]) await chmod(path, 0o755)
  await writeFile(join(folder, origin), repository)
  const runtime = join(folder, 'electron')
  const app = join(folder, 'app')
  await copyWhenChanged(electron.folder, runtime, 'version', linkOrCopyTree)
  await copyWhenChanged(inRepository('out'), join(app, 'out'), 'built-from', (from, to) =>
    cp(from, to, { recursive: true }),
  )
  await copyFile(inRepository('package.json'), join(app, 'package.json'))
  await letAllRead(join(app, 'package.json'))
  return {
    binary: join(runtime, electron.binary.slice(electron.folder.length + 1)),
    electronFolder: runtime,
    appFolder: app,
  }
}

/** In each folder of copies: the path of the clone they are of. */
const origin = 'copy-of'

/** Copies of clones that are there no more. */
async function removeOrphans() {
  if (!existsSync(clones)) return
  for (const name of await readdir(clones)) {
    const file = join(clones, name, origin)
    if (existsSync(file) && !existsSync(await readFile(file, 'utf8'))) await rm(join(clones, name), { recursive: true })
  }
}

/** `mark` is a file in the folder that changes with it. */
async function copyWhenChanged(
  from: string,
  to: string,
  mark: string,
  copy: (from: string, to: string) => Promise<void>,
) {
  const state = (folder: string) =>
    existsSync(join(folder, mark)) ? readFileSync(join(folder, mark), 'utf8') : undefined
  if (state(to) !== undefined && state(to) === state(from)) return
  await mkdir(join(to, '..'), { recursive: true })
  await chmod(join(to, '..'), 0o755)
  const work = await mkdtemp(`${to}-new-`)
  try {
    await copy(from, join(work, 'copy'))
    await letAllRead(join(work, 'copy'))
    await rm(to, { recursive: true, force: true })
    await rename(join(work, 'copy'), to)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Whatever root's umask made of them. */
async function letAllRead(path: string) {
  const { mode } = await stat(path)
  const isFolder = (mode & 0o170000) === 0o040000
  await chmod(path, (mode & 0o7777) | (isFolder || (mode & 0o100) !== 0 ? 0o555 : 0o444))
  if (isFolder) for (const name of await readdir(path)) await letAllRead(join(path, name))
}

/** Two hundred megabytes: linked where the disk is the same, because nobody ever changes them in place. */
async function linkOrCopyTree(from: string, to: string) {
  await mkdir(to)
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await linkOrCopyTree(source, target)
    else await link(source, target).catch(() => copyFile(source, target)) // another disk, or links forbidden
  }
}
