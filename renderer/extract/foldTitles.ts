// A button that folds a part of the text away is called like that part: its words are a heading, and no furniture.
import { linkShare, plainText } from './measureText.ts'
import { paragraphs } from './text.ts'

/** Makes headings of the words on such buttons; of what is alike on several ("Show more") none. `ofTabs`: of those on tabs, too. */
export function titlesOfFolds(body: Element, ofTabs: boolean): void {
  const controls = [...body.querySelectorAll('button, [role=button], [role=tab]')].filter(
    (control) => isTitle(control) && (ofTabs || !control.matches('[role=tab]')),
  )
  const counts = new Map<string, number>()
  for (const control of controls) counts.set(plainText(control), (counts.get(plainText(control)) ?? 0) + 1)
  const titles = controls.filter((control) => counts.get(plainText(control)) === 1)
  for (const control of titles) {
    removeSigns(control)
    if (control.querySelector('div, p') && !control.querySelector(headings)) control.textContent = plainText(control)
    if (control.closest(headings) || control.querySelector(headings)) control.replaceWith(...control.childNodes)
    else if (titles.length >= fewest) {
      const heading = control.ownerDocument.createElement('h3')
      heading.append(...control.childNodes)
      // Of tabs all names stand in a row, and what they are called below it.
      const panel = control.matches('[role=tab]') ? namedBy(control) : null
      if (panel) panel.prepend(heading)
      else control.before(heading)
      control.remove()
    }
  }
}

/** "Show", a plus sign, a comma for screen readers. */
function removeSigns(control: Element): void {
  for (const sign of control.querySelectorAll(signs)) {
    const rest = plainText(control).replace(plainText(sign), '')
    if (/\p{L}{2}/u.test(rest)) sign.remove()
  }
}

const signs =
  'svg, i, [aria-hidden=true], [class*=toggle i], [class*=icon i], [class*=chevron i], [class*=visually-hidden i], [class*=sr-only i], [class*=screen-reader i]'

/** One button by itself opens the rest of something. */
const fewest = 2
const headings = 'h1, h2, h3, h4, h5, h6, dt'
const aroundText = 'nav, header:not(article header, main header), footer, aside, form, menu, dialog, figure, table, pre'

function isTitle(control: Element): boolean {
  const head = control.closest(headings)
  const folds = control.hasAttribute('aria-expanded') || control.hasAttribute('aria-controls')
  if (!(folds || head) || control.closest(aroundText)) return false
  const title = plainText(control)
  if (title.length > longestTitle || !/\p{L}{2}/u.test(title)) return false
  if (head && plainText(head) !== title) return false
  const part = namedBy(control) ?? (head ?? control).nextElementSibling
  // Of code nameTabs.ts says it.
  if (control.matches('[role=tab]') && (part?.querySelector('pre') || part?.querySelector(headings))) return false
  return part !== null && !part.contains(control) && isText(part)
}

function namedBy(control: Element): Element | null {
  return control.ownerDocument.getElementById(control.getAttribute('aria-controls') ?? '')
}

/** Characters. */
const longestTitle = 200
const leastText = 60

/** At least one whole sentence, and no fields or links to choose from. */
function isText(part: Element): boolean {
  if (part.querySelector('input, select, button, textarea') || linkShare(part) >= 0.5) return false
  return paragraphs(part).list.some(({ text }) => text.length >= leastText && /[.!?:…。！？؟]\W{0,3}$/u.test(text))
}
