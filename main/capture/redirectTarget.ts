// Where a site sends its visitor on. Chromium waits for ever at a redirect to a program (`intent:`, `offprint:`), and says of one that is no address
// that the connection was closed; neither is a page, and that is what has to be said.
import { failed, ok, type Result } from '../../preload/failure.ts'
import { isBadPort } from './address.ts'

/** `location` as it was sent, on an answer of `from`. */
export function redirectTarget(location: string, from: string): Result<string> {
  let url: URL
  try {
    url = new URL(location, from)
  } catch {
    return failed({ code: 'invalid-answer' }) // It leads nowhere.
  }
  if (url.protocol === 'file:') return failed({ code: 'private-address' })
  const isPage = /^https?:$/.test(url.protocol) && !isBadPort(url)
  return isPage ? ok(url.href) : failed({ code: 'invalid-answer' })
}
