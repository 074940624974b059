// Extraction from the text of a page: the gate, the parser, the steps.
import type { Extraction } from '../../preload/contract.ts'
import { isTooComplex, TooComplex } from './complexity.ts'
import { extract } from './extract.ts'
import { parseInert } from './trustedHtml.ts'

/** Throws TooComplex, before parsing where that can be told. */
export function extractHtml(html: string, url: string): Extraction {
  if (isTooComplex(html)) throw new TooComplex()
  return extract(parseInert(html), url)
}
