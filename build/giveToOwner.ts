// Run as root in somebody's clone, we leave nothing behind that only root may change.
import { lchown, lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { repository } from './repository.ts'

/** Hands a folder of this clone, with all in it, to whoever owns the clone. Does nothing unless root runs it in another user's clone. */
export async function giveToOwner(folder: string) {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = await lstat(repository)
  if (uid !== 0) await changeOwner(folder, uid, gid)
}

/** Never follows a link. What has that owner already is left as it is. */
export async function changeOwner(path: string, uid: number, gid: number) {
  const entry = await lstat(path)
  if (entry.uid !== uid) await lchown(path, uid, gid)
  if (!entry.isDirectory()) return
  for (const name of await readdir(path)) await changeOwner(join(path, name), uid, gid)
}
