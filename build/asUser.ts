// Starts a program as the user the app runs as, tied to our own life.
import { spawnSync } from 'node:child_process'
import type { AppUser } from './appUser.ts'

export type Started = readonly [command: string, ...args: string[]]

/** What Chromium's sandbox is made of: user namespaces, or its set-user-id helper. */
export type Sandbox = 'namespaces' | 'helper'

/** The words that start `command` as that user, without any way back to root but the sandbox's helper. setpriv belongs to every Linux. */
export function asUser(user: AppUser | undefined, command: Started, sandbox: Sandbox = 'namespaces'): Started {
  if (user === undefined) return command
  return [
    'setpriv',
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    isPerson(user) ? '--init-groups' : '--clear-groups',
    ...(sandbox === 'namespaces' ? ['--no-new-privs'] : []),
    ...command,
  ]
}

/** Somebody with groups of their own (sound, graphics); not a user made for a service, nor a bare number that the system has no name for. */
function isPerson({ uid, name }: AppUser): boolean {
  return uid >= 1000 && uid !== 65534 && name !== String(uid)
}

/** The same, and the program is asked to end (SIGTERM) when we die in whatever way, so that nothing is left behind. */
export function tiedToUs(command: Started): Started {
  if (process.platform !== 'linux') return command
  const bind = ['setpriv', '--pdeathsig', 'TERM'] as const
  // Linux forgets the bond when the user changes; so it is made afterwards, by the last of the setprivs.
  const [first, ...rest] = command
  return first === 'setpriv'
    ? ['setpriv', ...rest.slice(0, optionsIn(rest)), ...bind, ...rest.slice(optionsIn(rest))]
    : [...bind, ...command]
}

function optionsIn(words: readonly string[]): number {
  return words.findIndex((word) => !word.startsWith('--'))
}

const personal =
  /^(XDG_|DBUS_|SSH_|GPG_|SUDO_|NPM_|npm_)|^(MAIL|OLDPWD|PWD|TMPDIR|TEMP|TMP|INIT_CWD|XAUTHORITY|LS_COLORS)$/
/** They change what Electron is; nothing of ours needs them. */
const dangerous = ['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS', 'ELECTRON_ENABLE_LOGGING', 'LD_PRELOAD'] as const

/** The environment of the app: ours, without what belongs to the user we were before. */
export function environmentOf(
  user: AppUser | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const own = { ...environment }
  for (const name of dangerous) delete own[name]
  if (user === undefined) return own
  for (const name of Object.keys(own)) if (personal.test(name)) delete own[name]
  return { ...own, HOME: user.home, USER: user.name, LOGNAME: user.name, SHELL: '/bin/sh' }
}

/** Whether that user can do so with that path: r, w or x, as test(1) names them. */
export function canUser(user: AppUser | undefined, access: 'r' | 'w' | 'x', path: string): boolean {
  const [command, ...args] = asUser(user, ['test', `-${access}`, path])
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}
