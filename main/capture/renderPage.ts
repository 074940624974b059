// The page in a hidden window, with its scripts, until it has come to rest; then frozen. Ends within its time whatever the page does:
// first by asking it to stop, then by ending its process.
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { CaptureNote } from '../../preload/captureNote.ts'
import { failed, ok, type Result } from '../../preload/failure.ts'
import type { Reason } from '../../preload/reason.ts'
import { hostPort } from './address.ts'
import type { BrowserIdentity } from './browserIdentity.ts'
import { openCaptureWindow, type CaptureWindow } from './captureWindow.ts'
import type { ConsentScript } from './consentScript.ts'
import { fetchBytes, type Fetched } from './fetchBytes.ts'
import {
  freezeAnswer,
  type FreezeOptions,
  type FrozenFrame,
  type FrozenPage,
  type FrozenResource,
} from './frozenPage.ts'
import { freezeFrames } from './freezeFrames.ts'
import { imageWidth, limits as shipped, type Limits } from './limits.ts'
import { followLoad, type Ended, type PageLoad } from './pageLoad.ts'
import { isPdf, type PdfPage } from './pdfPage.ts'
import { NoAnswer, PageLeft } from './pageWorld.ts'
import { createPartitions, type OwnSessions, type Partition } from './partitions.ts'
import { refuseConsent } from './refuseConsent.ts'
import type { Proxy } from './proxy.ts'
import { askEveryMs } from './rests.ts'
import { mayAskForProof, readRefusal, refusalBytes } from './robotCheck.ts'
import { settle, TooComplex } from './settle.ts'

export type RenderRequest = {
  readonly url: string
  readonly assumedHttps: boolean
  /** host:port pairs on the own computer or network that the person allowed. They count only where the address itself is one of them. */
  readonly allow: readonly string[]
  readonly signal: AbortSignal
  onTitle?(title: string): void
  /** The page has answered; its parts are coming. */
  onLoading?(): void
}

export type RenderedPage = {
  /** `fetched`: without a window; absent: rendered. */
  readonly way?: 'fetched'
  readonly page: FrozenPage
  readonly nonce: string
  /** What was in its frames, by their numbers. */
  readonly frames?: ReadonlyMap<number, FrozenFrame>
  /** Everything the page has loaded. */
  readonly loaded: ReadonlySet<string>
  /** How many bytes of it, unpacked, by address; without those of frames in other processes. Absent where nobody has counted. */
  readonly loadedBytes?: ReadonlyMap<string, number>
  /** A file of the page, by the page's own way out; from its cache where the page has loaded it. */
  fetch(url: string, kind: FrozenResource['kind']): Promise<Result<Fetched>>
  /** Of the top of the page, as it looked; JPEG, as wide as a few words. Undefined where it did not come soon. */
  readonly picture?: Promise<Uint8Array | undefined>
  readonly notes: readonly CaptureNote[]
  /** Things that make it less than whole, for the verdict. */
  readonly shortcomings: readonly Reason[]
  /** Ends its session and forgets it. */
  close(): void
}

export type Renderer = {
  render(request: RenderRequest): Promise<Result<RenderedPage | PdfPage>>
  close(): void
}

export type RendererOptions = {
  readonly proxy: Proxy
  readonly identity: BrowserIdentity
  /** The text of out/page/freeze.js. */
  readonly pageScript: string
  readonly consentScript: ConsentScript
  readonly limits?: Partial<Limits>
  /** One link seldom comes alone; after this the spare window's memory is worth more than the tenth of a second it saves. */
  readonly spareMs?: number
  /** Of sites that the person has signed in to. */
  readonly ownSessions?: OwnSessions
}

/** Of the page's time, for what follows the refusing. */
const refusingLeavesMs = 10_000

/** What comes up again after that, as on a page that loads itself anew, stays. */
const mostRefusals = 2

/** Opening what is folded, and waiting for what that brings, may take so long. */
const unfoldingMs = 12_000

/** What comes with a refusal is waited for no longer than this. */
const refusalMs = 4_000

/** Less than this is not enough for another try. */
const secondTryMs = 3_000

export function createRenderer({ spareMs = 10_000, ...options }: RendererOptions): Renderer {
  const limits: Limits = { ...shipped, ...options.limits }
  const partitions = createPartitions(options.ownSessions)
  const open = (scripts: boolean, partition: Partition) =>
    openCaptureWindow({ ...options, partition, limits, script: options.pageScript, scripts })
  // The next window is made while nobody waits for it: its process then stands already.
  let spare: Promise<CaptureWindow> | undefined
  let spareTimer: NodeJS.Timeout | undefined
  let isClosed = false
  const take = async (host: string): Promise<CaptureWindow> => {
    const taken = spare
    spare = undefined
    const window = await taken
    if (window?.partition.suits(host)) return window
    window?.destroy()
    return open(true, await partitions.take(host))
  }

  const dropSpare = () => {
    clearTimeout(spareTimer)
    spare?.then((window) => window.destroy()).catch(() => undefined) // It was never opened; there is nothing to close.
    spare = undefined
  }
  /** `host`: of the capture before; the next is often of the same site. */
  const keepSpare = (host: string) => {
    if (isClosed) return
    clearTimeout(spareTimer)
    spareTimer = setTimeout(dropSpare, spareMs)
    spareTimer.unref()
    spare ??= partitions.takeAhead(host).then((partition) => open(true, partition))
    spare.catch(() => (spare = undefined)) // The capture that opens one itself hears why.
  }

  return {
    async render(request) {
      const deadlineAt = Date.now() + limits.pageMs
      const attempt = async (
        window: CaptureWindow,
        notes: readonly CaptureNote[],
      ): Promise<RenderedPage | PdfPage | Ended> => {
        let tried: Frozen | PdfPage | Ended | undefined
        try {
          const { consentScript, pageScript } = options
          tried = await renderIn(window, request, { limits, deadlineAt, consentScript, pageScript })
        } finally {
          if (!tried || 'kind' in tried) close(window, tried?.kind === 'stuck')
        }
        return 'kind' in tried ? tried : rendered(tried, window, { notes, limits, deadlineAt, signal: request.signal })
      }
      const { hostname } = new URL(request.url)
      const first = await attempt(await take(hostname), [])
      // While the parts of a page are fetched the main thread has enough to do.
      if ('kind' in first) keepSpare(hostname)
      else return ok({ ...first, close: () => (first.close(), keepSpare(hostname)) })
      if (first.kind === 'pdf') return ok(first)
      const isWorthAnother = first.kind === 'stuck' && !request.signal.aborted && Date.now() < deadlineAt - secondTryMs
      if (!isWorthAnother) return failed(first.failure)
      const second = await attempt(await open(false, await partitions.take(hostname)), [{ code: 'script-stopped' }])
      if (!('kind' in second) || second.kind === 'pdf') return ok(second)
      return failed(isScriptless(second) ? { code: 'too-complex' } : second.failure)
    },
    close() {
      isClosed = true
      dropSpare()
    },
  }
}

function close(window: CaptureWindow, isStuck: boolean): void {
  if (isStuck) window.killPage()
  window.destroy()
}

/** Without scripts there is nothing to blame but the page itself. */
function isScriptless({ kind, failure }: Ended): boolean {
  return kind === 'stuck' && failure.code === 'script-stuck'
}

type Remaining = {
  readonly notes: readonly CaptureNote[]
  readonly limits: Limits
  readonly deadlineAt: number
  readonly signal: AbortSignal
}

function rendered(
  frozen: Frozen,
  window: CaptureWindow,
  { notes, limits, deadlineAt, signal }: Remaining,
): RenderedPage {
  const { session, pass, traffic } = window
  return {
    ...frozen,
    notes,
    loaded: traffic.loaded,
    loadedBytes: window.loadedBytes,
    fetch: (url, kind) =>
      fetchBytes({
        session,
        pass,
        url,
        signal,
        accept:
          kind === 'style' ? 'text/css,*/*;q=0.1' : 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',
        referrer: frozen.page.url,
        maxBytes: limits.assetBytes,
        idleMs: traffic.loaded.has(url) ? limits.idleMs : limits.unseenMs,
        deadlineAt,
      }),
    // A page without parts is read before it was painted.
    close: () => void (frozen.picture ?? Promise.resolve()).then(() => window.destroy()),
  }
}

type Bounds = {
  readonly limits: Limits
  readonly deadlineAt: number
  readonly consentScript: ConsentScript
  readonly pageScript: string
}
type Frozen = Pick<RenderedPage, 'page' | 'nonce' | 'frames' | 'picture' | 'shortcomings'>

async function renderIn(
  window: CaptureWindow,
  request: RenderRequest,
  bounds: Bounds,
): Promise<Frozen | PdfPage | Ended> {
  const { limits, deadlineAt } = bounds
  // A page on the web never reaches the own network, whatever is allowed to others.
  window.pass.allow(request.allow.includes(hostPort(request.url)) ? request.allow : [])
  const load = followLoad({ ...request, window, limits, deadlineAt })
  try {
    const frozen = await load.during(loadAndFreeze(window, load, request.url, bounds))
    // The picture comes while the page's parts are read; nobody waits for it.
    if (!('kind' in frozen)) void (frozen.picture ?? Promise.resolve()).then(window.closePage)
    else if (frozen.failure.code === 'not-a-page' && window.traffic.top()?.isPdf)
      return await fetchPdf(window, request, bounds)
    return frozen
  } catch (error) {
    if (error instanceof TooComplex) return { kind: 'failed', failure: { code: 'too-complex' } }
    if (error instanceof NoAnswer) return load.stuck({ code: 'script-stuck' })
    throw error
  } finally {
    load.end()
  }
}

/** Not as a page: no engine of ours shows one. */
async function fetchPdf(
  { session, pass, traffic }: CaptureWindow,
  { url: asked, signal, onLoading }: RenderRequest,
  { limits, deadlineAt }: Bounds,
): Promise<PdfPage | Ended> {
  onLoading?.()
  const url = traffic.topUrl() ?? asked
  const fetched = await fetchBytes({
    session,
    pass,
    url,
    signal,
    accept: 'application/pdf,*/*;q=0.8',
    maxBytes: limits.pdfBytes,
    idleMs: limits.idleMs,
    deadlineAt,
  })
  if (!fetched.ok) return { kind: 'failed', failure: fetched.failure }
  const { bytes } = fetched.value
  return isPdf(bytes) ? { kind: 'pdf', url, bytes } : { kind: 'failed', failure: { code: 'not-a-page' } }
}

async function loadAndFreeze(
  window: CaptureWindow,
  load: PageLoad,
  url: string,
  bounds: Bounds,
): Promise<Frozen | Ended> {
  for (let isSecond = false; ; isSecond = true) {
    load.begin(url)
    await load.arrived()
    const refused = await refusedBy(window)
    if (refused) return refused
    const { page, ...frozen } = await restAndFreeze(window, bounds)
    // Where it went by itself.
    const refusedLater = await refusedBy(window)
    if (refusedLater) return refusedLater
    if (page.kind === 'too-complex') return { kind: 'failed', failure: { code: 'too-complex' } }
    if (page.isEmpty) return { kind: 'failed', failure: { code: 'empty-page' } }
    if (page.isBinary && (isSecond || page.isBinary === 'other'))
      return { kind: 'failed', failure: { code: 'damaged-data' } }
    if ((!page.isReallyUtf8 && !page.isBinary) || isSecond) return { page, ...frozen }
    if (page.isBinary) window.traffic.unpackAs('gzip')
    else window.traffic.readAs('utf-8')
  }
}

/** A refusal, with what its page says. */
async function refusedBy({ traffic, world }: CaptureWindow): Promise<Ended | undefined> {
  const failure = traffic.failure()?.failure
  if (!failure) return undefined
  const endAt = Date.now() + refusalMs
  while (!traffic.top()?.isComplete && Date.now() < endAt) await pause(askEveryMs)
  try {
    const markup = await world.tryAsk(`settling.markup(${refusalBytes})`)
    const isSaid = mayAskForProof(failure) && typeof markup === 'string'
    return { kind: 'failed', failure: isSaid ? readRefusal(failure, markup) : failure }
  } catch (error) {
    if (error instanceof PageLeft) return { kind: 'failed', failure } // What it said went with it.
    throw error
  }
}

async function restAndFreeze(window: CaptureWindow, { limits, deadlineAt, consentScript, pageScript }: Bounds) {
  const { elements, depth, stuckMs } = limits
  let refusals = 0
  let isUnfolded = false
  const refuse = async () => {
    if (++refusals > mostRefusals) return false
    const endAt = deadlineAt - refusingLeavesMs
    return refuseConsent({ frames: window.frames, scriptFor: consentScript, deadlineAt: endAt })
  }
  for (;;) {
    let { shortcomings, isTall } = await settle({ window, limits, deadlineAt, refuse })
    const nonce = randomBytes(8).toString('hex')
    const freezing = { elements, depth, imageWidth }
    try {
      if (!isUnfolded && Date.now() < deadlineAt - unfoldingMs) {
        isUnfolded = true
        const opened = await window.world.tryAsk('settling.openFolds()')
        // What was folded may have to be fetched first.
        if (typeof opened === 'number' && opened > 0)
          ({ shortcomings, isTall } = await settle({ window, limits, deadlineAt, refuse }))
      }
      await window.world.tryAsk('settling.finishAnimations()')
      // Of a tall view it would be a sliver.
      const picture = isTall ? undefined : window.picture()
      const frames = await freezeFrames({
        frames: window.frames,
        world: window.world,
        script: pageScript,
        freezing,
        deadlineAt,
      })
      const options: FreezeOptions = { ...freezing, nonce, frames: [...frames.keys()] }
      await window.world.tryAsk('settling.readBlobs()')
      const answer = await window.world.ask(`freeze(${JSON.stringify(options)})`, stuckMs * 2)
      return { page: freezeAnswer.parse(answer), nonce, frames, shortcomings, ...(picture && { picture }) }
    } catch (error) {
      if (!(error instanceof PageLeft) || window.contents.isDestroyed()) throw error // It went elsewhere in the last moment.
    }
  }
}
