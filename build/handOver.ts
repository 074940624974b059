// Root names a folder for the vault or the profile; the app, which does not run as root, must be able to write there.
// Only what was named changes hands, and never a place that others need.
import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { chmod, chown, mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { passwordEntries, type AppUser } from './appUser.ts'
import { canUser } from './asUser.ts'
import { changeOwner } from './giveToOwner.ts'
import { repository } from './repository.ts'
import { NotReady, say } from './say.ts'

/** Makes the folder if need be and gives it to the user. A relative path counts from `from`. */
export async function handOver(named: string, user: AppUser | undefined, from: string): Promise<void> {
  if (user === undefined) return
  const path = resolve(from, named)
  await mkdir(path, { recursive: true })
  const folder = realpathSync(path)
  if (!isOwnedThroughout(folder, user, 2)) {
    refuseIfOthersNeed(folder, user)
    await changeOwner(folder, user.uid, user.gid)
  }
  await letThrough(folder, user)
  if (!canUser(user, 'w', folder)) {
    throw new NotReady(
      `the user ${user.name}, who runs the app because you are root, cannot write to ${folder}. Choose another folder.`,
    )
  }
}

/** The user may reach the files of that folder by name from now on; reading them is their own matter. */
export async function letReach(folder: string, user: AppUser): Promise<void> {
  if (existsSync(folder)) await letThrough(join(realpathSync(folder), 'file'), user)
}

/** Looks a few levels deep only: a vault may hold a hundred thousand files, and what the app wrote is its own. */
function isOwnedThroughout(path: string, user: AppUser, levels: number): boolean {
  const entry = lstatSync(path)
  if (entry.uid !== user.uid) return false
  if (levels === 0 || !entry.isDirectory()) return true
  return readdirSync(path).every((name) => isOwnedThroughout(join(path, name), user, levels - 1))
}

function refuseIfOthersNeed(folder: string, user: AppUser) {
  const depth = folder.split('/').filter((part) => part !== '').length
  const isHome = passwordEntries().some(({ home, name }) => name !== user.name && home === folder)
  const holdsClone = `${repository}/`.startsWith(`${folder}/`)
  if (depth < 2 || isHome || holdsClone || /^\/(bin|boot|dev|etc|lib\w*|proc|run|sbin|sys|usr)\//.test(`${folder}/`)) {
    throw new NotReady(
      `${folder} is not a folder to give away to the app's user ${user.name}. Name a folder of its own for it.`,
    )
  }
  const owner = statSync(folder).uid
  if (owner !== 0 && owner !== user.uid) {
    throw new NotReady(`${folder} belongs to another user. Run this as that user, or name another folder.`)
  }
}

/**
 * Folders above it that only root may enter: the user's group may pass through them from now on, and no more (no listing, no reading).
 * Their group has no rights until then, so nobody loses or gains any but that user.
 */
async function letThrough(folder: string, user: AppUser) {
  const closed: string[] = []
  for (let above = dirname(folder); above !== '/'; above = dirname(above)) {
    if (!canPass(above, user)) closed.push(above)
  }
  for (const above of closed.reverse()) {
    const entry = statSync(above)
    if (entry.uid !== 0 || (entry.mode & 0o070) !== 0) continue // somebody's arrangement: the check that follows says that it does not work
    say(`${above} is closed to the app's user ${user.name}; it may pass through it from now on (not read it)`)
    await chown(above, entry.uid, user.gid)
    await chmod(above, (entry.mode & 0o7777) | 0o010)
  }
}

function canPass(folder: string, user: AppUser): boolean {
  const { uid, gid, mode } = statSync(folder)
  const bits = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode
  return (bits & 1) !== 0
}
