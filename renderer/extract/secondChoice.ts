// When Readability has found far less than the page has of reading text, it chose the wrong root or none. Then the article is the smallest
// container that holds most of the reading text, without the furniture in it.
import { isShorter, linkShare } from './measureText.ts'
import { isFurniture, lengthOf, lengthsByContainer } from './readingText.ts'
import type { Paragraph } from './text.ts'

/** The text nodes to keep: those given, or better ones. `allReading` is the body's reading text. */
export function secondChoice(
  body: HTMLElement,
  allReading: readonly Paragraph[],
  first: ReadonlySet<Text>,
  isArticle: boolean,
): ReadonlySet<Text> {
  const reading = allReading.filter(({ block }) => !isArticle || !isTeaser(block))
  const all = lengthOf(reading)
  const isFirst = ({ nodes }: Paragraph) => nodes.some((node) => first.has(node))
  // Some pages hold their text twice, for screens of two sizes.
  const known = new Set(reading.filter(isFirst).map(({ text }) => text))
  const covered = lengthOf(reading.filter(({ text }) => known.has(text)))
  if (all < Math.max(worthTrying, 1.5 * lengthOfNodes(first)) || covered > enoughShare * all) return first
  const container = smallestContainer(body, reading, all)
  if (isArticle && holdsOthers(container, first, covered)) return first
  const second = textOf(container)
  const lost = [...first].filter((node) => !second.has(node))
  const lostLength = lost.reduce((sum, node) => sum + node.data.trim().length, 0)
  // What was found first is in it, or was the wrong place altogether.
  return lostLength < 0.3 * lengthOfNodes(first) || covered < 0.2 * all ? second : first
}

/** One of several articles on the page was found, and is whole: the others are other people's. */
function holdsOthers(container: Element, first: ReadonlySet<Text>, covered: number): boolean {
  if (covered < wholeArticle) return false
  const [some] = first
  const own = some?.parentElement?.closest('article')
  const others = [...container.querySelectorAll('article')].filter(
    (one) => one !== own && !one.contains(own ?? null) && !own?.contains(one),
  )
  return (own != null && others.length > 0) || container.querySelectorAll('h1').length > 1
}

/** A few lines under a heading that is a link: another article announces itself. */
function isTeaser(block: Element): boolean {
  let at: Element | null = block.parentElement
  // Asked of every paragraph: whole articles would be read as often as they have any.
  for (let level = 0; at && level < 3 && isShorter(at, teaserCharacters); level++, at = at.parentElement) {
    const heading = at.querySelector('h2, h3, h4, h5')
    if (heading && heading !== block && (heading.closest('a[href]') ?? (linkShare(heading) > 0.9 ? heading : null)))
      return true
  }
  return false
}

const teaserCharacters = 800
const wholeArticle = 1_500
const worthTrying = 400
const enoughShare = 0.5
const mostShare = 0.85

function smallestContainer(body: HTMLElement, reading: readonly Paragraph[], all: number): Element {
  const lengths = lengthsByContainer(reading)
  let container: Element = body
  for (;;) {
    const child = [...container.children].find((one) => (lengths.get(one) ?? 0) >= mostShare * all)
    if (!child || child.matches('p, pre, blockquote, li, td')) return container
    container = child
  }
}

function textOf(container: Element): Set<Text> {
  const kept = new Set<Text>()
  const visit = (parent: Element) => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3 && (node as Text).data.trim() !== '') kept.add(node as Text)
      if (node.nodeType !== 1) continue
      const element = node as Element
      if (isFurniture(element) || isLinks(element)) continue
      visit(element)
    }
  }
  visit(container)
  return kept
}

/** A list or a box of nothing but links. */
function isLinks(element: Element): boolean {
  return element.matches('ul, ol, div, section, table') && linkShare(element) > 0.75
}

function lengthOfNodes(nodes: ReadonlySet<Text>): number {
  let length = 0
  for (const node of nodes) length += node.data.trim().length
  return length
}
