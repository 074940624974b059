// What a reader of the whole page could see of its text, the page's furniture included: the measure of how much of it became the article.
import { hiddenIn } from './layoutMarks.ts'

const unseen: ReadonlySet<string> = new Set(
  'script style noscript template head title textarea select option svg iframe object'.split(' '),
)

export function visibleText(root: Element): string {
  const isHidden = hiddenIn(root)
  const parts: string[] = []
  const visit = (parent: Node) => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) parts.push((node as Text).data)
      if (node.nodeType !== 1) continue
      const element = node as Element
      if (unseen.has(element.localName) || isHidden(element)) continue
      visit(element)
      parts.push(' ')
    }
  }
  visit(root)
  return parts.join('')
}
