// Refuses what would keep the parser or the steps busy for minutes. The scan looks at the text only, before anything is parsed:
// 100,000 unclosed elements cost a browser 16 seconds that nothing can cut short. It reads tags as the parser does, so that none hides from it.

export const maxElements = 200_000
export const maxDepth = 512

/** A page with more elements or deeper nesting than the steps are made for. */
export class TooComplex extends Error {
  constructor() {
    super('The page is too complex to read.')
  }
}

/**
 * Counts start tags and how deep they nest, roughly and in one pass. Passing, it says where what scripts and styles say begins and ends, and after which
 * tag; no longer from where the parser may see the next tag elsewhere: after what is neither tag nor note, and in what is all text to the end.
 */
export function isTooComplex(html: string, pass?: (start: number, end: number, tag: string) => void): boolean {
  const open: string[] = []
  const openByName = new Map<string, number>()
  const isOpen = (name: string) => (openByName.get(name) ?? 0) > 0
  let elements = 0
  let at = 0
  for (;;) {
    const start = html.indexOf('<', at)
    if (start < 0) return false
    if (html.startsWith('<!--', start)) {
      at = after(commentEnd, html, start + 2)
      continue
    }
    const isEnd = html.charAt(start + 1) === '/'
    tagName.lastIndex = isEnd ? start + 2 : start + 1
    if (!tagName.test(html)) {
      if (/^<(?:[?/]|!(?!doctype))/i.test(html.slice(start, start + 9))) pass = undefined
      at = start + 1
      continue
    }
    const name = html.slice(isEnd ? start + 2 : start + 1, tagName.lastIndex).toLowerCase()
    at = skipAttributes(html, tagName.lastIndex)
    if (isEnd) {
      if (isOpen(name)) close(name)
      continue
    }
    if (++elements > maxElements) return true
    if (name === 'plaintext') pass = undefined
    let isForeign = (isOpen('svg') || isOpen('math')) && isInForeign(open)
    if (isForeign && breakout.has(name)) {
      while (isForeign) {
        close(open.findLast((one) => foreign.has(one)) ?? '')
        isForeign = isInForeign(open)
      }
    }
    if (isForeign || foreign.has(name)) {
      if (html.startsWith('/>', at - 2)) continue
    } else if (unnested.has(name)) {
      continue
    } else if (raw.has(name)) {
      const inside = at
      at = after(endOf(name), html, at)
      const end = at - name.length - 3
      if (at < html.length && (name === 'script' || name === 'style')) pass?.(inside, end, html.slice(start, inside))
      continue
    }
    open.push(name)
    openByName.set(name, (openByName.get(name) ?? 0) + 1)
    if (open.length > maxDepth) return true
  }

  function close(name: string) {
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      openByName.set(last, (openByName.get(last) ?? 1) - 1)
      if (last === name) return
    }
  }
}

/** The same question of a parsed document, exactly. */
export function isDocumentTooComplex(document: Document): boolean {
  let elements = 0
  const isTooMuch = (element: Element, depth: number): boolean => {
    if (++elements > maxElements || depth > maxDepth) return true
    for (let child = element.firstElementChild; child; child = child.nextElementSibling)
      if (isTooMuch(child, depth + 1)) return true
    return false
  }
  return isTooMuch(document.documentElement, 0)
}

const tagName = /[a-z][^\s/>]*/iy
const commentEnd = /--!?>/g
/** Their content is text for the parser. */
const raw: ReadonlySet<string> = new Set('script style textarea title xmp iframe noembed noframes'.split(' '))
const ends = new Map([...raw].map((name) => [name, new RegExp(`</${name}[\\s/>]`, 'gi')]))

function endOf(name: string): RegExp {
  return ends.get(name) ?? /$/g
}

/** Void elements, and those that the next of their kind closes. */
const unnested: ReadonlySet<string> = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot option optgroup colgroup rp rt ' +
    'html head body'
  ).split(' '),
)

/** Where `/>` ends an element and `style` is no raw text: between these and the places in them that hold HTML again. */
const foreign: ReadonlySet<string> = new Set(['svg', 'math'])
const htmlAgain: ReadonlySet<string> = new Set('foreignobject desc title mi mo mn ms mtext annotation-xml'.split(' '))
/** These end foreign content wherever they stand. */
const breakout: ReadonlySet<string> = new Set(
  (
    'b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s ' +
    'small span strong strike sub sup table tt u ul var'
  ).split(' '),
)

function isInForeign(open: readonly string[]): boolean {
  const nearest = open.findLast((name) => foreign.has(name) || htmlAgain.has(name))
  return nearest !== undefined && foreign.has(nearest)
}

/** All that follows the name in a tag as nearly all are written. It has one way to read a tag only, and gives up where it has very many parts. */
const usualAttributes = /(?:\s+[^\s"'<>/=]+(?:=(?:"[^"]*"|'[^']*'))?){0,100}\s*\/?>/y
const attributeName = /[\s/]*(?:(>)|[^\s/>][^\s/>=]*\s*(=\s*(["'])?)?)/y
const unquotedValue = /[^\s>]*/y

/** The place after the tag's `>`. A quote counts only where a value may begin; a `>` inside quotes does not end the tag. */
function skipAttributes(html: string, from: number): number {
  usualAttributes.lastIndex = from
  if (usualAttributes.test(html)) return usualAttributes.lastIndex
  let at = from
  for (;;) {
    attributeName.lastIndex = at
    const match = attributeName.exec(html)
    if (!match) return html.length
    at = attributeName.lastIndex
    if (match[1]) return at
    if (match[3]) {
      const end = html.indexOf(match[3], at)
      if (end < 0) return html.length
      at = end + 1
    } else if (match[2]) {
      unquotedValue.lastIndex = at
      unquotedValue.exec(html)
      at = unquotedValue.lastIndex
    }
  }
}

function after(expression: RegExp, html: string, from: number): number {
  expression.lastIndex = from
  return expression.exec(html) ? expression.lastIndex : html.length
}
