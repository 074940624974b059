// `npm start` opens the app; `npm start --silent -- COMMAND ...` runs its command line. Makes ready whatever a fresh clone lacks, then steps
// aside: words, streams, signals and the exit code pass through as they are.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { dirname, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { parsePair, type ExtractCommand } from '../main/cli/extractFiles.ts'
import { parseCommandLine, type Places } from '../main/cli/parseCommandLine.ts'
import type { AppUser } from './appUser.ts'
import { environmentOf, tiedToUs, type Started } from './asUser.ts'
import { callersFolder } from './callersFolder.ts'
import { answeringDisplay, lendDisplay, startDisplay } from './display.ts'
import { handOver, letReach } from './handOver.ts'
import { readyApp } from './readyApp.ts'
import { installedApp } from './repository.ts'
import { NotReady, orSayWhy } from './say.ts'
import { isOnPath } from './systemLibraries.ts'

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
    case 'extract':
      return orSayWhy(() => start(args, { places: {}, needsWindow: false, reads: invocation.extract }))
    case 'window':
    case 'command':
      return orSayWhy(() => start(args, { places: invocation.places, needsWindow: invocation.kind === 'window' }))
  }
}

type Needs = {
  readonly places: Places
  readonly needsWindow: boolean
  /** Pages that the app's user must be able to read. */
  readonly reads?: ExtractCommand
}

async function start(args: readonly string[], { places, needsWindow, reads }: Needs): Promise<number> {
  const shown = await answeringDisplay()
  if (needsWindow && !shown) {
    throw new NotReady(
      'there is no display to open a window on (DISPLAY and WAYLAND_DISPLAY lead to none). ' +
        'Commands need none: npm start --silent -- --help lists them.',
    )
  }
  // A command shows nothing: it leaves the person's display alone where it can have one of its own.
  const usesShown = shown && (needsWindow || !isOnPath('Xvfb'))
  const app = await readyApp({ programs: usesShown ? [] : ['Xvfb'] })
  const workFolder = callersFolder('start')
  for (const folder of [places.vault, places.profile])
    if (folder !== undefined) await handOver(folder, app.user, workFolder)
  const input = reads === undefined || app.user === undefined ? undefined : await lendPages(reads, app.user, workFolder)
  const display = usesShown ? await lendDisplay(app.user) : await startDisplay(app.user)
  try {
    return await runToItsEnd([...app.electron, ...app.words(args)], {
      cwd: workFolder,
      env: { ...environmentOf(app.user), ...display.environment },
      input,
    })
  } finally {
    await display.stop()
  }
}

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** Enough to finish what is being written; an app that has not ended by then never will. */
const endTimeoutMs = 20_000

type Place = { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly input: string | undefined }

function runToItsEnd(command: Started, { input, ...place }: Place): Promise<number> {
  const [name, ...words] = tiedToUs(command)
  const app = spawn(name, words, { ...place, stdio: [input === undefined ? 'inherit' : 'pipe', 'inherit', 'inherit'] })
  app.stdin?.on('error', () => undefined) // it may end before it has read all
  app.stdin?.end(input)
  let patience: NodeJS.Timeout | undefined
  const forward = (signal: NodeJS.Signals) => {
    app.kill(signal)
    patience ??= setTimeout(() => app.kill('SIGKILL'), endTimeoutMs)
  }
  for (const signal of forwarded) process.on(signal, forward)
  return new Promise<number>((resolve, reject) => {
    app.on('error', reject)
    app.on('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])))
  }).finally(() => {
    clearTimeout(patience)
    for (const signal of forwarded) process.off(signal, forward)
  })
}

/** The app's user may reach the pages from now on. Returns what stood on standard input, for whoever reads it next. */
async function lendPages(
  { pairs, files }: ExtractCommand,
  user: AppUser,
  workFolder: string,
): Promise<string | undefined> {
  const input = pairs ? await text(process.stdin) : undefined
  const named = input === undefined ? files : input.split('\n').flatMap((line) => parsePair(line)?.file ?? [])
  for (const folder of new Set(named.map((file) => dirname(resolve(workFolder, file))))) await letReach(folder, user)
  return input
}
