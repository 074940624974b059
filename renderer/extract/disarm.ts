/**
 * Handlers never run here, but our own policy refuses even to copy them from one element to another. Call for what becomes part of the article: to ask
 * every element of the page for the names of its attributes took longer than the choice of a title.
 */
export function disarm(root: Element) {
  disarmOne(root)
  for (const element of root.querySelectorAll('*')) if (element.hasAttributes()) disarmOne(element)
}

function disarmOne(element: Element) {
  for (const name of element.getAttributeNames()) if (/^on|^srcdoc$/i.test(name)) element.removeAttribute(name)
}
