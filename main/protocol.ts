// The addresses of our own that pages may load: the app's files, the reader's empty shell, snapshots, and the vault's blobs. Read-only.
// Each answer carries its own Content-Security-Policy, so that one mistake in sanitising is not enough to run or fetch anything.
import { protocol, type Session } from 'electron'
import { promises as files } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join, relative, resolve, sep } from 'node:path'
import { blobName, ulid } from '../preload/article.ts'
import type { Result } from '../preload/failure.ts'
import { bytesOfFile } from './bytesOfFile.ts'
import { mimeTypeOf } from './mimeTypes.ts'
import { direction, spokenLanguage } from '../preload/language.ts'
import { appScheme, assetScheme } from './origins.ts'

/** What a page needs of the vault. */
export type Shelf = {
  /** The absolute path of a blob's file. */
  blobPath(name: string): string | undefined
  readPage(article: string, version: string): Promise<Result<string>>
  readPdf(article: string, version: string): Promise<Result<Uint8Array>>
}

/** The page that is being printed under this id. */
type PrintedPage = (id: string) => string | undefined

const closed = "base-uri 'none'; form-action 'none'; object-src 'none'"
const trusted = "require-trusted-types-for 'script'; trusted-types offprint dompurify"
const appPolicy = (nonce: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' offprint-asset: data: blob:; ` +
  `font-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; ${closed}; ${trusted}`
// It connects to nothing but the tables that its reading of PDFs needs: this origin serves its own files and no more.
const extractPolicy = `default-src 'none'; script-src 'self'; connect-src 'self'; img-src blob: data:; frame-ancestors 'none'; ${closed}; ${trusted}`
const readerPolicy =
  "default-src 'none'; img-src offprint-asset: data:; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'self'; sandbox allow-same-origin"
const snapshotPolicy =
  "default-src 'none'; img-src offprint-asset: data:; style-src 'unsafe-inline'; font-src offprint-asset: data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin"

const readerShell =
  '<!doctype html><html><head><meta charset="utf-8"><title>Article</title><link rel="stylesheet" href="/reader.css"></head><body></body></html>'

/** Must run before the app is ready. */
export function registerSchemes() {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
    { scheme: assetScheme, privileges: { secure: true, supportFetchAPI: true, corsEnabled: true, stream: true } },
  ])
}

/** Serves the app window's session. `folder` is the built renderer. */
export function serveApp(session: Session, folder: string, shelf: Shelf, printed: PrintedPage = () => undefined) {
  session.protocol.handle(appScheme, async (request) => {
    const url = new URL(request.url)
    if (url.host !== 'offprint') return notFound()
    if (url.pathname === '/reader/') return html(readerShell, readerPolicy)
    const snapshot = /^\/snapshot\/([^/]+)\/([^/]+)$/.exec(url.pathname)
    if (snapshot) return serveSnapshot(shelf, snapshot[1], snapshot[2])
    const pdf = /^\/pdf\/([^/]+)\/([^/]+)$/.exec(url.pathname)
    if (pdf && ulid.safeParse(pdf[1]).success) return servePdf(shelf, pdf[1], pdf[2])
    const page = printed(/^\/print\/([0-9a-f]{32})$/.exec(url.pathname)?.[1] ?? '')
    if (page !== undefined) return html(page, readerPolicy)
    if (url.pathname === '/' || url.pathname === '/index.html') return serveIndex(folder)
    return serveFile(folder, url.pathname, { 'Content-Security-Policy': appPolicy('none') })
  })
  serveAssets(session, shelf)
}

/** Serves the extract page's session: its own files and nothing else. */
export function serveExtract(session: Session, folder: string) {
  session.protocol.handle(appScheme, (request) => {
    const url = new URL(request.url)
    if (url.host !== 'extract') return notFound()
    return serveFile(folder, url.pathname, { 'Content-Security-Policy': extractPolicy })
  })
}

function serveAssets(session: Session, shelf: Shelf) {
  session.protocol.handle(assetScheme, (request) => {
    const name = blobName.safeParse(request.url.slice(assetScheme.length + 1).split(/[?#]/)[0])
    const path = name.success ? shelf.blobPath(name.data) : undefined
    if (path === undefined) return notFound()
    return stream(path, {
      // A picture is only a picture, also when it is an SVG that someone opens by itself.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'Access-Control-Allow-Origin': 'app://offprint',
      'Cache-Control': 'max-age=31536000, immutable',
    })
  })
}

async function serveIndex(folder: string): Promise<Response> {
  const nonce = randomBytes(16).toString('base64')
  const page = await files.readFile(join(folder, 'index.html'), 'utf8')
  const language = spokenLanguage()
  const opening = `<html lang="${language}" dir="${direction(language)}">`
  return html(page.replace('<html lang="en">', opening).replaceAll('%NONCE%', nonce), appPolicy(nonce))
}

async function serveSnapshot(
  shelf: Shelf,
  article: string | undefined,
  version: string | undefined,
): Promise<Response> {
  const ids = [ulid.safeParse(article), ulid.safeParse(version)] as const
  if (!ids[0].success || !ids[1].success) return notFound()
  const page = await shelf.readPage(ids[0].data, ids[1].data)
  return page.ok ? html(page.value, snapshotPolicy) : notFound()
}

/** For the viewer to read; nothing shows it by itself. */
async function servePdf(shelf: Shelf, article: string | undefined, version: string | undefined): Promise<Response> {
  const ids = [ulid.safeParse(article), ulid.safeParse(version)] as const
  if (!ids[0].success || !ids[1].success) return notFound()
  const pdf = await shelf.readPdf(ids[0].data, ids[1].data)
  if (!pdf.ok) return notFound()
  return new Response(Buffer.from(pdf.value), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}

/** A file below `folder`; whatever the path tries, nothing outside it, links included. */
async function serveFile(
  folder: string,
  pathname: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const path = await pathBelow(folder, pathname)
  return path === undefined ? notFound() : stream(path, headers)
}

export async function pathBelow(folder: string, pathname: string): Promise<string | undefined> {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return undefined // a broken escape is no address of ours
  }
  if (/[\0\\]/.test(decoded)) return undefined
  const wanted = resolve(folder, `.${decoded.startsWith('/') ? '' : '/'}${decoded}`)
  if (!isBelow(folder, wanted)) return undefined
  try {
    const real = await files.realpath(wanted)
    return isBelow(await files.realpath(folder), real) && (await files.stat(real)).isFile() ? real : undefined
  } catch {
    return undefined // no such file
  }
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`)
}

async function stream(path: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  try {
    const { size } = await files.stat(path)
    return new Response(bytesOfFile(path), {
      headers: {
        'Content-Type': mimeTypeOf(path),
        'Content-Length': String(size),
        'X-Content-Type-Options': 'nosniff',
        ...headers,
      },
    })
  } catch {
    return notFound() // gone between the address and the reading
  }
}

function html(text: string, policy: string): Response {
  return new Response(text, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}

function notFound(): Response {
  return new Response('Not found.', { status: 404, headers: { 'Content-Security-Policy': "default-src 'none'" } })
}
