// Chromium's sandbox is never turned off. It wants user namespaces; where a system keeps them from ordinary users, it has a helper that must
// belong to root and be set-user-id.
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { chmod, chown } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppUser } from './appUser.ts'
import { asUser, type Sandbox } from './asUser.ts'
import { NotReady, say } from './say.ts'

/** Which sandbox the app will have. As root, prepares the helper where it is needed; otherwise says how. */
export async function ensureSandbox(user: AppUser | undefined, electronFolder: string): Promise<Sandbox> {
  if (process.platform !== 'linux' || hasNamespaces(user)) return 'namespaces'
  const helper = join(electronFolder, 'chrome-sandbox')
  if (isReady(helper)) return 'helper'
  const why = 'this system keeps user namespaces, which the sandbox is made of, from ordinary users'
  if (user === undefined) {
    throw new NotReady(
      `${why}. Run this once, then try again:\n  sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`,
    )
  }
  say(`${why}; making ${helper} set-user-id root, as Chromium provides for`)
  await chown(helper, 0, 0)
  await chmod(helper, 0o4755)
  return 'helper'
}

/** Some systems let a namespace be made and then give it no rights: so it is mapped, too. */
function hasNamespaces(user: AppUser | undefined): boolean {
  const [command, ...args] = asUser(user, ['unshare', '--user', '--map-root-user', 'true'])
  const ran = spawnSync(command, args, { stdio: 'ignore' })
  return ran.error !== undefined || ran.status === 0 // without the tool to ask, let Chromium find out
}

function isReady(helper: string): boolean {
  const entry = statSync(helper, { throwIfNoEntry: false })
  return entry !== undefined && entry.uid === 0 && (entry.mode & 0o7777) === 0o4755
}
