// Threads whose programs do not say what a post is: rows of a table, elements of their own, cards. A post is known by whom it leads to.
import { plainText } from './measureText.ts'

/** Of each post whose name it is: the element that says so. */
export type Names = ReadonlyMap<Element, Element>

/**
 * By where names lead to. A post is what begins with a link to somebody's profile and lies around it as what lies around the others does: as far
 * away, and called the same.
 */
export function namesByProfile(body: HTMLElement): Names {
  const links = [...body.querySelectorAll('a[href]')].filter(
    (link) => isShort(link) && isProfile(link) && !isMention(link) && !link.closest(elsewhere),
  )
  // Of each link what it is the first in, from the inside outwards.
  const taken = new Set<Element>([body])
  const around = links.map((link) => {
    const own: Element[] = []
    for (let at = link.parentElement; at && !taken.has(at); at = at.parentElement) own.push(at)
    for (const one of own) taken.add(one)
    return own
  })
  const alike = new Map<string, Map<Element, Element>>()
  around.forEach((own, at) => {
    const link = links[at]
    own.forEach((element, steps) => {
      const look = `${steps} ${element.localName} ${element.className}`
      const names = alike.get(look) ?? new Map<Element, Element>()
      alike.set(look, names)
      if (link) names.set(element, link)
    })
  })
  const length = (names: Names) => [...names.keys()].reduce((sum, own) => sum + plainText(own).length, 0)
  const threads = [...alike.values()].filter((names) => names.size > 1)
  return threads.reduce<Names>((most, names) => (length(names) > length(most) ? names : most), new Map())
}

/** It leads to a place for profiles, or stands beside a picture that is called "@name". */
function isProfile(link: Element): boolean {
  const href = link.getAttribute('href') ?? ''
  if (profile.test(href)) return true
  const before = link.parentElement?.querySelector('a[href] > img[alt^="@"]')
  return before?.parentElement?.getAttribute('href') === href
}

const profile =
  /^[^?#]*\/(?:u|user|users|member|members|profile|people)\/[^/]+\/?$|\/(?:user|profile|member)\.?\w*\?[^#]*(?:id|name|u)=|^[^?#]*\/@[^/]+\/?$/i

/** Somebody who is spoken to, or of. */
function isMention(link: Element): boolean {
  const line = link.closest('p, li, blockquote, dd')
  return line !== null && plainText(line).length > 2 * longestName
}

/** Where a name is none of somebody who writes here. */
export const elsewhere = 'nav, footer, aside, blockquote, form'
const longestName = 60

/** As a name is. */
export function isShort(element: Element): boolean {
  const length = (element.textContent ?? '').trim().length
  return length > 1 && length <= longestName
}
