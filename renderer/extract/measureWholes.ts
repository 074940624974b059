// What the elements of a page hold: how much text, how much of it in links, of how many blocks; and how many of those beside them look like them.
import type { Page } from './blockFeatures.ts'
import { lookOf } from './measureText.ts'

/** Of each element that is asked about. */
export type Wholes = {
  /** Rounded. */
  numbersOf(element: Element): readonly number[]
  /** Its share of the page's text. */
  shareOf(element: Element): number
}

/** `all` is the length of the page's text. */
export function measureWholes(page: Page, all: number): Wholes {
  const wholes = measureElements(page)
  const alike = new Map<Element, number>()
  const known = new Map<Element, readonly number[]>()
  return {
    numbersOf(element) {
      const before = known.get(element)
      if (before) return before
      const { length, linked, children, blocks, first, second } = wholes.get(element) ?? empty
      const numbers = [
        Math.log1p(length),
        linked / (length + 1),
        children,
        length / (blocks + 1),
        length / (all + 1),
        like(element, alike),
        first / (length + 1),
        second / (length + 1),
      ].map(rounded)
      known.set(element, numbers)
      return numbers
    },
    shareOf: (element) => (wholes.get(element)?.length ?? 0) / (all + 1),
  }
}

export function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000
}

type Whole = { length: number; linked: number; children: number; blocks: number; first: number; second: number }
const empty: Whole = { length: 0, linked: 0, children: 0, blocks: 0, first: 0, second: 0 }

function measureElements({ body, first, second }: Page): Map<Element, Whole> {
  const wholes = new Map<Element, Whole>()
  const visit = (element: Element, inLink: boolean): Whole => {
    const whole: Whole = { length: 0, linked: 0, children: element.childElementCount, blocks: 0, first: 0, second: 0 }
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) {
        const length = (node as Text).data.trim().length
        if (length === 0) continue
        whole.length += length
        whole.blocks += 1
        if (inLink) whole.linked += length
        if (first.has(node as Text)) whole.first += length
        if (second.has(node as Text)) whole.second += length
      } else if (node.nodeType === 1) {
        const child = node as Element
        const isLink = inLink || (child.localName === 'a' && isAway(child))
        const inner = visit(child, isLink)
        whole.length += inner.length
        whole.linked += inner.linked
        whole.blocks += inner.blocks
        whole.first += inner.first
        whole.second += inner.second
      }
    }
    wholes.set(element, whole)
    return whole
  }
  visit(body, false)
  return wholes
}

function isAway(anchor: Element): boolean {
  const href = anchor.getAttribute('href')
  return href !== null && !href.startsWith('#')
}

/** How many of the elements beside it look like it: rows of a list, cards of a grid, posts of a thread. */
function like(element: Element, known: Map<Element, number>): number {
  const parent = element.parentElement
  if (!parent) return 0
  if (!known.has(element)) countAlike(parent, known)
  return Math.min(mostAlike, known.get(element) ?? 0)
}

const mostAlike = 30

/** Of each of the children how many look like it, itself included. */
function countAlike(parent: Element, known: Map<Element, number>): void {
  const byLook = new Map<string, Element[]>()
  for (let at = parent.firstElementChild; at; at = at.nextElementSibling) {
    const look = lookOf(at)
    const own = byLook.get(look)
    if (own) own.push(at)
    else byLook.set(look, [at])
  }
  for (const own of byLook.values()) for (const one of own) known.set(one, own.length)
}
