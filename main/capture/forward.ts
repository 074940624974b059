// Plain http through the proxy: one request of the page sent on, its answer sent back as it came, cut short where it was cut short.
import {
  Agent,
  request as httpRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http'
import type { Duplex } from 'node:stream'
import type { Failure } from '../../preload/failure.ts'
import { displayHost, hostPort } from './address.ts'
import { Refused } from './refused.ts'
import { statusReason } from './statusReason.ts'
import type { WayOut } from './wayOut.ts'

/** On answers that are the proxy's own: the code of the failure. */
export const refusedHeader = 'x-offprint-refused'

/** About this connection, not about the page. */
const hopHeaders: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** An answer of the site's may not pass for one of the proxy's. */
const ownHeaders: ReadonlySet<string> = new Set([refusedHeader])

const maxHeaderSize = 256 * 1024

export function forward(way: WayOut, incoming: IncomingMessage, response: ServerResponse): void {
  const url = parseTarget(incoming.url ?? '')
  if (!url) return void response.writeHead(400, { 'content-length': '0' }).end()
  response.sendDate = false
  const target = hostPort(url)

  const refuse = (failure: Failure) => {
    way.failures.set(target, failure)
    if (response.headersSent) return void response.destroy()
    response.writeHead(502, { [refusedHeader]: failure.code, 'content-length': '0' }).end()
  }

  const outgoing = httpRequest({
    agent: agentOf(way),
    host: url.hostname,
    port: url.port === '' ? 80 : Number(url.port),
    method: incoming.method ?? 'GET',
    path: url.pathname + url.search,
    headers: passedOn(incoming.rawHeaders),
    maxHeaderSize,
    setHost: false,
  })
  let isComplete = () => false
  outgoing.on('error', (error) => {
    // Bytes after the announced end are nobody's; the answer itself is whole.
    if (!isComplete()) refuse(failureOf(error, displayHost(url.hostname)))
  })
  outgoing.on('response', (answer) => {
    isComplete = () => answer.complete
    answer.on('error', () => response.destroy())
    answer.on('aborted', () => response.destroy())
    try {
      const status = answer.statusCode === 407 ? 401 : (answer.statusCode ?? 502)
      response.writeHead(status, statusReason(status, answer.statusMessage), sentBack(answer))
    } catch {
      refuse({ code: 'invalid-answer' }) // A header that may not be sent on, such as one with a line break in it.
      return void answer.destroy()
    }
    answer.pipe(response)
  })
  response.once('close', () => outgoing.destroy())
  incoming.pipe(outgoing)
}

const agents = new WeakMap<WayOut, Agent>()

/** One a pass: its kept connections are pinned to what that capture may reach. */
function agentOf(way: WayOut): Agent {
  const known = agents.get(way)
  if (known) return known
  const agent = new PinnedAgent(way)
  agents.set(way, agent)
  return agent
}

class PinnedAgent extends Agent {
  readonly #way: WayOut
  constructor(way: WayOut) {
    // Not kept alive: a connection that the server has closed meanwhile would make a good request fail.
    super({ keepAlive: false })
    this.#way = way
  }

  override createConnection(
    { host, port }: { host?: string | null; port?: number | string | null },
    done?: (error: Error | null, socket: Duplex) => void,
  ): null {
    void this.#way.reach(`${host}:${port}`).then((reached) => {
      if (reached.ok) done?.(null, reached.value)
      else done?.(new Refused(reached.failure), undefined as never) // Node looks at the error first.
    })
    return null
  }
}

function parseTarget(text: string): URL | undefined {
  try {
    const url = new URL(text)
    return url.protocol === 'http:' ? url : undefined
  } catch {
    return undefined // Not the absolute form that a proxy is asked in.
  }
}

function passedOn(raw: readonly string[]): OutgoingHttpHeaders {
  const headers = new Map<string, string | string[]>() // a page calls them what it likes
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const [name = '', value = ''] = [raw[at], raw[at + 1]]
    if (hopHeaders.has(name.toLowerCase())) continue
    const before = headers.get(name)
    headers.set(name, before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value])
  }
  return Object.fromEntries(headers)
}

function sentBack(answer: IncomingMessage): string[] {
  const raw = answer.rawHeaders
  const headers: string[] = []
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const [name = '', value = ''] = [raw[at], raw[at + 1]]
    if (!hopHeaders.has(name.toLowerCase()) && !ownHeaders.has(name.toLowerCase())) headers.push(name, value)
  }
  return headers
}

function failureOf(error: Error, host: string): Failure {
  if (error instanceof Refused) return error.failure
  const code = 'code' in error ? String(error.code) : ''
  return code.startsWith('HPE_') || code === 'ERR_INVALID_CHAR'
    ? { code: 'invalid-answer' }
    : { code: 'connection-closed', host }
}
