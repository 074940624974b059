// A frozen page may hold trees apart from its own: shadow trees as their markup, and what was in a frame as a document in its attribute. Here
// they become one tree, as a reader saw them: a host's children in its slots, and the text of a frame in the frame's place.
import { resolve } from './addresses.ts'
import { isTooComplex } from './complexity.ts'
import { boxOf } from './layoutMarks.ts'
import { linkShare, names } from './measureText.ts'
import { parseInert } from './trustedHtml.ts'
import { unclobber } from './unclobber.ts'

export function flatten(document: Document): void {
  for (const frame of document.querySelectorAll('iframe[srcdoc]:not([data-offprint-card])')) takeText(frame)
  fillHosts(document)
}

/** Less is a player, a post or an advert, and becomes a card. */
const leastText = 600
/** Of a frame that has no address: the page itself has written what it shows. */
const leastOwnText = 40
const leastPx = 300

function takeText(frame: Element): void {
  const width = boxOf(frame)?.width
  if (width !== undefined && width < leastPx) return
  const html = frame.getAttribute('srcdoc') ?? ''
  if (html.length < leastOwnText || isTooComplex(html)) return
  const inside = parseInert(html)
  unclobber(inside)
  flatten(inside)
  const text = [...inside.querySelectorAll('p, li, blockquote, pre')].map((block) => block.textContent ?? '').join(' ')
  if (text.replace(/\s+/g, ' ').length < (isOwn(frame, inside) ? leastOwnText : leastText)) return
  const base = inside.querySelector('base')?.getAttribute('href') ?? ''
  for (const link of inside.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? ''
    if (!href.startsWith('#')) link.setAttribute('href', resolve(href, base) ?? href)
  }
  const place = frame.ownerDocument.createElement('div')
  place.append(...inside.body.childNodes)
  frame.replaceWith(place)
}

/** A box with a text or a listing, and none that asks for an address or sells. */
function isOwn(frame: Element, inside: Document): boolean {
  const address = frame.getAttribute('src') ?? frame.getAttribute('data-src') ?? ''
  return (
    /^(?:about:.*)?$/.test(address) &&
    !advert.test(names(frame)) &&
    !inside.querySelector('form, input, script[src]') &&
    linkShare(inside.body) < mostLinked
  )
}

const advert = /(?:^|[^a-z])ads?(?:[^a-z]|$)|advert|sponsor/i
const mostLinked = 0.3

const markup = 'template[shadowrootmode]'

function fillHosts(document: Document): void {
  const left = [...document.querySelectorAll<HTMLTemplateElement>(markup)]
  // Outer trees come before those within them.
  for (let template = left.shift(); template; template = left.shift()) {
    unclobber(template.content)
    left.push(...template.content.querySelectorAll<HTMLTemplateElement>(markup))
    if (template.parentElement) fill(template.parentElement, template)
  }
  for (const slot of document.querySelectorAll('slot')) slot.replaceWith(...slot.childNodes)
}

function fill(host: Element, template: HTMLTemplateElement): void {
  const slots = new Map<string, { readonly slot: Element; readonly nodes: Node[] }>()
  for (const slot of template.content.querySelectorAll('slot')) {
    const name = slot.getAttribute('name') ?? ''
    if (!slots.has(name)) slots.set(name, { slot, nodes: [] })
  }
  for (const node of host.childNodes) {
    if (node === template) continue
    const name = node.nodeType === Node.ELEMENT_NODE ? ((node as Element).getAttribute('slot') ?? '') : '' // by its type
    slots.get(name)?.nodes.push(node)
  }
  for (const { slot, nodes } of slots.values()) if (nodes.length > 0) slot.replaceChildren(...nodes)
  host.replaceChildren(template.content)
}
