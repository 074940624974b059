// What a person has said of a site's pages goes before every guess: what does not belong is taken out before the choice of the article begins, what
// belongs is set aside until the last step that takes anything away has run. Three steps; without a rule they do nothing.
import { formatLine, type RuleLine } from '../../preload/siteRule.ts'
import { disarm } from './disarm.ts'
import type { Draft } from './draft.ts'
import { isHidden } from './layoutMarks.ts'
import { plainText } from './measureText.ts'

const holder = 'offprint-kept'
const held = `div.${holder}`

/** Wraps what belongs and removes what does not. */
export function followRule({ document, rule }: Draft) {
  for (const stray of document.querySelectorAll(held)) stray.classList.remove(holder) // the page's own
  const found = rule.map((line) => ({ line, elements: elementsOf(document.body, line) }))
  for (const { line, elements } of found) if (line.verb === 'keep') elements.forEach(wrap)
  for (const { line, elements } of found) if (line.verb === 'remove') elements.forEach(takeOut)
}

/** Empties the holders, so that no step judges what is in them. */
export function setAside(draft: Draft) {
  if (draft.rule.length === 0) return
  for (const box of draft.document.querySelectorAll(held)) {
    if (box.parentElement?.closest(held)) continue // goes with the one around it
    for (const element of box.querySelectorAll('*')) if (isMachinery(element)) element.remove()
    disarm(box)
    draft.kept.set(box, [...box.childNodes])
    box.replaceChildren()
  }
}

export function putBack({ article, kept }: Draft) {
  for (const [box, nodes] of kept) box.append(...nodes)
  for (const box of article.querySelectorAll(held)) box.replaceWith(...box.childNodes)
}

/** Takes an element away, but not what the rule keeps of it. */
export function takeOut(element: Element) {
  element.replaceWith(...outermost([...element.querySelectorAll(held)]))
}

/** The places of what was set aside. */
export function keptPlaces({ kept }: Draft): Element[] {
  return [...kept.keys()].filter((box) => box.isConnected)
}

/** The blocks that a line names, the outermost where one lies in another. */
export function elementsOf(root: Element, line: RuleLine): Element[] {
  const { selector, words } = line
  let all: Element[]
  try {
    all = [...root.querySelectorAll(selector)]
  } catch (thrown) {
    throw new Error(`The rule "${formatLine(line)}" was let through and is none.`, { cause: thrown })
  }
  if (!words) return outermost(all)
  const wanted = folded(words.text)
  if (words.of === 'beginning') return outermost(all.filter((one) => folded(plainText(one)).startsWith(wanted)))
  return outermost(all.filter((one) => folded(headingOf(one)) === wanted))
}

/** What the first heading in it says. */
export function headingOf(element: Element): string {
  const heading = element.matches(headings) ? element : element.querySelector(headings)
  return heading ? plainText(heading) : ''
}

const headings = 'h1, h2, h3, h4, h5, h6, [role=heading]'

function wrap(element: Element) {
  if (element.localName === 'body' || element.closest('svg, math')) return
  const box = element.ownerDocument.createElement('div')
  box.className = holder
  element.replaceWith(box)
  box.append(element)
}

function outermost(elements: readonly Element[]): Element[] {
  const all = new Set(elements)
  const isWithin = (element: Element) => {
    for (let at = element.parentElement; at; at = at.parentElement) if (all.has(at)) return true
    return false
  }
  return elements.filter((element) => !isWithin(element))
}

/** Never read by anyone, whatever lies around it. */
function isMachinery(element: Element): boolean {
  return element.matches('script, style, template, noscript, button, input, select, textarea') || isHidden(element)
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}
