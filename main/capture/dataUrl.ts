// The bytes of a data: address.
import { failed, ok, type Result } from '../../preload/failure.ts'
import type { Fetched } from './fetchBytes.ts'
import { megabytes } from './limits.ts'

export function decodeDataUrl(url: string, maxBytes: number): Result<Fetched> {
  // Four letters of base64 are three bytes; percent-encoding only ever shrinks.
  if (url.length > maxBytes * 3) return failed({ code: 'too-large', limitMegabytes: megabytes(maxBytes) })
  const comma = url.indexOf(',')
  if (!url.startsWith('data:') || comma === -1) return failed({ code: 'damaged-data' })
  const head = url.slice(5, comma)
  const body = url.slice(comma + 1)
  const bytes = /;\s*base64\s*$/i.test(head)
    ? Buffer.from(unescaped(body).toString('latin1'), 'base64')
    : unescaped(body)
  if (bytes.length > maxBytes) return failed({ code: 'too-large', limitMegabytes: megabytes(maxBytes) })
  return ok({ bytes, contentType: head })
}

/** Percent-encoding taken back byte by byte: what it holds need not be text. */
function unescaped(text: string): Buffer {
  if (!text.includes('%')) return Buffer.from(text)
  const latin1 = Buffer.from(text).toString('latin1')
  return Buffer.from(
    latin1.replace(/%([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  )
}
