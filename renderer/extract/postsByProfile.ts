// Threads whose programs do not say what a post is: rows of a table, elements of their own, cards. A post is known by whom it leads to.
import { isShorter, plainText } from './measureText.ts'
import { isInlineName } from './lineOfText.ts'

/** Of each post whose name it is: the element that says so. */
export type Names = ReadonlyMap<Element, Element>

/**
 * By where names lead to. A post is what begins with a link to somebody's profile and lies around it as what lies around the others does: as far
 * away, and called the same.
 */
export function namesByProfile(body: HTMLElement): Names {
  const faces = facesIn(body)
  const links = [...body.querySelectorAll('a[href]')].filter(
    (link) => isShort(link) && isProfile(link, faces) && !isMention(link) && !standsElsewhere(link),
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
  const threads = [...alike.values()]
    .filter((names) => names.size > 1)
    .map((names) => ({ names, length: lengthOf([...names.keys()]) }))
  const longest = Math.max(0, ...threads.map(({ length }) => length))
  // A box around several posts lies around the first name in it, too, and says more than each of them.
  const [found] = threads
    .filter(({ length }) => length >= enough * longest)
    .sort((one, other) => other.names.size - one.names.size || other.length - one.length)
  return found?.names ?? new Map()
}

const enough = 0.3

/** Of all together; some may stand in others. */
function lengthOf(posts: readonly Element[]): number {
  const outer = posts.filter((own, at) => !posts.slice(0, at).some((one) => one.contains(own)))
  return outer.reduce((sum, own) => sum + plainText(own).length, 0)
}

/** It leads to a place for profiles, or to where a picture leads that is called "@name". */
export function isProfile(link: Element, faces: ReadonlySet<string> = new Set()): boolean {
  const href = link.getAttribute('href') ?? ''
  return (profile.test(href) && !door.test(href)) || faces.has(href)
}

function facesIn(body: Element): Set<string> {
  const links = body.querySelectorAll(`a[href][${face}], a[href]:has(> img[alt^="@"])`)
  return new Set([...links].map((link) => link.getAttribute('href') ?? ''))
}

/** A picture called "@name". */
export function isNamed(image: Element): boolean {
  return /^@\S/.test(image.getAttribute('alt') ?? '')
}

/** For a face that is taken away: the link that it is in leads to whose it is. */
export function markProfile(image: Element): void {
  image.closest('a[href]')?.setAttribute(face, '')
}

const face = 'data-offprint-face'

const profile =
  /^[^?#]*\/(?:u|user|users|member|members|profile|people)\/[^/]+\/?$|\/(?:user|profile|member)\.?\w*\?[^#]*(?:id|name|u)=|\/member\.\w+\?\d+-|[?&;](?:action=profile|mode=viewprofile)\b|^[^?#]*\/@[^/]+\/?$/i

const door = /\/(?:log|sign)[-_]?(?:in|up|out)\b|\/regist(?:er|ration)\b/i

/** Somebody who is spoken to, or of: a name in a line of text. */
export function isMention(link: Element): boolean {
  let line = link.parentElement
  while (line && isInlineName(line)) line = line.parentElement
  return line !== null && line.matches('p, li, blockquote, dd') && plainText(line).length > 2 * longestName
}

/** Where a name is none of somebody who writes here. Some programs put a form around all posts of a thread. */
export function standsElsewhere(name: Element): boolean {
  if (name.closest('nav, footer, aside, blockquote') !== null) return true
  const form = name.closest('form')
  return form !== null && isShorter(form, shortForm)
}

const shortForm = 600
const longestName = 60

/** As a name is. */
export function isShort(element: Element): boolean {
  const length = (element.textContent ?? '').trim().length
  return length > 1 && length <= longestName
}
