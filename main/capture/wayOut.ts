// What one capture may reach: resolves a name, judges every answer, connects to what was judged, counts what comes back.
import { lookup } from 'node:dns/promises'
import { connect as connectSocket, isIP, type Socket } from 'node:net'
import { failed, ok, type Failure, type Result } from '../../preload/failure.ts'
import { displayHost, hostPort, isBadPort } from './address.ts'
import { classify, classifyName } from './classify.ts'

/** All addresses of a name; none when it has none. */
export type Resolve = (host: string) => Promise<readonly string[]>
/** A connected socket to one of these addresses, which are in order of preference. */
export type Connect = (addresses: readonly string[], port: number, timeoutMs: number) => Promise<Socket>

export type WayOut = {
  allow(entries: readonly string[]): void
  /** A connection to `host:port`, or why there is none. */
  reach(authority: string): Promise<Result<Socket>>
  /** By host:port, the latest reason why nothing came. */
  readonly failures: Map<string, Failure>
  receivedBytes(): number
  dropIdle(idleMs: number): void
  close(): void
}

export type WayOutOptions = {
  readonly resolve: Resolve
  readonly connect: Connect
  readonly connectMs: number
  readonly maxBytes: number
}

export function createWayOut({ resolve, connect, connectMs, maxBytes }: WayOutOptions): WayOut {
  let allowed: ReadonlySet<string> = new Set()
  let received = 0
  let closed = false
  const sockets = new Map<Socket, { lastByteAt: number }>()
  const failures = new Map<string, Failure>()
  const resolved = new Map<string, Promise<readonly string[]>>()

  const addressesOf = (host: string) => {
    const known = resolved.get(host)
    if (known) return known
    const asked = resolveHost(host, resolve)
    resolved.set(host, asked)
    return asked
  }

  const judge = async (host: string, target: string): Promise<Result<readonly string[]>> => {
    const byName = classifyName(host)
    if (byName === 'forbidden') return failed({ code: 'private-address' })
    const addresses = await addressesOf(host)
    if (addresses.length === 0) return failed({ code: 'host-not-found', host: displayHost(host) })
    const classes = addresses.map(classify)
    if (classes.includes('forbidden')) return failed({ code: 'private-address' })
    if ((byName === 'private' || classes.includes('private')) && !allowed.has(target)) {
      return failed({ code: 'private-address', allowable: target })
    }
    return ok(addresses)
  }

  const reach = async (authority: string): Promise<Result<Socket>> => {
    const url = parseAuthority(authority)
    if (!url || closed) return failed({ code: 'invalid-address' })
    if (isBadPort(url)) return failed({ code: 'port-not-allowed' })
    const target = hostPort(url)
    const host = target.slice(0, target.lastIndexOf(':'))
    const port = Number(target.slice(host.length + 1))
    const judged = await judge(host, target)
    if (!judged.ok) {
      failures.set(target, judged.failure)
      return judged
    }
    try {
      const socket = await connect(judged.value, port, connectMs)
      if (closed) {
        socket.destroy()
        return failed({ code: 'cancelled' })
      }
      watch(socket)
      return ok(socket)
    } catch (error) {
      const failure = connectFailure(error, displayHost(host), connectMs)
      failures.set(target, failure)
      return failed(failure)
    }
  }

  const watch = (socket: Socket) => {
    const state = { lastByteAt: Date.now() }
    sockets.set(socket, state)
    socket.on('data', (chunk: Buffer) => {
      received += chunk.length
      state.lastByteAt = Date.now()
      if (received > maxBytes) socket.destroy()
    })
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
  }

  return {
    reach,
    failures,
    allow: (entries) => void (allowed = new Set(entries)),
    receivedBytes: () => received,
    dropIdle(idleMs) {
      const before = Date.now() - idleMs
      for (const [socket, { lastByteAt }] of sockets) if (lastByteAt < before) socket.destroy()
    },
    close() {
      closed = true
      for (const socket of sockets.keys()) socket.destroy()
    },
  }
}

/** The system's resolver: its hosts file, its cache, its rules. */
export const systemResolve: Resolve = async (host) => {
  const found = await lookup(host, { all: true, verbatim: true })
  return found.map(({ address }) => address)
}

export const systemConnect: Connect = (addresses, port, timeoutMs) =>
  new Promise((resolve, reject) => {
    // The lookup hands over what was judged, so that nothing is resolved a second time; trying several addresses is Node's work.
    const answers = addresses.map((address) => ({ address, family: isIP(address) }))
    const [first = { address: '', family: 4 }] = answers
    const socket = connectSocket({
      host: answers.length === 1 ? first.address : 'judged.invalid',
      port,
      noDelay: true,
      autoSelectFamily: answers.length > 1,
      lookup: (_host, options, callback) =>
        options.all ? callback(null, answers) : callback(null, first.address, first.family),
    })
    const timer = setTimeout(() => socket.destroy(new ConnectTimeout()), timeoutMs)
    const stop = (error: Error) => {
      clearTimeout(timer)
      reject(error)
    }
    socket.once('error', stop)
    socket.once('connect', () => {
      clearTimeout(timer)
      socket.off('error', stop)
      resolve(socket)
    })
  })

export class ConnectTimeout extends Error {
  readonly code = 'ETIMEDOUT'
}

async function resolveHost(host: string, resolve: Resolve): Promise<readonly string[]> {
  const bare = host.replace(/^\[|\]$/g, '')
  if (isIP(bare) !== 0) return [bare]
  // As Chromium does: these names are this machine and are never asked of a resolver; `.invalid` never exists.
  if (bare === 'localhost' || bare.endsWith('.localhost')) return ['127.0.0.1']
  if (bare === 'invalid' || bare.endsWith('.invalid')) return []
  try {
    return await resolve(bare)
  } catch {
    return [] // Whatever the resolver's reason, the person learns that the host could not be found.
  }
}

function parseAuthority(authority: string): URL | undefined {
  try {
    const url = new URL(`http://${authority}`)
    return url.pathname === '/' && url.search === '' && url.username === '' ? url : undefined
  } catch {
    return undefined // No host and port.
  }
}

function connectFailure(error: unknown, host: string, connectMs: number): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ETIMEDOUT') return { code: 'too-slow', seconds: Math.round(connectMs / 1000) }
  return { code: 'connection-closed', host }
}
