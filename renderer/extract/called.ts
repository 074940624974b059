// What a page calls its elements. To find those of a class or an id a browser looks at every element, and at every letter of its classes where only
// a part of one is known; most of what we look for is on few pages, and to know that it is not there takes one look at the names.

/** Every word of the classes and ids of a document, each once and in lower case. */
export type Called = {
  readonly words: ReadonlySet<string>
  /** All of them, to look for what is only a part of one. */
  readonly all: string
}

/** These are all names that the page has: our own steps add none that they look for. */
export function namesCalled(document: Document): Called {
  const names = new Set<string>()
  for (const element of document.querySelectorAll('[class], [id]')) {
    const [classes, id] = [element.getAttribute('class'), element.getAttribute('id')]
    if (classes) names.add(classes)
    if (id) names.add(id)
  }
  const words = new Set([...names].join(' ').toLowerCase().split(/\s+/))
  return { words, all: [...words].join(' ') }
}

/** What matches one of the selectors, in the order of the document. */
export function findCalled(root: ParentNode, selectors: readonly string[], called: Called): Iterable<Element> {
  const likely = likelySelector(selectors, called)
  return likely === undefined ? [] : root.querySelectorAll(likely)
}

/** Those of the selectors that something on such a page may match, with commas between them; undefined where nothing can. */
export function likelySelector(selectors: readonly string[], { words, all }: Called): string | undefined {
  const likely = selectors.filter((selector) => {
    const wanted = wantedBy(selector)
    return wanted === undefined || (wanted.isPart ? all.includes(wanted.name) : words.has(wanted.name))
  })
  return likely.length > 0 ? likely.join(', ') : undefined
}

/** A class or an id, in lower case, or what is a part of one. */
type Wanted = { readonly name: string; readonly isPart: boolean }

const known = new Map<string, Wanted | undefined>()

/** Undefined where a selector begins with anything else. */
function wantedBy(selector: string): Wanted | undefined {
  if (!known.has(selector)) {
    const [, sign, name] = byName.exec(selector) ?? []
    known.set(
      selector,
      name === undefined ? undefined : { name: name.toLowerCase(), isPart: !/[.#~]/.test(sign ?? '') },
    )
  }
  return known.get(selector)
}

const byName = /^\w*([.#]|\[(?:class|id)[~^*$]?=["']?)([\w-]+)/
