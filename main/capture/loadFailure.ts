// What Chromium says when a page does not load, as a Failure. Numbers are Chromium's net error codes.
import type { Failure } from '../../preload/failure.ts'
import type { FailureReason } from '../../preload/failureReasons.de.ts'

type Circumstances = {
  /** For people. */
  readonly host: string
  readonly url: string
  /** Nobody wrote https; it was taken. */
  readonly assumedHttps: boolean
  readonly isOnline: boolean
}

const certificateReasons: Readonly<Record<number, FailureReason>> = {
  [-200]: 'it belongs to another site',
  [-201]: 'it has expired or is not valid yet',
  [-202]: 'nobody trusted has signed it',
  [-203]: 'it has errors',
  [-204]: 'its revocation cannot be checked',
  [-205]: 'its revocation could not be checked',
  [-206]: 'it was revoked',
  [-207]: 'it is malformed',
  [-208]: 'its signature is too weak',
  [-210]: 'its name is not unique',
  [-211]: 'its key is too weak',
  [-212]: 'it names what it may not name',
  [-213]: 'it is valid for too long',
  [-214]: 'it is not in the public logs',
  [-217]: 'it is known to be misused',
}

const secureConnectionFailed: ReadonlySet<number> = new Set([
  -107, -113, -116, -117, -123, -126, -141, -148, -159, -167, -181,
])
const closed: ReadonlySet<number> = new Set([-15, -100, -101, -102, -103, -104, -111, -324, -354, -355, -356, -358])
const invalidAnswer: ReadonlySet<number> = new Set([
  -300, -302, -320, -321, -325, -337, -345, -346, -349, -350, -361, -362, -370,
])

export function loadFailure(code: number, { host, url, assumedHttps, isOnline }: Circumstances): Failure {
  const isSecure = url.startsWith('https:')
  const reason = certificateReasons[code]
  if (reason !== undefined) return { code: 'certificate', reason }
  if (secureConnectionFailed.has(code)) return { code: 'no-secure-address', host }
  if (closed.has(code))
    return assumedHttps && isSecure ? { code: 'no-secure-address', host } : closedOrOffline(host, isOnline)
  if (invalidAnswer.has(code)) return { code: 'invalid-answer' }
  switch (code) {
    case -7:
    case -118:
      return { code: 'too-slow', seconds: 10 }
    case -105:
    case -137:
    case -138:
      return isOnline ? { code: 'host-not-found', host } : { code: 'offline' }
    case -21:
    case -106:
    case -109:
      return isOnline ? { code: 'connection-closed', host } : { code: 'offline' }
    case -310:
      return { code: 'too-many-redirects' }
    case -311:
      return { code: 'private-address' }
    case -323:
    case -338:
      return { code: 'sign-in-needed' }
    case -330:
    case -371:
      return { code: 'damaged-data' }
    case -301:
      return { code: 'unsupported-scheme' }
    case -312:
      return { code: 'port-not-allowed' }
    default:
      return { code: 'connection-closed', host }
  }
}

function closedOrOffline(host: string, isOnline: boolean): Failure {
  return isOnline ? { code: 'connection-closed', host } : { code: 'offline' }
}

/** What the proxy knows is truer than what Chromium sees of it; what the person wrote decides how it is said. */
export function refusalFailure(failure: Failure, circumstances: Circumstances): Failure {
  const isNetwork = failure.code === 'host-not-found' || failure.code === 'connection-closed'
  if (isNetwork && !circumstances.isOnline) return { code: 'offline' }
  if (failure.code === 'connection-closed' || failure.code === 'too-slow') {
    if (circumstances.assumedHttps && circumstances.url.startsWith('https:')) {
      return { code: 'no-secure-address', host: circumstances.host }
    }
  }
  return failure
}
