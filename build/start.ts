// `npm start` opens the app; `npm start --silent -- COMMAND ...` runs its command line. Makes ready whatever a fresh clone lacks, then steps
// aside: words, streams, signals and the exit code pass through as they are.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { parseCommandLine, type Places } from '../main/cli/parseCommandLine.ts'
import { appUser, type AppUser } from './appUser.ts'
import { asUser, environmentOf, tiedToUs } from './asUser.ts'
import { bundle } from './bundle.ts'
import { answeringDisplay, lendDisplay, startDisplay, type Display } from './display.ts'
import { findElectron } from './electron.ts'
import { handOver } from './handOver.ts'
import { installedApp } from './repository.ts'
import { NotReady, orSayWhy } from './say.ts'
import { stagedFor, type Staged } from './stagedFor.ts'
import { ensureSystem } from './systemLibraries.ts'

export function run(args: readonly string[]): Promise<number> {
  const invocation = parseCommandLine(args)
  switch (invocation.kind) {
    case 'help':
      process.stdout.write(`${invocation.text}\n`)
      return Promise.resolve(0)
    case 'version':
      process.stdout.write(`${installedApp().version}\n`)
      return Promise.resolve(0)
    case 'usage':
      process.stderr.write(`${invocation.message}\n`)
      return Promise.resolve(2)
    case 'window':
    case 'command':
      return orSayWhy(() => start(args, invocation.places, invocation.kind === 'window'))
  }
}

async function start(args: readonly string[], places: Places, needsWindow: boolean): Promise<number> {
  const shown = await answeringDisplay()
  if (needsWindow && !shown) {
    throw new NotReady(
      'there is no display to open a window on (DISPLAY and WAYLAND_DISPLAY lead to none). ' +
        'Commands need none: npm start --silent -- --help lists them.',
    )
  }
  const electron = await findElectron()
  await ensureSystem({ binary: electron.binary, programs: shown ? [] : ['Xvfb'] })
  await bundle()
  const user = await appUser()
  const staged = await stagedFor(user, electron)
  const workFolder = callersFolder()
  for (const folder of [places.vault, places.profile])
    if (folder !== undefined) await handOver(folder, user, workFolder)
  const display = shown ? await lendDisplay(user) : await startDisplay(user)
  try {
    return await runApp(args, staged, user, display, workFolder)
  } finally {
    await display.stop()
  }
}

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

function runApp(
  args: readonly string[],
  staged: Staged,
  user: AppUser | undefined,
  display: Display,
  cwd: string,
): Promise<number> {
  // Chromium tells nothing but its end on standard error, and reads no switches after `--`: what follows is the app's alone.
  const words = ['--log-level=3', '--', staged.appFolder, ...args]
  const [command, ...rest] = asUser(user, tiedToUs([staged.binary, ...words]))
  const app = spawn(command, rest, { cwd, env: { ...environmentOf(user), ...display.environment }, stdio: 'inherit' })
  const forward = (signal: NodeJS.Signals) => void app.kill(signal)
  for (const signal of forwarded) process.on(signal, forward)
  return new Promise<number>((resolve, reject) => {
    app.on('error', reject)
    app.on('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])))
  }).finally(() => {
    for (const signal of forwarded) process.off(signal, forward)
  })
}

/** npm runs its scripts in the clone and keeps in INIT_CWD where the person was. */
function callersFolder(): string {
  const isRunByNpm = process.env['npm_lifecycle_event'] === 'start'
  return (isRunByNpm ? process.env['INIT_CWD'] : undefined) ?? process.cwd()
}
