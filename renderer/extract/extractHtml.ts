// Extraction from the text of a page: the gate, the parser, the steps.
import type { Extraction } from '../../preload/contract.ts'
import { isTooComplex, TooComplex } from './complexity.ts'
import { extract } from './extract.ts'
import { joinParts, takeParts } from './joinParts.ts'
import { parseInert } from './trustedHtml.ts'

/** Throws TooComplex, before parsing where that can be told. */
export function extractHtml(html: string, url: string): Extraction {
  if (isTooComplex(html)) throw new TooComplex()
  const document = parseInert(html)
  const parts = takeParts(document)
  const first = extract(document, url)
  return parts.length === 0
    ? first
    : joinParts(
        first,
        parts.map((part) => extract(part.document, part.url)),
      )
}
