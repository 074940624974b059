// One page loading in its window, followed from outside: when it has come to a stop, and every reason to end it early.
import { net, type Event, type RenderProcessGoneDetails } from 'electron'
import type { Failure } from '../../preload/failure.ts'
import { displayHost, hostPort } from './address.ts'
import type { CaptureWindow } from './captureWindow.ts'
import { megabytes, type Limits } from './limits.ts'
import { loadFailure, refusalFailure } from './loadFailure.ts'
import { memoryOf } from './processUse.ts'

/** Why there is no page. `stuck`: its scripts are to blame, so another try without them is worth it. */
export type Ended = { readonly kind: 'failed' | 'stuck'; readonly failure: Failure }

export type PageLoad = {
  /** Loads the address, for the first time or again. */
  begin(url: string): void
  /** The page has begun to arrive. */
  arrived(): Promise<void>
  /** Whichever comes first: `work`, or a reason to end. */
  during<T>(work: Promise<T>): Promise<T | Ended>
  /** Its page has failed so. Of one that was still coming, and was too large by then, that is what is to be said. */
  stuck(failure: Failure): Ended
  /** No more watching. */
  end(): void
}

type Options = {
  readonly window: CaptureWindow
  readonly url: string
  readonly assumedHttps: boolean
  readonly signal: AbortSignal
  readonly limits: Limits
  readonly deadlineAt: number
  onTitle?(title: string): void
  onLoading?(): void
}

const aborted = -3

export function followLoad({
  window,
  url: wanted,
  assumedHttps,
  signal,
  limits,
  deadlineAt,
  onTitle,
  onLoading,
}: Options): PageLoad {
  const { contents, traffic, pass } = window
  const start = hostPort(wanted)
  let navigations = 0
  let arrive: () => void = () => undefined
  let arriving = Promise.resolve()
  let end: (ended: Ended) => void = () => undefined
  const ending = new Promise<Ended>((resolve) => (end = resolve))

  const fail = (failure: Failure) => end({ kind: 'failed', failure })
  const stuck = (failure: Failure) => end(stuckFor(failure))

  const failureOf = (code: number): Failure | undefined => {
    const url = traffic.topUrl() ?? wanted
    const circumstances = { host: displayHost(new URL(url).hostname), url, assumedHttps, isOnline: net.isOnline() }
    const refused = pass.failureFor(url)
    const answered = traffic.failure()
    if (window.wasDownload()) return { code: 'not-a-page' }
    if (answered && !answered.byProxy) return answered.failure
    if (refused && (answered || code !== aborted)) return own(refusalFailure(refused, circumstances), url)
    if (code === aborted) return undefined
    return loadFailure(code, circumstances)
  }
  // What the person may allow is the address they gave, not one it led to.
  const own = (failure: Failure, url: string): Failure =>
    failure.code === 'private-address' && hostPort(url) !== start ? { code: 'private-address' } : failure

  const listeners = {
    'did-start-navigation'(event: { isMainFrame: boolean; isSameDocument: boolean }) {
      if (!event.isMainFrame || event.isSameDocument) return
      if (++navigations > limits.navigations) end({ kind: 'stuck', failure: { code: 'too-many-redirects' } })
    },
    'did-navigate'() {
      if (!traffic.failure()) onLoading?.()
      arrive()
    },
    'page-title-updated': (_event: Event, title: string, explicit: boolean) =>
      void (explicit && !traffic.failure() && onTitle?.(title)),
    'did-fail-load'(_event: Event, code: number, _text: string, _url: string, isMainFrame: boolean) {
      const failure = isMainFrame ? failureOf(code) : undefined
      if (failure) fail(failure)
    },
    'render-process-gone': (_event: Event, _details: RenderProcessGoneDetails) => stuck({ code: 'page-crashed' }),
  }
  for (const [name, listener] of Object.entries(listeners)) contents.on(name as 'dom-ready', listener as () => void) // each by its own name

  const cancel = () => fail({ code: 'cancelled' })
  signal.addEventListener('abort', cancel, { once: true })
  if (signal.aborted) cancel()

  const excess = (): Failure => ({
    code: traffic.top()?.isEncoded ? 'expands-too-much' : 'too-large',
    limitMegabytes: megabytes(limits.documentBytes),
  })
  const isTooMuch = () => (window.documentBytes() ?? 0) > limits.documentBytes
  /** On a busy machine more has come than its page has taken. Other files of the page count here, too. */
  const hasPoured = () => traffic.top()?.isComplete === false && pass.receivedBytes() > limits.documentBytes
  const stuckFor = (failure: Failure): Ended =>
    hasPoured() ? { kind: 'failed', failure: excess() } : { kind: 'stuck', failure }

  const look = () => {
    if (contents.isDestroyed()) return
    const now = Date.now()
    const top = traffic.top()
    if (window.wasDownload()) return fail({ code: 'not-a-page' })
    if (isTooMuch()) return fail(excess())
    if (memoryOf(contents.getOSProcessId()) > limits.rendererBytes) return stuck({ code: 'too-complex' })
    if (top?.isComplete) pass.dropIdle(limits.idleMs)
    if (now < deadlineAt) return
    const seconds = Math.round(limits.pageMs / 1000)
    if (top?.isComplete) stuck({ code: 'script-stuck' })
    else fail({ code: 'too-slow', seconds })
  }
  const timer = setInterval(look, limits.pollMs)

  return {
    begin(url) {
      traffic.reset()
      arriving = new Promise((resolve) => (arrive = resolve))
      contents.loadURL(url).catch(() => undefined) // 'did-fail-load' says more, and says it for later navigations too.
    },
    arrived: () => arriving,
    during: (work) =>
      Promise.race([
        work.then((done) => {
          // What came all at once between two looks.
          if (isTooMuch()) fail(excess())
          return done
        }),
        ending,
      ]),
    stuck: stuckFor,
    end() {
      clearInterval(timer)
      signal.removeEventListener('abort', cancel)
      if (contents.isDestroyed()) return
      for (const [name, listener] of Object.entries(listeners))
        contents.off(name as 'dom-ready', listener as () => void) // as above
    },
  }
}
