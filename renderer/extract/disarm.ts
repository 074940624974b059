/** Handlers never run here, but our own policy refuses even to copy them from one element to another. */
export function disarm(root: Element) {
  disarmOne(root)
  for (const element of root.querySelectorAll('*')) if (element.hasAttributes()) disarmOne(element)
}

function disarmOne(element: Element) {
  for (const name of element.getAttributeNames()) if (/^on|^srcdoc$/i.test(name)) element.removeAttribute(name)
}
