// Boxes in the midst of an article that are none of its text, known by the line at their head: other articles under a heading that announces them,
// an offer of letters, a word from whoever pays for the page.
import { lengthOf, type Block } from './blocks.ts'
import { otherArticles } from './promotion.ts'

/** The blocks of all such boxes. */
export function asideBoxes(blocks: readonly Block[], article: Element): Set<Block> {
  const most = Math.min(mostOfPage * lengthOf(blocks), mostCharacters)
  const found = new Set<Block>()
  for (const [at, first] of blocks.entries()) {
    const isBox = at > 0 && first.text.length <= longestHead && !found.has(first) ? kindOf(first) : undefined
    if (!isBox || first.block.closest('.offprint-poster, figure, pre, math, li')) continue
    for (const block of boxFrom(at, blocks, article, most, isBox) ?? []) found.add(block)
  }
  return found
}

/** Characters. */
const longestHead = 80
const mostCharacters = 900
const longestLine = 200
const mostOfPage = 0.15

type Kind = (rest: readonly Block[], all: readonly Block[]) => boolean

function kindOf({ text, isHeading, linked }: Block): Kind | undefined {
  if (sponsors.test(text) && !isSentence.test(text))
    return (rest, all) => rest.length > 0 && all.some((one) => one.linked > 0)
  if (letters.test(text)) return (rest) => rest.length > 0 && rest.every((one) => one.text.length <= longestLine)
  if (isHeading && linked < 0.5 && otherArticles.test(text))
    return (rest) => rest.length > 0 && rest.every((one) => one.linked > 0.9 && one.text.length <= longestLine)
  return undefined
}

const letters = /^(?:our |the |unser |notre |nuestra )?newsletters?$/iu
const sponsors =
  /^\W*(?:(?:together|in partnership|in collaboration) with \S|(?:presented|sponsored|brought to you|supported) by\b|(?:a (?:word|message) from )?(?:our|today['’]s|this week['’]s) (?:sponsors?|partners?)\b|sponsor(?:ed)?\W*$|präsentiert von\b|in zusammenarbeit mit \S|en partenariat avec \S|con el patrocinio de\b)/iu

/** "Together with his brother he built the boat." */
const isSentence = /[.!?…]["”’»]?$/

/** All that stands in the largest element that begins with the block, is small and passes for such a box. */
function boxFrom(
  at: number,
  blocks: readonly Block[],
  article: Element,
  most: number,
  isBox: Kind,
): readonly Block[] | undefined {
  const [before, first] = [blocks[at - 1], blocks[at]]
  let box: readonly Block[] | undefined
  for (let around = first?.block; around && around !== article; around = around.parentElement ?? undefined) {
    const own = within(around, at, blocks)
    if ((before && around.contains(before.block)) || lengthOf(own) > most) break
    if (isBox(own.slice(1), own)) box = own
  }
  return box
}

function within(element: Element, at: number, blocks: readonly Block[]): readonly Block[] {
  let end = at
  while (end < blocks.length && element.contains(blocks[end]?.block ?? null)) end += 1
  return blocks.slice(at, end)
}
