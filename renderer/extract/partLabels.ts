// What a style sheet sets apart from the sentence after it - the number of a paragraph, the town that a report is from - runs into it without one.

/** Puts a space after it, and between the parts of an entry. */
export function partLabels(body: Element) {
  for (const label of body.querySelectorAll('p > span:first-child, li > span:first-child')) {
    const after = label.nextSibling?.textContent ?? ''
    const text = label.textContent ?? ''
    if (text.length > longestLabel || label.previousSibling?.textContent?.trim()) continue
    const isPlace = isTown.test(text) || placeName.test(label.className)
    if (isNumber.test(text) ? /^\p{L}/u.test(after) : isPlace && /^\p{Lu}\p{Ll}/u.test(after)) label.after(' ')
  }
  for (const part of body.querySelectorAll('li > span + span')) {
    const before = part.previousSibling
    if (before?.nodeType === 1 && /[.)\]]$/.test(before.textContent ?? '') && /^\p{Lu}/u.test(part.textContent ?? ''))
      part.before(' ')
  }
}

const longestLabel = 40
const placeName = /(?:^|[-_ ])(?:location|dateline|place)(?:[-_ ]|$)/i
const isNumber = /^\s*(?:\[\d{1,3}\]|(?:\d{1,3})?\(?(?:\d{1,3}|[a-z]{1,4})(?:[.)]|\.\)))$/i
/** A letter in capitals is one that is drawn large. */
const isTown = /^\p{Lu}[\p{Lu}\p{M}]+(?:[\s-]\p{Lu}[\p{Lu}\p{M}]*)*$/u
