// A copy of a page's tree in plain objects, with as much of the DOM's interface as Readability asks for, under the DOM's own names. Readability
// asks the same elements for the same texts and the same kinds of descendants hundreds of times, and every question to a real document is a call
// out of the script engine. Here an element remembers its answers until something below it changes.
import { isDoubtedItself } from './doubt.ts'

export type LightNode = LightText | LightElement
type Attribute = { readonly name: string; readonly value: string }

/** The copy of an HTML document, without what the rules doubt. */
export class LightDocument {
  readonly nodeType = 9
  readonly parentNode = null
  readonly title: string
  readonly documentElement: LightElement
  readonly body: LightElement

  constructor(original: Document) {
    this.title = original.title
    this.documentElement = copyOf(original.documentElement, this)
    this.documentElement.parentNode = this
    const body = this.documentElement.children.find(({ tagName }) => tagName === 'BODY')
    this.body = body ?? this.documentElement.appendChild(new LightElement('BODY', [], this, undefined))
  }

  get firstChild(): LightElement {
    return this.documentElement
  }

  createElement(name: string): LightElement {
    return new LightElement(name.toUpperCase(), [], this, undefined)
  }

  getElementsByTagName(name: string): readonly LightElement[] {
    return this.querySelectorAll(name)
  }

  /** The root itself is never among what is asked for. */
  querySelectorAll(selector: string): readonly LightElement[] {
    return this.documentElement.querySelectorAll(selector)
  }
}

export class LightText {
  readonly nodeType = 3
  readonly nodeName = '#text'
  readonly tagName = undefined
  parentNode: LightElement | null = null
  nextSibling: LightNode | null = null
  previousSibling: LightNode | null = null
  #folded: string | undefined = undefined

  constructor(
    readonly textContent: string,
    readonly original: Text,
  ) {}

  get folded(): string {
    return (this.#folded ??= this.textContent.replace(/\s{2,}/g, ' '))
  }

  /** Whoever looks at all nodes alike may ask it for children. */
  get childNodes(): readonly LightNode[] {
    return noNodes
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }
}

const noNodes: readonly LightNode[] = []

/** The answers that an element remembers. */
type Known = {
  text?: string
  innerText?: string
  folded?: string
  hasText?: boolean
  childNodes?: readonly LightNode[]
  children?: readonly LightElement[]
  byNames?: Map<string, readonly LightElement[]>
}

export class LightElement {
  readonly nodeType = 1
  /** The name in capitals also where the DOM's is not: a link in a drawing is found among the links. */
  key: string
  className: string
  id: string
  parentNode: LightElement | LightDocument | null = null
  firstChild: LightNode | null = null
  lastChild: LightNode | null = null
  nextSibling: LightNode | null = null
  previousSibling: LightNode | null = null
  // What Readability notes down.
  readability: unknown = undefined
  _readabilityDataTable: unknown = undefined
  #known: Known | undefined = undefined
  #values: (string | undefined)[] = []
  #attributes: readonly Attribute[] | undefined = undefined

  constructor(
    public tagName: string,
    private names: readonly string[],
    readonly ownerDocument: LightDocument,
    readonly original: Element | undefined,
  ) {
    this.key = inCapitals(tagName)
    this.className = this.getAttribute('class') ?? ''
    this.id = this.getAttribute('id') ?? ''
  }

  get nodeName(): string {
    return this.tagName
  }

  get style(): CSSStyleDeclaration | undefined {
    return (this.original as HTMLElement | undefined)?.style // none on elements that are not HTML's
  }

  /** Only images have one, and theirs is absolute already. */
  get src(): string | undefined {
    return this.tagName === 'IMG' ? (this.getAttribute('src') ?? '') : undefined
  }

  get srcset(): string | undefined {
    return this.tagName === 'IMG' ? (this.getAttribute('srcset') ?? '') : undefined
  }

  get textContent(): string {
    const known = (this.#known ??= {})
    if (known.text === undefined) {
      let text = ''
      for (let node = this.firstChild; node; node = node.nextSibling) text += node.textContent
      known.text = text
    }
    return known.text
  }

  /** The text with its white space folded as Readability folds it. */
  get innerText(): string {
    return ((this.#known ??= {}).innerText ??= this.folded.trim())
  }

  /** With what is left of the white space at its ends. From what its nodes have folded: half of a page's text is white space, and is read once so. */
  get folded(): string {
    return ((this.#known ??= {}).folded ??= joined(this.firstChild))
  }

  /** Whether it holds anything that is more than white space. */
  get hasText(): boolean {
    const known = (this.#known ??= {})
    if (known.hasText === undefined) {
      let has = false
      for (let node = this.firstChild; node && !has; node = node.nextSibling)
        has = node.nodeType === 3 ? /\S/.test(node.textContent) : node.hasText
      known.hasText = has
    }
    return known.hasText
  }

  get childNodes(): readonly LightNode[] {
    return ((this.#known ??= {}).childNodes ??= nodesFrom(this.firstChild))
  }

  get children(): readonly LightElement[] {
    return ((this.#known ??= {}).children ??= this.childNodes.filter((node) => node.nodeType === 1))
  }

  get childElementCount(): number {
    return this.children.length
  }

  get firstElementChild(): LightElement | null {
    return elementFrom(this.firstChild)
  }

  get nextElementSibling(): LightElement | null {
    return elementFrom(this.nextSibling)
  }

  get previousElementSibling(): LightElement | null {
    let node = this.previousSibling
    while (node && node.nodeType !== 1) node = node.previousSibling
    return node
  }

  get attributes(): readonly Attribute[] {
    return (this.#attributes ??= this.names.map((name) => ({ name, value: this.getAttribute(name) ?? '' })))
  }

  /** Read when somebody asks: of most attributes nobody does. */
  getAttribute(name: string): string | null {
    const at = this.names.indexOf(name)
    return at < 0 ? null : (this.#values[at] ??= this.original?.getAttribute(name) ?? '')
  }

  hasAttributes(): boolean {
    return this.names.length > 0
  }

  hasAttribute(name: string): boolean {
    return this.names.includes(name)
  }

  setAttribute(name: string, value: string): void {
    this.removeAttribute(name)
    this.#values[this.names.length] = value
    this.names = [...this.names, name]
    this.#attributes = undefined
  }

  removeAttribute(name: string): void {
    const at = this.names.indexOf(name)
    if (at < 0) return
    this.#values = this.names.flatMap((_, place) => (place === at ? [] : [this.#values[place]]))
    this.names = this.names.filter((one) => one !== name)
    this.#attributes = undefined
  }

  getElementsByTagName(name: string): readonly LightElement[] {
    return this.querySelectorAll(name)
  }

  /** Names of elements with commas between them, and nothing else. In the order of the document. */
  querySelectorAll(names: string): readonly LightElement[] {
    const byNames = ((this.#known ??= {}).byNames ??= new Map<string, readonly LightElement[]>())
    let found = byNames.get(names)
    if (found === undefined) {
      found = []
      collect(this, wantedBy(names), found as LightElement[]) // ours until it is remembered
      byNames.set(names, found)
    }
    return found
  }

  appendChild<N extends LightNode>(node: N): N {
    node.remove()
    node.parentNode = this
    node.previousSibling = this.lastChild
    if (this.lastChild) this.lastChild.nextSibling = node
    else this.firstChild = node
    this.lastChild = node
    this.#forget()
    return node
  }

  removeChild<N extends LightNode>(node: N): N {
    const { previousSibling: before, nextSibling: after } = node
    if (before) before.nextSibling = after
    else this.firstChild = after
    if (after) after.previousSibling = before
    else this.lastChild = before
    node.parentNode = node.previousSibling = node.nextSibling = null
    this.#forget()
    return node
  }

  replaceChild(node: LightNode, old: LightNode): LightNode {
    node.remove()
    const { previousSibling: before, nextSibling: after } = old
    node.parentNode = this
    node.previousSibling = before
    node.nextSibling = after
    if (before) before.nextSibling = node
    else this.firstChild = node
    if (after) after.previousSibling = node
    else this.lastChild = node
    old.parentNode = old.previousSibling = old.nextSibling = null
    this.#forget()
    return old
  }

  remove(): void {
    if (this.parentNode instanceof LightElement) this.parentNode.removeChild(this)
  }

  rename(tagName: string): void {
    this.tagName = this.key = tagName
    this.#forget()
  }

  /** For building a copy only: nobody has asked anything yet. */
  take(node: LightNode): void {
    node.parentNode = this
    node.previousSibling = this.lastChild
    if (this.lastChild) this.lastChild.nextSibling = node
    else this.firstChild = node
    this.lastChild = node
  }

  #forget(): void {
    for (let at: LightElement | LightDocument | null = this; at instanceof LightElement; at = at.parentNode)
      at.#known = undefined
  }
}

/** Comments and the like are left out. */
function copyOf(element: Element, document: LightDocument, names = element.getAttributeNames()): LightElement {
  const isHtml = element.namespaceURI === 'http://www.w3.org/1999/xhtml'
  const copy = new LightElement(isHtml ? inCapitals(element.localName) : element.localName, names, document, element)
  // The class of a drawing is no text to Readability.
  if (!isHtml && element.namespaceURI === 'http://www.w3.org/2000/svg') copy.className = ''
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) copy.take(new LightText((node as Text).data, node as Text))
    if (node.nodeType !== 1) continue
    const own = (node as Element).getAttributeNames()
    if (!isDoubtedItself(own)) copy.take(copyOf(node as Element, document, own))
  }
  return copy
}

const capitals = new Map<string, string>()

/** A page has few names, and many elements of each. */
function inCapitals(name: string): string {
  let found = capitals.get(name)
  if (found === undefined) {
    found = name.toUpperCase()
    if (capitals.size < mostNames) capitals.set(name, found)
  }
  return found
}

/** A page may name its elements anything. */
const mostNames = 1_000

function nodesFrom(first: LightNode | null): LightNode[] {
  const nodes: LightNode[] = []
  for (let node = first; node; node = node.nextSibling) nodes.push(node)
  return nodes
}

/** The folded texts of these nodes as one. White space that meets white space is one space with it. */
function joined(first: LightNode | null): string {
  const parts: string[] = []
  for (let node = first; node; node = node.nextSibling) {
    const { folded } = node
    const before = parts.at(-1)
    if (before !== undefined && isSpace(folded.charAt(0)) && isSpace(before.charAt(before.length - 1)))
      parts.push((parts.pop() ?? '').slice(0, -1), ` ${folded.slice(1)}`)
    else if (folded !== '') parts.push(folded)
  }
  return parts.join('')
}

function isSpace(character: string): boolean {
  return character !== '' && character.trim() === ''
}

function elementFrom(first: LightNode | null): LightElement | null {
  let node = first
  while (node && node.nodeType !== 1) node = node.nextSibling
  return node
}

function collect(root: LightElement, wanted: ReadonlySet<string>, found: LightElement[]): void {
  for (let node = root.firstChild; node; node = node.nextSibling) {
    if (node.nodeType !== 1) continue
    if (wanted.has(node.key)) found.push(node)
    if (node.firstChild) collect(node, wanted, found)
  }
}

const wantedByNames = new Map<string, ReadonlySet<string>>()

function wantedBy(names: string): ReadonlySet<string> {
  const known = wantedByNames.get(names) ?? new Set(names.split(',').map((name) => name.trim().toUpperCase()))
  wantedByNames.set(names, known)
  return known
}
