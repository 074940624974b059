// What an article announces at its end, in its midst or in a box of its own, and that leads to other pages: it goes with what announces it.
import { linkShare, plainText } from './measureText.ts'
import { otherArticles } from './promotion.ts'
import type { Paragraph } from './text.ts'

/** `kept`: by the paragraphs, in their order; only ever less are. */
export function leaveOthers(list: readonly Paragraph[], kept: boolean[]): void {
  leaveOthersAtEnd(list, kept)
  leaveOthersAmong(list, kept)
  leaveOthersInBoxes(list, kept)
}

/** A list at the end each of whose items leads elsewhere goes with what announces it: “More stories of ours”. */
function leaveOthersAtEnd(list: readonly Paragraph[], kept: boolean[]) {
  const end = kept.lastIndexOf(true)
  const whole = list[end]?.block.closest('ul, ol')
  if (!whole) return
  let start = end
  while (start > 0 && whole.contains(list[start - 1]!.block)) start -= 1
  const announcing = list[start - 1]
  if (!announcing || kept[start - 1] || !otherArticles.test(announcing.text)) return
  if ([...whole.children].every((item) => item.querySelector('a[href]:not([href^="#"])') !== null))
    kept.fill(false, start, end + 1)
}

/** A list of links to other pages goes with what announces it, wherever it stands. */
function leaveOthersAmong(list: readonly Paragraph[], kept: boolean[]) {
  for (let at = 1; at < list.length; at++) {
    const whole = kept[at] ? list[at]?.block.closest('ul, ol') : undefined
    const before = list[at - 1]!
    if (!whole || whole.contains(before.block) || !otherArticles.test(before.text)) continue
    if (kept[at - 1] && !moreOfThem.test(before.text)) continue
    const isOfLinks = [...whole.children].every((item) => item.querySelector('a[href]:not([href^="#"])') !== null)
    if (!isOfLinks || linkShare(whole) < mostlyLinks) continue
    kept[at - 1] = false
    for (let own = at; own < list.length && whole.contains(list[own]!.block); own++) kept[own] = false
  }
}

/** A heading of the text as well, but for what stands below it. */
const moreOfThem = /^(?:more \S|related\b|you (?:may|might) also|you['’]ll also)/i

/** What is left of a box that begins by announcing other pages and leads to some. */
function leaveOthersInBoxes(list: readonly Paragraph[], kept: boolean[]) {
  for (const [at, { text, block }] of list.entries()) {
    if (kept[at] || text.length > longestAnnouncement || !otherArticles.test(text)) continue
    let title = block
    while (title.parentElement && plainText(title.parentElement) === text) title = title.parentElement
    const box = title.parentElement
    if (!box || box.matches(wholePage) || box.querySelectorAll('a[href]:not([href^="#"])').length < 2) continue
    const own = list.flatMap((one, place) => (kept[place] && box.contains(one.block) ? [place] : []))
    const length = (places: readonly number[]) => places.reduce((sum, one) => sum + list[one]!.text.length, 0)
    const all = length(list.flatMap((_, place) => (kept[place] ? [place] : [])))
    if (own.length > 0 && own[0]! > at && length(own) < mostOfOthers * all) for (const place of own) kept[place] = false
  }
}

/** Characters. */
const longestAnnouncement = 80
const wholePage = 'body, main, article, li, p'
const mostOfOthers = 0.15

const mostlyLinks = 0.8
