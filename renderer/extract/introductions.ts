// Other articles of a site that introduce themselves below an article: the title of each, a link, and a few lines on it. Each reads like a section of
// the text; together, at its end, they are a list of what else there is.
import { lengthOf, type Block } from './blocks.ts'

/**
 * Where they begin; the number of blocks when there are none. `url` is the page's. Only for pages that say they are articles: on others it was tried,
 * also where three times as much stands before, and took more of what a page is about than of anything else.
 */
export function introductionsStart(blocks: readonly Block[], url: string): number {
  const titles = blocks.flatMap((block, at) => (isLinkedHeading(block) ? [at] : []))
  const [first] = titles
  const isRow =
    first !== undefined &&
    titles.length >= fewTitles &&
    titles.every((at, n) => {
      const lines = blocks.slice(at + 1, titles[n + 1])
      return isOfSite(blocks[at], url) && lines.length <= mostLines && lengthOf(lines) <= mostText
    }) &&
    !goesOn(titles.map((at, n) => blocks.slice(at + 1, titles[n + 1])))
  if (!isRow) return blocks.length
  let start = first
  // What announces them, and the kind of the first.
  while (start > 0 && blocks[start - 1]?.isHeading) start -= 1
  const [before, after] = [lengthOf(blocks.slice(0, start)), lengthOf(blocks.slice(start))]
  return before >= leastBefore && after <= before ? start : blocks.length
}

const fewTitles = 3
/** Under each title. */
const mostLines = 4
const mostText = 900
const leastBefore = 600
/** Shorter ones are dates, names and "Read more". */
const aParagraph = 80

/** The text of the page goes on below them: under the last title stand more paragraphs than under any of the others. */
function goesOn(sections: readonly (readonly Block[])[]): boolean {
  const counts = sections.map((lines) => lines.filter(({ text }) => text.length >= aParagraph).length)
  return (counts.at(-1) ?? 0) > Math.max(0, ...counts.slice(0, -1))
}

/** All of it leads elsewhere. */
function isLinkedHeading({ isHeading, linked }: Block): boolean {
  return isHeading && linked > 0.9
}

/** The sections of an article lead, where their titles are links, to what they are about: to other sites. */
function isOfSite(block: Block | undefined, url: string): boolean {
  const anchor = block?.block.querySelector('a[href]') ?? block?.block.closest('a[href]')
  return hostOf(anchor?.getAttribute('href') ?? '') === hostOf(url)
}

function hostOf(address: string): string | undefined {
  try {
    return new URL(address).hostname.replace(/^www\./, '')
  } catch {
    return undefined // no address at all
  }
}
