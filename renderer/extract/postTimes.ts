// When a post of a thread was written: as HTML marks it, else as a title over "3 hours ago" or a line for people has it.
import { machineDate, writtenDate } from './dates.ts'
import { isBefore } from './isBefore.ts'
import { hasText, plainText } from './measureText.ts'

/** An answer within a post has another. */
export function firstTime(own: Element): Element | null {
  const times = own.querySelectorAll('time, relative-time')
  return [...times].find(hasText) ?? null
}

/** `all` are the post's own texts, `said` those of them that are its text: what is said is no date of it. */
export function timeOf(
  own: Element,
  all: readonly Text[],
  said: readonly Text[],
  lang: string | undefined,
): Element | null {
  const found = firstTime(own)
  if (found?.localName === 'time') return found
  if (found !== null) return asTime(found, found.getAttribute('datetime') ?? '')
  const [first, last] = [said[0], said.at(-1)]
  const texts = new Set<Node>(said)
  const around = all.filter(
    (text) => !texts.has(text) && first && last && (isBefore(text, first) || isBefore(last, text)),
  )
  for (const { parentElement: element } of around) {
    const stated = element && statedOn(element, lang)
    if (stated) return asTime(element, stated)
  }
  for (const { parentElement: element } of around) {
    const text = element ? plainText(element) : ''
    if (element && text.length <= longestDate && writtenDate(text, lang) !== undefined) return asTime(element, '')
  }
  return null
}

/** Whether a line, which begins with the node, is a date and little else. */
export function saysWhen(text: string, { parentElement }: Text, lang: string | undefined): boolean {
  if (text.length > longestDate) return false
  return (
    writtenDate(text, lang) !== undefined || (parentElement !== null && statedOn(parentElement, lang) !== undefined)
  )
}

/** Where it is said in full to whoever points at it. */
const hints = ['title', 'data-original-title', 'data-tippy-content']

/** Characters of a day, its hour and a word or two. */
const longestDate = 60

/** In a hint over it, or over what stands around it. */
function statedOn(element: Element, lang: string | undefined): string | undefined {
  for (const one of [element, element.parentElement]) {
    const hint = hints
      .map((name) => one?.getAttribute(name) ?? '')
      .join(' ')
      .trim()
    const stated = machineDate(hint) ?? machineDate(hint.split(' ')[0] ?? '') ?? writtenDate(hint, lang)
    if (stated !== undefined && plainText(one ?? element).length <= longestDate) return stated
  }
  return undefined
}

function asTime(element: Element, stated: string): Element {
  const time = element.ownerDocument.createElement('time')
  if (stated !== '') time.setAttribute('datetime', stated)
  time.textContent = plainText(element)
  return time
}
