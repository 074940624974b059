// The only way out for a captured page: an HTTP proxy on loopback that resolves every name itself, judges all answers, and connects to
// the very address it judged. Each capture has a pass of its own, so refusals, byte counts and allowances never mix.
// When this proxy is gone Chromium has no other way: it fails, it does not go direct.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Failure } from '../../preload/failure.ts'
import { hostPort } from './address.ts'
import { forward, refusedHeader } from './forward.ts'
import { createWayOut, systemConnect, systemResolve, type Connect, type Resolve, type WayOut } from './wayOut.ts'

export type Proxy = {
  readonly port: number
  /** A pass for one capture. `allow`: host:port pairs on the person's own computer or network that it may reach. */
  open(options?: { readonly allow?: readonly string[] }): Pass
  close(): Promise<void>
}

export type Pass = {
  readonly username: string
  readonly password: string
  allow(entries: readonly string[]): void
  /** Why nothing came from this URL's host, if the proxy knows. */
  failureFor(url: string): Failure | undefined
  /** As they came over the wire, all connections together. */
  receivedBytes(): number
  /** Ends the connections that were silent for so long: a hanging script then fails, and the page goes on without it. */
  dropIdle(idleMs: number): void
  /** Ends every connection; nothing passes any more. */
  close(): void
}

export type ProxyOptions = {
  readonly resolve?: Resolve
  readonly connect?: Connect
  readonly connectMs?: number
  /** More than this over the wire for one capture is no page. */
  readonly maxBytes?: number
}

const defaults = { connectMs: 10_000, maxBytes: 250_000_000 }

/** Far above what servers send; below it the parser stops by itself. */
const maxHeaderSize = 256 * 1024

export async function startProxy(options: ProxyOptions = {}): Promise<Proxy> {
  const passes = new Map<string, { readonly password: Buffer; readonly way: WayOut }>()
  let opened = 0

  const wayFor = (request: IncomingMessage): WayOut | undefined => {
    const [, encoded = ''] = /^Basic (\S+)$/i.exec(request.headers['proxy-authorization'] ?? '') ?? []
    const [username = '', password = ''] = Buffer.from(encoded, 'base64').toString().split(':')
    const pass = passes.get(username)
    const given = Buffer.from(password)
    return pass && given.length === pass.password.length && timingSafeEqual(given, pass.password) ? pass.way : undefined
  }

  const server = createServer({ maxHeaderSize, requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 60_000 })
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const way = wayFor(request)
    if (way) return forward(way, request, response)
    response.writeHead(407, { 'proxy-authenticate': challenge, 'content-length': '0' }).end()
  })
  server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    client.on('error', () => client.destroy()) // The page has gone; there is nobody to tell.
    const way = wayFor(request)
    if (way) return void tunnel(way, request.url ?? '', client, head)
    answer(client, '407 Proxy Authentication Required', { 'Proxy-Authenticate': challenge })
  })
  server.on('clientError', (_error, socket) => socket.destroy())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })

  return {
    port: (server.address() as AddressInfo).port, // listening on TCP, so it is an AddressInfo
    open({ allow = [] } = {}) {
      const username = `capture-${++opened}`
      const password = randomBytes(24).toString('hex')
      const way = createWayOut({
        resolve: options.resolve ?? systemResolve,
        connect: options.connect ?? systemConnect,
        connectMs: options.connectMs ?? defaults.connectMs,
        maxBytes: options.maxBytes ?? defaults.maxBytes,
      })
      way.allow(allow)
      passes.set(username, { password: Buffer.from(password), way })
      return {
        username,
        password,
        allow: way.allow,
        failureFor: (url) => way.failures.get(hostPort(url)),
        receivedBytes: way.receivedBytes,
        dropIdle: way.dropIdle,
        close() {
          passes.delete(username)
          way.close()
        },
      }
    },
    async close() {
      for (const { way } of passes.values()) way.close()
      passes.clear()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const challenge = 'Basic realm="Offprint"'

/** HTTPS and WebSockets: once the connection stands, bytes go through unread. */
async function tunnel(way: WayOut, authority: string, client: Duplex, head: Buffer): Promise<void> {
  const reached = await way.reach(authority)
  if (!reached.ok) return answer(client, '502 Bad Gateway', { [refusedHeader]: reached.failure.code })
  const upstream: Socket = reached.value
  if (client.destroyed) return void upstream.destroy()
  client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
  upstream.write(head)
  upstream.pipe(client)
  client.pipe(upstream)
  upstream.on('error', () => client.destroy()) // Chromium sees the connection close and says so itself.
  upstream.once('close', () => client.destroy())
  client.once('close', () => upstream.destroy())
}

function answer(client: Duplex, status: string, headers: Readonly<Record<string, string>>): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  client.end(`HTTP/1.1 ${status}\r\n${lines.join('')}Connection: close\r\nContent-Length: 0\r\n\r\n`)
}
