// What can be measured of a block of text by itself, and whether the rules would keep it.
import { sayings } from './blockSigns.ts'
import { countCharacters } from './countCharacters.ts'
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

type Known = {
  readonly first: ReadonlySet<Text>
  readonly second: ReadonlySet<Text>
  readonly isDoubted: (element: Element) => boolean
}

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

export function measureBlock({ text, block, nodes }: Paragraph, { first, second, isDoubted }: Known): Block {
  const length = text.length
  const counts = countCharacters(text)
  const hasDigit = counts.digits > 0
  let linked = 0
  for (const node of nodes) {
    const characters = node.data.trim().length
    const anchor = characters > 0 && node.parentElement?.closest('a[href]')
    if (anchor && !anchor.getAttribute('href')?.startsWith('#')) linked += characters
  }
  return {
    length,
    words: counts.words,
    linked: Math.min(1, linked / length),
    sentences: counts.sentences,
    commas: counts.commas,
    digits: counts.digits / length,
    capitals: counts.capitals / counts.words,
    short: counts.short / counts.words,
    endsSentence: /[.!?。！？]["”’)]?$/.test(text.slice(-2)),
    isHeading: /^h[1-6]$/.test(block.localName),
    isPrice: hasDigit && /[$€£¥]\s?\d|\d\s?[€£¥]/.test(text),
    hasYear: hasDigit && /\b(19|20)\d\d\b/.test(text),
    says: length < 200 ? sayings.reduce((sum, expression, n) => sum + (expression.test(text) ? 1 << n : 0), 0) : 0,
    doubted: isDoubted(block),
    first: nodes.some((node) => first.has(node)),
    second: nodes.some((node) => second.has(node)),
  }
}
