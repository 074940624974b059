// The one list of what reader HTML may contain, and the only code that decides what is safe. It runs last before storing and again before
// showing. Everything not named here goes; the text of what goes is kept where it is text.
import createPurifier, { type Config } from 'dompurify'

/** Safe nodes for display. Anything that is not already in the form `sanitiseToString` gives is brought into it first. */
export function sanitise(html: string): DocumentFragment {
  const fragment = purify(html)
  // What is stored is a fixed point already: one pass proves it.
  if (boxWith(fragment.cloneNode(true)).innerHTML.trim() === html) return fragment
  return purify(sanitiseToString(html))
}

/** The exact string to store: parsing and sanitising it again gives the same bytes. */
export function sanitiseToString(html: string): string {
  return settle(html).html
}

/** The string to store, and an element that holds what a parser makes of it. */
type Settled = { readonly html: string; readonly body: HTMLElement }

function settle(html: string): Settled {
  let before = html.trim()
  for (let pass = 0; pass <= maxPasses; pass++) {
    const body = boxWith(purify(before))
    const after = body.innerHTML.trim()
    if (after === before) return { html: after, body }
    before = after
  }
  const body = textOnly(before)
  return { html: body.innerHTML, body }
}

/**
 * What is to be stored of nodes that are ours to change. They are brought into the form of the outcome first: then one pass over them proves what
 * otherwise takes two.
 */
export function sanitiseNodes(root: Element): Settled {
  for (const element of root.querySelectorAll('*')) {
    if (isWrapper(element)) element.replaceWith(...element.childNodes)
    else {
      if (element.hasAttributes()) setAttributes(element)
      if (isNothing(element)) element.remove()
    }
  }
  return settle(root.innerHTML)
}

function setAttributes(element: Element): void {
  for (const name of element.getAttributeNames()) {
    const value = element.getAttribute(name) ?? ''
    const allowed = allowedValue(element, name, value)
    const plain = name === 'value' ? allowed : allowed?.trim()
    if (plain === undefined) element.removeAttribute(name)
    else if (plain !== value) element.setAttribute(name, plain)
  }
  markLink(element)
}

/** Of elements that are not allowed those that are found most often, and only stand around something. */
function isWrapper({ localName: name, namespaceURI, parentElement }: Element): boolean {
  return (
    (name === 'button' || (name.includes('-') && name !== 'annotation-xml')) &&
    namespaceURI === htmlNamespace &&
    parentElement?.namespaceURI === htmlNamespace
  )
}

/** HTML that still changes after so many passes is made to change; only its text is kept. */
const maxPasses = 4

const htmlNamespace = 'http://www.w3.org/1999/xhtml'
const mathNamespace = 'http://www.w3.org/1998/Math/MathML'
const idPrefix = 'user-content-'

/** Classes that our own steps give and the sheets of the page know. `language-*` is allowed besides. */
const readerClasses: ReadonlySet<string> = new Set([
  'offprint-credit',
  'offprint-embed',
  'offprint-footnotes',
  'offprint-gallery',
  'offprint-noteref',
  'offprint-poster',
  'offprint-standfirst',
  'offprint-tex',
  'offprint-tex-block',
])

type Rule = (value: string) => string | undefined

const text: Rule = (value) => value
const flag: Rule = () => ''
const count: Rule = matching(/^\d{1,4}$/)
const integer: Rule = matching(/^-?\d{1,9}$/)
const language: Rule = matching(/^[a-z]{1,8}(-[a-z0-9]{1,8}){0,6}$/i)
const direction: Rule = matching(/^(ltr|rtl|auto)$/i)
const asset: Rule = matching(/^offprint-asset:[0-9a-f]{64}\.[a-z0-9]{1,5}$/)

const everywhere: Readonly<Record<string, Rule>> = {
  id: (value) => (value === '' || /\s/.test(value) ? undefined : prefixed(value)),
  class: classes,
  lang: language,
  dir: direction,
  title: text,
}

const elements: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  a: { href: link },
  abbr: {},
  address: {},
  article: {},
  aside: {},
  b: {},
  bdi: {},
  bdo: {},
  blockquote: {},
  br: {},
  caption: {},
  cite: {},
  code: {},
  col: { span: count },
  colgroup: { span: count },
  dd: {},
  del: { datetime: text },
  details: { open: flag },
  dfn: {},
  div: {},
  dl: {},
  dt: {},
  em: {},
  figcaption: {},
  figure: {},
  footer: {},
  h1: {},
  h2: {},
  h3: {},
  h4: {},
  h5: {},
  h6: {},
  header: {},
  hr: {},
  i: {},
  img: { src: asset, alt: text, width: count, height: count },
  ins: { datetime: text },
  kbd: {},
  li: { value: integer },
  main: {},
  mark: {},
  ol: { start: integer, reversed: flag, type: matching(/^[1aAiI]$/) },
  p: {},
  pre: {},
  q: {},
  rp: {},
  rt: {},
  ruby: {},
  s: {},
  samp: {},
  section: {},
  small: {},
  span: {},
  strong: {},
  sub: {},
  summary: {},
  sup: {},
  table: {},
  tbody: {},
  td: { colspan: count, rowspan: count },
  tfoot: {},
  th: { colspan: count, rowspan: count, scope: matching(/^(row|col|rowgroup|colgroup)$/i) },
  thead: {},
  time: { datetime: text },
  tr: {},
  tt: {},
  u: {},
  ul: {},
  var: {},
  wbr: {},
}

const size: Rule = matching(/^-?[\d.]{1,8}(em|ex|px|%)?$/)
const yesNo: Rule = matching(/^(true|false)$/)
const operator = {
  form: matching(/^(prefix|infix|postfix)$/),
  fence: yesNo,
  separator: yesNo,
  stretchy: yesNo,
  symmetric: yesNo,
  largeop: yesNo,
  movablelimits: yesNo,
  lspace: size,
  rspace: size,
  minsize: size,
  maxsize: size,
}
const space = { width: size, height: size, depth: size }
const accent = { accent: yesNo, accentunder: yesNo }
const cell = { columnspan: count, rowspan: count }

/** MathML Core without annotations, links and colours. */
const mathElements: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  math: { display: matching(/^(block|inline)$/), alttext: text },
  merror: {},
  mfrac: { linethickness: size },
  mi: { mathvariant: matching(/^normal$/) },
  mmultiscripts: {},
  mn: {},
  mo: operator,
  mover: accent,
  mpadded: { ...space, lspace: size, voffset: size },
  mphantom: {},
  mprescripts: {},
  mroot: {},
  mrow: {},
  ms: {},
  mspace: space,
  msqrt: {},
  mstyle: {},
  msub: {},
  msubsup: {},
  msup: {},
  mtable: {},
  mtd: cell,
  mtext: {},
  mtr: {},
  munder: accent,
  munderover: accent,
}
const mathEverywhere: Readonly<Record<string, Rule>> = {
  dir: direction,
  displaystyle: yesNo,
  scriptlevel: matching(/^[+-]?\d$/),
}

const allowedAttributes = [
  ...new Set(
    [...Object.values(elements), ...Object.values(mathElements), everywhere, mathEverywhere].flatMap((rules) =>
      Object.keys(rules),
    ),
  ),
]

const profile: Config & { RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: ['#text', ...Object.keys(elements), ...Object.keys(mathElements)],
  ALLOWED_ATTR: [...allowedAttributes, 'rel'],
  ALLOWED_NAMESPACES: [htmlNamespace, mathNamespace],
  ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:|#|offprint-asset:)/,
  // Every attribute was judged by its rule above; only those that hold an address are judged by the expression too.
  ADD_URI_SAFE_ATTR: [...allowedAttributes, 'rel'].filter((name) => name !== 'href' && name !== 'src'),
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_SELF_CLOSE_IN_ATTR: true,
  SANITIZE_DOM: true,
  SANITIZE_NAMED_PROPS: true,
  KEEP_CONTENT: true,
  // Named beside the allow-list, so that a slip in the one does not open the other.
  FORBID_TAGS: (
    'style form input button textarea select option optgroup datalist video audio source track iframe object embed applet param base meta ' +
    'link template slot script noscript svg annotation annotation-xml semantics maction mglyph malignmark portal frame frameset dialog'
  ).split(' '),
  FORBID_ATTR:
    'style srcset sizes ping poster background action formaction autofocus target is slot name xlink:href'.split(' '),
  // Their text is not text of the article. (The rest of DOMPurify's own list stays.)
  ADD_FORBID_CONTENTS: [
    'textarea',
    'select',
    'option',
    'datalist',
    'annotation',
    'annotation-xml',
    'object',
    'title',
    'frameset',
  ],
  RETURN_DOM_FRAGMENT: true,
}

const purifier = createPurifier(window)
// Once: given with each call it is read anew each time, which takes longer than most articles do.
purifier.setConfig(profile)

purifier.addHook('uponSanitizeElement', (node) => {
  // HTML inside MathML changes its meaning when it is parsed again; its text is all that is kept.
  const isHtmlInMath =
    (node as Element).namespaceURI === htmlNamespace && node.parentElement?.namespaceURI === mathNamespace
  if (isHtmlInMath) (node as Element).replaceWith(node.textContent ?? '')
})

purifier.addHook('uponSanitizeAttribute', (element, event) => {
  const value = allowedValue(element, event.attrName, event.attrValue)
  event.keepAttr = value !== undefined
  if (value !== undefined) event.attrValue = value
})

purifier.addHook('afterSanitizeAttributes', (element) => {
  markLink(element)
  if (isNothing(element)) element.remove()
})

/** An image without a picture shows its alternative text; without that it is nothing. */
function isNothing(element: Element): boolean {
  return element.localName === 'img' && !element.hasAttribute('src') && !element.getAttribute('alt')?.trim()
}

function allowedValue(element: Element, name: string, value: string): string | undefined {
  const isMath = element.namespaceURI === mathNamespace
  const own = ownProperty(isMath ? mathElements : elements, element.localName)
  const shared = isMath ? mathEverywhere : everywhere
  const rule = ownProperty(own, name) ?? ownProperty(shared, name)
  return rule?.(value)
}

function markLink(element: Element): void {
  if (element.localName === 'a' && element.hasAttribute('href')) element.setAttribute('rel', 'noopener noreferrer')
}

function purify(html: string): DocumentFragment {
  // With the body open already, no frame set can take its place.
  return purifier.sanitize(`<body>${html}`, profile)
}

/** Empties the fragment. */
function boxWith(fragment: Node): HTMLElement {
  const box = (fragment.ownerDocument ?? document).createElement('div')
  box.append(fragment)
  return box
}

function textOnly(html: string): HTMLElement {
  const box = document.implementation.createHTMLDocument('').body
  for (const line of (purify(html).textContent ?? '').split(/\n{2,}/)) {
    if (line.trim() === '') continue
    const paragraph = box.ownerDocument.createElement('p')
    paragraph.textContent = line.trim()
    box.append(paragraph)
  }
  return box
}

function matching(expression: RegExp): Rule {
  return (value) => (expression.test(value) ? value : undefined)
}

/** http, https, mailto or a place in the article. Tabs, line ends and NUL are what a browser ignores inside a scheme. */
function link(value: string): string | undefined {
  const plain = value.replace(/[\t\n\f\r\0]/g, '').trim()
  if (plain.startsWith('#')) return plain.length > 1 ? `#${prefixed(plain.slice(1))}` : undefined
  if (!/^(https?:\/\/|mailto:)/i.test(plain)) return undefined
  let url: URL
  try {
    url = new URL(plain)
  } catch {
    return undefined // not an address
  }
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined
}

function prefixed(id: string): string {
  return id.startsWith(idPrefix) ? id : idPrefix + id
}

function classes(value: string): string | undefined {
  const kept = value.split(/\s+/).filter((name) => readerClasses.has(name) || /^language-[\w#+.-]{1,30}$/.test(name))
  return kept.length > 0 ? kept.join(' ') : undefined
}

function ownProperty<T>(properties: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return properties && Object.hasOwn(properties, name) ? properties[name] : undefined
}
