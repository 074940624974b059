// The lines that stand with the article's title: where a page says for people's eyes who wrote it, and when.

import { folded } from './folded.ts'
import { standsIn } from './standsIn.ts'

export type NearBlock = { readonly text: string; readonly block: Element }

/** Of all lines of the page: those after the title first, nearest first, then those just above it; none when the title does not stand on the page. */
export function aroundHeading(list: readonly NearBlock[], title: string): NearBlock[] {
  const wanted = folded(title)
  const isHeading = ({ block }: NearBlock) => /^h[1-3]$/.test(block.localName) || block.closest('h1') !== null
  let at = wanted === '' ? -1 : list.findIndex((one) => isHeading(one) && isTitle(one, wanted))
  if (at < 0) at = list.findIndex(({ block }) => block.closest('h1') !== null && !block.closest(siteHead))
  if (at < 0) at = list.findIndex(({ block }) => block.closest('h1') !== null)
  if (at < 0) return []
  const after: NearBlock[] = []
  for (const one of list.slice(at + 1, at + 1 + maxAfter)) {
    // Once the text reads on, the lines about it are over.
    if (one.text.length > longLine && after.filter(({ text }) => text.length > longLine).length > 0) break
    after.push(one)
  }
  const before = list.slice(Math.max(0, at - maxBefore), at).reverse()
  return [...after, ...before].filter(({ block }) => !standsIn(block, elsewhere) && !isInFoot(block))
}

/** A heading may have a label before it. */
function isTitle({ text, block }: NearBlock, wanted: string): boolean {
  const own = folded(text)
  return own === wanted || (block.closest('h1') !== null && own.endsWith(` ${wanted}`))
}

const elsewhere = 'nav, aside, blockquote, figure, [class*=related], [class*=comment]'

/** Where a site's own name may be a heading. */
const siteHead = 'nav, header:not(article header, main header)'

/** The foot of the page; an article may have one of its own, about itself. */
function isInFoot(block: Element): boolean {
  const foot = block.closest('footer')
  return foot !== null && foot.closest('article, main') === null
}

const maxAfter = 12
const maxBefore = 4
const longLine = 240
