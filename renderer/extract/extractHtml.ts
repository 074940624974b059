// Extraction from the text of a page: the gate, the parser, the steps.
import type { Extraction } from '../../preload/extraction.ts'
import { parseRule } from '../../preload/siteRule.ts'
import { extract } from './extract.ts'
import { joinParts, takeParts } from './joinParts.ts'
import { parsePage } from './parsePage.ts'

/** Throws TooComplex, before parsing where that can be told. `rule`: the text of the site's rule. */
export function extractHtml(html: string, url: string, rule = ''): Extraction {
  const document = parsePage(html)
  const parts = takeParts(document)
  const options = { rule: parseRule(rule).lines }
  const first = extract(document, url, options)
  return parts.length === 0
    ? first
    : joinParts(
        first,
        parts.map((part) => extract(part.document, part.url, options)),
      )
}
