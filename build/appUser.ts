// Who runs the app. Never root: Chromium's sandbox does not work for root, and a page must not be one mistake away from the whole machine.
import { readFileSync, statSync } from 'node:fs'
import { chmod, chown, mkdir } from 'node:fs/promises'
import { repository } from './repository.ts'
import { runProgram } from './runProgram.ts'
import { NotReady, say } from './say.ts'

export type AppUser = {
  readonly name: string
  readonly uid: number
  readonly gid: number
  /** A lasting one: the default vault lies in it. */
  readonly home: string
}

const ownName = 'offprint'
const ownHome = '/var/lib/offprint'

/** Undefined: whoever runs us. For root: the owner of the clone, or, if that is root too, a user of our own, made at the first call. */
export async function appUser(): Promise<AppUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(repository)
  if (owner.uid !== 0) {
    const entry = passwordEntries().find(({ uid }) => uid === owner.uid)
    return withHome(
      entry ?? { name: String(owner.uid), uid: owner.uid, gid: owner.gid, home: `${ownHome}-${owner.uid}` },
    )
  }
  const ours = passwordEntries().find(({ name }) => name === ownName) ?? (await addUser())
  if (ours.uid === 0)
    throw new NotReady(`the user ${ownName} is root under another name; the app does not run as root.`)
  return withHome(ours)
}

/** Everybody this system knows. */
export function passwordEntries(text: string = readFileSync('/etc/passwd', 'utf8')): AppUser[] {
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid, , home] = line.split(':')
    return name && home ? [{ name, uid: Number(uid), gid: Number(gid), home }] : []
  })
}

async function addUser(): Promise<AppUser> {
  say(`the app does not run as root; adding a user ${ownName} for it, with its home in ${ownHome}`)
  const ran = await runProgram('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    ownHome,
    '--shell',
    '/usr/sbin/nologin',
    ownName,
  ])
  const added = passwordEntries().find(({ name }) => name === ownName) // also when another start added it at the same moment
  if (added === undefined) throw new NotReady(`the user ${ownName} could not be added: ${ran.output.trim()}`)
  return added
}

async function withHome(user: AppUser): Promise<AppUser> {
  if (statSync(user.home, { throwIfNoEntry: false }) === undefined) {
    await mkdir(user.home, { recursive: true })
    await chown(user.home, user.uid, user.gid)
    await chmod(user.home, 0o700)
  }
  return user
}
