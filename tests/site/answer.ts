// What a route is: a visit in, an answer out; or, for the ways an answer can go wrong, the bare response.
import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerResponse } from 'node:http'

export type Visit = {
  readonly method: string
  /** Without the port. */
  readonly host: string
  readonly port: number
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly cookies: ReadonlyMap<string, string>
  /** How often this path was asked for, this time included. */
  readonly count: number
  /** 1, or 2 after `site.revise(path)`. */
  readonly edition: 1 | 2
  readonly canaryPort: number
  /** Resolves when the test calls `site.release(name)`, or the site stops. */
  held(name: string): Promise<void>
  /** `http://<host>:<port><path>`; the visit's own host unless another is named. */
  url(path: string, host?: string): string
}

export type Answer = {
  readonly status?: number
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Uint8Array
}

/** `undefined` when the route has taken the response into its own hands. */
export type Route = (visit: Visit, response: ServerResponse) => Answer | undefined

/** Keys are paths; one that ends in `/*` takes every path below it that has no route of its own. */
export type Routes = Readonly<Record<string, Route>>

export function html(body: string, headers: OutgoingHttpHeaders = {}, status = 200): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body }
}
