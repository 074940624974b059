// The text of a page -> its document: the gate, and the parser, which is spared what no step reads. A third of a page as it is served is code.
import { isTooComplex, TooComplex } from './complexity.ts'
import { parseInert } from './trustedHtml.ts'

/** Throws TooComplex, before parsing where that can be told. Of what scripts and styles say, linked data and formulas aside, only a sign is in it. */
export function parsePage(html: string): Document {
  const parts: string[] = []
  let from = 0
  const leaveOut = (start: number, end: number, tag: string) => {
    // Within such a note in a script the parser may see its end elsewhere.
    if (end - start < worthCutting || isRead.test(tag) || html.slice(start, end).includes('<!--')) return
    parts.push(html.slice(from, start), something)
    from = end
  }
  if (isTooComplex(html, leaveOut)) throw new TooComplex()
  parts.push(html.slice(from))
  return parseInert(parts.join(''))
}

/** Some write the type of linked data with its plus sign as an entity. */
const isRead = /\bld\W.{0,12}json|math\//i
/** That a script says something, whatever it is, is asked where a picture stands beside one. */
const something = ';'
/** Characters. */
const worthCutting = 100
