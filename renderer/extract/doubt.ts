// Marks of our own on what the rules of `clean` would take away. On a page that says it is an article it is taken away; on others the rules are
// less sure (a hidden tab of a product, a card of a list, a question on a button), and what is marked waits for the choice of blocks.

const mark = 'data-offprint-doubt'
export const doubted = `[${mark}]`

export function doubt(element: Element): void {
  element.setAttribute(mark, '')
}

/** Whether something below the root is doubted, or stands in what is. On most pages nothing is. */
export function doubtsIn(root: Element): (element: Element) => boolean {
  if (!root.matches(doubted) && root.querySelector(doubted) === null) return () => false
  return (element) => element.closest(doubted) !== null
}

/** It, and not only what lies around it. */
export function isDoubtedItself(attributeNames: readonly string[]): boolean {
  return attributeNames.includes(mark)
}
