// What can be measured of each block of a page's text, as numbers: what the learned choice of blocks goes by. The order of the numbers is part
// of the weights: whoever changes it trains anew (`npm run learn`).
import { isDoubted } from './doubt.ts'
import { kindRules, nameRules, pathRules, sayings, tags, withinRules } from './blockSigns.ts'
import type { Paragraph } from './text.ts'

export type Page = {
  readonly body: HTMLElement
  readonly url: string
  readonly title: string
  /** What kinds of thing the page says it is: types of linked data, og:type. Lower case. */
  readonly kinds: string
  readonly isArticle: boolean
  readonly list: readonly Paragraph[]
  /** What the rules would keep. */
  readonly first: ReadonlySet<Text>
  readonly second: ReadonlySet<Text>
}

/** A row of numbers for each paragraph of the list, all rows of the same length; rounded as the thresholds of the trees are. */
export function blockFeatures(page: Page): Float32Array[] {
  const { body, list } = page
  const wholes = measureElements(body)
  const known = new Map<Element, Known>()
  const bitsByName = new Map<string, number>()
  const blocks = list.map((paragraph) => measureBlock(paragraph, page))
  const all = blocks.reduce((sum, { length }) => sum + length, 0)
  const repeats = new Map<string, number>()
  for (const { text } of list) repeats.set(text, (repeats.get(text) ?? 0) + 1)
  const about = aboutPage(page, blocks, all).map(rounded)
  const title = folded(page.title)
  const h1 = body.querySelector('h1')
  const headingAt = list.findIndex(({ block }) => block.localName === 'h1' || (h1?.contains(block) ?? false))
  const keptAt = blocks.flatMap(({ first, second }, at) => (first || second ? [at] : []))
  let before = 0
  const seen = new Map<string, number>()
  const likes = new Map<Element, number>()
  const likeOf = (element: Element): number => {
    const known = likes.get(element) ?? like(element)
    likes.set(element, known)
    return known
  }
  // One list for all rows, filled anew for each, and one piece of memory: to make rows of many small lists took most of the time.
  const row: number[] = []
  let values: Float32Array | undefined
  return list.map((paragraph, at) => {
    const block = blocks[at] ?? nothing
    const element = know(paragraph.block, known, bitsByName)
    const chain = ancestors(paragraph.block, 4)
    const time = (seen.get(paragraph.text) ?? 0) + 1
    seen.set(paragraph.text, time)
    row.length = 0
    putOwn(row, block)
    row.push(
      time,
      repeats.get(paragraph.text) ?? 1,
      title !== '' && folded(paragraph.text) === title ? 1 : 0,
      at,
      at / list.length,
      list.length - at,
      before / (all + 1),
      headingAt < 0 ? 0 : Math.max(-50, Math.min(200, at - headingAt)),
      headingAt < 0 ? 0 : 1,
      distanceTo(keptAt, at),
      element.depth,
    )
    putBits(row, element.own, nameRules.length)
    putBits(row, element.near, nameRules.length)
    putBits(row, element.any, nameRules.length)
    for (const matches of tags) row.push(matches.has(paragraph.block.localName) ? 1 : 0)
    putBits(row, element.within, withinRules.length)
    for (const one of chain) {
      const { length, linked, children, blocks: count } = wholes.get(one) ?? empty
      row.push(Math.log1p(length), linked / (length + 1), children, length / (count + 1), length / (all + 1))
    }
    for (const one of chain) row.push(likeOf(one))
    for (const step of [-2, -1, 1, 2]) putAround(row, blocks[at + step])
    before += block.length
    const columns = row.length + about.length
    values ??= new Float32Array(list.length * columns)
    const rounds = values.subarray(at * columns, (at + 1) * columns)
    for (let column = 0; column < row.length; column++) rounds[column] = rounded(row[column] ?? 0)
    rounds.set(about, row.length)
    return rounds
  })
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000
}

// ---- a block by itself

type Block = {
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

const nothing: Block = {
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

function measureBlock({ text, block, nodes }: Paragraph, { first, second }: Page): Block {
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

function putOwn(row: number[], block: Block): void {
  const { length, words } = block
  row.push(
    Math.log1p(length),
    words,
    length / (words + 1),
    block.linked,
    block.sentences,
    block.commas / (words + 1),
    block.digits,
    block.capitals,
    block.short,
    block.endsSentence ? 1 : 0,
    block.isPrice ? 1 : 0,
    block.hasYear ? 1 : 0,
  )
  putBits(row, block.says, sayings.length)
  row.push(block.doubted ? 1 : 0, block.first ? 1 : 0, block.second ? 1 : 0)
}

function putAround(row: number[], block: Block = nothing): void {
  row.push(
    Math.log1p(block.length),
    block.linked,
    block.isHeading ? 1 : 0,
    block.first || block.second ? 1 : 0,
    block.endsSentence ? 1 : 0,
  )
}

// ---- where it stands

type Known = {
  readonly depth: number
  readonly own: number
  readonly near: number
  readonly any: number
  readonly within: number
}

const unknown: Known = { depth: 0, own: 0, near: 0, any: 0, within: 0 }

function know(element: Element | null, known: Map<Element, Known>, bitsByName: Map<string, number>): Known {
  if (element === null || element.localName === 'body') return unknown
  const before = known.get(element)
  if (before) return before
  const above = know(element.parentElement, known, bitsByName)
  const called = ['class', 'id', 'itemprop', 'role', 'data-testid']
    .map((key) => element.getAttribute(key) ?? '')
    .join(' ')
  const ownBits = called.length < 5 ? 0 : bitsOf(called, bitsByName)
  const withinBits = withinRules.reduce((sum, names, n) => sum | (names.has(element.localName) ? 1 << n : 0), 0)
  const grand = element.parentElement?.parentElement
  const found: Known = {
    depth: above.depth + 1,
    own: ownBits,
    near: ownBits | above.own | (grand ? (known.get(grand)?.own ?? 0) : 0),
    any: above.any | ownBits,
    within: above.within | withinBits,
  }
  known.set(element, found)
  return found
}

/** Most elements share their name with others. */
function bitsOf(called: string, known: Map<string, number>): number {
  const bits = known.get(called) ?? nameRules.reduce((sum, rule, n) => sum | (rule.test(called) ? 1 << n : 0), 0)
  known.set(called, bits)
  return bits
}

// ---- what holds it

type Whole = { length: number; linked: number; children: number; blocks: number }
const empty: Whole = { length: 0, linked: 0, children: 0, blocks: 0 }

function measureElements(body: Element): Map<Element, Whole> {
  const wholes = new Map<Element, Whole>()
  const visit = (element: Element, inLink: boolean): Whole => {
    const whole: Whole = { length: 0, linked: 0, children: element.childElementCount, blocks: 0 }
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) {
        const length = (node as Text).data.trim().length
        whole.length += length
        if (length > 0) whole.blocks += 1
        if (inLink) whole.linked += length
      } else if (node.nodeType === 1) {
        const child = node as Element
        const isLink = inLink || (child.localName === 'a' && isAway(child))
        const inner = visit(child, isLink)
        whole.length += inner.length
        whole.linked += inner.linked
        whole.blocks += inner.blocks
      }
    }
    wholes.set(element, whole)
    return whole
  }
  visit(body, false)
  return wholes
}

function isAway(anchor: Element): boolean {
  const href = anchor.getAttribute('href')
  return href !== null && !href.startsWith('#')
}

/** The element and those above it, as many as asked; the last stands for those that are missing. */
function ancestors(element: Element, many: number): Element[] {
  const chain: Element[] = []
  let at = element
  for (let n = 0; n < many; n++) {
    chain.push(at)
    if (at.parentElement && at.localName !== 'body') at = at.parentElement
  }
  return chain
}

/** How many of the elements beside it look like it: rows of a list, cards of a grid, posts of a thread. */
function like(element: Element): number {
  const parent = element.parentElement
  if (!parent) return 0
  const classes = element.getAttribute('class')
  let count = 0
  for (let at = parent.firstElementChild; at && count < 30; at = at.nextElementSibling)
    if (at.localName === element.localName && at.getAttribute('class') === classes) count++
  return count
}

function distanceTo(sorted: readonly number[], at: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return Math.min(100, Math.abs((sorted[low] ?? Infinity) - at), Math.abs(at - (sorted[low - 1] ?? -Infinity)))
}

// ---- the page

function aboutPage({ url, kinds, isArticle, list }: Page, blocks: readonly Block[], all: number): number[] {
  const path = pathOf(url)
  const long = blocks.filter(({ length, linked }) => length > 120 && linked < 0.3)
  const share = (is: (block: Block) => boolean) =>
    blocks.reduce((sum, block) => sum + (is(block) ? block.length : 0), 0) / (all + 1)
  return [
    isArticle ? 1 : 0,
    ...kindRules.map((rule) => (rule.test(kinds) ? 1 : 0)),
    ...pathRules.map((rule) => (rule.test(path) ? 1 : 0)),
    path.split('/').length - 1,
    path.length,
    list.length,
    Math.log1p(all),
    all / (list.length + 1),
    long.length,
    share(({ length, linked }) => length > 120 && linked < 0.3),
    share(({ linked }) => linked > 0.7),
    share(({ first }) => first),
    share(({ second }) => second),
    blocks.filter(({ isPrice }) => isPrice).length / (blocks.length + 1),
    list.filter(({ block }) => block.localName === 'pre').length,
  ]
}

function pathOf(url: string): string {
  try {
    return new URL(url).pathname.toLowerCase()
  } catch {
    return '' // no address: nothing to be told from it
  }
}

function putBits(row: number[], value: number, many: number): void {
  for (let n = 0; n < many; n++) row.push((value >> n) & 1)
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
