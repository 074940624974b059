// All tabs of a text are read one after the other, so each says which it is.
import { plainText } from './measureText.ts'

/** Of the line that says which tab the text below it is. */
export const tabClass = 'offprint-tab'

export function nameTabs(body: Element): void {
  for (const row of body.querySelectorAll('article [role=tablist], main [role=tablist]')) {
    const names = [...row.querySelectorAll('[role=tab]')].map((tab) => plainText(tab))
    const panels = [...(row.parentElement?.querySelectorAll('[role=tabpanel]') ?? [])]
    if (name(names, panels)) row.remove()
  }
  for (const row of rowsOfLabels(body)) {
    const names = [...row.children].map((label) => plainText(label))
    if (name(names, [...(row.nextElementSibling?.children ?? [])])) row.remove()
  }
  // A switch, its label and what it shows, once for each tab.
  for (const label of body.querySelectorAll('input[type=radio] + label')) {
    const panel = label.nextElementSibling
    if (panel?.localName !== 'div' || !panel.querySelector('pre')) continue
    panel.prepend(lineOf(body, plainText(label)))
    label.remove()
  }
}

/** What is drawn as tabs by a style sheet alone. */
function rowsOfLabels(body: Element): Element[] {
  const rows = [...body.querySelectorAll('input[type=radio] ~ div > label:first-child')].flatMap(
    ({ parentElement }) => parentElement ?? [],
  )
  return rows.filter((row) => [...row.children].every(({ localName }) => localName === 'label'))
}

function name(names: readonly string[], panels: readonly Element[]): boolean {
  if (names.length < 2 || panels.length !== names.length) return false
  if (!panels.some((panel) => panel.querySelector('pre')) && !panels.every(isSaid)) return false
  for (const [at, panel] of panels.entries()) panel.prepend(lineOf(panel, names[at] ?? ''))
  return true
}

/** In sentences, and in few: a longer one has headings of its own. */
function isSaid(panel: Element): boolean {
  const text = plainText(panel)
  return (
    text.length >= 40 && text.length <= 1_500 && /[.!?]$/.test(text) && !panel.querySelector('h1, h2, h3, form, img, a')
  )
}

function lineOf({ ownerDocument }: Element, words: string): Element {
  const line = ownerDocument.createElement('p')
  line.className = tabClass
  const strong = ownerDocument.createElement('strong')
  strong.textContent = words
  line.append(strong)
  return line
}
