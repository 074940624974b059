// Lists that belong to a text by what they are, however short their lines and whatever they stand in: what goes into a dish, what speaks for a
// thing and against it. See statedText.ts for pages that say the same as data.
import { linkShare, names, plainText } from './measureText.ts'

export function boxesOfLists(body: Element): Element[] {
  return [...body.querySelectorAll('ul, ol')].filter(
    (list) => !list.closest(aroundPage) && (isOfDish(list) || isForOrAgainst(list)),
  )
}

function itemsOf(list: Element): string[] {
  return [...list.children].map(plainText).filter((text) => text !== '')
}

const aroundPage = 'nav, header:not(article header, main header), footer, form, menu, dialog'

function isOfDish(list: Element): boolean {
  if (!isCalled(list, dishName) || linkShare(list) > mostLinked) return false
  const items = itemsOf(list)
  return items.length >= fewestThings && items.filter((text) => amount.test(text)).length >= 0.5 * items.length
}

const dishName = /(?:^|[-_ ])ingredients?(?:[-_ ]|$)/i
const amount = /[\d½¼¾⅓⅔⅛⅜⅝⅞]/
const fewestThings = 3
/** What one can buy is a link in some kitchens. */
const mostLinked = 0.7

function isForOrAgainst(list: Element): boolean {
  if (linkShare(list) > 0) return false
  const isSide = isCalled(list, sideName) || sides.test(plainText(list.previousElementSibling ?? list))
  return isSide && itemsOf(list).length > 0
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
