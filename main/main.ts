// The entry. Reads as a table of contents: what was asked, whether another process holds the vault, else everything here; then the way down.
import { app } from 'electron'
import { catchMistakes } from './catchMistakes.ts'
import { answerRemote, askHolder, type RemoteRequest } from './cli/remoteCommand.ts'
import type { ExtractCommand } from './cli/extractFiles.ts'
import { extractInPages } from './cli/extractInPages.ts'
import { parseCommandLine, type Invocation } from './cli/parseCommandLine.ts'
import { exitCodeOf } from './cli/exitCodes.ts'
import { missingDisplay } from './cli/missingDisplay.ts'
import { finish, ownArguments, readLines, terminal } from './cli/terminal.ts'
import { englishFailureWords, toFailure, type Failure } from '../preload/failure.ts'
import { hold, type Hold } from './hold.ts'
import { hostileSwitches } from './hostileSwitches.ts'
import { isLibraryGone, libraryGone } from './libraryGone.ts'
import { libraryInUse } from './libraryInUse.ts'
import { log } from './log.ts'
import { openFolders, vaultMark, type Folders } from './places.ts'
import { registerSchemes } from './protocol.ts'
import { connectToOwner, takeVaultLock } from './vault/lock.ts'
import { wallIn } from './windows.ts'

type Asked = Extract<Invocation, { kind: 'window' | 'command' }>

app.enableSandbox()
registerSchemes()
let shown: Pick<Hold, 'tell' | 'open'> | undefined
// macOS hands a link over by this event, to the process that is there or to the one that it starts for it.
const handedOver: string[] = []
app.on('open-url', (event, url) => {
  event.preventDefault()
  if (shown?.open([url], []) !== true) handedOver.push(url)
})
catchMistakes((failure) => {
  terminal.err(englishFailureWords(failure))
  shown?.tell(failure)
})
app.on('web-contents-created', (_event, contents) => wallIn(contents))
// One page must not end because another closed: the way down is ours.
app.on('window-all-closed', () => undefined)
// Only `finish` ends the process, when all is written: Electron's way down and ours at once were seen to wait for each other for ever.
app.on('will-quit', (event) => event.preventDefault())

void main().catch((thrown: unknown) => {
  log.error('the start failed', thrown)
  terminal.err(englishFailureWords(toFailure(thrown)))
  finish(4)
})

async function main(): Promise<void> {
  if (app.isPackaged && hostileSwitches(process.argv.slice(1)).length > 0) {
    terminal.err(englishFailureWords({ code: 'not-allowed' }))
    return finish(2)
  }
  const asked = parseCommandLine(ownArguments())
  switch (asked.kind) {
    case 'help':
      terminal.out(asked.text)
      return finish(0)
    case 'version':
      terminal.out(app.getVersion())
      return finish(0)
    case 'usage':
      terminal.err(asked.message)
      return finish(2)
    case 'extract':
      return extractOnly(asked.extract)
    case 'command':
    case 'window':
      return start(asked)
  }
}

/** No vault, no lock, no library: it runs beside whatever else runs. */
async function extractOnly(asked: ExtractCommand): Promise<void> {
  const noDisplay = missingDisplay()
  if (noDisplay !== undefined) {
    terminal.err(noDisplay)
    return finish(2)
  }
  const interrupted = new AbortController()
  let signalCode: 0 | 130 | 143 = 0
  onSignal((code) => {
    signalCode = code
    interrupted.abort()
  })
  const code = await extractInPages(asked, terminal, interrupted.signal)
  finish(signalCode === 0 ? code : signalCode)
}

async function start(asked: Asked): Promise<void> {
  // Elsewhere the package tells the system. What stands before the `--` is the starter's, see ownWords.ts.
  if (process.platform === 'win32' && app.isPackaged)
    app.setAsDefaultProtocolClient('offprint', process.execPath, ['--log-level=3', '--'])
  const noDisplay = missingDisplay()
  if (noDisplay !== undefined) {
    terminal.err(noDisplay)
    return finish(2)
  }
  const folders = openFolders(asked.places, app.getPath('appData'))
  app.setPath('userData', folders.profile)
  app.setPath('sessionData', folders.profile)
  log.open(folders.profile)
  // A hidden page needs no graphics process, and starts a third sooner without one.
  if (asked.kind === 'command') app.disableHardwareAcceleration()
  // Until we hold the vault there is nothing that must be ended first.
  const stopHearing = onSignal(finish)
  const request = await readRequest(asked)
  let startsAnew = false

  // Another process may hold the vault, or let go of it at any moment: ask it, or take its place, until one of the two is done.
  for (;;) {
    const holder = deferred<Hold>()
    const lock = await takeVaultLock({
      root: folders.vault,
      onConnection: (socket) => void holder.promise.then((held) => answerRemote(socket, held)),
    })
    if (lock.ok) {
      if (!startsAnew && (await isLibraryGone(folders))) {
        await lock.value.release()
        const answer = asked.kind === 'window' ? await libraryGone(folders) : 'quit'
        startsAnew = answer === 'start anew'
        if (answer !== 'quit') continue
        const failure: Failure = { code: 'library-gone', folder: folders.vault }
        terminal.err(englishFailureWords(failure))
        return finish(exitCodeOf(failure))
      }
      stopHearing()
      return holdAndRun(asked, request, folders, lock.value.release, holder)
    }
    const owner = await connectToOwner(folders.vault)
    if (!owner) {
      // It has just let go; or it belongs to another person, then there is no pid, or is stuck: then there is nothing to wait for.
      if (lock.failure.code === 'library-in-use' && lock.failure.pid !== undefined && !lock.failure.isSilent) continue
      if (asked.kind === 'window' && lock.failure.code === 'library-in-use') {
        const stop = onSignal(finish)
        const isTriedAgain = await libraryInUse(lock.failure, folders)
        stop()
        if (isTriedAgain) continue
      }
      terminal.err(englishFailureWords(lock.failure))
      return finish(exitCodeOf(lock.failure))
    }
    const end = await askHolder(owner.socket, await withHandedOver(request), terminal)
    if (end.kind === 'exit') return finish(end.code)
    if (end.kind === 'lost' && end.begun) {
      terminal.err(englishFailureWords({ code: 'library-in-use', pid: owner.pid }))
      return finish(4)
    }
    if (end.kind === 'busy') await gone(folders.vault)
  }
}

async function holdAndRun(
  asked: Asked,
  request: RemoteRequest,
  folders: Folders,
  release: () => Promise<void>,
  holder: Deferred<Hold>,
): Promise<void> {
  const interrupted = new AbortController()
  let signalCode: 0 | 130 | 143 = 0
  onSignal((code) => {
    signalCode = code
    interrupted.abort()
    if (asked.kind === 'window') app.quit()
  })
  await app.whenReady()
  const held = await hold({
    folders,
    mark: vaultMark(folders.vault),
    visible: asked.kind === 'window',
    allow: asked.kind === 'window' ? asked.allow : [],
  })
  if (!held.ok) {
    await release()
    terminal.err(englishFailureWords(held.failure))
    return finish(exitCodeOf(held.failure))
  }
  shown = held.value
  holder.resolve(held.value)
  if (interrupted.signal.aborted) {
    await held.value.close()
    await release()
    return finish(signalCode)
  }
  if (request.kind === 'command') {
    const code = await held.value.run(request.command, terminal, interrupted.signal)
    await held.value.idle()
    await held.value.close()
    await release()
    return finish(signalCode === 0 ? code : signalCode)
  }
  held.value.open([...request.urls, ...handedOver.splice(0)], request.allow)
  await held.value.whenClosed()
  await release()
  finish(signalCode)
}

async function readRequest(asked: Asked): Promise<RemoteRequest> {
  if (asked.kind === 'window') return { kind: 'open', urls: [...asked.urls], allow: [...asked.allow] }
  const { command } = asked
  if (!asked.readsStdin || command.name !== 'save') return { kind: 'command', command }
  return { kind: 'command', command: { ...command, urls: [...command.urls, ...(await readLines(process.stdin))] } }
}

/** With the links that this process was started for, which macOS tells before the app is ready: the one that has the vault opens them. */
async function withHandedOver(request: RemoteRequest): Promise<RemoteRequest> {
  if (request.kind !== 'open' || process.platform !== 'darwin') return request
  await app.whenReady()
  return { ...request, urls: [...request.urls, ...handedOver] }
}

/** Resolves when nobody answers at the vault's socket any more: a command on it has ended. */
async function gone(vault: string): Promise<void> {
  for (;;) {
    const owner = await connectToOwner(vault)
    if (!owner) return
    await new Promise((resolve) => {
      owner.socket.on('error', resolve)
      owner.socket.on('close', resolve)
      owner.socket.resume()
    })
  }
}

/** 130 and 143 as shells expect them. */
function onSignal(stop: (code: 130 | 143) => void): () => void {
  const onInterrupt = () => stop(130)
  const onTerminate = () => stop(143)
  process.on('SIGINT', onInterrupt)
  process.on('SIGTERM', onTerminate)
  return () => {
    process.off('SIGINT', onInterrupt)
    process.off('SIGTERM', onTerminate)
  }
}

type Deferred<T> = { readonly promise: Promise<T>; readonly resolve: (value: T) => void }

function deferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((settle) => (resolve = settle))
  return { promise, resolve }
}
