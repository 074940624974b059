// The page as it looked, as one document without anything that runs: its own nodes copied one by one into an inert document, with what
// was typed, drawn and loaded written into them. Runs in the isolated world of a captured page, beside scripts that may be hostile.
import type { FreezeAnswer, FreezeOptions } from '../frozenPage.ts'
import { asImported, rewriteCss } from '../cssReferences.ts'
import { finishAnimations } from './animations.ts'
import { cleanAttributes } from './attributes.ts'
import { isBinary } from './binary.ts'
import { isMisreadUtf8 } from './charset.ts'
import {
  allElements,
  attribute,
  baseUri,
  stateBase,
  body,
  childrenOf,
  discloseTree,
  doctype,
  documentElement,
  emptyDocument,
  resourceUrl,
  textContent,
  title,
} from './dom.ts'
import { freezeInput, freezeOption, freezeTextarea } from './forms.ts'
import {
  copyElement,
  declared,
  frozenCss,
  isFlattened,
  placeholder,
  rulesOf,
  sheetElement,
  styleElement,
  type Around,
  type Freezing,
  type Special,
} from './freezing.ts'
import { openFolds } from './folds.ts'
import { freezeFrame, freezeFrameset, wantsFrame } from './frames.ts'
import { parsed, readBlobs } from './images.ts'
import { nextAddress } from './nextAddress.ts'
import { mayAskConsent } from './overlays.ts'
import { freezeCanvas, freezeImage, freezeObject, freezeSvgImage, freezeVideo } from './pictures.ts'
import { keepAddress, pageAddress } from './pageAddress.ts'
import { arrivalNow, framesPainted, lookAround, markup, pageStateNow, watchPage } from './settling.ts'

/** For main, which evaluates this script as a whole and knows what it exports by name. */
export const settling = {
  openFolds,
  discloseTree,
  wantsFrame,
  watchPage,
  arrivalNow,
  pageStateNow,
  framesPainted,
  lookAround,
  finishAnimations,
  keepAddress,
  markup,
  readBlobs,
  mayAskConsent,
}

class TooComplex extends Error {}

export function freeze(options: FreezeOptions): FreezeAnswer {
  stateBase(options.baseUri)
  const root = documentElement(document)
  const target = emptyDocument()
  const state: Freezing = {
    options,
    target,
    resources: [],
    byAddress: new Map(),
    twins: new Set(),
    count: 0,
    copy: (node, around) => copy(state, node, around),
  }
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
  const address = pageAddress()
  const next = nextAddress(address)
  const binary = isBinary()
  return {
    kind: 'frozen',
    html: `${doctype(document) ? '<!DOCTYPE html>\n' : ''}${html.outerHTML}`,
    title: title(document).trim().slice(0, 1_000),
    url: address,
    resources: state.resources,
    ...(next !== undefined && { next }),
    isReallyUtf8: isMisreadUtf8(),
    ...(binary && { isBinary: binary }),
    isEmpty: isEmpty(),
  }
}

function isEmpty(): boolean {
  const own = body(document)
  if (!own) return true
  const hasNodes =
    allElements('img, picture, svg, canvas, video, audio, iframe, frame, object, embed, script', own).length > 0
  return !hasNodes && !/\S/.test(textContent(own) ?? '') && !/\S/.test(title(document))
}

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

const drop: Special = () => []

/** The elements that are not simply copied. */
const specials: Readonly<Record<string, Special>> = {
  script: keepData,
  template: freezeTemplate,
  base: drop,
  noembed: drop,
  noframes: drop,
  frame: freezeFrame,
  frameset: freezeFrameset,
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
  iframe: freezeFrame,
  object: freezeObject,
  embed: freezeObject,
  input: freezeInput,
  textarea: freezeTextarea,
  option: freezeOption,
  slot: freezeSlot,
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
  if (isFlattened(style)) return [] // It would now speak to the whole page.
  const written = textContent(style) ?? ''
  const css = isAsWritten(style, written) ? written : rulesOf(style.sheet)
  const base = baseUri(document)
  const imports: string[] = []
  rewriteCss(css, base, (reference) => {
    if (reference.kind === 'import' && /^https?:/.test(reference.url))
      imports.push(asImported(placeholder(state, { kind: 'style', candidates: [reference.url] }), reference.conditions))
    return undefined
  })
  return [...imports, frozenCss(state, css, base)].map((one) => styleElement(state, one, style.media ?? ''))
}

/** Scripts put rules into a sheet that nobody can read in its element. */
function isAsWritten({ sheet }: HTMLStyleElement, written: string): boolean {
  if (!sheet) return true
  const own = new CSSStyleSheet()
  own.replaceSync(written)
  return own.cssRules.length === sheet.cssRules.length
}

function freezeNoscript(state: Freezing, element: Element, around: Around): Node[] {
  if (state.twins.has(element)) return [] // Its picture is kept with the image beside it.
  const made = state.target.createElement('noscript')
  const inside = { depth: around.depth + 1, isDisplayed: false }
  // With scripts on, what stands in it is text.
  const wasText = !element.firstElementChild
  const content = wasText ? parsed(textContent(element) ?? '') : element
  // Nobody saw it; the copy has no scripts and would show it.
  if (wasText) made.setAttribute('style', 'display: none !important')
  for (const child of childrenOf(content)) made.append(...copy(state, child, inside))
  return [made]
}

/** An animation can write an attribute that we have taken away. */
function freezeAnimation(_state: Freezing, element: Element): Node[] | 'as-it-is' {
  return /^(?:xlink:)?href$|^on/i.test(attribute(element, 'attributeName') ?? '') ? [] : 'as-it-is'
}

/** What fills it, where no markup can say so. */
function freezeSlot(state: Freezing, element: Element, around: Around): Node[] | 'as-it-is' {
  if (!(element instanceof HTMLSlotElement) || !isFlattened(element)) return 'as-it-is'
  const assigned = element.assignedNodes()
  return (assigned.length > 0 ? assigned : childrenOf(element)).flatMap((node) => copy(state, node, around))
}

/** In a document parsed from text, a shadow tree that is still its markup. */
function freezeTemplate(state: Freezing, element: Element, around: Around): Node[] {
  const isShadow = state.options.baseUri !== undefined && element.hasAttribute('shadowrootmode')
  if (!isShadow || !(element instanceof HTMLTemplateElement)) return []
  const inside = { depth: around.depth + 1, isDisplayed: around.isDisplayed }
  return [
    declared(
      state,
      childrenOf(element.content).flatMap((node) => copy(state, node, inside)),
    ),
  ]
}

/** Raw text elements would be read back as markup. */
function asPre(state: Freezing, element: Element): Node[] {
  const made = state.target.createElement('pre')
  made.textContent = textContent(element)
  return [made]
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
  head.append(...(document.adoptedStyleSheets ?? []).map((sheet) => sheetElement(state, sheet)))
}
