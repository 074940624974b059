// A short list between two paragraphs of a text is a part of it, though its items are a word or two each.
import { linkShare } from './measureText.ts'
import { invitation, otherArticles } from './promotion.ts'
import { sentenceCharacters } from './prose.ts'
import { isInFurniture } from './readingText.ts'
import type { Paragraph } from './text.ts'

/** Completes each list whose neighbours are kept. `mayStay` says of a paragraph that no rule would have taken it away. */
export function keepLists(list: readonly Paragraph[], kept: boolean[], mayStay: (at: number) => boolean): void {
  for (let at = 1; at < list.length; at++) {
    const whole = list[at]?.block.closest('ul, ol')
    const before = whole?.previousElementSibling
    if (!whole || !before || !kept[at - 1] || !before.contains(list[at - 1]?.block ?? null)) continue
    let end = at
    while (end < list.length && whole.contains(list[end]?.block ?? null)) end += 1
    const own = list.slice(at, end)
    const next = kept.findIndex((is, one) => one >= end && one <= end + mostBetween && is)
    const after = list[next]?.block
    const isBetween =
      after?.parentElement === whole.parentElement &&
      [before, after].every((one) => one && /^(?:p|h[2-6]|pre|blockquote|figure)$/.test(one.localName)) &&
      [list[at - 1], list[next]].some((one) => one?.block.localName === 'p' && one.text.length >= sentenceCharacters)
    const isText = () =>
      linkShare(whole) < mostLinked &&
      whole.parentElement?.closest('li, blockquote') === null && // a post of a thread, or what it quotes
      !isInFurniture(whole) &&
      !otherArticles.test(list[at - 1]?.text ?? '') &&
      own.every(({ text }, n) => mayStay(at + n) && !invitation.test(text))
    if (isBetween && own.some((_, n) => !kept[at + n]) && isText()) kept.fill(true, at, end)
    at = end - 1
  }
}

const mostLinked = 0.3
/** Lines of a card or an advertisement, before the text goes on. */
const mostBetween = 3
