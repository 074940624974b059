// What a page calls its elements. To find those of a class or an id a browser looks at every element, and at every letter of its classes where only
// a part of one is known; most of what we look for is on few pages, and to know that it is not there takes one look at the names.

/** Every class and id of the document, each once, in lower case. It holds all names that the page has: our own steps add none that they look for. */
export function namesCalled(document: Document): string {
  const names = new Set<string>()
  for (const element of document.querySelectorAll('[class], [id]')) {
    const [classes, id] = [element.getAttribute('class'), element.getAttribute('id')]
    if (classes) names.add(classes)
    if (id) names.add(id)
  }
  return [...names].join('\n').toLowerCase()
}

/** What matches one of the selectors, in the order of the document. */
export function findCalled(root: ParentNode, selectors: readonly string[], called: string): Iterable<Element> {
  const likely = likelySelector(selectors, called)
  return likely === undefined ? [] : root.querySelectorAll(likely)
}

/** Those of the selectors that something on such a page may match, with commas between them; undefined where nothing can. */
export function likelySelector(selectors: readonly string[], called: string): string | undefined {
  const likely = selectors.filter((selector) => {
    const name = nameIn(selector)
    return name === undefined || called.includes(name)
  })
  return likely.length > 0 ? likely.join(', ') : undefined
}

const names = new Map<string, string | undefined>()

/** What a selector by class or id asks for, or a part of it, in lower case. */
function nameIn(selector: string): string | undefined {
  if (!names.has(selector)) names.set(selector, byName.exec(selector)?.[1]?.toLowerCase())
  return names.get(selector)
}

const byName = /^\w*(?:[.#]|\[(?:class|id)[~^*$]?=["']?)([\w-]+)/
