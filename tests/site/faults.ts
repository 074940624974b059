// Answers that are slow, cut, swollen, empty, or not what they say they are.
import { STATUS_CODES } from 'node:http'
import type { Writable } from 'node:stream'
import { createGzip, gzipSync } from 'node:zlib'
import { html, type Routes } from './answer.ts'
import { pdf } from './pdf.ts'

const opening =
  '<!doctype html><html lang="en"><title>A page with a fault</title><body><article><h1>A page with a fault</h1><p>This sentence arrived before anything went wrong, and there is nothing wrong with it. The next one may not arrive.</p>'

const riddles: Readonly<Record<string, string>> = {
  words:
    '<title>Just a moment…</title><h1>Checking your browser</h1><p>This takes a few seconds.</p><script>document.title = "a script ran"; fetch("/asks/ran")</script><img src="/asks/loaded">',
  box: '<title>harbour.example</title><form action="/go"><div class="h-captcha" data-sitekey="1"></div></form><script src="/asks/ran.js"></script>',
  frame: '<title>Attention</title><h1>harbour.example</h1><iframe src="/asks/challenge-platform/x"></iframe>',
  unscripted: '<title>harbour.example</title><noscript>Enable JavaScript and cookies to continue</noscript>',
  none: '<title>Forbidden</title><h1>Forbidden</h1><p>You may not see this page. Ask the harbour master.</p>',
}

export const faults: Routes = {
  /** `/status/429?after=120` */
  '/status/*': (visit) => {
    const status = Number(visit.path.slice('/status/'.length))
    const after = visit.query.get('after')
    return html(
      `<title>${status} ${STATUS_CODES[status] ?? ''}</title><h1>${STATUS_CODES[status] ?? 'Something'}</h1><p>The page you asked for cannot be shown.</p>`,
      {
        ...(after === null ? {} : { 'retry-after': after }),
        ...(status === 401 ? { 'www-authenticate': 'Basic realm="Members"' } : {}),
      },
      status,
    )
  },
  /** `/asks/words?status=403`: comes with a riddle for robots, which each site words and builds in its own way. */
  '/asks/*': (visit) => {
    const kind = visit.path.slice('/asks/'.length)
    const body = riddles[kind] ?? ''
    return html(`<!doctype html><html lang="en">${body}`, {}, Number(visit.query.get('status') ?? '403'))
  },
  '/status/204': () => ({ status: 204 }),
  '/empty': () => html(''),
  '/attachment': () => ({
    headers: { 'content-type': 'text/html', 'content-disposition': 'attachment; filename="../../evil.sh"' },
    body: '#!/bin/sh\necho no\n',
  }),
  '/binary': () => ({ headers: { 'content-type': 'application/octet-stream' }, body: new Uint8Array(2_000) }),
  '/plain.txt': () => ({
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: 'A plain text file.\n\nIt has two paragraphs, and no markup <b>at all</b>.\n',
  }),
  '/report.pdf': () => ({
    headers: { 'content-type': 'application/pdf' },
    body: pdf('The harbour report', 'Eleven votes to nine.'),
  }),

  /** The head of an answer never comes. */
  '/slow/first-byte': () => undefined,
  /** One character a beat, without end. */
  '/slow/drip': (_visit, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.write(opening)
    const timer = setInterval(() => response.write('x'), 200)
    response.on('close', () => clearInterval(timer))
    return undefined
  },
  /** A paragraph whenever the last one was taken, up to 2 GB. */
  '/slow/endless': (_visit, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.write(opening)
    const paragraph = `<p>${'It goes on. '.repeat(5_000)}</p>`
    void pour(response, paragraph, 2_000 * 1024 * 1024)
    return undefined
  },

  '/broken/reset': (_visit, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': 100_000 })
    response.write(opening, () => response.socket?.resetAndDestroy())
    return undefined
  },
  '/broken/refused': (_visit, response) => {
    response.socket?.resetAndDestroy()
    return undefined
  },
  /** Promises more than it sends, then closes politely. */
  '/broken/short': (_visit, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': 100_000 })
    response.write(opening, () => response.socket?.end())
    return undefined
  },
  '/broken/garbage': (_visit, response) => {
    response.socket?.end('PAGE YES PLEASE\r\n\r\n<p>hello')
    return undefined
  },
  /** 10,000 cookies. */
  '/broken/headers': (_visit, response) => {
    const cookies = Array.from({ length: 10_000 }, (_, n) => `Set-Cookie: c${n}=${'v'.repeat(60)}\r\n`).join('')
    response.socket?.end(
      `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${cookies}Content-Length: ${opening.length}\r\n\r\n${opening}`,
    )
    return undefined
  },
  '/broken/gzip': () => {
    const packed = gzipSync(opening.repeat(20))
    packed.fill(0xaa, 60, 90)
    return { headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' }, body: packed }
  },
  '/broken/nested-encoding': () => ({
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip, gzip, gzip' },
    body: gzipSync(gzipSync(gzipSync(opening))),
  }),

  /** `/bomb/gzip?megabytes=1024`: as many megabytes when unpacked, a thousandth of it on the wire, made as it is sent. */
  '/bomb/gzip': (visit, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' })
    const gzip = createGzip({ level: 9 })
    gzip.pipe(response)
    gzip.write(opening)
    response.on('close', () => gzip.destroy())
    void pour(gzip, ' '.repeat(64 * 1024), Math.min(megabytes(visit.query, 1_024), 2_048) * 1024 * 1024)
    return undefined
  },
  /** `/huge?megabytes=30`, with an honest length. */
  '/huge': (visit, response) => {
    const size = Math.min(megabytes(visit.query, 30), 2_048) * 1024 * 1024
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': size })
    response.write(opening)
    void pour(response, `<p>${'Much text and little to say. '.repeat(100)}</p>`, size - opening.length)
    return undefined
  },
  '/deep': (visit) =>
    html(
      `<!doctype html><title>Deep</title>${'<div>'.repeat(Number(visit.query.get('levels') ?? '100000'))}<p>The bottom.</p>`,
    ),
}

// Never faster than the other side reads, so that a visitor who stops early costs nothing here.
async function pour(sink: Writable, text: string, sizeBytes: number): Promise<void> {
  let left = sizeBytes
  while (left > 0 && !sink.destroyed) {
    const part = text.length <= left ? text : text.slice(0, left)
    left -= part.length
    if (!sink.write(part)) {
      await new Promise<void>((resolve) => {
        const go = () => {
          sink.off('drain', go)
          sink.off('close', go)
          resolve()
        }
        sink.on('drain', go)
        sink.on('close', go)
      })
    }
  }
  if (!sink.destroyed) sink.end()
}

function megabytes(query: URLSearchParams, otherwise: number): number {
  return Number(query.get('megabytes') ?? otherwise)
}
