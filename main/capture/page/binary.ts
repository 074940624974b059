// Was something read as a page that is no text at all? Some servers pack a page and do not say so; others call everything a page.
import { body, textContent } from './dom.ts'

/** How a gzipped file begins, as any reader of text sees it. */
const gzipped = /^\s*\u001f[\u2039\ufffd\u008b]\u0008/
/** No text has them; of 256 bytes that are anything they are a tenth. */
const controls = /[\u0001-\u0008\u000b\u000e-\u001a\u001c-\u001f]/g
const leastShare = 0.02
const leastControls = 10
const looked = 20_000

export function isBinary(): 'gzip' | 'other' | undefined {
  const own = body(document)
  const text = own ? (textContent(own) ?? '').slice(0, looked) : ''
  if (gzipped.test(text)) return 'gzip'
  const found = text.match(controls)?.length ?? 0
  return found >= leastControls && found > text.length * leastShare ? 'other' : undefined
}
