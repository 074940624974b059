// Everything that runs in the process which holds the vault: vault, addresses of our pages, the window with the library, the queue; and what others ask of them.
import { app, clipboard, nativeTheme, type BrowserWindow } from 'electron'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { CaptureJob } from '../preload/capture.ts'
import { failed, ok, type Failure, type Result } from '../preload/failure.ts'
import { ruleSiteOf } from '../preload/siteRule.ts'
import { parseAddress, refusesTyped } from './capture/address.ts'
import { createConsentScript } from './capture/consentScript.ts'
import { createExtractor } from './capture/extraction.ts'
import { startProxy } from './capture/proxy.ts'
import { reExtract, type ReExtractRequest } from './capture/reExtract.ts'
import { ownIdentity, startCapture } from './capture/startCapture.ts'
import type { ExitCode } from './cli/exitCodes.ts'
import type { Command } from './cli/parseCommandLine.ts'
import { runCommand, type Output, type Services } from './cli/runCommand.ts'
import { confirmLinks } from './confirmLinks.ts'
import { hasTray } from './hasTray.ts'
import { readIntake } from './intake.ts'
import { connectWindow } from './ipc.ts'
import { log } from './log.ts'
import { speakAsSet } from './interfaceLanguage.ts'
import { setMenu } from './menu.ts'
import { createSignIn } from './signIn/createSignIn.ts'
import type { Folders } from './places.ts'
import { createPrinting } from './printing.ts'
import { serveApp, serveExtract } from './protocol.ts'
import { answersTo } from './requests.ts'
import { reopenWindow } from './reopenWindow.ts'
import { selfContainedPage } from './selfContainedPage.ts'
import { openSettings } from './settings.ts'
import { createTray } from './tray.ts'
import { deviceBefore, deviceFor, forgetDeviceBefore } from './vault/device.ts'
import { blobPath, onDisk, versionPath } from './vault/layout.ts'
import { newUlid } from './vault/ulid.ts'
import { openVault, type Vault } from './vault/vault.ts'
import { welcome } from './welcome.ts'
import { appSession, extractSession, openAppWindow } from './windows.ts'

export type Hold = {
  run(command: Command, output: Output, signal: AbortSignal): Promise<ExitCode>
  /** Shows the window and saves the addresses; false when this process has none to show. */
  open(urls: readonly string[], allow: readonly string[]): boolean
  /** Says in the window what went wrong in this process. */
  tell(failure: Failure): void
  isOpen(): boolean
  /** When no command is under way. */
  idle(): Promise<void>
  /** When the person has closed the window and nobody else needs this process. */
  whenClosed(): Promise<void>
  close(): Promise<void>
}

/** Chromium's net error for a load that another one took the place of. */
const aborted = -3

type Options = {
  readonly folders: Folders
  /** Names what belongs to this vault alone. */
  readonly mark: string
  readonly visible: boolean
  /** host:port pairs that this start may capture from, besides those the person has allowed. */
  readonly allow: readonly string[]
}

/** Call when the app is ready and the vault's lock is taken. */
export async function hold(options: Options): Promise<Result<Hold>> {
  const { folders, visible } = options
  const built = join(app.getAppPath(), 'out')
  const device = await deviceFor(folders.profile)
  const settings = openSettings(join(folders.profile, 'settings.json'))
  speakAsSet(settings.read().language)
  const opened = await openVault({ root: folders.vault, device, madeBy: `Offprint ${app.getVersion()}` })
  if (!opened.ok) return opened
  const vault = opened.value
  if (vault.wasCreated) await writeWelcome(vault)
  await takeOverLinks(vault, folders.profile)

  const session = appSession(options.mark)
  const printing = createPrinting(session)
  serveApp(session, join(built, 'renderer'), vault, printing.page)
  let browserWindow: BrowserWindow | undefined = undefined
  const contents = () => (browserWindow && !browserWindow.isDestroyed() ? browserWindow.webContents : undefined)

  const jobListeners = new Set<(job: CaptureJob) => void>()
  const proxy = await startProxy()
  const freezeScript = readFileSync(join(built, 'page', 'freeze.js'), 'utf8')
  const consentScript = createConsentScript(join(built, 'page'))
  const extractor = createExtractor({
    freezeScript,
    session: extractSession,
    serve: (own) => serveExtract(own, join(built, 'renderer')),
    preload: join(built, 'preload', 'extractBridge.cjs'),
  })
  const identity = ownIdentity()
  const allowed = () => [...options.allow, ...settings.read().allowedPrivate]
  const signIn = createSignIn({
    proxy,
    identity,
    pageScript: freezeScript,
    readSites: () => settings.read().signedInSites,
    writeSites: (signedInSites) =>
      window.emit('settings.changed', settings.write({ signedInSites: [...signedInSites] })),
    allowed,
    onSave: (url, page) => void queue.add([url], { opened: async () => page, evenPaused: true }),
    onDone(site) {
      for (const job of queue.jobs())
        if (waitsForSignIn(job) && signIn.sites.siteOf(new URL(job.url).hostname) === site) queue.retry([job.id])
    },
  })
  const ruleFor = async (url: string) => {
    const site = ruleSiteOf(url)
    const asked = site === undefined ? undefined : await window.ask('library.siteRule', [site])
    // A page is kept by our own lights rather than not at all.
    return asked?.ok ? (asked.value ?? undefined) : undefined
  }
  const readAgain = async (request: ReExtractRequest) => {
    const done = await reExtract(request, {
      vault,
      extractor,
      app: `Offprint ${app.getVersion()}`,
      newId: newUlid,
      ruleFor,
    })
    if (done.ok && done.value.kind === 'new') window.emit('vault.grown', null)
    return done
  }
  const queue = startCapture({
    identity,
    ownSessions: signIn.sites,
    vault,
    proxy,
    extractor,
    freezeScript,
    consentScript,
    allowed,
    findArticle: (urls) => window.ask('library.find', [[...urls]]),
    async versionsOf(article) {
      const caught = await window.ask('library.catchUp', [])
      const listed = caught.ok ? await window.ask('library.versions', [article]) : caught
      return listed.ok ? ok(listed.value?.map(({ version }) => version) ?? null) : listed
    },
    ruleFor,
    newId: newUlid,
    // A process that answers one question must not begin yesterday's captures.
    resumes: visible,
    isPaused: visible && settings.read().savingPaused,
    onChange(job) {
      for (const listener of jobListeners) listener(job)
      window.emit('capture.changed', job)
      if (job.state.kind === 'saved') window.emit('vault.grown', null)
    },
    onRemoved: (id) => window.emit('capture.removed', id),
  })
  const window = connectWindow(
    contents,
    answersTo({
      vault,
      queue,
      signIn,
      extractor,
      printing,
      readAgain,
      settings,
      languageChanged(language) {
        speakAsSet(language)
        showMenu()
        void showTray()
        contents()?.reload()
      },
      trayChanged: () => void showTray(),
      hasTray: () => tray.isPossible,
      folders,
      window: () => browserWindow,
      emit: (...event) => window.emit(...event),
    }),
  )

  const showMenu = () => setMenu((command) => window.emit('command.run', command))
  const bringForward = () => {
    if (!browserWindow || browserWindow.isDestroyed()) return
    if (browserWindow.isMinimized()) browserWindow.restore()
    browserWindow.show()
    browserWindow.focus()
  }
  const tray = {
    isPossible: visible ? hasTray() : Promise.resolve(false),
    icon: createTray(join(built, 'main', 'tray.png'), {
      async saveCopied() {
        const copied = await clipboard.readText()
        // Where nothing was copied the window says so, and has to be seen.
        if (copied.trim() === '') bringForward()
        window.emit('intake.copied', copied)
      },
      open: bringForward,
      quit: () => app.quit(),
    }),
  }
  const showTray = async () => {
    const isWanted = settings.read().tray && (await tray.isPossible)
    tray.icon.show(isWanted && browserWindow !== undefined && !browserWindow.isDestroyed())
  }

  browserWindow = openAppWindow({
    session,
    folder: built,
    settings,
    background: backgroundOf(settings.read().theme),
    mount: visible,
  })
  reopenWindow(browserWindow, { isShown: visible })
  // A page that never stands cannot be waited for.
  browserWindow.webContents.on('render-process-gone', () => window.lost())
  browserWindow.webContents.on('did-navigate', () => window.begins())
  browserWindow.webContents.on('did-fail-load', (_event, code, _words, _url, isMainFrame) => {
    if (isMainFrame && code !== aborted) window.lost()
  })
  showMenu()
  void showTray()
  browserWindow.once('closed', () => tray.icon.show(false))
  const closed = new Promise<void>((resolve) => browserWindow?.once('closed', resolve))

  const links = confirmLinks({
    window: () => browserWindow,
    hostOf: (url) => hostOf(url, allowed()),
    save(urls, allow) {
      const { refused } = queue.add([...urls], { allow })
      // In the field the person sees each address with what is wrong with it.
      if (refused.length > 0) window.emit('intake.text', refused.map(({ url }) => url).join('\n'))
    },
  })
  const commands = new Set<Promise<unknown>>()
  let isEnding = false
  const services: Services = {
    vaultPath: folders.vault,
    profilePath: folders.profile,
    ask: (name, args, onProgress) => window.ask(name, args, onProgress),
    write: async (acts) => {
      const written = await vault.append([...acts])
      window.emit('vault.grown', null)
      return written
    },
    save(urls, { allow, signal, onChange }) {
      const { jobs, refused } = queue.add([...urls], { allow, evenPaused: true })
      const own = new Set(jobs.map((job) => job.id))
      const listener = (job: CaptureJob) => void (own.has(job.id) && onChange(job))
      jobListeners.add(listener)
      signal.addEventListener('abort', () => queue.cancel(jobs.map((job) => job.id)), { once: true })
      const settled = jobs.map((job) => queue.whenSettled(job.id))
      void Promise.allSettled(settled).then(() => jobListeners.delete(listener))
      return { refused, settled }
    },
    async page(article, version) {
      const page = await vault.readPage(article, version)
      if (!page.ok) return page
      const { html, missing } = await selfContainedPage(page.value, (name) => vault.readBlob(name))
      return ok({ html, missing: missing.map(blobPath) })
    },
    async pdf(article, version) {
      const pdf = await vault.readPdf(article, version)
      return pdf.ok ? ok(onDisk(vault.root, versionPath(article, version, 'pdf'))) : pdf
    },
    reExtract: readAgain,
    verify: (run) => vault.verify(run),
  }

  const held: Hold = {
    isOpen: () => !isEnding,
    tell: (failure) => window.emit('went.wrong', failure),
    async run(command, output, signal) {
      const running = runCommand(command, services, output, signal)
      commands.add(running)
      try {
        return await running
      } finally {
        commands.delete(running)
      }
    },
    open(urls, allow) {
      if (!visible || !browserWindow || browserWindow.isDestroyed()) return false
      bringForward()
      links.take(urls.map(readIntake), allow)
      return true
    },
    async idle() {
      while (commands.size > 0) await Promise.allSettled(commands)
    },
    whenClosed: async () => {
      await closed
      await held.close()
    },
    async close() {
      isEnding = true
      signIn.close()
      await queue.close()
      extractor.close()
      await vault.close()
      await settings.kept()
      await proxy.close()
    },
  }
  // Closing the window while a command is being served hides it; the process ends after the command.
  // What it has not written yet it writes before: the messages of a page that closes may come too late.
  let hasLeft = false
  browserWindow.on('close', (event) => {
    if (commands.size === 0 && hasLeft) return
    event.preventDefault()
    if (commands.size > 0) browserWindow?.hide()
    const left = Promise.race([window.ask('window.leaving', []), pause(leavingMs)]).then(() => (hasLeft = true))
    void Promise.all([left, held.idle()]).then(() => browserWindow?.isDestroyed() === false && browserWindow.close())
  })
  return ok(held)
}

/** A window that does not answer any more closes all the same. */
const leavingMs = 1_000

/** Of an address that a link offers. On the own network only where the person has allowed it before. */
function hostOf(url: string, allowed: readonly string[]): Result<string> {
  const address = parseAddress(url)
  if (!address.ok) return address
  return refusesTyped(address.value.url, allowed) ? failed({ code: 'private-address' }) : ok(address.value.host)
}

/** Those that waited when the machine had another name, or was another one. What does not work now is tried at the next start. */
async function takeOverLinks(vault: Vault, profile: string): Promise<void> {
  try {
    const before = await deviceBefore(profile)
    if (before !== undefined && (await vault.inbox.takeOver(before)).ok) await forgetDeviceBefore(profile)
  } catch (thrown) {
    log.error('waiting links could not be taken over', thrown)
  }
}

async function writeWelcome(vault: Vault): Promise<void> {
  const { record, html, act } = welcome(
    { article: newUlid(), version: newUlid() },
    new Date(),
    `Offprint ${app.getVersion()}`,
  )
  const written = await vault.writeVersion({ record, html })
  if (written.ok) await vault.append([act])
  else log.warn('the welcome article could not be written')
}

function backgroundOf(theme: string): string {
  const colours: Readonly<Record<string, string>> = {
    paper: '#FBFAF7',
    sepia: '#F4ECD8',
    dusk: '#1E1F22',
    ink: '#000000',
  }
  return colours[theme] ?? (nativeTheme.shouldUseDarkColors ? '#1E1F22' : '#FBFAF7')
}

/** It failed for want of a sign-in. */
function waitsForSignIn({ state }: CaptureJob): boolean {
  if (state.kind !== 'failed') return false
  const { failure } = state
  if (failure.code === 'http-status') return failure.asksForProof === true || [401, 403].includes(failure.status)
  return failure.code === 'sign-in-needed'
}
