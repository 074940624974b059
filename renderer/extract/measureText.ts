// Lengths and shares of text that several steps weigh an element by.

/** The text with its white space folded. */
export function plainText(element: Element): string {
  return withFoldedSpace(element.textContent ?? '')
}

export function withFoldedSpace(text: string): string {
  return withOneSpace(text.trim())
}

/** A space for all white space that stands together, also at its ends. */
export function withOneSpace(text: string): string {
  // What is folded already is left alone: most spaces stand alone, and to replace each by itself took most of the time.
  return text.replace(/\s\s+|[^\S ]/g, ' ')
}

/** Whether it holds anything that is more than white space, or than a place to break a line; asks no further than to the first such character. */
export function hasText(root: Node): boolean {
  for (let node = root.firstChild; node; node = node.nextSibling) {
    if (
      node.nodeType === 3 ? /[^\s\u200B-\u200D\u2060]/.test((node as Text).data) : node.nodeType === 1 && hasText(node)
    )
      return true
  }
  return false
}

/** Whether its text, spaces and all, has fewer characters; asks no further than to as many. */
export function isShorter(root: Node, characters: number): boolean {
  return charactersLeft(root, characters) > 0
}

function charactersLeft(root: Node, characters: number): number {
  let left = characters
  for (let node = root.firstChild; node && left > 0; node = node.nextSibling) {
    if (node.nodeType === 3) left -= (node as Text).length
    else if (node.nodeType === 1) left = charactersLeft(node, left)
  }
  return left
}

/** The beginning of its text, of as many characters or a few more; all of it where it has fewer. */
export function textStart(root: Node, characters: number): string {
  let text = ''
  for (let node = root.firstChild; node && text.length < characters; node = node.nextSibling) {
    if (node.nodeType === 3) text += (node as Text).data
    else if (node.nodeType === 1) text += textStart(node, characters - text.length)
  }
  return text
}

/** The share of the text, 0 to 1, that stands in links to other pages. */
export function linkShare(element: Element): number {
  const anchors = element.querySelectorAll('a[href]')
  if (anchors.length === 0) return 0
  const whole = plainText(element).length
  if (whole === 0) return 0
  let linked = 0
  for (const anchor of anchors) {
    if (!anchor.getAttribute('href')?.startsWith('#')) linked += plainText(anchor).length
  }
  return Math.min(1, linked / whole)
}

/** In characters, white space and all: for shares that are compared folding it is too dear. */
export function textLength(element: Element): number {
  return element.textContent?.length ?? 0
}

/** Its kind and classes, for what is built alike. */
export function lookOf(element: Element): string {
  const classes = element.getAttribute('class')
  return classes === null ? element.localName : `${element.localName} ${classes}`
}

/** Class and id, for rules that go by what an element is called. */
export function names(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.id}`
}
