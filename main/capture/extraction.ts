// Hands frozen pages to the extract page, a hidden page of our own without network, and takes articles back. What it parses is hostile:
// whatever does not answer within its time is ended, and a new one begun.
import { BrowserWindow, MessageChannelMain, type MessagePortMain, type Session } from 'electron'
import {
  extractAnswer,
  type Examination,
  type Extraction,
  type ExtractAnswer,
  type ExtractRequest,
} from '../../preload/extraction.ts'
import { failed, ok, type Failure, type Result } from '../../preload/failure.ts'
import { extractOrigin } from '../origins.ts'
import { freezeTextScript } from './freezeText.ts'
import type { FreezeOptions } from './frozenPage.ts'
import { workedMs } from './processUse.ts'
import { shutPreferences } from './shutWindow.ts'

export type Extractor = {
  /** Starts the page, so that it stands when it is needed. */
  prepare(): void
  /** `html` as it is stored: frozen, its resources as offprint-asset: addresses. */
  extract(page: {
    readonly html: string
    readonly url: string
    /** The text of its site's rule. */
    readonly rule?: string | undefined
  }): Promise<Result<Extraction>>
  /** Freezes a page from its markup alone, as data that is still to be parsed: see page/freeze.ts, which runs here on an inert document. */
  freeze(page: { readonly html: string; readonly url: string }, options: FreezeOptions): Promise<Result<unknown>>
  /** A PDF's words and what it says of itself; `damaged-data` where nothing can open it. Takes longer than a page may. */
  pdf(file: { readonly bytes: Uint8Array; readonly url: string }): Promise<Result<PdfText>>
  /** WebP, 128 px square. */
  thumbnail(bytes: Uint8Array, mime: string): Promise<Result<Uint8Array>>
  close(): void
}

export type PdfText = {
  readonly extraction: Extraction
  readonly pages?: number | undefined
  /** WebP, 128 px square: its first page. */
  readonly thumbnail?: Uint8Array | undefined
}

/** For looking at extraction itself. */
export type Examiner = {
  /**
   * A page as it lies on the disk, in whatever charset; `why` adds which step removed or added which block. A gzipped one is unpacked there:
   * `damaged-data` where that does not succeed, or where it grows beyond the limit.
   */
  examine(page: {
    readonly bytes: Uint8Array
    readonly url: string
    readonly why: boolean
  }): Promise<Result<Examination>>
}

export type ExtractorOptions = {
  /** A session of its own, in memory. Called once. */
  session(): Session
  /** Serves `app://extract/` there and nothing else. */
  serve(session: Session): void
  /** The path of out/preload/extractBridge.cjs. */
  readonly preload: string
  /** The text of out/page/freeze.js, for those who call `freeze`. */
  readonly freezeScript?: string
  /** Of a processor, where the system tells how much a process has had of it: on a busy machine a page takes longer, and is no more complex. */
  readonly limitMs?: number
  readonly startLimitMs?: number
  /** With nothing to do for so long, the page is closed: it is made again in less time than a page takes to load. */
  readonly idleMs?: number
}

const defaults = { limitMs: 10_000, startLimitMs: 20_000, idleMs: 10_000 }
/** A PDF is read for seven seconds, and its first page drawn. */
const pdfLimitMs = 20_000
/** By the clock, so many times what it may have of a processor. */
const mostPatience = 6
const extractPage = `${extractOrigin}/extract.html`

/** Any number will do but 0, which is the page's own world. */
const freezeWorld = 1_000

type Page = { readonly window: BrowserWindow; readonly port: MessagePortMain; canFreeze: boolean }
type Waiting = { readonly done: (answer: ExtractAnswer | Failure) => void; timer: NodeJS.Timeout }

/** One page at a time, made when it is first needed and kept while there is something to do. */
export function createExtractor(options: ExtractorOptions): Extractor & Examiner {
  const { limitMs, startLimitMs, idleMs } = { ...defaults, ...options }
  let session: Session | undefined
  let page: Promise<Page> | undefined
  let count = 0
  let isClosed = false
  const waiting = new Map<number, Waiting>()
  let idleTimer: NodeJS.Timeout | undefined
  /** Called at every beginning and every end of something to do. */
  const noteUse = () => {
    clearTimeout(idleTimer)
    if (waiting.size === 0) idleTimer = setTimeout(() => restart({ code: 'cancelled' }), idleMs).unref()
  }

  const open = async (): Promise<Page> => {
    if (!session) options.serve((session = options.session()))
    const window = new BrowserWindow({
      show: false,
      webPreferences: { ...shutPreferences(session), preload: options.preload },
    })
    const { webContents: contents } = window
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('render-process-gone', () => restart({ code: 'too-complex' }))
    const { port1, port2 } = new MessageChannelMain()
    const ready = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('The extract page did not start.')), startLimitMs)
      port2.on('message', ({ data }) => {
        const answer = extractAnswer.parse(data)
        if (answer.kind === 'ready') {
          clearTimeout(timer)
          return resolve()
        }
        settle(answer.n, answer)
      })
    })
    port2.start()
    try {
      await contents.loadURL(extractPage)
      contents.postMessage('port', null, [port1])
      await ready
    } catch (error) {
      window.destroy()
      throw error
    }
    return { window, port: port2, canFreeze: false }
  }

  const settle = (n: number, answer: ExtractAnswer | Failure) => {
    const one = waiting.get(n)
    if (!one) return
    waiting.delete(n)
    clearTimeout(one.timer)
    noteUse()
    one.done(answer)
  }

  /** Whoever waits for the page that ends now is told why. */
  const restart = (failure: Failure) => {
    const ending = page
    const isBusy = waiting.size > 0
    page = undefined
    for (const n of [...waiting.keys()]) settle(n, failure)
    ending?.then(({ window, port }) => end(window, port, isBusy)).catch(() => undefined) // It never stood.
  }

  const standing = async (): Promise<Page> => {
    noteUse()
    page ??= open()
    const opening = page
    try {
      return await opening
    } catch (error) {
      if (page === opening) page = undefined
      throw error
    }
  }

  /** Until it is answered or its time is up. */
  const wait = (n: number, { window }: Page, begin: () => void, ms = limitMs): Promise<ExtractAnswer | Failure> =>
    new Promise((done) => {
      const pid = window.webContents.getOSProcessId()
      const beganAt = performance.now()
      const before = workedMs(pid)
      const look = () => {
        const now = workedMs(pid)
        const left = before === undefined || now === undefined ? 0 : before + ms - now
        if (left <= 0 || performance.now() - beganAt >= ms * mostPatience) return restart({ code: 'too-complex' })
        one.timer = setTimeout(look, Math.min(left, ms))
      }
      const one = { done, timer: setTimeout(look, ms) }
      waiting.set(n, one)
      noteUse()
      begin()
    })

  let last: Promise<unknown> = Promise.resolve()
  /** One after the other: the time of one is not spent by another, nor does the end of its page end another's. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const turn = last.then(task)
    last = turn.catch(() => undefined) // Whoever asked hears of it.
    return turn
  }

  const ask = (request: ExtractRequest, ms = limitMs): Promise<ExtractAnswer | Failure> =>
    inTurn(async () => {
      if (isClosed) return { code: 'cancelled' }
      const there = await standing()
      return wait(request.n, there, () => there.port.postMessage(request), ms)
    })

  const evaluate = async (code: string): Promise<Result<unknown>> => {
    if (isClosed) return failed({ code: 'cancelled' })
    const there = await standing()
    const n = ++count
    let value: unknown
    const evaluated = async () => {
      // In a world of its own: the page's policy refuses scripts that are text.
      const run = (source: string): Promise<unknown> =>
        there.window.webContents.executeJavaScriptInIsolatedWorld(freezeWorld, [{ code: source }])
      if (!there.canFreeze) await run(freezeTextScript(options.freezeScript ?? ''))
      there.canFreeze = true
      value = await run(code)
    }
    const answer = await wait(n, there, () => {
      evaluated().then(
        () => settle(n, { kind: 'ready' }),
        (error: unknown) => settle(n, { kind: 'failed', n, message: String(error) }),
      )
    })
    return 'kind' in answer && answer.kind === 'ready' ? ok(value) : failed(failureOf(answer))
  }

  return {
    prepare() {
      noteUse()
      page ??= open()
      page.catch(() => (page = undefined)) // Whoever asks it next hears why.
    },
    async extract({ html, url, rule }) {
      const answer = await ask({ kind: 'extract', n: ++count, html, url, ...(rule === undefined ? {} : { rule }) })
      if ('kind' in answer && answer.kind === 'extracted') return ok(answer.extraction)
      return failed(failureOf(answer))
    },
    async examine({ bytes, url, why }) {
      const answer = await ask({ kind: 'examine', n: ++count, bytes: alone(bytes), url, why })
      if ('kind' in answer && answer.kind === 'examined') return ok(answer.examination)
      return failed(failureOf(answer))
    },
    freeze: ({ html, url }, freezing) =>
      inTurn(() => evaluate(`offprintFreezeText(${JSON.stringify([html, url, freezing])})`)),
    async pdf({ bytes, url }) {
      const answer = await ask({ kind: 'pdf', n: ++count, bytes: new Uint8Array(bytes), url }, pdfLimitMs)
      if ('kind' in answer && answer.kind === 'pdf') return ok(answer)
      return failed(failureOf(answer))
    },
    async thumbnail(bytes, mime) {
      const answer = await ask({ kind: 'thumbnail', n: ++count, bytes: new Uint8Array(bytes), mime })
      if ('kind' in answer && answer.kind === 'thumbnail') return ok(answer.bytes)
      return failed(failureOf(answer))
    },
    close() {
      isClosed = true
      restart({ code: 'cancelled' })
    },
  }
}

/** In memory of their own: with a view of more, all of what it views would be sent. */
function alone(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength
  return isWhole ? new Uint8Array(buffer) : new Uint8Array(bytes)
}

function end(window: BrowserWindow, port: MessagePortMain, isBusy: boolean): void {
  port.close()
  if (window.isDestroyed()) return
  if (isBusy) window.webContents.forcefullyCrashRenderer() // It may be in the middle of something that has no end.
  window.destroy()
}

function failureOf(answer: ExtractAnswer | Failure): Failure {
  if ('code' in answer && !('kind' in answer)) return answer
  if (answer.kind !== 'failed') return { code: 'bug', message: 'The extract page gave an answer to another question.' }
  return answer.code === undefined ? { code: 'bug', message: answer.message } : { code: answer.code }
}
