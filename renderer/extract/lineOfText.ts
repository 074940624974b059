// What stands in a line of text, and what is a block.
import { hasText } from './measureText.ts'

const inlineNames: ReadonlySet<string> = new Set(
  (
    'a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark math q rp rt ruby s samp small span strike strong sub sup time tt u var wbr ' +
    'acronym'
  ).split(' '),
)

/** Whether it stands in a line of text, with all that is in it. */
export function isInline(node: Node): boolean {
  if (node.nodeType === 3) return true
  if (node.nodeType !== 1) return false
  const element = node as Element
  if (!inlineNames.has(element.localName)) return false
  if (element.localName === 'math' || element.firstElementChild === null) return true
  return [...element.querySelectorAll('*')].every(isInlineName)
}

/** Such as stands in a line of text, whatever stands in it. */
export function isInlineName(element: Element): boolean {
  return inlineNames.has(element.localName) || element.closest('math') !== null
}

/** Whether an element that HTML does not know stands in a line of text. */
export function isWord(element: Element): boolean {
  const isAmongWords =
    element.parentElement?.matches(lines) === true ||
    isWordBeside(element.previousSibling, 'previousSibling') ||
    isWordBeside(element.nextSibling, 'nextSibling')
  return isAmongWords && [...element.children].every(isInline)
}

/** What holds one line, whatever stands in it. */
const lines = 'p, h1, h2, h3, h4, h5, h6, dt, figcaption, caption, summary, a, b, em, i, span, strong'

/** Whether text stands there, white space left out. */
function isWordBeside(beside: Node | null, further: 'previousSibling' | 'nextSibling'): boolean {
  let node = beside
  while (node && (node.nodeType === 8 || (node.nodeType === 3 && !/\S/.test((node as Text).data)))) node = node[further]
  if (node === null) return false
  return node.nodeType === 3 || (node.nodeType === 1 && isInline(node) && hasText(node))
}
