// What the parts of the freezing share: the document that is being made, what it refers to, and how deep the copy has come.
import type { FreezeOptions, FrozenResource } from '../frozenPage.ts'
import { rewriteCss, withAllDefined } from '../cssReferences.ts'
import { isTracker } from '../trackers.ts'
import { cleanAttributes } from './attributes.ts'
import { baseUri, childrenOf, shadowRoot } from './dom.ts'
import { boxAttribute, layout } from './layout.ts'
import { loosened, standing, unlocked } from './overlays.ts'
import { standIn } from './standIn.ts'

export type Freezing = {
  readonly options: FreezeOptions
  readonly target: Document
  readonly resources: FrozenResource[]
  readonly byAddress: Map<string, string>
  /** noscript elements whose picture is kept with the image beside them. */
  readonly twins: Set<Element>
  count: number
  /** What a node becomes: usually one node, none for what is dropped, several for a slot. */
  copy(node: Node, around: Around): Node[]
}

export type Around = {
  readonly depth: number
  /** False where nothing is displayed, or where the nodes are not those of the page. */
  readonly isDisplayed: boolean
}

/** For the elements that are not simply copied. */
export type Special = (state: Freezing, element: Element, around: Around) => Node[] | 'as-it-is'

export function copyElement(state: Freezing, element: Element, around: Around): Element {
  const made = state.target.importNode(element, false)
  cleanAttributes(made, (css) => frozenCss(state, css, baseUri(document)))
  const isGone = marked(state, element, made, around)
  const inside = { depth: around.depth + 1, isDisplayed: around.isDisplayed && !isGone }
  const root = shadowRoot(element)
  if (root && !isFlattened(root)) made.append(shadowTree(state, root, inside))
  const children = root && isFlattened(root) ? childrenOf(root) : childrenOf(element)
  // The parser drops a line break right after the start of these.
  const [first] = children
  if (/^(?:pre|textarea|listing)$/.test(element.localName) && first instanceof Text && first.data.startsWith('\n'))
    made.append('\n')
  for (const child of children) made.append(...state.copy(child, inside))
  return made
}

/** Notes how the element looked, and the picture it stands for. True when nothing in it is displayed. */
export function marked(state: Freezing, element: Element, made: Element, around: Around): boolean {
  if (!around.isDisplayed) return true
  const { mark, isGone, style } = layout(element)
  const stays = style && !isGone ? standing(element, style) : undefined
  if (style && !isGone) {
    unlocked(made, element, style)
    loosened(made, style, stays)
  }
  if (stays === 'hide') {
    made.setAttribute(boxAttribute, 'none')
    return true
  }
  if (mark !== undefined) made.setAttribute(boxAttribute, mark)
  const picture = style && !isGone ? standIn(element, style, state.options.imageWidth) : undefined
  if (picture) {
    made.setAttribute('data-offprint-image', placeholder(state, { kind: 'image', candidates: [...picture.candidates] }))
    if (picture.alt !== undefined) made.setAttribute('data-offprint-alt', picture.alt)
    if (picture.twin) state.twins.add(picture.twin)
  }
  return isGone
}

/** As markup that a parser makes a shadow tree of again, with its own styles; what fills its slots stays beside it. */
function shadowTree(state: Freezing, root: ShadowRoot, around: Around): Element {
  return declared(state, [
    ...childrenOf(root).flatMap((child) => state.copy(child, around)),
    ...root.adoptedStyleSheets.map((sheet) => sheetElement(state, sheet)),
  ])
}

/** Pages have no such element: theirs are dropped. */
export function declared(state: Freezing, nodes: readonly Node[]): Element {
  const made = state.target.createElement('template')
  made.setAttribute('shadowrootmode', 'open')
  made.content.append(...nodes)
  return made
}

/** Its slots are filled by a script, which no markup can say: it stands in the place of its host's children. */
export function isFlattened(node: Node): boolean {
  const root = node.getRootNode()
  return root instanceof ShadowRoot && root.slotAssignment === 'manual'
}

export function sheetElement(state: Freezing, sheet: CSSStyleSheet): Element {
  return styleElement(state, frozenCss(state, rulesOf(sheet), baseUri(document)), sheet.media.mediaText)
}

/** Without what is in it: frames, plug-ins. Their addresses are kept for extraction, which may make links of them. */
export function emptied(state: Freezing, element: Element, around: Around): Element {
  const made = state.target.importNode(element, false)
  cleanAttributes(made, () => '')
  const { mark } = around.isDisplayed ? layout(element) : { mark: undefined }
  if (mark !== undefined) made.setAttribute(boxAttribute, mark)
  return made
}

export function styleElement(state: Freezing, css: string, media: string): Element {
  const made = state.target.createElement('style')
  if (media) made.setAttribute('media', media)
  made.textContent = css.replace(/<(?=\/style|!--)/gi, '\\3c ')
  return made
}

export function rulesOf(sheet: CSSStyleSheet | null): string {
  try {
    return [...(sheet?.cssRules ?? [])].map((rule) => rule.cssText).join('\n')
  } catch {
    return '' // A sheet of another site: the browser does not let it be read.
  }
}

export function frozenCss(state: Freezing, css: string, base: string): string {
  return rewriteCss(withAllDefined(css), base, ({ kind, url }) => {
    if (kind === 'import') return undefined
    if (url.startsWith('data:') && url.length < 4_000) return url.replace(/["\\\n<]/g, encodeURIComponent)
    if (!/^(?:https?|data):/.test(url) || isTracker(url)) return undefined
    return placeholder(state, { kind: 'style-asset', candidates: [url] })
  })
}

export function placeholder(state: Freezing, resource: FrozenResource): string {
  const key = `${resource.kind} ${resource.isBroken ?? false} ${resource.candidates.join(' ')}`
  const known = state.byAddress.get(key)
  if (known !== undefined) return known
  const name = `offprint-resource:${state.options.nonce}-${state.resources.length}`
  state.resources.push(resource)
  state.byAddress.set(key, name)
  return name
}
