// Lengths and shares of text that several steps weigh an element by.

/** The text with its white space folded. */
export function plainText(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** The share of the text, 0 to 1, that stands in links to other pages. */
export function linkShare(element: Element): number {
  const whole = plainText(element).length
  if (whole === 0) return 0
  let linked = 0
  for (const anchor of element.querySelectorAll('a[href]')) {
    if (!anchor.getAttribute('href')?.startsWith('#')) linked += plainText(anchor).length
  }
  return Math.min(1, linked / whole)
}

/** Class and id, for rules that go by what an element is called. */
export function names(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.id}`
}
