// What can be measured of a block of text by itself, and whether the rules would keep it.
import { sayings } from './blockSigns.ts'
import { isDoubted } from './doubt.ts'
import type { Paragraph } from './text.ts'

export type Block = {
  readonly length: number
  readonly words: number
  readonly linked: number
  readonly sentences: number
  readonly commas: number
  readonly digits: number
  readonly capitals: number
  readonly short: number
  readonly endsSentence: boolean
  readonly isHeading: boolean
  readonly isPrice: boolean
  readonly hasYear: boolean
  readonly says: number
  readonly doubted: boolean
  readonly first: boolean
  readonly second: boolean
}

type Kept = { readonly first: ReadonlySet<Text>; readonly second: ReadonlySet<Text> }

export const nothing: Block = {
  length: 0,
  words: 0,
  linked: 0,
  sentences: 0,
  commas: 0,
  digits: 0,
  capitals: 0,
  short: 0,
  endsSentence: false,
  isHeading: false,
  isPrice: false,
  hasYear: false,
  says: 0,
  doubted: false,
  first: false,
  second: false,
}

export function measureBlock({ text, block, nodes }: Paragraph, { first, second }: Kept): Block {
  const length = text.length
  const words = text.split(/\s+/)
  let linked = 0
  for (const node of nodes) {
    const anchor = node.parentElement?.closest('a[href]')
    if (anchor && !anchor.getAttribute('href')?.startsWith('#')) linked += node.data.trim().length
  }
  return {
    length,
    words: words.length,
    linked: Math.min(1, linked / length),
    sentences: text.match(/[.!?。！？](?:\s|$)/g)?.length ?? 0,
    commas: text.match(/[,;、，]/g)?.length ?? 0,
    digits: (text.match(/\d/g)?.length ?? 0) / length,
    capitals: words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length,
    short: words.filter((word) => word.length <= 3).length / words.length,
    endsSentence: /[.!?。！？]["”’)]?$/.test(text),
    isHeading: /^h[1-6]$/.test(block.localName),
    isPrice: /[$€£¥]\s?\d|\d\s?[€£¥]/.test(text),
    hasYear: /\b(19|20)\d\d\b/.test(text),
    says: sayings.reduce((sum, expression, n) => sum + (length < 200 && expression.test(text) ? 1 << n : 0), 0),
    doubted: isDoubted(block),
    first: nodes.some((node) => first.has(node)),
    second: nodes.some((node) => second.has(node)),
  }
}
