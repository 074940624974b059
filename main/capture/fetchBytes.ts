// One file of a captured page, through the page's own session and so through the proxy; from the session's cache where the page has
// loaded it. Every hop of a redirect is looked at before it is taken: left alone, Electron would follow one to a file on this disk.
import { net, type ClientRequestConstructorOptions, type Session } from 'electron'
import { failed, ok, type Failure, type Result } from '../../preload/failure.ts'
import { megabytes } from './limits.ts'
import type { Pass } from './proxy.ts'
import { sentReferrer } from './sentReferrer.ts'

export type FetchRequest = {
  readonly session: Session
  readonly pass: Pass
  readonly url: string
  readonly referrer?: string
  readonly accept: string
  readonly maxBytes: number
  /** Without a byte for so long it is given up. */
  readonly idleMs: number
  readonly deadlineAt: number
  readonly signal: AbortSignal
}

export type Fetched = {
  readonly bytes: Uint8Array
  /** As the server names it; good for its charset and nothing else. */
  readonly contentType: string
}

const maxRedirects = 20

export function fetchBytes(request: FetchRequest): Promise<Result<Fetched>> {
  const { session, pass, url, maxBytes, signal } = request
  return new Promise((resolve) => {
    // `cache` is what Electron's own fetch hands over here; the typings leave it out.
    const options: ClientRequestConstructorOptions & { cache: string } = {
      url,
      session,
      redirect: 'manual',
      credentials: 'include',
      cache: 'force-cache',
    }
    const sent = net.request(options)
    let hops = 0
    const finish = (result: Result<Fetched>) => {
      clearTimeout(idle)
      clearTimeout(last)
      signal.removeEventListener('abort', cancel)
      resolve(result)
    }
    const giveUp = (failure: Failure) => {
      finish(failed(failure))
      sent.abort()
    }
    const cancel = () => giveUp({ code: 'cancelled' })
    const tooSlow = () => giveUp({ code: 'too-slow', seconds: Math.round(request.idleMs / 1000) })
    const last = setTimeout(tooSlow, Math.max(request.deadlineAt - Date.now(), request.idleMs))
    let idle = setTimeout(tooSlow, request.idleMs)
    signal.addEventListener('abort', cancel, { once: true })
    if (signal.aborted) return cancel()

    sent.setHeader('Accept', request.accept)
    const referrer = request.referrer === undefined ? undefined : sentReferrer(request.referrer, url)
    if (referrer !== undefined) sent.setHeader('Referer', referrer)
    sent.on('login', (auth, callback) => (auth.isProxy ? callback(pass.username, pass.password) : callback()))
    sent.on('redirect', (_status, _method, target) => {
      if (!/^https?:/i.test(target) || ++hops > maxRedirects) return giveUp({ code: 'too-many-redirects' })
      sent.followRedirect()
    })
    sent.on('error', () => finish(failed({ code: 'connection-closed', host: new URL(url).hostname })))
    sent.on('response', (response) => {
      if (response.statusCode !== 200)
        return giveUp({ code: 'http-status', status: response.statusCode, reason: response.statusMessage })
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk) => {
        clearTimeout(idle)
        idle = setTimeout(tooSlow, request.idleMs)
        size += chunk.length
        if (size > maxBytes) return giveUp({ code: 'too-large', limitMegabytes: megabytes(maxBytes) })
        chunks.push(chunk)
      })
      response.on('end', () =>
        finish(ok({ bytes: Buffer.concat(chunks), contentType: String(response.headers['content-type'] ?? '') })),
      )
      response.on('aborted', () => finish(failed({ code: 'connection-closed', host: new URL(url).hostname })))
      response.on('error', () => finish(failed({ code: 'connection-closed', host: new URL(url).hostname })))
    })
    sent.end()
  })
}
