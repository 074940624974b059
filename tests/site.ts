// A web site on this machine that behaves as the web does, for tests: http://a.localhost:<port>/news/tide-mill and the rest.
// Every host below .localhost is answered here, all with the same pages; what lies where is in tests/site/.
// Any answer waits for `site.release(name)` when its address ends in `?hold=<name>`.
import { createServer, STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { articles, articleTruths } from './site/articles.ts'
import { html, type Answer, type Route, type Visit } from './site/answer.ts'
import { changing, changingTruths } from './site/changing.ts'
import { charsets, charsetTruths } from './site/charsets.ts'
import { composed } from './site/composed.ts'
import { consents } from './site/consents.ts'
import { endless } from './site/endless.ts'
import { faults } from './site/faults.ts'
import { folds } from './site/folds.ts'
import { furniture } from './site/furniture.ts'
import { images } from './site/images.ts'
import { lazyPage } from './site/lazyWays.ts'
import { many, manyTruth } from './site/many.ts'
import { members } from './site/members.ts'
import { notArticles, wallTruth } from './site/notArticles.ts'
import { redirects } from './site/redirects.ts'
import { serial } from './site/serial.ts'
import type { Truth } from './site/story.ts'
import { today } from './site/today.ts'
import { traps, trapTruth } from './site/traps.ts'
import { visits } from './site/visits.ts'

export type { Truth } from './site/story.ts'

export type SiteRequest = {
  readonly method: string
  /** Without the port. */
  readonly host: string
  /** With the query. */
  readonly path: string
  readonly headers: IncomingMessage['headers']
  /** Milliseconds of `performance.now()`. */
  readonly at: number
}

export type SiteOptions = {
  /** Any free one unless given. */
  readonly port?: number
  /** Pages of the test's own; they come before the site's. */
  readonly routes?: Readonly<Record<string, Route>>
}

export type Site = {
  readonly port: number
  /** `url('a', '/news/tide-mill')` or `url('a.localhost', ...)`. */
  url(host: string, path: string): string
  /** host:port of every host that the pages themselves use, and of the ones named: what a test allows to be captured from. */
  hosts(...names: readonly string[]): string[]
  /** Every request since the start, oldest first. */
  readonly requests: readonly SiteRequest[]
  /** The next request for the path, or the first that was made already. */
  requested(path: string): Promise<SiteRequest>
  /** What is true of the article at the path; of its second edition after `revise`. Throws when there is none. */
  truth(path: string): Truth
  /** Paths that hold an article, each with a truth. */
  readonly articlePaths: readonly string[]
  /** Turns a page of changing.ts over to its second edition. */
  revise(path: string): void
  /** Lets the answers go that wait under the name, now and later. */
  release(name: string): void
  /** Another listener on 127.0.0.1 that nothing may ever reach. */
  readonly canary: { readonly port: number; readonly connections: () => number }
  /** Closes the door and every open connection; the network cable, as it were. */
  stop(): Promise<void>
  /** Opens it again, on the same port. */
  start(): Promise<void>
  /** Stops all there is. */
  close(): Promise<void>
}

const routes: Readonly<Record<string, Route>> = {
  ...articles,
  ...notArticles,
  ...images,
  ...folds,
  ...furniture,
  ...redirects,
  ...faults,
  ...charsets,
  ...traps,
  ...visits,
  ...changing,
  ...many,
  ...composed,
  ...consents,
  ...serial,
  ...endless,
  ...members,
  ...today,
  '/lazy/*': (visit) => html(lazyPage(visit)),
}

const truths: Readonly<Record<string, readonly Truth[]>> = {
  ...Object.fromEntries(Object.entries({ ...articleTruths, ...charsetTruths }).map(([path, truth]) => [path, [truth]])),
  ...changingTruths,
  '/members/estuary': [wallTruth],
  ...Object.fromEntries(
    Object.keys(traps)
      .filter((path) => /^\/(traps|hang|hostile|tracking)/.test(path))
      .map((path) => [path, [trapTruth]]),
  ),
}

export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const requests: SiteRequest[] = []
  const counts = new Map<string, number>()
  const revised = new Set<string>()
  const holds = new Map<string, { promise: Promise<void>; release: () => void }>()
  const waiting = new Map<string, ((request: SiteRequest) => void)[]>()
  const sockets = new Set<Socket>()
  const canary = createServer((_request, response) => response.end('A secret of this machine.'))
  let canaryConnections = 0
  canary.on('connection', () => (canaryConnections += 1))
  const canaryPort = await listen(canary, 0)

  const server = createServer((request, response) => void serve(request, response))
  // Faults are the point of this site: a client that goes away in the middle is no news.
  server.on('clientError', (_error, socket) => socket.destroy())
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const port = await listen(server, options.port ?? 0)

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const visit = received(request)
    request.resume()
    response.on('error', () => response.destroy())
    const name = visit.query.get('hold')
    if (name !== null) await visit.held(name)
    const route = find({ ...routes, ...options.routes }, visit.path)
    const answer: Answer | undefined =
      route === undefined
        ? { status: 404, headers: { 'content-type': 'text/html' }, body: notFound }
        : route(visit, response)
    if (answer !== undefined && !response.destroyed) send(response, answer, visit.method === 'HEAD')
  }

  function received(request: IncomingMessage): Visit {
    const host = (request.headers.host ?? 'localhost').replace(/:\d+$/, '')
    const address = new URL(request.url ?? '/', `http://${host}:${port}`)
    // As most sites do, the same page with a slash at its end.
    const path = address.pathname.replace(/(?<=.)\/$/, '')
    const count = (counts.get(path) ?? 0) + 1
    counts.set(path, count)
    const entry: SiteRequest = {
      method: request.method ?? 'GET',
      host,
      path: request.url ?? '/',
      headers: request.headers,
      at: performance.now(),
    }
    requests.push(entry)
    for (const tell of waiting.get(path) ?? []) tell(entry)
    waiting.delete(path)
    return {
      method: entry.method,
      host,
      port,
      path,
      query: address.searchParams,
      headers: request.headers,
      cookies: cookiesOf(request.headers.cookie),
      count,
      edition: revised.has(path) ? 2 : 1,
      canaryPort,
      held: (name) => hold(name).promise,
      url: (at, other = host) => `http://${other}:${port}${at}`,
    }
  }

  function hold(name: string) {
    const known = holds.get(name)
    if (known !== undefined) return known
    let release = () => {}
    const promise = new Promise<void>((resolve) => (release = resolve))
    const made = { promise, release }
    holds.set(name, made)
    return made
  }

  async function stop(): Promise<void> {
    if (!server.listening) return
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    for (const socket of sockets) socket.destroy()
    await closed
  }

  return {
    port,
    url: (host, path) => `http://${host.endsWith('.localhost') ? host : `${host}.localhost`}:${port}${path}`,
    hosts: (...names) =>
      [
        ...new Set([
          'a.localhost',
          'b.localhost',
          'c.localhost',
          'images.localhost',
          ...names.map((name) => (name.endsWith('.localhost') ? name : `${name}.localhost`)),
        ]),
      ].map((host) => `${host}:${port}`),
    requests,
    requested(path) {
      const seen = requests.find((request) => request.path.replace(/\?.*/, '') === path)
      if (seen !== undefined) return Promise.resolve(seen)
      return new Promise((resolve) => waiting.set(path, [...(waiting.get(path) ?? []), resolve]))
    },
    truth(path) {
      const editions = truths[path.replace(/[?#].*/, '')]
      const truth = (revised.has(path) ? editions?.[1] : undefined) ?? editions?.[0] ?? manyTruth(path)
      if (truth === undefined) throw new Error(`tests/site holds no article at ${path}`)
      return truth
    },
    articlePaths: Object.keys(articleTruths),
    revise: (path) => void revised.add(path),
    release: (name) => hold(name).release(),
    canary: { port: canaryPort, connections: () => canaryConnections },
    stop,
    start: async () => {
      if (!server.listening) await listen(server, port)
    },
    close: async () => {
      for (const { release } of holds.values()) release()
      await stop()
      canary.closeAllConnections()
      await new Promise<void>((resolve) => canary.close(() => resolve()))
    },
  }
}

const notFound =
  '<!doctype html><html lang="en"><title>404</title><h1>Not found</h1><p>There is no page at this address.</p>'

function find(table: Readonly<Record<string, Route>>, path: string): Route | undefined {
  if (Object.hasOwn(table, path)) return table[path]
  for (let end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
    const pattern = `${path.slice(0, end)}/*`
    if (Object.hasOwn(table, pattern)) return table[pattern]
    if (end === 0) break
  }
  return undefined
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '' }: Answer, headOnly: boolean): void {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body
  const bare = status === 204 || status === 304
  response.writeHead(status, STATUS_CODES[status] ?? 'Unheard of', {
    ...headers,
    ...(bare ? {} : { 'content-length': bytes.length }),
  })
  response.end(headOnly || bare ? undefined : bytes)
}

function cookiesOf(header: string | undefined): ReadonlyMap<string, string> {
  const pairs = (header ?? '').split(/; */).flatMap((pair): [string, string][] => {
    const [name, value] = pair.split('=')
    return name === undefined || value === undefined ? [] : [[name, value]]
  })
  return new Map(pairs)
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
  return (server.address() as AddressInfo).port
}
