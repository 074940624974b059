// Which part of a page something stands in, by what the part is called.

/** Whether a part of the page around it is such a one. The page as a whole is none: some name it after one thing that it holds. */
export function standsIn(element: Element, parts: string): boolean {
  const part = element.closest(parts)
  return part !== null && part !== element.ownerDocument.body && part !== element.ownerDocument.documentElement
}
