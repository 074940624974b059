// What stands in a line of text as something else than text, and would part its words or run them together.
import type { Draft } from './draft.ts'
import { isWord } from './lineOfText.ts'
import { rename } from './tidy.ts'

export function inLine({ document }: Draft) {
  takeAsWords(document.body)
  freeSpaces(document.body)
}

/** "A <x-source>large study</x-source> from": a site's own element among words is one of them. Every other is taken for a box, as most are made to be. */
function takeAsWords(body: Element) {
  // From the last to the first: what stands in another is known before it, and what follows before what it follows.
  for (const element of [...body.querySelectorAll(':not(:defined)')].reverse())
    if (!element.matches(known) && isWord(element) && !element.closest('math, svg, pre')) rename(element, 'span')
}

/** Other steps ask for it by its name. */
const known = 'relative-time'

/**
 * "built<b> </b>in", "one line<strong><br></strong>another": editors mark what stands between two words as they mark the words. Such an element holds
 * no text, and steps that drop what holds none would run the words together. The mark goes, the space and the break stay.
 */
function freeSpaces(body: Element) {
  // From the last to the first: what stands in another is looked at before it.
  for (const element of [...body.querySelectorAll(marks)].reverse()) {
    if (!holdsSpaceAlone(element) || element.closest('pre, code, math, svg')) continue
    // A place that a link leads to.
    if (element.id || element.hasAttribute('name')) element.after(...element.childNodes)
    else element.replaceWith(...element.childNodes)
  }
}

const marks = 'a, b, em, font, i, ins, s, small, span, strong, sub, sup, u'

function holdsSpaceAlone(element: Element): boolean {
  if (element.firstChild === null) return false
  for (let node: ChildNode | null = element.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 3 ? /\S/.test((node as Text).data) : (node as Element).localName !== 'br') return false
  return true
}
