// Marks of our own on what the rules of `clean` would take away. On a page that says it is an article it is taken away; on others the rules are
// less sure (a hidden tab of a product, a card of a list, a question on a button), and what is marked waits for the choice of blocks.

const mark = 'data-offprint-doubt'
export const doubted = `[${mark}]`

export function doubt(element: Element): void {
  element.setAttribute(mark, '')
}

export function isDoubted(element: Element): boolean {
  return element.closest(doubted) !== null
}

/** It, and not only what lies around it. */
export function isDoubtedItself(element: Element): boolean {
  return element.hasAttribute(mark)
}
