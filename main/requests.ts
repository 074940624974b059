// What the app window may ask, and who answers: one line a request, in the contract's order.
import { app, clipboard, dialog, shell, type BrowserWindow } from 'electron'
import type { CaptureJob } from '../preload/capture.ts'
import type { EventName, EventValue, RequestArgs, RequestName, RequestResult, Settings } from '../preload/contract.ts'
import { ok, type Result } from '../preload/failure.ts'
import type { Extractor } from './capture/extraction.ts'
import type { Queue } from './capture/queue.ts'
import type { ReExtracted, ReExtractRequest } from './capture/reExtract.ts'
import { actOnWindow, followTextScale } from './actOnWindow.ts'
import { leadsTo } from './leadsTo.ts'
import { takeMediaKeys } from './mediaKeys.ts'
import { showMenuState } from './menu.ts'
import { openExternal } from './openExternal.ts'
import { openFile } from './openFile.ts'
import { popupMenu } from './popupMenu.ts'
import type { Printing } from './printing.ts'
import { isTestRuntime, type Folders } from './places.ts'
import { saveFile } from './saveFile.ts'
import type { SettingsFile } from './settings.ts'
import type { SignIn } from './signIn/createSignIn.ts'
import { words } from './words.ts'
import { attempt } from './vault/diskFailure.ts'
import type { Vault } from './vault/vault.ts'

const actsAtATime = 5_000

type Around = {
  readonly vault: Vault
  readonly queue: Queue
  readonly settings: SettingsFile
  readonly signIn: Pick<SignIn, 'open' | 'forget'>
  readonly extractor: Pick<Extractor, 'extract'>
  readonly printing: Pick<Printing, 'print'>
  readAgain(request: ReExtractRequest): Promise<Result<ReExtracted>>
  languageChanged(language: Settings['language']): void
  trayChanged(): void
  hasTray(): Promise<boolean>
  readonly folders: Folders
  window(): BrowserWindow | undefined
  emit<N extends EventName>(name: N, value: EventValue<N>): void
}

type Answers = {
  [N in Exclude<RequestName, 'app.listening' | 'question.listening' | 'question.answer' | 'question.progress'>]: (
    ...args: RequestArgs<N>
  ) => Promise<Result<RequestResult<N>>> | Result<RequestResult<N>>
}

export function answersTo(around: Around): Answers {
  const { vault, queue, signIn, extractor, printing, readAgain, settings, folders, window, emit } = around
  return {
    'capture.add': (urls) => ok(queue.add(urls, { allow: [] })),
    'capture.jobs': () => ok([...queue.jobs()]),
    'capture.cancel': (ids) => done(queue.cancel(ids)),
    'capture.retry': (ids) => done(queue.retry(ids)),
    'capture.remove': (ids) => done(queue.remove(ids)),
    async 'capture.allowPrivate'(id) {
      const job = queue.jobs().find((one) => one.id === id)
      const host = job && hostToAllow(job)
      if (host === undefined || !(await agreesToPrivate(host, window()))) return ok(false)
      const { allowedPrivate } = settings.read()
      emit('settings.changed', settings.write({ allowedPrivate: [...new Set([...allowedPrivate, host])] }))
      // What else of this host was refused was asked for as well.
      const refused = queue.jobs().filter((each) => hostToAllow(each) === host)
      queue.retry(refused.map((one) => one.id))
      return ok(true)
    },

    'signIn.open': (address) => signIn.open(address),
    async 'signIn.forget'(site) {
      await signIn.forget(site)
      return ok(null)
    },

    'vault.acts': (cursor) => attempt(() => vault.readActs(cursor, actsAtATime)),
    async 'vault.versions'(wanted) {
      const read = await Promise.all(wanted.map(({ article, version }) => vault.readVersion(article, version)))
      return ok(read.map((one) => (one.ok ? one.value : null)))
    },
    'vault.write': (acts) => vault.append(acts),

    async 'rule.preview'({ article, version, rule }) {
      const [kept, page] = await Promise.all([vault.readVersion(article, version), vault.readPage(article, version)])
      if (!kept.ok) return kept
      if (!page.ok) return page
      const read = await extractor.extract({ html: page.value, url: kept.value.record.url, rule })
      if (!read.ok) return read
      const { html, text, words: count } = read.value
      return ok({ html, text, words: count })
    },
    'rule.apply': ({ article, version, rule }) => readAgain({ id: article, version, rule, isWanted: true }),

    async 'open.external'(address, from) {
      const isExpected =
        from !== undefined &&
        ('job' in from
          ? queue.jobs().some(({ id, url }) => id === from.job && url === address)
          : await leadsTo(address, from, vault))
      return ok(await openExternal(address, { isExpected, window }))
    },
    async 'open.vaultFolder'() {
      await shell.openPath(folders.vault)
      return ok(null)
    },
    'file.save': (name, text) => saveFile(window(), name, text),
    'file.open': () => openFile(window()),
    'print.article': (request) => printing.print(request, window()),
    'aloud.keys': (isOn) => done(takeMediaKeys(isOn, (command) => emit('command.run', command))),
    'window.act'(act) {
      const shown = window()
      if (shown) actOnWindow(shown, act, settings)
      return ok(null)
    },
    'window.textScale'(scale) {
      const shown = window()
      if (shown) followTextScale(shown, scale, settings)
      return ok(null)
    },
    'menu.popup': (entries) => popupMenu(entries, window()),
    'menu.state': (state) => done(showMenuState(state)),
    'vault.space': async () => ok({ state: await vault.spaceState() }),
    async 'vault.adopt'() {
      const adopted = await vault.adopt()
      return adopted.ok ? ok({ files: adopted.value }) : adopted
    },
    'vault.sweep': () => vault.sweep(),
    'clipboard.write': (text) => done(clipboard.writeText(text)),

    'settings.read': () => ok(settings.read()),
    'settings.write'(change) {
      const before = settings.read()
      const next = settings.write(withoutAbsent(change))
      queue.pause(next.savingPaused)
      emit('settings.changed', next)
      if (next.language !== before.language) around.languageChanged(next.language)
      if (next.tray !== before.tray) around.trayChanged()
      return ok(next)
    },
    'app.info': () =>
      ok({
        version: app.getVersion(),
        electron: process.versions.electron ?? '',
        chromium: process.versions.chrome ?? '',
        platform: process.platform,
        vaultPath: folders.vault,
        vaultId: vault.id,
        profilePath: folders.profile,
        testRuntime: isTestRuntime(),
        readOnly: vault.readOnly,
      }),
    'app.hasTray': async () => ok(await around.hasTray()),
    'app.painted': () => done(window()?.show()),
  }
}

/** Of a link that was refused for being on the own network. */
function hostToAllow({ state }: CaptureJob): string | undefined {
  return state.kind === 'failed' && state.failure.code === 'private-address' ? state.failure.allowable : undefined
}

async function agreesToPrivate(host: string, parent: BrowserWindow | undefined): Promise<boolean> {
  const question = {
    type: 'question' as const,
    message: words.allowHost(host),
    detail: words.allowHostText,
    buttons: [words.allow, words.cancel],
    defaultId: 1,
    cancelId: 1,
  }
  const { response } = parent ? await dialog.showMessageBox(parent, question) : { response: 1 }
  return response === 0
}

function done(_nothing: unknown): Result<null> {
  return ok(null)
}

function withoutAbsent<T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  } // absent keys have been left out one line above
}
