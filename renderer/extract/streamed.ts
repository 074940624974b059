// Servers may send a page in the order in which its parts are ready: a stand-in where a part belongs, the part itself at the end and hidden, and a
// script that puts it in its place. Where no script has run, the marks that React leaves still say which part goes where.

/** Before anything hidden is taken away. A part that has no place stays as it is. */
export function streamed(document: Document): void {
  const parts = new Map([...document.querySelectorAll('div[hidden][id^="S:"]')].map((part) => [part.id.slice(2), part]))
  if (parts.size === 0) return
  for (const place of document.querySelectorAll('template[id^="B:"], template[id^="P:"]')) {
    const part = parts.get(place.id.slice(2))
    if (!part || part.contains(place)) continue
    parts.delete(place.id.slice(2))
    if (place.id.startsWith('B:')) removeStandIn(place)
    place.replaceWith(...part.childNodes)
    part.remove()
  }
}

/** More nodes beside each other are no stand-in. */
const mostNodes = 1_000

/** What is shown until the part is there: up to the comment that ends it; nothing where none does. */
function removeStandIn(place: Element): void {
  const shown: ChildNode[] = []
  let depth = 0
  for (let node = place.nextSibling; node && shown.length < mostNodes; node = node.nextSibling) {
    const note = node.nodeType === Node.COMMENT_NODE ? node.nodeValue : null
    if (note === '/$' && depth-- === 0) {
      for (const one of shown) one.remove()
      return
    }
    if (note !== null && /^\$[?!]?$/.test(note)) depth++
    shown.push(node)
  }
}
