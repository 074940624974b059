// The text of a page that reads like text: blocks with a sentence or more in them that are no links and stand in nothing that is called, or
// is, the page's furniture. What the second choice of the article is made of, and what the first one is measured by.
import { linkShare, names } from './measureText.ts'
import { paragraphs, type Paragraph } from './text.ts'

export function readingText(body: HTMLElement): Paragraph[] {
  const inFurniture = new Map<Element, boolean>()
  return paragraphs(body).list.filter(({ text, block }) => {
    return text.length >= sentenceCharacters && linkShare(block) < 0.35 && !isInFurniture(block, inFurniture)
  })
}

export function lengthOf(blocks: readonly Paragraph[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0)
}

const sentenceCharacters = 60
const furniture =
  'footer, aside, nav, form, dialog, [role=complementary], [role=contentinfo], [role=navigation], [role=banner]'
const furnitureName =
  /(^|[-_ ])(comments?|comment-?list|disqus|respond|replies|footer|sidebar|side-?bar|widget|widgets|related|recommend\w*|promo|promos|banner|cookie\w*|consent|newsletter|subscribe|disclaimer|disclosure|legal|modal|popup|menu|masthead|breadcrumbs?|share|social|teasers?|author-?bio|about-?author)([-_ ]|$)/i

function isInFurniture(element: Element, known: Map<Element, boolean>): boolean {
  const before = known.get(element)
  if (before !== undefined) return before
  const own =
    element.matches(furniture) || (!element.matches('body, main, article') && furnitureName.test(names(element)))
  const is = own || (element.parentElement !== null && isInFurniture(element.parentElement, known))
  known.set(element, is)
  return is
}

/** For taking a whole container: what in it is not to be taken along. */
export function isFurniture(element: Element): boolean {
  return (
    element.matches(furniture) ||
    (!element.matches('main, article, h1, h2, h3, p') && furnitureName.test(names(element)))
  )
}
