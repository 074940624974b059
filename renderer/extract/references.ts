// What a text refers to stands in a list of its own at its end, and the text leads there: by a year, a number, a name.
import { isBefore } from './isBefore.ts'
import { linkShare, plainText } from './measureText.ts'

/** Adds to the kept nodes the lists that several links of the kept text lead into, each with the heading over it. */
export function addReferences(body: HTMLElement, kept: Set<Node>): void {
  const lists = new Map<Element, Set<Element>>()
  for (const link of body.querySelectorAll('a[href^="#"]')) {
    const entry = entryOf(link)
    const list = entry?.closest('ol, ul, dl')
    if (!entry || !list || list.contains(link) || !isKept(link, kept) || list.closest('nav, header, footer, aside'))
      continue
    lists.set(list, (lists.get(list) ?? new Set()).add(entry))
  }
  for (const [list, entries] of lists) {
    if ((entries.size < fewest && !list.closest(bibliography)) || linkShare(list) > mostLinked) continue
    for (const text of textsOf(list)) if (!isOnlyLink(text)) kept.add(text)
    for (const text of textsOf(headingOver(list))) kept.add(text)
  }
}

/** Fewer are a note or two, or a way to another part of the page. */
const fewest = 2
const mostLinked = 0.5
const bibliography = '[class*=bibliography], [id*=bibliography], [role=doc-bibliography]'
/** Characters. */
const longestMark = 40
const shortestEntry = 20
const longestEntry = 1_000

function entryOf(link: Element): Element | undefined {
  if (plainText(link).length > longestMark) return undefined
  const place = link.ownerDocument.getElementById(link.getAttribute('href')?.slice(1) ?? '')
  const entry = place?.closest('li, dd')
  const length = entry ? plainText(entry).length : 0
  const is = entry && length >= shortestEntry && length <= longestEntry && isBefore(link, entry)
  return is && entry.querySelector('h1, h2, h3, h4') === null ? entry : undefined
}

function isKept(link: Element, kept: ReadonlySet<Node>): boolean {
  return textsOf(link).some((text) => kept.has(text))
}

/** A line that only leads to where it may be read. */
function isOnlyLink({ parentElement }: Text): boolean {
  const line = parentElement?.closest('p, div, li, dd')
  return line != null && linkShare(line) > 0.9
}

function headingOver(list: Element): Element | undefined {
  let at: Element | null = list
  for (let level = 0; at && level < 5; level++, at = at.parentElement) {
    const own: Element[] = [...at.querySelectorAll('h2, h3, h4')].filter((one) => isBefore(one, list))
    if (own.length > 0) return own.at(-1)
  }
  return undefined
}

function textsOf(element: Element | undefined): Text[] {
  if (!element) return []
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) if ((walker.currentNode as Text).data.trim() !== '') texts.push(walker.currentNode as Text) // the walker shows nothing else
  return texts
}
