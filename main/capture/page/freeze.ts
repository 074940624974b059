// The page as it looked, as one document without anything that runs: its own nodes copied one by one into an inert document, with what
// was typed, drawn and loaded written into them. Runs in the isolated world of a captured page, beside scripts that may be hostile.
import type { FreezeAnswer, FreezeOptions, FrozenResource } from '../frozenPage.ts'
import { rewriteCss } from '../cssReferences.ts'
import { isTracker } from '../trackers.ts'
import { cleanAttributes } from './attributes.ts'
import { isMisreadUtf8 } from './charset.ts'
import {
  allElements,
  attribute,
  baseUri,
  body,
  childrenOf,
  doctype,
  documentElement,
  emptyDocument,
  resourceUrl,
  shadowRoot,
  textContent,
  title,
} from './dom.ts'
import { canvasAddress, imageSources, parsed } from './images.ts'
import { boxAttribute, layout } from './layout.ts'
import { framesPainted, pageStateNow, watchPage } from './settling.ts'

/** For main, which evaluates this script as a whole and knows what it exports by name. */
export const settling = { watchPage, pageStateNow, framesPainted }

class TooComplex extends Error {}

type Freezing = {
  readonly options: FreezeOptions
  readonly target: Document
  readonly resources: FrozenResource[]
  readonly byAddress: Map<string, string>
  /** noscript elements whose picture is kept with the image beside them. */
  readonly twins: Set<Element>
  count: number
}

type Around = {
  readonly depth: number
  /** False where nothing is displayed, or where the nodes are not those of the page. */
  readonly isDisplayed: boolean
}

export function freeze(options: FreezeOptions): FreezeAnswer {
  const root = documentElement(document)
  const target = emptyDocument()
  const state: Freezing = { options, target, resources: [], byAddress: new Map(), twins: new Set(), count: 0 }
  let top: Node | undefined
  try {
    top = root ? copy(state, root, { depth: 0, isDisplayed: true })[0] : undefined
  } catch (error) {
    if (error instanceof TooComplex) return { kind: 'too-complex' }
    throw error
  }
  if (!(top instanceof HTMLElement)) top = target.createElement('html')
  const html = top as HTMLElement // made or checked in the line above
  completeHead(state, html)
  return {
    kind: 'frozen',
    html: `${doctype(document) ? '<!DOCTYPE html>\n' : ''}${html.outerHTML}`,
    title: title(document).trim().slice(0, 1_000),
    url: location.href,
    resources: state.resources,
    isReallyUtf8: isMisreadUtf8(),
    isEmpty: isEmpty(),
  }
}

function isEmpty(): boolean {
  const own = body(document)
  if (!own) return true
  const hasNodes = allElements('img, picture, svg, canvas, video, audio, iframe, object, embed, script', own).length > 0
  return !hasNodes && !/\S/.test(textContent(own) ?? '') && !/\S/.test(title(document))
}

/** What a node becomes: usually one node, none for what is dropped, several for a slot. */
function copy(state: Freezing, node: Node, around: Around): Node[] {
  if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) {
    return [state.target.createTextNode((node as Text).data)] // by its node type
  }
  if (!(node instanceof Element)) return []
  if (++state.count > state.options.elements || around.depth > state.options.depth) throw new TooComplex()
  const special = specials[node.localName]
  if (special) {
    const made = special(state, node, around)
    if (made !== 'as-it-is') return made
  }
  return [copyElement(state, node, around)]
}

function copyElement(state: Freezing, element: Element, around: Around): Element {
  const made = state.target.importNode(element, false)
  cleanAttributes(made, (css) => frozenCss(state, css, baseUri(document)))
  const { mark, isGone } = around.isDisplayed ? layout(element) : { mark: undefined, isGone: true }
  if (mark !== undefined) made.setAttribute(boxAttribute, mark)
  const inside = { depth: around.depth + 1, isDisplayed: around.isDisplayed && !isGone }
  const children = shownChildren(element)
  // The parser drops a line break right after the start of these.
  const [first] = children
  if (/^(?:pre|textarea|listing)$/.test(element.localName) && first instanceof Text && first.data.startsWith('\n'))
    made.append('\n')
  for (const child of children) made.append(...copy(state, child, inside))
  return made
}

/** With a shadow tree: that one, its slots filled. */
function shownChildren(element: Element): Node[] {
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes()
    if (assigned.length > 0) return assigned
  }
  return childrenOf(shadowRoot(element) ?? element)
}

type Special = (state: Freezing, element: Element, around: Around) => Node[] | 'as-it-is'

const drop: Special = () => []

/** The elements that are not simply copied. */
const specials: Readonly<Record<string, Special>> = {
  script: keepData,
  template: drop,
  base: drop,
  noembed: drop,
  noframes: drop,
  frame: drop,
  applet: drop,
  param: drop,
  source: (_state, element) => (element.closest('picture') ? [] : 'as-it-is'),
  meta: freezeMeta,
  link: freezeLink,
  style: freezeStyle,
  noscript: freezeNoscript,
  img: freezeImage,
  image: freezeSvgImage,
  use: (_state, element) =>
    (attribute(element, 'href') ?? attribute(element, 'xlink:href') ?? '#').startsWith('#') ? 'as-it-is' : [],
  animate: freezeAnimation,
  set: freezeAnimation,
  canvas: freezeCanvas,
  video: freezeVideo,
  iframe: (state, element, around) => [emptied(state, element, around)],
  object: (state, element, around) => [emptied(state, element, around)],
  embed: (state, element, around) => [emptied(state, element, around)],
  input: freezeInput,
  textarea: freezeTextarea,
  option: freezeOption,
  slot: (state, element, around) => shownChildren(element).flatMap((child) => copy(state, child, around)),
  xmp: asPre,
  plaintext: asPre,
}

/** Data and the sources of formulas stay; what runs goes. */
function keepData(state: Freezing, element: Element): Node[] {
  const type = (attribute(element, 'type') ?? '').trim().toLowerCase()
  if (!/^(?:application\/ld\+json|math\/|text\/x-mathjax)/.test(type)) return []
  const made = state.target.createElement('script')
  made.setAttribute('type', type)
  // A script may have written into it what would end it too early once it is markup again.
  made.textContent = (textContent(element) ?? '').replace(
    /<(?=\/script|!--)/gi,
    type.endsWith('json') ? '\\u003c' : '< ',
  )
  return [made]
}

const uselessHeaders = /^(?:refresh|content-security-policy.*|set-cookie|x-.*|content-type)$/i
const leadImageName = /^(?:og:image(?::url|:secure_url)?|twitter:image(?::src)?)$/i

function freezeMeta(state: Freezing, element: Element): Node[] | 'as-it-is' {
  if (uselessHeaders.test(attribute(element, 'http-equiv') ?? '') || element.hasAttribute('charset')) return []
  if (!leadImageName.test(attribute(element, 'property') ?? attribute(element, 'name') ?? '')) return 'as-it-is'
  const url = resourceUrl(attribute(element, 'content'))
  if (!url || url.startsWith('blob:')) return 'as-it-is'
  const made = state.target.importNode(element, false)
  cleanAttributes(made, () => '')
  made.setAttribute('content', placeholder(state, { kind: 'lead-image', candidates: [url] }))
  return [made]
}

function freezeLink(state: Freezing, element: Element): Node[] | 'as-it-is' {
  const link = element as HTMLLinkElement // by its name; in a foreign namespace its properties are merely absent
  const rel = (attribute(link, 'rel') ?? '').toLowerCase().split(/\s+/)
  if (
    rel.some((word) =>
      /^(?:preload|prefetch|preconnect|dns-prefetch|modulepreload|manifest|prerender|import)$/.test(word),
    )
  )
    return []
  if (!rel.includes('stylesheet')) return 'as-it-is'
  const url = resourceUrl(attribute(link, 'href'))
  if (!url || link.disabled || rel.includes('alternate')) return []
  return [styleElement(state, placeholder(state, { kind: 'style', candidates: [url] }), link.media)]
}

function freezeStyle(state: Freezing, element: Element): Node[] | 'as-it-is' {
  const style = element as HTMLStyleElement // by its name
  // In a shadow tree it would now speak to the whole page.
  if (style.getRootNode() instanceof ShadowRoot) return []
  const written = textContent(style) ?? ''
  const css = /\S/.test(written) ? written : rulesOf(style.sheet)
  return [styleElement(state, frozenCss(state, css, baseUri(document)), style.media ?? '')]
}

function styleElement(state: Freezing, css: string, media: string): Element {
  const made = state.target.createElement('style')
  if (media) made.setAttribute('media', media)
  made.textContent = css.replace(/<(?=\/style|!--)/gi, '\\3c ')
  return made
}

function rulesOf(sheet: CSSStyleSheet | null): string {
  try {
    return [...(sheet?.cssRules ?? [])].map((rule) => rule.cssText).join('\n')
  } catch {
    return '' // A sheet of another site: the browser does not let it be read.
  }
}

function frozenCss(state: Freezing, css: string, base: string): string {
  return rewriteCss(css, base, ({ kind, url }) => {
    if (kind === 'import') return undefined
    if (url.startsWith('data:') && url.length < 4_000) return url.replace(/["\\\n<]/g, encodeURIComponent)
    if (!/^(?:https?|data):/.test(url) || isTracker(url)) return undefined
    return placeholder(state, { kind: 'style-asset', candidates: [url] })
  })
}

function freezeNoscript(state: Freezing, element: Element, around: Around): Node[] {
  if (state.twins.has(element)) return [] // Its picture is kept with the image beside it.
  const made = state.target.createElement('noscript')
  const inside = { depth: around.depth + 1, isDisplayed: false }
  // With scripts on, what stands in it is text.
  const content = element.firstElementChild ? element : parsed(textContent(element) ?? '')
  for (const child of childrenOf(content)) made.append(...copy(state, child, inside))
  return [made]
}

function freezeImage(state: Freezing, element: Element, around: Around): Node[] | 'as-it-is' {
  if (!(element instanceof HTMLImageElement)) return []
  const sources = imageSources(element, state.options.imageWidth)
  if (!sources) return []
  const made = copyElement(state, element, around)
  for (const name of ['srcset', 'sizes', 'loading', 'src']) made.removeAttribute(name)
  if (sources.candidates.length === 0) {
    made.setAttribute('data-offprint-missing', '')
    return [made]
  }
  const { isBroken } = sources
  const candidates = sources.candidates.slice(0, 6)
  made.setAttribute('src', placeholder(state, { kind: 'image', candidates, ...(isBroken && { isBroken }) }))
  if (sources.twin) state.twins.add(sources.twin)
  return [made]
}

function freezeSvgImage(state: Freezing, element: Element, around: Around): Node[] {
  const url = resourceUrl(attribute(element, 'href') ?? attribute(element, 'xlink:href'))
  const made = copyElement(state, element, around)
  made.removeAttribute('xlink:href')
  if (url && !url.startsWith('blob:') && !isTracker(url))
    made.setAttribute('href', placeholder(state, { kind: 'image', candidates: [url] }))
  else made.removeAttribute('href')
  return [made]
}

/** An animation can write an attribute that we have taken away. */
function freezeAnimation(_state: Freezing, element: Element): Node[] | 'as-it-is' {
  return /^(?:xlink:)?href$|^on/i.test(attribute(element, 'attributeName') ?? '') ? [] : 'as-it-is'
}

function freezeCanvas(state: Freezing, element: Element, around: Around): Node[] | 'as-it-is' {
  const url = element instanceof HTMLCanvasElement ? canvasAddress(element) : undefined
  if (!url) return 'as-it-is'
  const made = state.target.createElement('img')
  for (const name of ['id', 'class', 'style', 'width', 'height', 'aria-label', 'title']) {
    const value = attribute(element, name)
    if (value !== null) made.setAttribute(name, value)
  }
  cleanAttributes(made, (css) => frozenCss(state, css, baseUri(document)))
  const label = attribute(element, 'aria-label')
  if (label) made.setAttribute('alt', label)
  const { mark } = around.isDisplayed ? layout(element) : { mark: undefined }
  if (mark !== undefined) made.setAttribute(boxAttribute, mark)
  made.setAttribute('src', placeholder(state, { kind: 'image', candidates: [url] }))
  return [made]
}

function freezeVideo(state: Freezing, element: Element, around: Around): Node[] {
  const made = copyElement(state, element, around)
  for (const name of ['autoplay', 'loop', 'poster']) made.removeAttribute(name)
  made.setAttribute('preload', 'none')
  const poster = resourceUrl(attribute(element, 'poster'))
  if (poster && !poster.startsWith('blob:'))
    made.setAttribute('poster', placeholder(state, { kind: 'image', candidates: [poster] }))
  return [made]
}

/** Frames and plug-ins: their addresses are kept for extraction, which may make links of them; nothing inside them is. */
function emptied(state: Freezing, element: Element, around: Around): Element {
  const made = state.target.importNode(element, false)
  cleanAttributes(made, () => '')
  const { mark } = around.isDisplayed ? layout(element) : { mark: undefined }
  if (mark !== undefined) made.setAttribute(boxAttribute, mark)
  return made
}

function freezeInput(state: Freezing, element: Element, around: Around): Node[] {
  const made = copyElement(state, element, around)
  if (!(element instanceof HTMLInputElement)) return [made]
  made.toggleAttribute('checked', element.checked)
  // What is secret, and what only the site's own server reads.
  if (/^(?:password|hidden|file)$/.test(element.type)) made.removeAttribute('value')
  else if (element.value !== '') made.setAttribute('value', element.value)
  return [made]
}

function freezeTextarea(state: Freezing, element: Element, around: Around): Node[] {
  const made = emptied(state, element, around)
  if (element instanceof HTMLTextAreaElement) made.textContent = element.value
  return [made]
}

function freezeOption(state: Freezing, element: Element, around: Around): Node[] {
  const made = copyElement(state, element, around)
  if (element instanceof HTMLOptionElement) made.toggleAttribute('selected', element.selected)
  return [made]
}

/** Raw text elements would be read back as markup. */
function asPre(state: Freezing, element: Element): Node[] {
  const made = state.target.createElement('pre')
  made.textContent = textContent(element)
  return [made]
}

function placeholder(state: Freezing, resource: FrozenResource): string {
  const key = `${resource.kind} ${resource.isBroken ?? false} ${resource.candidates.join(' ')}`
  const known = state.byAddress.get(key)
  if (known !== undefined) return known
  const name = `offprint-resource:${state.options.nonce}-${state.resources.length}`
  state.resources.push(resource)
  state.byAddress.set(key, name)
  return name
}

/** The charset it is stored in, the address it was read at, and the sheets that scripts have made. */
function completeHead(state: Freezing, html: HTMLElement): void {
  let head = [...html.children].find((child) => child.localName === 'head')
  if (!head) html.prepend((head = state.target.createElement('head')))
  const charset = state.target.createElement('meta')
  charset.setAttribute('charset', 'utf-8')
  const base = state.target.createElement('base')
  base.setAttribute('href', baseUri(document))
  head.prepend(charset, base)
  for (const sheet of document.adoptedStyleSheets ?? []) {
    head.append(styleElement(state, frozenCss(state, rulesOf(sheet), baseUri(document)), ''))
  }
}
