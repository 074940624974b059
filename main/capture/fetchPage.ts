// The plain road, for bulk work: a page's markup and pictures without a window and without its scripts, frozen as a rendered one is. Many
// times faster; the caller looks at what comes of it and renders the page where that is not good enough.
import { randomBytes } from 'node:crypto'
import { failed, ok, type Failure, type Result } from '../../preload/failure.ts'
import { hostPort } from './address.ts'
import type { BrowserIdentity } from './browserIdentity.ts'
import { decodePage } from './decodePage.ts'
import type { Extractor } from './extraction.ts'
import { freezeAnswer } from './frozenPage.ts'
import { imageWidth, limits as shipped, type Limits } from './limits.ts'
import { isPdf, type PdfPage } from './pdfPage.ts'
import { createPlainRequests, type PlainAnswer } from './plainRequests.ts'
import type { RenderedPage, RenderRequest } from './renderPage.ts'
import { createWayOut, systemConnect, systemResolve, type WayOutOptions } from './wayOut.ts'

export type PageFetcher = { fetch(request: RenderRequest): Promise<Result<RenderedPage | PdfPage>> }

export type PageFetcherOptions = {
  readonly identity: BrowserIdentity
  readonly extractor: Pick<Extractor, 'freeze'>
  readonly limits?: Partial<Limits>
  readonly ways?: Partial<WayOutOptions>
}

const connectMs = 10_000
const maxWireBytes = 250_000_000
const pageAccept = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8'
const imageAccept = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8'

export function createPageFetcher(options: PageFetcherOptions): PageFetcher {
  const limits: Limits = { ...shipped, ...options.limits }
  return {
    async fetch({ url, allow, signal, onTitle, onLoading }) {
      const way = createWayOut({
        resolve: systemResolve,
        connect: systemConnect,
        connectMs,
        maxBytes: maxWireBytes,
        ...options.ways,
      })
      // A page on the web never reaches the own network, whatever is allowed to others.
      way.allow(allow.includes(hostPort(url)) ? allow : [])
      const requests = createPlainRequests(way, options.identity)
      const deadlineAt = Date.now() + limits.pageMs
      const bounds = { idleMs: limits.idleMs, deadlineAt, signal }
      const give = <T>(result: Result<T>): Result<T> => {
        if (!result.ok) requests.close()
        return result
      }

      const { documentBytes: maxBytes, pdfBytes: maxPdfBytes } = limits
      const answer = await requests.get({ url, accept: pageAccept, maxBytes, maxPdfBytes, ...bounds })
      if (!answer.ok) return give(answer)
      onLoading?.()
      if (answer.value.isPdf && isPdf(answer.value.bytes)) {
        requests.close()
        return ok({ kind: 'pdf', way: 'fetched', url: answer.value.url, bytes: answer.value.bytes })
      }
      const refusal = notAPage(answer.value)
      const html = decodePage(answer.value.bytes, answer.value.contentType)
      if (refusal || html === undefined) return give(failed(refusal ?? { code: 'damaged-data' }))
      const nonce = randomBytes(8).toString('hex')
      const { elements, depth } = limits
      const frozen = await options.extractor.freeze(
        { html, url: answer.value.url },
        { nonce, elements, depth, imageWidth },
      )
      if (!frozen.ok) return give(frozen)
      const page = freezeAnswer.parse(frozen.value)
      if (page.kind === 'too-complex') return give(failed({ code: 'too-complex' }))
      if (page.isEmpty) return give(failed({ code: 'empty-page' }))
      if (page.isBinary) return give(failed({ code: 'damaged-data' }))
      if (page.title) onTitle?.(page.title)
      return ok({
        page,
        nonce,
        way: 'fetched',
        loaded: new Set<string>(),
        notes: [],
        shortcomings: [],
        fetch: (file, kind) =>
          requests.get({
            url: file,
            accept: kind === 'style' ? 'text/css,*/*;q=0.1' : imageAccept,
            referrer: page.url,
            maxBytes: limits.assetBytes,
            ...bounds,
          }),
        close: requests.close,
      })
    },
  }
}

function notAPage({ contentType, bytes }: PlainAnswer): Failure | undefined {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type !== '' && !/^(?:text\/html|application\/xhtml\+xml)$/.test(type)) return { code: 'not-a-page' }
  return bytes.length === 0 ? { code: 'empty-page' } : undefined
}
