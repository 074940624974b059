// The learned choice of what a page's content is: chances from decision trees, and of these the best set. It sees what the rules would keep, and
// mends it: other text of a page that is no article, furniture between the paragraphs of one that is.
import { bestSet } from './bestSet.ts'
import { blockFeatures, type Page } from './blockFeatures.ts'
import { blockTrees, columns } from './blockTrees.ts'
import { isDoubted } from './doubt.ts'
import { linkShare } from './measureText.ts'
import type { Paragraph } from './text.ts'
import { chanceOf, forestOf, type Forest, type Tree } from './trees.ts'
import { countWords } from './words.ts'

export function chooseBlocks(page: Page): Set<Text> {
  const { list, second } = page
  const rows = blockFeatures(page)
  if (rows.some((row) => row.length !== columns)) throw new Error('The weights are of other features: npm run learn.')
  forest ??= forestOf(JSON.parse(blockTrees) as Tree[]) // written by `npm run learn`
  const all = forest
  const chances = rows.map((row) => chanceOf(all, row))
  const wanted = page.isArticle
    ? chances.map((chance, at) =>
        isOf(second, list[at]) ? chance > leastOfArticle : chance > leastBesides && !isLink(list[at]),
      )
    : bestSet(
        chances,
        list.map(({ text }) => countWords(text)),
      )
  const kept = new Set<Text>()
  list.forEach((paragraph, at) => {
    if (isDoubted(paragraph.block) && (chances[at] ?? 0) < leastOfDoubted) return
    if (wanted[at] !== true && !isUnsure(paragraph, chances[at] ?? 0, second) && !isPartOf(paragraph, second)) return
    for (const node of paragraph.nodes) if (node.data.trim() !== '') kept.add(node)
  })
  addReadingAids(page.body, kept)
  return kept
}

/** On a page that says it is an article the rules are mostly right; the trees must be sure to overrule them. */
const leastOfArticle = 0.2
const leastBesides = 0.85

/** What the rules of `clean` would have taken away must be likelier content than not. */
const leastOfDoubted = 0.5

function isLink(paragraph: Paragraph | undefined): boolean {
  return paragraph !== undefined && linkShare(paragraph.block) > 0.5
}

function isOf(kept: ReadonlySet<Text>, paragraph: Paragraph | undefined): boolean {
  return paragraph?.nodes.some((node) => kept.has(node)) ?? false
}

let forest: Forest | undefined

/** A paragraph of the text is lost only when it is clearly none: a sentence too many is the lesser evil. */
function isUnsure(paragraph: Paragraph, chance: number, second: ReadonlySet<Text>): boolean {
  const { text, block } = paragraph
  if (chance < leastChance || text.length < sentenceCharacters || block.localName !== 'p') return false
  return isOf(second, paragraph)
}

/** A cell of a table, a caption, a line of code, the title of a box of notes mean nothing alone: they stay with their like, as the rules have it. */
function isPartOf(paragraph: Paragraph, second: ReadonlySet<Text>): boolean {
  const whole = paragraph.block.closest('figure, table, pre, math, [class*=admonition], [class*=callout]')
  return (
    whole !== null && isOf(second, paragraph) && (whole.localName !== 'table' || whole.querySelector('th') !== null)
  )
}

/** What stands over and beside the characters of a ruby is no text of its own. */
function addReadingAids(body: Element, kept: Set<Text>) {
  for (const ruby of body.querySelectorAll('ruby')) {
    const texts: Text[] = []
    const walker = ruby.ownerDocument.createTreeWalker(ruby, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) texts.push(walker.currentNode as Text) // the walker shows nothing else
    if (texts.some((text) => kept.has(text))) for (const text of texts) kept.add(text)
  }
}

const leastChance = 0.2
const sentenceCharacters = 60
