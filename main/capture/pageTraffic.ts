// Every request of one captured page goes past here; nothing else may listen to its session's webRequest, for only the last listener counts.
// Decides which may go out, adds the sandbox that keeps a page from opening dialogs, and remembers what the top document answered.
import type { Session } from 'electron'
import type { Failure } from '../../preload/failure.ts'
import type { BrowserIdentity } from './browserIdentity.ts'
import { refusedHeader } from './forward.ts'
import { megabytes, type Limits } from './limits.ts'
import { saysPdf } from './pdfPage.ts'
import { redirectTarget } from './redirectTarget.ts'
import { retryAfterSeconds } from './retry.ts'
import { mayAskForProof } from './robotCheck.ts'
import { statusReason } from './statusReason.ts'
import { asPlainText } from './textFiles.ts'

/** The answer that the top document came with. */
export type TopAnswer = {
  readonly url: string
  readonly status: number
  /** Lower case, without parameters; undefined when the server says nothing. */
  readonly mimeType: string | undefined
  /** By what the server says. */
  readonly isPdf: boolean
  /** Compressed on the way. */
  readonly isEncoded: boolean
  isComplete: boolean
}

export type Refused = {
  readonly failure: Failure
  readonly byProxy: boolean
  /** What came with it is let in, without its scripts and without anything else of it: it may say what the site asks for. */
  readonly isRead: boolean
}

export type PageTraffic = {
  readonly top: () => TopAnswer | undefined
  /** Where the top frame went last, redirects included. */
  readonly topUrl: () => string | undefined
  /** Why the top document was not taken; `byProxy`: it is the proxy's refusal, and the proxy knows why. */
  readonly failure: () => Refused | undefined
  /** Requests under way that the page may be waiting for; hanging media and beacons are not among them. */
  pending(): number
  /** When the last request began or ended. */
  lastChangeAt(): number
  /** What the page has loaded, without the top document. */
  readonly loaded: ReadonlySet<string>
  /** All that it has asked anything of. */
  readonly hosts: ReadonlySet<string>
  /** From now on the top document is read as this charset. */
  readAs(charset: string): void
  /** From now on the top document is unpacked, though its server does not say that it is packed. */
  unpackAs(encoding: 'gzip'): void
  /** Forgets the answer before; the page is loaded again. */
  reset(): void
}

const webSchemes = ['http:', 'https:', 'ws:', 'wss:', 'data:', 'blob:']

/** What a server wants a browser to remember for the next visit: there is none. */
const remembered = [
  'strict-transport-security',
  'alt-svc',
  'accept-ch',
  'report-to',
  'reporting-endpoints',
  'nel',
  'clear-site-data',
]

// Without this a page's print() opens a native dialog from the hidden window and, once it is destroyed, blocks the whole app.
const sandbox = 'sandbox allow-scripts allow-same-origin'
const nothingOfIt = "sandbox; default-src 'none'"

/** Of other codes Chromium shows what comes with them, wherever they lead. */
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

const pageTypes: ReadonlySet<string> = new Set([
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'application/xml',
  'text/xml',
])

export function watchTraffic(session: Session, identity: BrowserIdentity, limits: Limits): PageTraffic {
  let top: TopAnswer | undefined
  let topId: number | undefined
  let topUrl: string | undefined
  let failure: Refused | undefined
  let charset: string | undefined
  let encoding: string | undefined
  let requests = 0
  let changedAt = Date.now()
  const pending = new Set<number>()
  const loaded = new Set<string>()
  const hosts = new Set<string>()
  const { webRequest } = session

  webRequest.onBeforeRequest((details, callback) => {
    const isWeb = webSchemes.some((scheme) => details.url.startsWith(scheme))
    if (!isWeb || ++requests > limits.requests) return callback({ cancel: true })
    if (/^(?:http|ws)/.test(details.url)) hosts.add(new URL(details.url).hostname)
    if (details.resourceType === 'mainFrame') {
      if (details.id !== topId) top = undefined
      topId = details.id
      topUrl = details.url
    }
    if (!['media', 'ping', 'cspReport', 'webSocket'].includes(details.resourceType)) pending.add(details.id)
    changedAt = Date.now()
    callback({})
  })

  webRequest.onBeforeSendHeaders((details, callback) => {
    // It would outlive the page, and answer in the place of the site.
    const isServiceWorker = Object.keys(details.requestHeaders).some((name) => name.toLowerCase() === 'service-worker')
    if (isServiceWorker) return callback({ cancel: true })
    const requestHeaders: Record<string, string> = {}
    for (const [name, value] of Object.entries(details.requestHeaders)) {
      if (identity.hints[name.toLowerCase()] === undefined) requestHeaders[name] = value
    }
    // Where Chrome sends its hints: to secure addresses, and those are all that matter.
    if (details.url.startsWith('https:')) Object.assign(requestHeaders, identity.hints)
    callback({ requestHeaders })
  })

  webRequest.onHeadersReceived((details, callback) => {
    const headers = new Headers(details.responseHeaders)
    // A 407 is our own proxy asking for the pass; a site's arrives here as 401.
    if (details.statusCode === 407) return callback({})
    if (details.resourceType !== 'mainFrame')
      return callback(headers.drop(remembered) ? { responseHeaders: headers.all() } : {})
    headers.drop(remembered)
    const location = headers.first('location')
    if (redirects.has(details.statusCode) && location) {
      const next = redirectTarget(location, details.url)
      failure = next.ok ? undefined : { failure: next.failure, byProxy: false, isRead: false }
      if (failure) return callback({ cancel: true })
    } else {
      const shownAs = asPlainText(headers.first('content-type'))
      if (shownAs !== undefined) headers.set('content-type', shownAs)
      if (encoding !== undefined) headers.set('content-encoding', encoding)
      top = answerOf(details, headers)
      const reason = refusal(details.statusCode, details.statusLine, headers, limits)
      // Only the proxy sends this header; it drops it from what sites send.
      const byProxy = headers.first(refusedHeader) !== undefined
      const isRead = !byProxy && reason !== undefined && mayAskForProof(reason) && pageTypes.has(top.mimeType ?? '')
      failure = reason && { failure: reason, byProxy, isRead }
      if (failure && !isRead) return callback({ cancel: true })
    }
    headers.add('content-security-policy', failure ? nothingOfIt : sandbox)
    if (charset !== undefined) headers.set('content-type', `${top?.mimeType ?? 'text/html'}; charset=${charset}`)
    callback({ responseHeaders: headers.all() })
  })

  webRequest.onCompleted((details) => {
    ended(details.id)
    if (details.id === topId && top) top.isComplete = true
    else if (details.statusCode < 400) loaded.add(details.url)
  })
  webRequest.onErrorOccurred((details) => ended(details.id))

  const ended = (id: number) => {
    pending.delete(id)
    changedAt = Date.now()
  }

  return {
    top: () => top,
    topUrl: () => topUrl,
    failure: () => failure,
    pending: () => pending.size,
    lastChangeAt: () => changedAt,
    loaded,
    hosts,
    readAs: (name) => void (charset = name),
    unpackAs: (name) => void (encoding = name),
    reset() {
      top = undefined
      topId = undefined
      topUrl = undefined
      failure = undefined
      pending.clear()
      changedAt = Date.now()
    },
  }
}

type HeadersReceived = { readonly url: string; readonly statusCode: number }

function answerOf({ url, statusCode }: HeadersReceived, headers: Headers): TopAnswer {
  const type = headers.first('content-type')
  return {
    url,
    status: statusCode,
    mimeType: type?.split(';')[0]?.trim().toLowerCase() || undefined,
    isPdf: saysPdf({ url, contentType: type, disposition: headers.first('content-disposition') }),
    isEncoded: !/^(?:identity)?$/i.test(headers.first('content-encoding') ?? ''),
    isComplete: false,
  }
}

function refusal(status: number, statusLine: string, headers: Headers, limits: Limits): Failure | undefined {
  if (status === 401) return { code: 'sign-in-needed' }
  if (status === 204 || status === 205 || status === 304) return { code: 'empty-page' }
  if (status === 511) return { code: 'offline' } // by its name the network's own answer, not the site's
  if (status >= 400) {
    const wait = retryAfterSeconds(headers.first('retry-after'))
    const reason = statusReason(status, /^HTTP\/\S+ \d+ (.+)$/s.exec(statusLine)?.[1])
    return {
      code: 'http-status',
      status,
      reason,
      ...(wait !== undefined && { retryAfterSeconds: wait }),
    }
  }
  if (/^\s*attachment\b/i.test(headers.first('content-disposition') ?? '')) return { code: 'not-a-page' }
  const type = headers.first('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== undefined && type.includes('/') && !isPageType(type)) return { code: 'not-a-page' }
  if (Number(headers.first('content-length') ?? 0) > limits.documentBytes) {
    return { code: 'too-large', limitMegabytes: megabytes(limits.documentBytes) }
  }
  return undefined
}

function isPageType(type: string): boolean {
  return pageTypes.has(type)
}

/** Response headers as Electron hands them over, with names compared as HTTP does. */
class Headers {
  readonly #lines: Record<string, string[]>
  constructor(lines: Readonly<Record<string, readonly string[]>> | undefined) {
    this.#lines = Object.fromEntries(Object.entries(lines ?? {}).map(([name, values]) => [name, [...values]]))
  }
  first(name: string): string | undefined {
    return this.#lines[this.#nameOf(name)]?.[0]
  }
  add(name: string, value: string): void {
    const own = this.#nameOf(name)
    this.#lines[own] = [...(this.#lines[own] ?? []), value]
  }
  set(name: string, value: string): void {
    this.#lines[this.#nameOf(name)] = [value]
  }
  /** True when there was one of them. */
  drop(names: readonly string[]): boolean {
    const found = Object.keys(this.#lines).filter((own) => names.includes(own.toLowerCase()))
    for (const name of found) delete this.#lines[name]
    return found.length > 0
  }
  all(): Record<string, string[]> {
    return this.#lines
  }
  #nameOf(name: string): string {
    return Object.keys(this.#lines).find((own) => own.toLowerCase() === name) ?? name
  }
}
