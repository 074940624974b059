// A clone in a place that only root may enter (root's own home) is shown to the app's user as copies in that user's home.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, copyFile, cp, link, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { canUser } from './asUser.ts'
import type { AppUser } from './appUser.ts'
import type { Electron } from './electron.ts'
import { inRepository, repository } from './repository.ts'

export type Staged = { readonly binary: string; readonly appFolder: string }

/** Where that user finds Electron and the built app: where they are, or copies made when they changed. */
export async function stagedFor(user: AppUser | undefined, electron: Electron): Promise<Staged> {
  const canRead =
    user === undefined || (canUser(user, 'x', electron.binary) && canUser(user, 'r', inRepository('out', 'built-from')))
  if (user === undefined || canRead) return { binary: electron.binary, appFolder: repository }
  const folder = join(user.home, 'clones', createHash('sha256').update(repository).digest('hex').slice(0, 16))
  await mkdir(folder, { recursive: true })
  await chmod(join(user.home, 'clones'), 0o755)
  await chmod(folder, 0o755)
  const runtime = join(folder, 'electron')
  await copyWhenChanged(electron.folder, runtime, 'version', linkOrCopyTree)
  await copyWhenChanged(inRepository('out'), join(folder, 'app', 'out'), 'built-from', (from, to) =>
    cp(from, to, { recursive: true }),
  )
  await copyFile(inRepository('package.json'), join(folder, 'app', 'package.json'))
  return { binary: join(runtime, electron.binary.slice(electron.folder.length + 1)), appFolder: join(folder, 'app') }
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
  await copy(from, join(work, 'copy'))
  await rm(to, { recursive: true, force: true })
  await rename(join(work, 'copy'), to)
  await rm(work, { recursive: true, force: true })
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
