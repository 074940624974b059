// The text of a page that reads like text: blocks with a sentence or more in them that are no links and stand in nothing that is called, or
// is, the page's furniture. What the second choice of the article is made of, and what the first one is measured by.
import { doubted } from './doubt.ts'
import { linkShare, names } from './measureText.ts'
import { sentenceCharacters } from './prose.ts'
import type { Paragraph } from './text.ts'

/** Of all paragraphs of a page. */
export function readingText(all: readonly Paragraph[]): Paragraph[] {
  const long = all.filter(({ text, block }) => text.length >= sentenceCharacters && linkShare(block) < 0.35)
  const shares = lengthsByContainer(long)
  const most = furnitureShare * lengthOf(long)
  const known = new Map<Element, boolean>()
  const isInside = (element: Element): boolean => {
    const before = known.get(element)
    if (before !== undefined) return before
    // What holds much of the page's text is no furniture, whatever it is called.
    const own = isFurniture(element) && (shares.get(element) ?? 0) < most
    const is = own || (element.parentElement !== null && isInside(element.parentElement))
    known.set(element, is)
    return is
  }
  return long.filter(({ block }) => !isInside(block))
}

const furnitureShare = 0.35

/** How much of the text each element holds, all its ancestors included. */
export function lengthsByContainer(blocks: readonly Paragraph[]): Map<Element, number> {
  const lengths = new Map<Element, number>()
  for (const { block, text } of blocks) {
    for (let at: Element | null = block; at; at = at.parentElement)
      lengths.set(at, (lengths.get(at) ?? 0) + text.length)
  }
  return lengths
}

export function lengthOf(blocks: readonly Paragraph[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0)
}

const furniture =
  'footer, aside, nav, form, dialog, [role=complementary], [role=contentinfo], [role=navigation], [role=banner]'
const furnitureName =
  /(^|[-_ ])(comments?|comment-?list|disqus|respond|replies|footer|sidebar|side-?bar|widget|widgets|related|recommend\w*|promo|promos|banner|cookie\w*|consent|newsletter|subscribe|disclaimer|disclosure|legal|modal|popup|menu|masthead|breadcrumbs?|share|social|teasers?|author-?bio|about-?author)([-_ ]|$)/i

/** For taking a whole container: what in it is not to be taken along. */
export function isFurniture(element: Element): boolean {
  return (
    element.matches(doubted) ||
    element.matches(furniture) ||
    (!element.matches('main, article, h1, h2, h3, p') && furnitureName.test(names(element)))
  )
}

/** Whether it is such a one, or stands in one. */
export function isInFurniture(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (isFurniture(at)) return true
  return false
}
