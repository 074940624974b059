// Cuts from the article what leads elsewhere: lists of other articles, invitations, and the title once more.
import type { Draft } from './draft.ts'

export function trim({ article, facts }: Draft) {
  removeTitle(article, facts.title ?? '')
}

/** The article's own title at the head of its text would be read twice. */
function removeTitle(article: Element, title: string) {
  const wanted = folded(title)
  if (wanted === '') return
  for (const heading of [...article.querySelectorAll('h1, h2')].slice(0, 2)) {
    if (isNear(folded(heading.textContent ?? ''), wanted) && textBefore(article, heading).length < 200) {
      heading.remove()
      return
    }
  }
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function isNear(heading: string, title: string): boolean {
  if (heading === '' || heading.length < title.length * 0.5) return false
  return heading === title || title.startsWith(heading) || heading.startsWith(title)
}

function textBefore(article: Element, element: Element): string {
  const range = article.ownerDocument.createRange()
  range.setStart(article, 0)
  range.setEndBefore(element)
  return range.toString().trim()
}
