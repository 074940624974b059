// The text of a page -> its document: the gate, and the parser, which is spared what no step reads. Of pages as they are served half is often scripts.
import { isTooComplex, TooComplex } from './complexity.ts'
import { parseInert } from './trustedHtml.ts'

/** Throws TooComplex, before parsing where that can be told. Scripts and styles are in it, but say nothing: linked data and formulas aside. */
export function parsePage(html: string): Document {
  const parts: string[] = []
  let from = 0
  const leaveOut = (start: number, end: number, tag: string) => {
    // Within such a note in a script the parser may see its end elsewhere.
    if (end - start < worthCutting || isRead.test(tag) || html.slice(start, end).includes('<!--')) return
    parts.push(html.slice(from, start))
    from = end
  }
  if (isTooComplex(html, leaveOut)) throw new TooComplex()
  return parseInert(parts.length === 0 ? html : parts.join('') + html.slice(from))
}

const isRead = /ld\+json|math\//i
/** Characters. */
const worthCutting = 100
