// Requests without a window, for bulk work: by Node, through the same judged way out as a page's own. No cookies, no cache, nothing that
// one capture could leave for the next. Free of Electron.
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import { isIP, type Socket } from 'node:net'
import type { Duplex, Transform } from 'node:stream'
import { connect as tlsConnect } from 'node:tls'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { failed, ok, type Failure, type Result } from '../../preload/failure.ts'
import { displayHost, hostPort } from './address.ts'
import type { BrowserIdentity } from './browserIdentity.ts'
import { megabytes } from './limits.ts'
import { saysPdf } from './pdfPage.ts'
import { redirectTarget } from './redirectTarget.ts'
import { Refused } from './refused.ts'
import { retryAfterSeconds } from './retry.ts'
import { mayAskForProof, readRefusal, refusalBytes } from './robotCheck.ts'
import { sentReferrer } from './sentReferrer.ts'
import { statusReason } from './statusReason.ts'
import type { WayOut } from './wayOut.ts'

export type PlainRequest = {
  readonly url: string
  readonly accept: string
  readonly referrer?: string
  readonly maxBytes: number
  /** For a file that says of itself that it is a PDF. */
  readonly maxPdfBytes?: number
  /** Without a byte for so long it is given up. */
  readonly idleMs: number
  readonly deadlineAt: number
  readonly signal: AbortSignal
}

export type PlainAnswer = {
  /** After redirects. */
  readonly url: string
  readonly contentType: string
  readonly isPdf: boolean
  readonly bytes: Uint8Array
}

export type PlainRequests = {
  get(request: PlainRequest): Promise<Result<PlainAnswer>>
  /** Ends what is under way. */
  close(): void
}

const maxRedirects = 20
const maxHeaderSize = 256 * 1024
/** As browsers have it. */
const connectionsPerHost = 6

export function createPlainRequests(way: WayOut, identity: BrowserIdentity): PlainRequests {
  const plain = new JudgedAgent(way, { isSecure: false })
  const secure = new JudgedAgent(way, { isSecure: true })

  const get = async (request: PlainRequest): Promise<Result<PlainAnswer>> => {
    let url = request.url
    for (let hops = 0; hops <= maxRedirects; hops++) {
      const answer = await once({ ...request, url })
      if (!answer.ok || answer.value.location === undefined) return answer
      const next = redirectTarget(answer.value.location, url)
      if (!next.ok) return next
      url = next.value
    }
    return failed({ code: 'too-many-redirects' })
  }

  const once = async (request: PlainRequest): Promise<Result<PlainAnswer & { readonly location?: string }>> => {
    const isSecure = request.url.startsWith('https:')
    const wanted = { agent: isSecure ? secure : plain, identity, isSecure }
    const first = await send(request, wanted)
    // The server had closed a connection that was kept: that says nothing of the page.
    return first === 'stale' ? orClosed(await send(request, wanted), request.url) : first
  }

  return {
    get,
    close() {
      plain.destroy()
      secure.destroy()
      way.close()
    },
  }
}

type Sent = Result<PlainAnswer & { readonly location?: string }> | 'stale'

function orClosed(sent: Sent, url: string): Exclude<Sent, 'stale'> {
  return sent === 'stale' ? failed({ code: 'connection-closed', host: displayHost(new URL(url).hostname) }) : sent
}

type Wanted = { readonly agent: JudgedAgent; readonly identity: BrowserIdentity; readonly isSecure: boolean }

function send(request: PlainRequest, { agent, identity, isSecure }: Wanted): Promise<Sent> {
  const { signal, maxBytes, idleMs, deadlineAt } = request
  // Begun all the same, it would be refused when nobody listens any more.
  if (signal.aborted) return Promise.resolve(failed({ code: 'cancelled' }))
  const url = new URL(request.url)
  const host = displayHost(url.hostname)
  return new Promise((resolve) => {
    const outgoing = httpRequest({
      agent,
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? (isSecure ? 443 : 80) : Number(url.port),
      path: url.pathname + url.search,
      headers: headersOf(request, url, identity, isSecure),
      maxHeaderSize,
    })
    const finish = (sent: Sent) => {
      clearTimeout(idle)
      clearTimeout(last)
      signal.removeEventListener('abort', cancel)
      resolve(sent)
    }
    const giveUp = (failure: Failure) => {
      finish(failed(failure))
      outgoing.destroy()
    }
    const cancel = () => giveUp({ code: 'cancelled' })
    const tooSlow = () => giveUp({ code: 'too-slow', seconds: Math.round(idleMs / 1000) })
    let idle = setTimeout(tooSlow, idleMs)
    const last = setTimeout(tooSlow, Math.max(deadlineAt - Date.now(), 0))
    signal.addEventListener('abort', cancel, { once: true })

    outgoing.on('error', (error) => {
      if (error instanceof Refused) return finish(failed(error.failure))
      const isStale = outgoing.reusedSocket && 'code' in error && error.code === 'ECONNRESET'
      finish(isStale ? 'stale' : failed({ code: 'connection-closed', host }))
    })
    outgoing.on('response', (answer) => {
      const refusal = refusalOf(answer)
      const isHtml = /^text\/html\b/i.test(answer.headers['content-type'] ?? '')
      const saying = refusal && isHtml && mayAskForProof(refusal) ? refusal : undefined
      if (refusal && !saying) return giveUp(refusal)
      const { location } = answer.headers
      const isRedirect = !saying && (answer.statusCode ?? 0) >= 300 && location !== undefined
      if (isRedirect) {
        answer.resume()
        return finish(ok({ url: request.url, contentType: '', isPdf: false, bytes: new Uint8Array(), location }))
      }
      const body = unpacked(answer)
      if (!body) return giveUp(saying ?? { code: 'damaged-data' })
      const contentType = answer.headers['content-type'] ?? ''
      const isPdf = saysPdf({ url: request.url, contentType, disposition: answer.headers['content-disposition'] })
      const most = (isPdf ? request.maxPdfBytes : undefined) ?? maxBytes
      const chunks: Buffer[] = []
      let size = 0
      body.on('data', (chunk: Buffer) => {
        clearTimeout(idle)
        idle = setTimeout(tooSlow, idleMs)
        size += chunk.length
        if (saying && size > refusalBytes) return giveUp(saying)
        const limitMegabytes = megabytes(most)
        if (size > most) giveUp({ code: body === answer ? 'too-large' : 'expands-too-much', limitMegabytes })
        else chunks.push(chunk)
      })
      body.on('end', () => {
        if (saying) return finish(failed(readRefusal(saying, Buffer.concat(chunks).toString())))
        if (!answer.complete) return finish(failed({ code: 'connection-closed', host }))
        finish(ok({ url: request.url, contentType, isPdf, bytes: Buffer.concat(chunks) }))
      })
      answer.on('aborted', () => giveUp({ code: 'connection-closed', host }))
      body.on('error', () => giveUp({ code: body === answer ? 'connection-closed' : 'damaged-data', host }))
    })
    outgoing.end()
  })
}

/** In the order in which Chrome sends them. */
function headersOf(request: PlainRequest, url: URL, identity: BrowserIdentity, isSecure: boolean): string[] {
  const referrer = request.referrer === undefined ? undefined : sentReferrer(request.referrer, request.url)
  const pairs: readonly (readonly [string, string])[] = [
    ['Host', url.host],
    ['Connection', 'keep-alive'],
    ...(isSecure ? Object.entries(identity.hints) : []),
    ['User-Agent', identity.userAgent],
    ['Accept', request.accept],
    ...(referrer === undefined ? [] : [['Referer', referrer] as const]),
    ['Accept-Encoding', 'gzip, deflate, br'],
    ['Accept-Language', weighted(identity.languages)],
  ]
  return pairs.flat()
}

/** `de-AT,de,en` -> `de-AT,de;q=0.9,en;q=0.8`, as Chrome writes it. */
function weighted(languages: string): string {
  return languages
    .split(',')
    .map((language, at) => (at === 0 ? language : `${language};q=${Math.max(1 - at / 10, 0.1).toFixed(1)}`))
    .join(',')
}

function refusalOf({ statusCode = 0, statusMessage, headers }: IncomingMessage): Failure | undefined {
  if (statusCode === 401) return { code: 'sign-in-needed' }
  if (statusCode === 204 || statusCode === 205 || statusCode === 304) return { code: 'empty-page' }
  if (statusCode === 511) return { code: 'offline' }
  if (statusCode >= 400 || statusCode < 200) {
    const wait = retryAfterSeconds(headers['retry-after'])
    const reason = statusReason(statusCode, statusMessage)
    return { code: 'http-status', status: statusCode, reason, ...(wait !== undefined && { retryAfterSeconds: wait }) }
  }
  return undefined
}

/** The body as it was before it was packed; undefined when nobody can tell. */
function unpacked(answer: IncomingMessage): IncomingMessage | Transform | undefined {
  const { 'content-encoding': encoding = '' } = answer.headers
  return unpackers.get(encoding.trim().toLowerCase())?.(answer)
}

type Unpack = (answer: IncomingMessage) => IncomingMessage | Transform

const unpackers: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ['', (answer) => answer],
  ['identity', (answer) => answer],
  ['gzip', (answer) => answer.pipe(createGunzip())],
  ['x-gzip', (answer) => answer.pipe(createGunzip())],
  ['deflate', (answer) => answer.pipe(createInflate())],
  ['br', (answer) => answer.pipe(createBrotliDecompress())],
])

class JudgedAgent extends Agent {
  readonly #way: WayOut
  readonly #isSecure: boolean
  constructor(way: WayOut, { isSecure }: { readonly isSecure: boolean }) {
    super({ keepAlive: true, maxSockets: connectionsPerHost })
    this.#way = way
    this.#isSecure = isSecure
  }

  override createConnection(
    options: { host?: string | null; port?: number | string | null },
    done?: (error: Error | null, socket: Duplex) => void,
  ): null {
    void this.#connect(options.host ?? '', Number(options.port)).then(
      (socket) => done?.(null, socket),
      (error: Error) => done?.(error, undefined as never), // Node looks at the error first.
    )
    return null
  }

  async #connect(host: string, port: number): Promise<Socket> {
    const authority = hostPort(`http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`)
    const reached = await this.#way.reach(authority)
    if (!reached.ok) throw new Refused(reached.failure)
    if (!this.#isSecure) return reached.value
    const name = isIP(host) === 0 ? { servername: host } : { host }
    return new Promise((resolve, reject) => {
      const socket = tlsConnect({ socket: reached.value, ALPNProtocols: ['http/1.1'], ...name })
      socket.once('secureConnect', () => resolve(socket))
      socket.once('error', reject)
    })
  }
}
