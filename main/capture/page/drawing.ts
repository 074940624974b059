// A drawing that stands in the page's markup, as a picture that stands by itself: a chart, a map, a diagram. What the page's styles say of its parts
// is written into them, and words set as markup become words of the drawing.
import { allElements, attribute, attributeNames, childrenOf, emptyDocument, parentElement, textContent } from './dom.ts'

/** A drawing with fewer marks than this is an ornament. */
const leastMarks = 8
const marks = 'path, rect, circle, ellipse, line, polyline, polygon, text, foreignObject'
/** More than this is a map of every house. */
const mostParts = 5_000
const mostCharacters = 2_000_000
/** Controls, and the sign of the site. */
const neverIn = 'a, button, nav, header, footer, aside, [role="button"], [aria-hidden="true"]:not(figure *)'
const dropped = /^(?:script|style|animate\w*|set|iframe)$/i
const namespace = 'http://www.w3.org/2000/svg'

/** How it looks -> what it is where nobody says anything, and whether it is handed down. */
const looks: Readonly<Record<string, { readonly initial: string; readonly isInherited?: true }>> = {
  fill: { initial: '', isInherited: true },
  'fill-opacity': { initial: '1', isInherited: true },
  stroke: { initial: 'none', isInherited: true },
  'stroke-width': { initial: '1px', isInherited: true },
  'stroke-opacity': { initial: '1', isInherited: true },
  'stroke-dasharray': { initial: 'none', isInherited: true },
  'font-size': { initial: '', isInherited: true },
  'font-family': { initial: '', isInherited: true },
  'font-weight': { initial: '400', isInherited: true },
  'text-anchor': { initial: 'start', isInherited: true },
  visibility: { initial: 'visible', isInherited: true },
  opacity: { initial: '1' },
  display: { initial: 'inline' },
  'dominant-baseline': { initial: 'auto' },
  'stop-color': { initial: 'rgb(0, 0, 0)' },
  'stop-opacity': { initial: '1' },
}

/** As a data: address; undefined for an ornament. */
export function drawing(svg: Element): string | undefined {
  if (allElements(marks, svg).length < leastMarks || allElements('*', svg).length > mostParts) return undefined
  if (Element.prototype.closest.call(svg, neverIn)) return undefined
  const { width, height } = svg.getBoundingClientRect()
  const target = emptyDocument()
  const made = copied(svg, target, undefined)
  made.setAttribute('width', String(Math.round(width)))
  made.setAttribute('height', String(Math.round(height)))
  const view = attribute(svg, 'viewBox') ?? `0 0 ${Math.round(width)} ${Math.round(height)}`
  made.setAttribute('viewBox', view)
  made.prepend(ground(target, view, groundColour(svg)))
  const markup = new XMLSerializer().serializeToString(made)
  return markup.length > mostCharacters ? undefined : `data:image/svg+xml,${encodeURIComponent(markup)}`
}

function copied(part: Element, target: Document, around: CSSStyleDeclaration | undefined): Element {
  const style = getComputedStyle(part)
  if (part.localName === 'foreignObject') return asText(part, target)
  const made = target.importNode(part, false)
  for (const name of attributeNames(part))
    if (/^(?:class|style|on.*|data-.*|xlink:href|tabindex)$/i.test(name)) made.removeAttribute(name)
  for (const [name, { initial, isInherited }] of Object.entries(looks)) {
    const value = style.getPropertyValue(name)
    made.removeAttribute(name)
    if (value !== '' && value !== (isInherited && around ? around.getPropertyValue(name) : initial))
      made.setAttribute(name, value)
  }
  const { transform } = style
  if (/^matrix\(/.test(transform) && attribute(part, 'transform') === null) made.setAttribute('transform', transform)
  for (const child of childrenOf(part)) {
    if (child instanceof Text) made.append(target.createTextNode(child.data))
    else if (child instanceof Element && !dropped.test(child.localName)) made.append(copied(child, target, style))
  }
  return made
}

/** Words that the page has set as markup within the drawing, in the middle of their place. */
function asText(part: Element, target: Document): Element {
  const made = target.createElementNS(namespace, 'text')
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(attribute(part, name)) || 0)
  const inner = allElements('*', part).at(-1) ?? part
  const { color, fontSize, fontFamily } = getComputedStyle(inner)
  const said = {
    x: (x ?? 0) + (width ?? 0) / 2,
    y: (y ?? 0) + (height ?? 0) / 2,
    'text-anchor': 'middle',
    'dominant-baseline': 'central',
    fill: color,
    stroke: 'none',
    'font-size': fontSize,
    'font-family': fontFamily,
  }
  for (const [name, value] of Object.entries(said)) made.setAttribute(name, String(value))
  made.textContent = (textContent(part) ?? '').replace(/\s+/g, ' ').trim()
  return made
}

/** A reader's page may be dark; what was drawn on white stays on white. */
function ground(target: Document, view: string, colour: string): Element {
  const made = target.createElementNS(namespace, 'rect')
  const [x = '0', y = '0', width = '100%', height = '100%'] = view.trim().split(/[\s,]+/)
  for (const [name, value] of Object.entries({ x, y, width, height, fill: colour })) made.setAttribute(name, value)
  return made
}

function groundColour(svg: Element): string {
  for (let at: Element | null = svg; at; at = parentElement(at)) {
    const { backgroundColor } = getComputedStyle(at)
    if (!/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return backgroundColor
  }
  return 'rgb(255, 255, 255)'
}
