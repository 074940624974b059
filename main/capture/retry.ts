// When a capture that failed is worth trying again by itself, and when.
import { unreachable, type Failure } from '../../preload/failure.ts'

/** After the first, second and third failure; then it is left to the person. */
const waitsMs = [60_000, 5 * 60_000, 30 * 60_000] as const
export const offlineMs = 30_000
/** For a site that says it is too busy and not for how long. */
const busyMs = 60_000

/** Milliseconds to wait, or undefined: not by itself. `tries` counts those that failed, this one included. */
export function retryAfterMs(failure: Failure, tries: number): number | undefined {
  const wait = waitsMs[tries - 1]
  switch (failure.code) {
    case 'offline':
      return offlineMs
    case 'http-status': {
      const isPassing = failure.status === 429 || failure.status === 408 || failure.status >= 500
      if (!isPassing || wait === undefined) return undefined
      return Math.max(wait, (failure.retryAfterSeconds ?? 0) * 1_000)
    }
    case 'connection-closed':
    case 'too-slow':
    case 'page-crashed':
      return wait
    case 'host-not-found':
    case 'no-secure-address':
    case 'too-many-redirects':
    case 'sign-in-needed':
    case 'certificate':
    case 'too-large':
    case 'expands-too-much':
    case 'damaged-data':
    case 'not-a-page':
    case 'empty-page':
    case 'invalid-answer':
    case 'script-stuck':
    case 'too-complex':
    case 'cancelled':
    case 'empty-address':
    case 'invalid-address':
    case 'unsupported-scheme':
    case 'port-not-allowed':
    case 'address-too-long':
    case 'link-unusable':
    case 'private-address':
    case 'not-allowed':
    case 'disk-full':
    case 'cannot-write':
    case 'file-not-written':
    case 'file-not-read':
    case 'library-in-use':
    case 'library-gone':
    case 'list-unopened':
    case 'newer-library':
    case 'damaged':
    case 'unknown-id':
    case 'deleted-for-good':
    case 'search-stopped':
    case 'bad-query':
    case 'usage':
    case 'bug':
      return undefined
    default:
      return unreachable(failure)
  }
}

/** How long the whole host is left alone after this failure, or undefined: it may be asked for other pages. */
export function hostRestMs(failure: Failure): number | undefined {
  if (failure.code !== 'http-status' || (failure.status !== 429 && failure.status !== 503)) return undefined
  if (failure.retryAfterSeconds !== undefined) return failure.retryAfterSeconds * 1_000
  return failure.status === 429 ? busyMs : undefined
}

/** A `Retry-After` header in seconds: a number or a date; at most a day is believed. */
export function retryAfterSeconds(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const seconds = /^\d+$/.test(value.trim()) ? Number(value) : (Date.parse(value) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.round(seconds), 0), 86_400) : undefined
}
