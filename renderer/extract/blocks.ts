// The article by its blocks of text, with what is known of each when something is cut from it.
import { paragraphs, type Paragraph } from './text.ts'

export type Block = Paragraph & { readonly linked: number; readonly isHeading: boolean }

export function blocksOf(article: HTMLElement): Block[] {
  return paragraphs(article).list.map((paragraph) => ({
    ...paragraph,
    linked: linkedShare(paragraph),
    isHeading: /^h[1-6]$/.test(paragraph.block.localName),
  }))
}

/** By letters and digits: what stands between two links is of neither. */
function linkedShare({ nodes, text }: Paragraph): number {
  let linked = 0
  for (const node of nodes) {
    const anchor = node.parentElement?.closest('a[href]')
    if (anchor && !anchor.getAttribute('href')?.startsWith('#')) linked += lettersOf(node.data)
  }
  // Its letters are counted only where that matters: most paragraphs hold no link.
  const all = linked === 0 ? 0 : lettersOf(text)
  return all === 0 ? 0 : Math.min(1, linked / all)
}

function lettersOf(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

export function remove(block: Paragraph) {
  for (const node of block.nodes) node.remove()
}

/** Takes their text away; what is left is what would be found if the article were read again. */
export function without(blocks: readonly Block[], unwanted: ReadonlySet<Block>): readonly Block[] {
  for (const block of unwanted) remove(block)
  return unwanted.size === 0 ? blocks : blocks.filter((block) => !unwanted.has(block))
}

export function isInPlace(block: Paragraph): boolean {
  return (
    block.block.closest('.offprint-poster, figure, figcaption, table, pre, blockquote, math, .offprint-embed') !== null
  )
}

/** In characters. */
export function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0)
}
