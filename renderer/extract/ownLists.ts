// Lists that belong to a text by what they are, however short their lines and whatever they stand in: what goes into a dish, what speaks for a
// thing and against it. See statedText.ts for pages that say the same as data.
import { linkShare, names, plainText } from './measureText.ts'

export function boxesOfLists(body: Element): Element[] {
  return [...body.querySelectorAll('ul, ol')].filter((list) => {
    if (list.closest(aroundPage)) return false
    const items = [...list.children].map(plainText).filter((text) => text !== '')
    return isOfDish(list, items) || isForOrAgainst(list, items)
  })
}

const aroundPage = 'nav, header:not(article header, main header), footer, form, menu, dialog'

function isOfDish(list: Element, items: readonly string[]): boolean {
  if (items.length < fewestThings || linkShare(list) > mostLinked || !isCalled(list, dishName)) return false
  return items.filter((text) => amount.test(text)).length >= 0.5 * items.length
}

const dishName = /(?:^|[-_ ])ingredients?(?:[-_ ]|$)/i
const amount = /[\d½¼¾⅓⅔⅛⅜⅝⅞]/
const fewestThings = 3
/** What one can buy is a link in some kitchens. */
const mostLinked = 0.7

function isForOrAgainst(list: Element, items: readonly string[]): boolean {
  if (items.length === 0 || linkShare(list) > 0) return false
  return isCalled(list, sideName) || sides.test(plainText(list.previousElementSibling ?? list))
}

const sideName = /(?:^|[-_ ])(?:pros|cons)(?:[-_ ]|$)/i
const sides =
  /^(?:the )?(?:pros|cons|vorteile|nachteile|avantages|inconvénients|ventajas|desventajas|vantagens|desvantagens|pregi|difetti|voordelen|nadelen)\s*:?$/i

/** By its own name or that of a box that holds little else. */
function isCalled(list: Element, name: RegExp): boolean {
  let at: Element | null = list
  for (let level = 0; at && level < levels; level++, at = at.parentElement) if (name.test(names(at))) return true
  return false
}

const levels = 4
