// A heading is a line. Some programs put boxes into it - for a sign that leads to it, for its words - and then its words stand in a box like any other.
import { named } from './named.ts'
import { plainText } from './measureText.ts'

/** Takes the words of headings out of the boxes in them, and parts a number from the words after it where only a style sheet does. */
export function plainHeadings(body: Element): void {
  for (const heading of named(body, ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])) {
    if (heading.childElementCount === 0) continue
    const boxes = [...heading.querySelectorAll('div, p')]
    if (boxes.length > 0 && heading.querySelector(noLine) === null && plainText(heading).length <= longestLine)
      for (const box of boxes.reverse()) {
        if (box.previousSibling) box.before(' ')
        if (box.nextSibling) box.after(' ')
        box.replaceWith(...box.childNodes)
      }
    partNumber(heading)
  }
}

const noLine = 'h1, h2, h3, h4, h5, h6, ul, ol, table, pre, figure, blockquote, form'
/** Characters; more is a card. */
const longestLine = 200

/** "4The light" */
function partNumber(heading: Element) {
  const walker = heading.ownerDocument.createTreeWalker(heading, NodeFilter.SHOW_TEXT)
  let before: Text | undefined
  while (walker.nextNode()) {
    const text = walker.currentNode as Text // the walker shows nothing else
    if (before && isNumber.test(before.data) && /^\p{Lu}/u.test(text.data)) before.data += ' '
    before = text
  }
}

const isNumber = /^\s*(?:\p{Lu}\p{L}+ )?(?:\d{1,3}\.)*\d{1,3}\p{Ll}?\.?$/u
