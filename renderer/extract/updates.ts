// A page of what was said of one matter as it went on: an outage, a count, a search. No names stand over such parts, only when each was written.
import { findCalled, type Called } from './called.ts'
import { writtenDate } from './dates.ts'
import type { Draft } from './draft.ts'
import { linkShare, names, plainText } from './measureText.ts'
import { textsIn } from './postNames.ts'
import { putLine } from './posters.ts'
import { isInFurniture } from './readingText.ts'
import { paragraphs } from './text.ts'

/** Keeps all such parts of a page that is mostly those, with the time over each. */
export function addUpdates({ document, called, facts }: Draft, kept: Set<Node>) {
  const times = timesOfParts(document.body, called, facts.lang)
  const parts = [...times.keys()]
  const length = (nodes: Iterable<Node>) => [...nodes].reduce((sum, node) => sum + (node.textContent ?? '').length, 0)
  const said = new Set<Node>(parts.flatMap(textsIn))
  const outside = [...kept].filter((node) => !said.has(node))
  const isDated = (part: Element) => textsIn(times.get(part) ?? part).some((text) => kept.has(text))
  if (
    parts.length < fewParts ||
    2 * parts.filter(isDated).length > parts.length ||
    ![...kept].some((node) => said.has(node)) ||
    length(outside) > length(said)
  )
    return
  for (const [part, time] of times) {
    for (const { block, nodes, text } of paragraphs(part).list) {
      if (linkShare(block) >= mostLinked || !/\p{L}{2}/u.test(text)) continue
      for (const node of nodes) if (node.data.trim() !== '') kept.add(node)
    }
    for (const text of textsIn(time)) kept.delete(text)
    putLine(part, [asTime(time)], kept)
  }
}

const fewParts = 3
const mostLinked = 0.3
/** Characters. */
const aSentence = 40

/** Of each part, called like those beside it, the one time in it. */
function timesOfParts(body: Element, called: Called, lang: string | undefined): Map<Element, Element> {
  const found = new Map<Element, Element[]>()
  for (const time of findCalled(body, ['time', '[class*=timestamp i]', '[class*=date i]'], called)) {
    if (!isTime(time, lang) || time.parentElement?.closest('time, a') != null || isInFurniture(time)) continue
    const part = partOf(time)
    if (part === undefined || [...(found.get(part) ?? [])].some((one) => one.contains(time))) continue
    found.set(part, [...(found.get(part) ?? []), time])
  }
  const rows = new Map<Element, Element[]>()
  for (const [part, times] of found) {
    const own = part.parentElement
    if (own && times.length === 1) rows.set(own, [...(rows.get(own) ?? []), part])
  }
  const [longest] = [...rows.values()].sort((one, other) => other.length - one.length)
  return new Map((longest ?? []).filter(isSaid).flatMap((part) => (found.get(part) ?? []).map((time) => [part, time])))
}

function isTime(element: Element, lang: string | undefined): boolean {
  const text = (element.textContent ?? '').length <= longestText ? plainText(element) : ''
  if (text === '' || text.length > longestTime || element.querySelector('div, p, li') !== null) return false
  return (element.localName === 'time' || timeName.test(names(element))) && writtenDate(text, lang) !== undefined
}

/** An update is no date. */
const timeName = /(?:^|[^p])(?:date|time)/i
/** Characters, spaces of the markup around it included. */
const longestText = 400
const longestTime = 60

function partOf(time: Element): Element | undefined {
  for (let at = time.parentElement; at && at.localName !== 'body'; at = at.parentElement) {
    const alike = [...(at.parentElement?.children ?? [])].filter(
      (one) => one.localName === at.localName && one.className === at.className,
    )
    if (alike.length >= fewParts) return at
  }
  return undefined
}

/** A card of a list leads to where more is said. */
function isSaid(part: Element): boolean {
  return (
    linkShare(part) < mostLinked &&
    part.querySelector('h1, img, form') === null &&
    paragraphs(part).list.some(({ text }) => text.length >= aSentence && /[.!?。！？]\W{0,3}$/u.test(text))
  )
}

function asTime(element: Element): Element {
  if (element.localName === 'time') return element
  const time = element.ownerDocument.createElement('time')
  time.textContent = plainText(element)
  return time
}
