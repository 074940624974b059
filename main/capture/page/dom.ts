// The DOM of a stranger's page, read past the names the page has planted in it: `<input name="childNodes">` in a form, or
// `<img name="implementation">`, would otherwise stand before the real thing, in our isolated world too.

function getter<T>(prototype: object, name: string): (from: object) => T {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name) ?? {}
  if (!get) throw new Error(`no ${name}`)
  return (from) => get.call(from) as T // what the interface of that name declares
}

export const firstChild = getter<ChildNode | null>(Node.prototype, 'firstChild')
export const nextSibling = getter<ChildNode | null>(Node.prototype, 'nextSibling')
export const parentElement = getter<HTMLElement | null>(Node.prototype, 'parentElement')
export const textContent = getter<string | null>(Node.prototype, 'textContent')
export const nextElementSibling = getter<Element | null>(Element.prototype, 'nextElementSibling')
export const previousElementSibling = getter<Element | null>(Element.prototype, 'previousElementSibling')
export const lastElementChild = getter<Element | null>(Element.prototype, 'lastElementChild')
export const body = getter<HTMLElement | null>(Document.prototype, 'body')
export const documentElement = getter<HTMLElement | null>(Document.prototype, 'documentElement')
export const title = getter<string>(Document.prototype, 'title')
export const doctype = getter<DocumentType | null>(Document.prototype, 'doctype')
export const characterSet = getter<string>(Document.prototype, 'characterSet')
const ownBaseUri = getter<string>(Node.prototype, 'baseURI')
const implementation = getter<DOMImplementation>(Document.prototype, 'implementation')

const openRoot = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot')
const closedRoots = new WeakMap<Element, ShadowRoot>()

/** Its tree of its own; one that the page keeps closed only after `discloseTree`. */
export function shadowRoot(element: Element): ShadowRoot | null {
  return openRoot(element) ?? closedRoots.get(element) ?? null
}

/** No script can ask for a closed tree, not even ours: main hands it in through the DevTools protocol. */
export function discloseTree(root: unknown): void {
  if (root instanceof ShadowRoot) closedRoots.set(root.host, root)
}

let statedBase: string | undefined

/** For a document parsed from text: the policy of the page in which it was parsed forbids a base element to count. */
export function stateBase(address: string | undefined) {
  statedBase = address
}

export function baseUri(node: Node): string {
  return statedBase ?? ownBaseUri(node)
}

export function emptyDocument(): Document {
  return implementation(document).createHTMLDocument('')
}

export function allElements(selector: string, root: Document | Element | ShadowRoot = document): Element[] {
  const owner = root instanceof Document ? Document : root instanceof Element ? Element : DocumentFragment
  return [...owner.prototype.querySelectorAll.call(root, selector)]
}

export function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name)
}

export function attributeNames(element: Element): string[] {
  return Element.prototype.getAttributeNames.call(element)
}

export function childrenOf(node: Node): Node[] {
  const children: Node[] = []
  for (let child = firstChild(node); child; child = nextSibling(child)) children.push(child)
  return children
}

/** Absolute, or undefined when it is no address that a picture can have. */
export function resourceUrl(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim()
  if (!trimmed) return undefined
  try {
    const url = new URL(trimmed, baseUri(document)).href
    return /^(?:https?|data|blob):/.test(url) ? url : undefined
  } catch {
    return undefined // What is no address is no picture.
  }
}
